"""A title in, a cover out."""


def to_cover(title: str, site: str) -> bytes:
    """Return."""
    raise NotImplementedError


def fit_cover(picture: bytes) -> bytes | None:
    """Return."""
    raise NotImplementedError
