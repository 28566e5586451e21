"""A part and a voice in, a take out; takes to bytes and back, for the pipe from a worker and for the cache."""

import hashlib
import json
import struct
import sys
from collections.abc import Iterable, Sequence
from typing import Any, assert_never

from postaloud.model.recording import Clip, Speaker, Spoken, Take, Word
from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Line, Part, Pause, Utterance
from postaloud.studio import earcons
from postaloud.studio.mixing import SAMPLE, Mix, mix
from postaloud.studio.mp3 import Mp3
from postaloud.workers import allow

MAGIC = b"postaloud take 1"
CLIP_MAGIC = b"postaloud clip 1"
LEVEL_MAGIC = b"postaloud level 1"
_LENGTH = struct.Struct(">L")


class BrokenTake(ValueError):  # noqa: N818 - the cache's word for it
    """Bytes that are no whole take of this version."""


def seconds_for(utterances: Iterable[Utterance]) -> float:
    """Return how long a voice may take: five seconds and a twentieth for each character."""
    return 5 + 0.05 * sum(len(each.said) for each in utterances)


def record_part(part: Part, speaker: Speaker, encoder: Mp3) -> bytes:
    """Speak and encode a part, with a limit for each utterance; runs in a worker process, returns the take's bytes."""

    def speak(utterance: Utterance) -> Clip:
        allow(seconds_for([utterance]))
        return speaker(utterance)

    mixed = mix(part, speak, speaker.rate)
    allow(seconds_for(part.utterances()))
    return pack(encoded(mixed, speaker.rate, encoder))


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
            return ("say", line.said, line.role, line.lang, *line.phonemes)
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
    return _packed(MAGIC, [take.samples, take.spoken, take.marks], take.packets)


def unpack(octets: bytes) -> Take:
    """Return the take of some bytes; raises `BrokenTake` where they were cut, changed or come from another version."""
    (samples, spoken, marks), packets = _unpacked(MAGIC, octets)
    return Take(packets, samples, tuple(_spoken(*each) for each in spoken), tuple(marks))


def pack_clip(clip: Clip) -> bytes:
    """Return a clip as bytes, as a take is; its samples are in the machine's byte order."""
    return _packed(CLIP_MAGIC, [sys.byteorder, clip.rate, clip.words, clip.unspoken, clip.are_guessed], clip.pcm)


def unpack_clip(octets: bytes) -> Clip:
    """Return the clip of some bytes; raises `BrokenTake` where they were cut, changed or come from another machine."""
    (order, rate, words, unspoken, are_guessed), pcm = _unpacked(CLIP_MAGIC, octets)
    if order != sys.byteorder:
        raise BrokenTake
    return Clip(pcm, rate, tuple(Word(*word) for word in words), unspoken, are_guessed)


def pack_level(lufs: float) -> bytes:
    """Return a loudness as bytes, as a take is."""
    return _packed(LEVEL_MAGIC, lufs, b"")


def unpack_level(octets: bytes) -> float:
    """Return the loudness of some bytes; raises `BrokenTake` where they were cut or changed."""
    lufs, _ = _unpacked(LEVEL_MAGIC, octets)
    return float(lufs)


def _packed(magic: bytes, told: object, sound: bytes) -> bytes:
    times = json.dumps(told, separators=(",", ":")).encode()
    rest = _LENGTH.pack(len(times)) + times + sound
    return magic + hashlib.sha256(rest).digest() + rest


def _unpacked(magic: bytes, octets: bytes) -> tuple[Any, bytes]:
    head = len(magic) + 32
    rest = octets[head:]
    if not octets.startswith(magic) or hashlib.sha256(rest).digest() != octets[len(magic) : head]:
        raise BrokenTake
    (length,) = _LENGTH.unpack_from(rest)
    times, sound = rest[_LENGTH.size : _LENGTH.size + length], rest[_LENGTH.size + length :]
    return json.loads(times), sound


def _spoken(
    start: int,
    end: int,
    words: list[list[int]],
    is_lost: bool,  # noqa: FBT001 - a stored field
    unspoken: str = "",
    are_guessed: bool = False,  # noqa: FBT001, FBT002 - a stored field
) -> Spoken:
    return Spoken(start, end, tuple(Word(*word) for word in words), is_lost, unspoken, are_guessed)
