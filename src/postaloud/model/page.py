"""A page as it was had: bytes, and what is known of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed says of one of its entries; "" where it says nothing."""

    location: str
    """The feed's own location."""
    number: int
    """Its place in the feed, from 1."""
    title: str = ""
    byline: str = ""
    date: str = ""
    """The day of publication, "YYYY-MM-DD"."""
    modified: float | None = None
    """When it was published, in seconds since 1970 UTC."""
    lang: str = ""
    site: str = ""
    """The title of the feed."""
    identity: str = ""
    """What tells it from every other entry, where its address does not; what starts with "#" counts from the feed."""
    address: str = ""
    """Where the entry stands on the web."""
    base: str = ""
    """The address from which links in `content` are counted."""
    content: str = ""
    """Its text as HTML, or "" where it has to be fetched from its address."""

    @property
    def name(self) -> str:
        """What sentences call it."""
        where = "standard input" if self.location == "-" else self.location
        return f'Entry {self.number} of {where}, "{self.title}",' if self.title else f"Entry {self.number} of {where}"


@dataclass(frozen=True, slots=True)
class Page:
    """The bytes of one source and where they came from."""

    location: str
    """What the user typed or the folder held: a path, an address without credentials, or "-"."""
    body: bytes
    charset: str = ""
    """The charset that the transport declared, or "" where it declared none."""
    media: str = ""
    """The media type that the transport declared ("text/markdown"), or "" where it declared none."""
    modified: float | None = None
    """When the source was last changed, in seconds since 1970 UTC, or None where that is unknown."""
    address: str = ""
    """Where it was had on the web in the end, without credentials, or "" for a file."""
    entry: Entry | None = None
    """The entry of a feed that it is, or None."""

    @property
    def name(self) -> str:
        """What sentences call it."""
        if self.entry is not None:
            return self.entry.name
        return "Standard input" if self.location == "-" else self.location
