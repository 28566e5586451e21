"""Text with spaces in, its words out, for tables of words that are easier to read so."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text."""
    return tuple(text.split())
