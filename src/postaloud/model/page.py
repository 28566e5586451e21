"""A page as it was had: bytes, and what is known of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one source and where they came from."""

    location: str
    """What the user typed or the folder held: a path or "-"."""
    body: bytes
    charset: str = ""
    """The charset that the transport declared, or "" where it declared none."""
    media: str = ""
    """The media type that the transport declared ("text/markdown"), or "" where it declared none."""
    modified: float | None = None
    """When the source was last changed, in seconds since 1970 UTC, or None where that is unknown."""
