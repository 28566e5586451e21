"""A part and a voice in, its samples out piece by piece, with the time of every line in them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import assert_never

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Spoken
from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Part, Pause, Utterance
from postaloud.studio.earcons import earcon

SAMPLE = 2
"""Bytes of a 16-bit mono sample."""

Voice = Callable[[Utterance], Clip | None]
"""Speaks an utterance; None where no voice could."""


@dataclass(frozen=True, slots=True)
class Mix:
    """A part's samples up to its closing pause, and when its lines sound, in samples from its start."""

    pieces: tuple[bytes, ...]
    """One behind the other; never joined, as copies of long sounds cost more than mixing them."""
    samples: int
    """Samples in all pieces."""
    wanted: int
    """Samples of the part with its closing pause."""
    spoken: tuple[Spoken, ...]
    marks: tuple[int, ...]


def mix(part: Part, speak: Voice, rate: int) -> Mix:
    """Lay the part's lines one behind the other; the time of an utterance includes the earcon in front of it."""
    tape = _Tape()
    spoken: list[Spoken] = []
    marks: list[int] = []
    introduced = None
    for line in part.lines:
        match line:
            case Utterance():
                clip = speak(line)
                spoken.append(_spoken(clip, tape.now, rate, tape.now if introduced is None else introduced))
                introduced = None
                tape.add(clip.pcm if clip else b"")
            case Earcon():
                introduced = tape.now
                tape.add(earcon(line.kind, rate))
            case Pause():
                tape.now += line.ms * rate // 1000
            case ChapterMark():
                marks.append(tape.now)
            case Enter() | Leave():
                pass
            case _:
                assert_never(line)
    return Mix(tuple(tape.pieces), tape.samples, tape.now, tuple(spoken), tuple(marks))


def at_rate(mixed: Mix, rate: int, to: int) -> Mix:
    """Return a mix in another rate, all its times with it."""
    if rate == to:
        return mixed
    from postaloud.studio.coding import resampled

    def moved(sample: int) -> int:
        return (sample * to + rate // 2) // rate

    pcm = resampled(b"".join(mixed.pieces), rate, to)[: moved(mixed.samples) * SAMPLE]
    spoken = tuple(
        each._replace(
            start=moved(each.start),
            end=moved(each.end),
            words=tuple(word._replace(sample=moved(word.sample)) for word in each.words),
        )
        for each in mixed.spoken
    )
    return Mix((pcm,), len(pcm) // SAMPLE, moved(mixed.wanted), spoken, tuple(map(moved, mixed.marks)))


@dataclass(slots=True)
class _Tape:
    """What has been laid down so far."""

    pieces: list[bytes] = field(default_factory=list)
    samples: int = 0
    now: int = 0
    """Where the next sound goes; what lies between is silence."""

    def add(self, pcm: bytes) -> None:
        if self.now > self.samples:
            self.pieces.append(bytes((self.now - self.samples) * SAMPLE))
        self.pieces.append(pcm)
        self.now += len(pcm) // SAMPLE
        self.samples = self.now


def _spoken(clip: Clip | None, start: int, rate: int, introduced: int) -> Spoken:
    if clip is None:
        return Spoken(introduced, start, is_lost=True)
    if clip.rate != rate:
        raise EngineError(f"The voice speaks at {clip.rate} samples a second and not at {rate}: try another voice.")
    words = tuple(word._replace(sample=word.sample + start) for word in clip.words)
    return Spoken(
        introduced, start + len(clip.pcm) // SAMPLE, words, unspoken=clip.unspoken, are_guessed=clip.are_guessed
    )
