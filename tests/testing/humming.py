"""Engines of another package: one hums a note for each letter, the other breaks all that can be broken."""

import os
import signal
import time
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from math import sin

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Word
from postaloud.model.script import Utterance
from postaloud.speaking import Voice, Wanted

RATE = 16_000
NOTE = array("h", [round(9_000 * sin(0.2 * at + 0.1)) for at in range(2_000)])


@dataclass(frozen=True, slots=True)
class Hummer:
    """Hums a note for each letter or digit; the word "crash" and its letters end the process."""

    voice: str
    rate_wpm: int
    rate: int = RATE
    is_slow: bool = False

    @property
    def label(self) -> str:
        """Engine and voice."""
        return f"humming, {self.voice}"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound."""
        return f"humming 1 {self.voice} {self.rate_wpm}"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Hum."""
        if "crash" in utterance.said or utterance.said in tuple("crash"):
            os.kill(os.getpid(), signal.SIGSEGV)
        note = NOTE[: 2_000 * 80 // self.rate_wpm].tobytes()
        pcm, words, start = b"", list[Word](), 0
        for word in utterance.said.split():
            start = utterance.said.index(word, start)
            if hums := sum(map(str.isalnum, word)):
                words.append(Word(start, len(word), len(pcm) // 2))
                pcm += note * hums
            start += len(word)
        return Clip(pcm, RATE, tuple(words))


def open_voice(wanted: Wanted) -> Hummer:
    """Return the speaker that is wanted."""
    if wanted.voice not in {"", "low", "high"}:
        raise EngineError(f'There is no voice "{wanted.voice}". Near ones: low, high.')
    return Hummer(wanted.voice or "low", wanted.rate_wpm)


def list_voices() -> Sequence[Voice]:
    """Return both voices."""
    return [Voice("humming", name, "", f"Hums {name}") for name in ("low", "high")]


@dataclass(frozen=True, slots=True)
class Breaker:
    """Breaks the contract."""

    rate: int = RATE
    label: str = "broken"
    fingerprint: str = "broken"
    is_slow: bool = False

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Crash, or give too little, too much and the wrong."""
        if "\x01" in utterance.said:
            os.kill(os.getpid(), signal.SIGSEGV)
        time.sleep(0.1 if "sentence" in utterance.said else 0)
        noise = str(time.time_ns()).encode() if len(utterance.said) % 2 else b"\1"
        pcm = bytes(4_000) + noise * 9 + bytes(4_000)
        return Clip(pcm + bytes(len(pcm) % 2 == 0), RATE, (Word(5, 400, 9), Word(0, 3, 2)))


class _Broken:
    def open_voice(self, _: Wanted) -> Breaker:
        """Return the only speaker, whoever is wanted."""
        return Breaker()

    def list_voices(self) -> Sequence[Voice]:
        """Return two voices of one name."""
        return [Voice("broken", "one", "en", "One"), Voice("broken", "one", "en", "Two")]


BROKEN = _Broken()
EMPTY = object()
