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
LETTER_MS, USUAL_WPM = 50, 175
"""About what the bundled voice takes for a letter at that rate, measured on eight articles; words vary far more."""
LETTERS_OF_UNSPACED = 3
"""Latin letters that take as long as one character of those scripts."""


def word_count(line: Line) -> int:
    """Return how many words a line says."""
    if not isinstance(line, Utterance):
        return 0
    return len(line.said.split()) + _unspaced(line.said) // LETTERS_A_WORD


def duration_ms(line: Line, rate_wpm: int) -> int:
    """Return about how long a line takes."""
    if isinstance(line, Pause):
        return line.ms
    if not isinstance(line, Utterance):
        return 0
    letters = len(line.said) + (LETTERS_OF_UNSPACED - 1) * _unspaced(line.said)
    return letters * LETTER_MS * USUAL_WPM // max(rate_wpm, 1)


def _unspaced(said: str) -> int:
    return 0 if said.isascii() else sum(map(_is_unspaced, said))


def _is_unspaced(letter: str) -> bool:
    return letter >= _UNSPACED[0][0] and any(first <= letter <= last for first, last in _UNSPACED)
