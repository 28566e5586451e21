"""A text and something that says pieces in, one sound for the whole text out; what stays silent is found and named."""

from collections.abc import Callable
from itertools import pairwise

from postaloud.errors import EngineError
from postaloud.model.recording import Word
from postaloud.speaking.cleaning import Piece, clean
from postaloud.speaking.sound import Sound, joined, trimmed

Say = Callable[[str], Sound]
"""Says a cleaned text in one go; raises `EngineError` where the engine gives up."""

USUAL_WPM = 175
GAP_SECONDS = 0.12
"""Silence at the usual rate where a text had to be cut."""
SECONDS_FOR_A_LETTER = 0.018
"""At the usual rate; half of what the quickest syllables of ten languages take (see the tests)."""


def speak_with(say: Say, said: str, rate: int, rate_wpm: int, longest: int = 400) -> Sound:
    """Speak a text; words refer to its characters. Raises `EngineError` naming a piece that gives no sound."""
    pace = rate * USUAL_WPM / rate_wpm
    sounds = [
        sound._replace(words=_placed(sound.words, piece))
        for piece in clean(said, longest)
        for sound in [_checked(say, piece.text, pace)]
    ]
    return joined(sounds, int(GAP_SECONDS * pace)) if sounds else Sound(b"")
