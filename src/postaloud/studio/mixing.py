"""A part and a voice in, one stretch of samples out, with the time of every line in it."""

from collections.abc import Callable
from dataclasses import dataclass
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

    pcm: bytes
    wanted: int
    """Samples of the part with its closing pause."""
    spoken: tuple[Spoken, ...]
    marks: tuple[int, ...]


def mix(part: Part, speak: Voice, rate: int) -> Mix:
    """Lay the part's lines one behind the other; the time of an utterance includes the earcon in front of it."""
    pcm = bytearray()
    spoken: list[Spoken] = []
    marks: list[int] = []
    silence, introduced = 0, None
    for line in part.lines:
        if isinstance(line, Utterance | Earcon):
            pcm += bytes(silence * SAMPLE)
            silence = 0
        now = len(pcm) // SAMPLE + silence
        match line:
            case Utterance():
                clip = speak(line)
                spoken.append(_spoken(clip, now, rate, now if introduced is None else introduced))
                introduced = None
                pcm += clip.pcm if clip else b""
            case Earcon():
                introduced = now
                pcm += earcon(line.kind, rate)
            case Pause():
                silence += line.ms * rate // 1000
            case ChapterMark():
                marks.append(now)
            case Enter() | Leave():
                pass
            case _:
                assert_never(line)
    return Mix(bytes(pcm), len(pcm) // SAMPLE + silence, tuple(spoken), tuple(marks))


def _spoken(clip: Clip | None, start: int, rate: int, introduced: int) -> Spoken:
    if clip is None:
        return Spoken(introduced, start, is_lost=True)
    if clip.rate != rate:
        raise EngineError(f"The voice speaks at {clip.rate} samples a second and not at {rate}: try another voice.")
    words = tuple(word._replace(sample=word.sample + start) for word in clip.words)
    return Spoken(introduced, start + len(clip.pcm) // SAMPLE, words)
