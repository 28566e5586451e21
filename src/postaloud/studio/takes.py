"""A part and a voice in, a take out; takes to bytes and back, for the pipe from a worker and for the cache."""

import hashlib
import json
import struct
from collections.abc import Sequence
from typing import assert_never

from postaloud.model.recording import Clip, Speaker, Spoken, Take, Word
from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Line, Part, Pause, Utterance
from postaloud.studio import earcons
from postaloud.studio.mixing import SAMPLE, Mix, mix
from postaloud.studio.mp3 import Mp3

MAGIC = b"postaloud take 1"
_LENGTH = struct.Struct(">L")


class BrokenTake(ValueError):  # noqa: N818 - the cache's word for it
    """Bytes that are no whole take of this version."""


def record_part(part: Part, speaker: Speaker, encoder: Mp3) -> bytes:
    """Speak and encode a part; runs in a worker process and returns the take's bytes."""
    return pack(encoded(mix(part, speaker, speaker.rate), speaker.rate, encoder))


def record_clips(part: Part, clips: Sequence[Clip | None], rate: int, encoder: Mp3) -> bytes:
    """Encode a part from clips spoken before, one for each utterance; returns the take's bytes."""
    waiting = iter(clips)
    return pack(encoded(mix(part, lambda _: next(waiting), rate), rate, encoder))


def key_of(part: Part, speaker: Speaker, encoder: Mp3) -> str:
    """Return the name of everything that decides the part's sound, as a SHA-256 in hexadecimal."""
    lines = [sound for line in part.lines if (sound := _sound_of(line))]
    everything = [MAGIC.decode(), earcons.VERSION, speaker.fingerprint, speaker.rate, encoder.fingerprint, lines]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def _sound_of(line: Line) -> tuple[object, ...]:
    match line:
        case Utterance():
            return ("say", line.said, line.role, line.lang)
        case Pause():
            return ("pause", line.ms)
        case Earcon():
            return ("earcon", line.kind)
        case ChapterMark():
            return ("mark",)
        case Enter() | Leave():
            return ()
        case _:
            assert_never(line)


def encoded(mixed: Mix, rate: int, encoder: Mp3) -> Take:
    """Return the take of samples that are laid out already."""
    count, samples = encoder.fit(mixed.samples, mixed.wanted)
    closing = bytes((count - mixed.samples) * SAMPLE)
    packets = encoder.encode((*mixed.pieces, closing), rate)
    return Take(packets, samples, mixed.spoken, mixed.marks)


def pack(take: Take) -> bytes:
    """Return a take as bytes: magic, SHA-256 of the rest, times as JSON, packets."""
    times = json.dumps([take.samples, take.spoken, take.marks], separators=(",", ":")).encode()
    rest = _LENGTH.pack(len(times)) + times + take.packets
    return MAGIC + hashlib.sha256(rest).digest() + rest


def unpack(octets: bytes) -> Take:
    """Return the take of some bytes; raises `BrokenTake` where they were cut, changed or come from another version."""
    head = len(MAGIC) + 32
    rest = octets[head:]
    if not octets.startswith(MAGIC) or hashlib.sha256(rest).digest() != octets[len(MAGIC) : head]:
        raise BrokenTake
    (length,) = _LENGTH.unpack_from(rest)
    times, packets = rest[_LENGTH.size : _LENGTH.size + length], rest[_LENGTH.size + length :]
    samples, spoken, marks = json.loads(times)
    return Take(packets, samples, tuple(_spoken(*each) for each in spoken), tuple(marks))


def _spoken(start: int, end: int, words: list[list[int]], is_lost: bool) -> Spoken:  # noqa: FBT001 - a stored field
    return Spoken(start, end, tuple(Word(*word) for word in words), is_lost)
