"""Sound and its book-keeping: clips from a voice, takes from the studio, cues and chapters for the pages.

Inside the studio times are counted in samples; `Cue` and `Chapter` leave it in whole milliseconds.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from postaloud.model.script import Role, Utterance


class Word(NamedTuple):
    """When a word of `said` starts to sound."""

    offset: int
    """The character of `said` at which the word begins, from 0."""
    length: int
    """How many characters of `said` it has."""
    sample: int
    """Samples from the start of the clip."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One utterance spoken: silence trimmed from both ends."""

    pcm: bytes
    """16-bit signed mono samples in the machine's byte order."""
    rate: int
    """Samples in a second."""
    words: tuple[Word, ...] = ()
    unspoken: str = ""
    """The pieces of `said` that no voice could speak, where all others have their sound."""
    are_guessed: bool = False
    """True where the voice tells no times, and the words are spread over the sound by their length."""


class Speaker(Protocol):
    """A voice that is ready to speak; it can be pickled, and does its heavy work in a worker process."""

    @property
    def rate(self) -> int:
        """Samples in a second of every clip."""
        ...

    @property
    def label(self) -> str:
        """Engine and voice for a listener: "espeak, en-us"."""
        ...

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance: engine, its version, voice, rate in words a minute."""
        ...

    @property
    def is_slow(self) -> bool:
        """True where speaking takes over a fiftieth of the time of listening: each sentence is then kept for later."""
        ...

    def prepare(self) -> None:
        """Load what speaking needs, once in a process, without speaking."""
        ...

    def __call__(self, utterance: "Utterance") -> Clip:
        """Speak; raises `EngineError` where the voice gives no sound for words that have one."""
        ...


@dataclass(frozen=True, slots=True)
class Cast:
    """A speaker with other voices for some roles."""

    narrator: Speaker
    others: "tuple[tuple[Role, Speaker], ...]"

    @property
    def rate(self) -> int:
        """Samples in a second, of all of them."""
        return self.narrator.rate

    @property
    def label(self) -> str:
        """All voices for a listener."""
        return "; ".join([self.narrator.label, *(f"{role}: {other.label}" for role, other in self.others)])

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        return "; ".join([self.narrator.fingerprint, *(f"{role}: {other.fingerprint}" for role, other in self.others)])

    @property
    def is_slow(self) -> bool:
        """True where one of them is."""
        return any(speaker.is_slow for speaker in self._all())

    def prepare(self) -> None:
        """Load what all of them need, the narrator last: an engine may keep to the last voice that it has loaded."""
        for speaker in self._all():
            speaker.prepare()

    def __call__(self, utterance: "Utterance") -> Clip:
        """Speak with the voice of the role."""
        return dict(self.others).get(utterance.role, self.narrator)(utterance)

    def needed_for(self, roles: "Collection[Role]") -> Speaker:
        """Return as much of the cast as these roles need, so that its fingerprint names no voice that is not heard."""
        needed = tuple((role, other) for role, other in self.others if role in roles)
        return replace(self, others=needed) if needed else self.narrator

    def _all(self) -> list[Speaker]:
        return [*(other for _, other in self.others), self.narrator]


class Spoken(NamedTuple):
    """When one utterance of a part sounds, with the earcon in front of it, in samples from the start of its take."""

    start: int
    end: int
    words: tuple[Word, ...] = ()
    """Their samples count from the start of the take."""
    is_lost: bool = False
    """True where no voice could speak it; its time is then empty."""
    unspoken: str = ""
    """The pieces that no voice could speak, where others could be spoken."""
    are_guessed: bool = False
    """True where the times of the words are guessed."""


@dataclass(frozen=True, slots=True)
class Take:
    """One part recorded: encoded packets that join with others at frame level, and when each line sounds."""

    packets: bytes
    samples: int
    """The take's length on the timeline."""
    spoken: tuple[Spoken, ...]
    """One for each utterance of the part, in order."""
    marks: tuple[int, ...] = ()
    """The sample at which each chapter mark of the part stands, in order."""
    sizes: tuple[int, ...] = ()
    """The length of each packet, where the file's format wants them one by one."""


Takes = tuple[Take, ...]
"""One part in several formats: the same times, other packets."""


@dataclass(frozen=True, slots=True)
class Cue:
    """An utterance and its time in the recording."""

    start_ms: int
    end_ms: int
    utterance: "Utterance"
    is_lost: bool = False
    """True where no voice could speak it; its time is then empty."""
    unspoken: str = ""
    """The pieces that no voice could speak, where others could be spoken."""
    words: bytes = b""
    """Each word's first character in `said` and its time in the recording, packed by `model.timing`."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A stretch of the recording with a title; chapters tile the recording."""

    start_ms: int
    end_ms: int
    title: str
    level: int = 1
    number: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Recording:
    """A finished recording: its length, chapters and cues, all in whole milliseconds."""

    duration_ms: int
    chapters: tuple[Chapter, ...]
    cues: tuple[Cue, ...]
