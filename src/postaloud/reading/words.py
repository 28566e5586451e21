"""Names in one string go in, a set of them comes out."""


def words(written: str) -> frozenset[str]:
    """Return the names that a string lists with spaces between them."""
    return frozenset(written.split())
