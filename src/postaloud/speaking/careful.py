"""A text and something that says pieces in, one sound for the whole text out; what stays silent is found and named."""

from collections.abc import Callable
from itertools import accumulate, pairwise
from unicodedata import combining

from postaloud.errors import EngineError
from postaloud.model.recording import Word
from postaloud.speaking.cleaning import Piece, clean, is_said
from postaloud.speaking.sound import Sound, joined, moved, trimmed

Say = Callable[[str], Sound]
"""Says a cleaned text in one go; raises `EngineError` where the engine gives up."""

USUAL_WPM = 175
GAP_SECONDS = 0.12
"""Silence at the usual rate where a text had to be cut."""
MERGED_LETTERS = 12
"""Letters that an engine may count to the word before them: it reports "of the" as one."""
SHORTEST_PARTED = 8
"""Letters from which a word is spoken in two halves rather than lost."""
SECONDS_FOR_A_LETTER = 0.018
"""At the usual rate; half of what the quickest syllables of ten languages take (see the tests)."""


def speak_with(say: Say, said: str, rate: int, rate_wpm: int, longest: int = 400) -> Sound:
    """Speak a text; words refer to its characters. Raises `EngineError` naming a piece that gives no sound."""
    pace = pace_of(rate, rate_wpm)
    sounds = [
        sound._replace(words=_placed(sound.words, piece, said))
        for piece in clean(said, longest)
        for sound in [_checked(say, piece.text, pace)]
    ]
    return joined(sounds, int(GAP_SECONDS * pace)) if sounds else Sound(b"")


def pace_of(rate: int, rate_wpm: int) -> float:
    """Return the samples that take the place of a second when somebody speaks faster or slower than usual."""
    return rate * USUAL_WPM / rate_wpm


def _checked(say: Say, text: str, pace: float) -> Sound:
    """Speak a text, or its halves where the engine has left something out."""
    try:
        sound = trimmed(say(text))
    except EngineError:
        if len(text.split()) == 1:
            raise
        sound = Sound(b"")
    if _is_whole(text, sound, pace):
        return sound
    halves = _halves(text)
    if len(halves) > 1:
        return joined([moved(_checked(say, half, pace), start) for start, half in halves], int(GAP_SECONDS * pace))
    if not sound.samples:
        raise EngineError(f'The voice gives no sound for "{text}"; try another voice or language.')
    return sound


def _is_whole(text: str, sound: Sound, pace: float) -> bool:
    """Tell whether the sound is long enough for all letters, and that between two words for the letters there."""
    letters = [0, *accumulate(map(str.isalnum, text))]
    starts = [(word.offset, word.sample) for word in sound.words]
    marks = [(0, 0), *starts, (len(text), sound.samples)]
    least = SECONDS_FOR_A_LETTER * pace
    return sound.samples >= least * letters[-1] and all(
        ends - begins >= least / 2 * (letters[stop] - letters[start] - MERGED_LETTERS)
        for (start, begins), (stop, ends) in pairwise(marks)
    )


def _halves(text: str) -> list[tuple[int, str]]:
    """Part a text at the space nearest to its middle, a long word in its middle; a short word stays whole."""
    middle = len(text) // 2
    spaces = [at for at, char in enumerate(text) if char.isspace()]
    if not spaces and len(text) < SHORTEST_PARTED:
        return [(0, text)]
    at = min(spaces, key=lambda space: abs(space - middle), default=middle)
    parts = ((0, text[:at].rstrip()), (len(text) - len(text[at:].lstrip()), text[at:].lstrip()))
    return [(start, part) for start, part in parts if is_said(part)]


def _placed(words: tuple[Word, ...], piece: Piece, said: str) -> tuple[Word, ...]:
    """Turn places in a piece into places in the text that it comes from."""
    places: list[Word] = []
    for word in words:
        start, end = piece.offsets[word.offset], piece.offsets[word.offset + word.length - 1] + 1
        while end < len(said) and combining(said[end]):
            end += 1
        places.append(Word(start, end - start, word.sample))
    return tuple(places)
