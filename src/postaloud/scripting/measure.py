"""Lines in, their length out: in words, and in milliseconds at a rate."""

from postaloud.model.script import Line, Pause, Utterance

_UNSPACED = (
    ("\u0e00", "\u0eff"),
    ("\u1000", "\u109f"),
    ("\u1780", "\u17ff"),
    ("\u3040", "\u9fff"),
    ("\U00020000", "\U0002ffff"),
)
"""Scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
LETTERS_A_WORD = 2
"""Characters that make a word in scripts that set no spaces."""


def word_count(line: Line) -> int:
    """Return how many words a line says."""
    if not isinstance(line, Utterance):
        return 0
    unspaced = 0 if line.said.isascii() else sum(map(_is_unspaced, line.said))
    return len(line.said.split()) + unspaced // LETTERS_A_WORD


def duration_ms(line: Line, rate_wpm: int) -> int:
    """Return about how long a line takes."""
    if isinstance(line, Pause):
        return line.ms
    return word_count(line) * 60_000 // max(rate_wpm, 1)


def _is_unspaced(letter: str) -> bool:
    return letter >= _UNSPACED[0][0] and any(first <= letter <= last for first, last in _UNSPACED)
