"""An utterance in, as much silence out as a reader would take for it."""

import unicodedata
from dataclasses import dataclass

from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import prosody, voices
from postaloud.speaking.sound import SAMPLE, spread_words

RATE = 22050
CHARACTERS_OF_A_WORD = 5.6
"""With the space after it, as typing courses count and English articles show."""
CHARACTERS_OF_A_WIDE_ONE = 4
"""A Chinese character takes as long as so many letters."""


@dataclass(frozen=True, slots=True)
class SilentSpeaker:
    """An engine that says nothing, for exactly as long as a reader would."""

    rate_wpm: int

    @property
    def rate(self) -> int:
        """Samples in a second."""
        return RATE

    @property
    def label(self) -> str:
        """Engine for a listener; it has no voice."""
        return "silent"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        return f"silent 1 {self.rate_wpm}"

    @property
    def loudness_lufs(self) -> float:
        """It cannot be heard."""
        return float("-inf")

    @property
    def is_slow(self) -> bool:
        """Silence is quickly made."""
        return False

    def prepare(self) -> None:
        """Load nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Say nothing, with the words spread over it by their length."""
        said = utterance.said
        if not any(map(str.isalnum, said)):
            return Clip(b"", RATE)
        wide = sum(unicodedata.east_asian_width(char) in "WF" for char in said)
        words = (len(said) + wide * (CHARACTERS_OF_A_WIDE_ONE - 1)) / CHARACTERS_OF_A_WORD
        samples = int(words * 60 * RATE / prosody.rate_for(utterance.role, self.rate_wpm))
        return Clip(bytes(samples * SAMPLE), RATE, spread_words(said, samples), are_guessed=True)


def open_voice(wanted: voices.Wanted) -> SilentSpeaker:
    """Return the speaker; any voice and language will do: a dry run takes the words of the real one."""
    return SilentSpeaker(wanted.rate_wpm)


def list_voices() -> tuple[voices.Voice, ...]:
    """Return the only voice, which needs no language."""
    return (voices.Voice("silent", "silent", "", "Says nothing, for as long as a reader would"),)
