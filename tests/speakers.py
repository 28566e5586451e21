"""Voices for tests: each a real speaker, which the worker processes import and run."""

import array
import math
import os
import signal
import time
from dataclasses import dataclass, field
from pathlib import Path

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Word
from postaloud.model.script import Role, Utterance

RATE = 22_050
CLICK = 20_000


@dataclass(frozen=True, slots=True)
class Clicking:
    """Says a click in place of a heading and silence for all else; long words take longer."""

    rate: int = RATE
    is_slow: bool = False
    label: str = "clicks"
    fingerprint: str = "clicks 1"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak."""
        samples = array.array("h", bytes(2 * (4_000 + 777 * len(utterance.said))))
        if utterance.role is Role.HEADING:
            samples[:60] = array.array("h", [CLICK, -CLICK] * 30)
        return Clip(samples.tobytes(), self.rate, (Word(0, len(utterance.said), 0),))


@dataclass(frozen=True, slots=True)
class Failing:
    """Does to its own process what a text tells it to, as a broken engine would."""

    rate: int = RATE
    is_slow: bool = False
    label: str = "failing"
    fingerprint: str = field(default_factory=lambda: f"failing {time.time_ns()}")

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak, crash or give up."""
        if "crash" in utterance.said or "\N{SKULL AND CROSSBONES}" in utterance.said:
            os.kill(os.getpid(), signal.SIGSEGV)
        if "give up" in utterance.said:
            raise EngineError("It gave up.")
        if "bug" in utterance.said:
            raise ZeroDivisionError
        return Clip(bytes(200 * len(utterance.said)), self.rate)


@dataclass(frozen=True, slots=True)
class Unprepared:
    """Cannot be had at all."""

    rate: int = RATE
    is_slow: bool = False
    label: str = "unprepared"
    fingerprint: str = "unprepared"

    def prepare(self) -> None:
        """Fail."""
        raise EngineError("The voice is not installed.")

    def __call__(self, utterance: Utterance) -> Clip:
        """Never be asked."""
        raise AssertionError(utterance)


@dataclass(frozen=True, slots=True)
class Killed:
    """Has its process killed once, as a system short of memory does, where a file asks for it."""

    file: str = ""
    rate: int = RATE
    is_slow: bool = False
    label: str = "killed"
    fingerprint: str = "killed 1"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak with a sound that depends on all that the process has spoken before, as libespeak-ng's does."""
        _spoken.append(utterance.said)
        if self.file and Path(self.file).exists():
            Path(self.file).unlink()
            os.kill(os.getpid(), signal.SIGKILL)
        return Clip(bytes([len(_spoken), 1]) * 100 * len(utterance.said), self.rate)


_spoken: list[str] = []


@dataclass(frozen=True, slots=True)
class Hanging:
    """Never ends what holds an x."""

    rate: int = RATE
    is_slow: bool = False
    label: str = "hanging"
    fingerprint: str = "hanging 1"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak, or sleep."""
        if "x" in utterance.said:
            time.sleep(600)
        return Clip(bytes(200 * len(utterance.said)), self.rate)


@dataclass(frozen=True, slots=True)
class Slow:
    """Takes its time, and writes down what it is asked for."""

    file: str
    rate: int = RATE
    is_slow: bool = True
    label: str = "slow"
    fingerprint: str = "slow 1"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak."""
        with Path(self.file).open("a") as file:
            file.write(f"{utterance.said}\n")
        return Clip(bytes(200 * len(utterance.said)), self.rate, (Word(0, len(utterance.said), 0),))


@dataclass(frozen=True, slots=True)
class Humming:
    """Hums a note for as long as a text takes, at a part of full scale."""

    level: float
    rate: int = RATE
    is_slow: bool = False
    label: str = "hums"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        return f"hums {self.level}"

    def prepare(self) -> None:
        """Need nothing."""

    def __call__(self, utterance: Utterance) -> Clip:
        """Hum."""
        waves = (
            self.level * 32_767 * math.sin(at * 2 * math.pi * 440 / RATE) for at in range(1_500 * len(utterance.said))
        )
        return Clip(array.array("h", map(int, waves)).tobytes(), self.rate)
