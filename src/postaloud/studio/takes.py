"""A part and a voice in, its takes out; takes to bytes and back, for the pipe from a worker and for the cache."""

import hashlib
import json
import pickle
import struct
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, assert_never

from postaloud.model.recording import Clip, Speaker, Spoken, Take, Word
from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Line, Part, Pause, Utterance
from postaloud.studio import earcons
from postaloud.studio.encoders import Coding, Sound
from postaloud.studio.mixing import Mix, at_rate, mix
from postaloud.workers import allow

MAGIC = b"postaloud take 2"
CLIP_MAGIC = b"postaloud clip 1"
LEVEL_MAGIC = b"postaloud level 1"
_LENGTH = struct.Struct(">L")


class BrokenTake(ValueError):  # noqa: N818 - the cache's word for it
    """Bytes that are no whole take of this version."""


def seconds_for(utterances: Iterable[Utterance]) -> float:
    """Return how long a voice may take: five seconds and a twentieth for each character."""
    return 5 + 0.05 * sum(len(each.said) for each in utterances)


class Answer(NamedTuple):
    """What a worker made of a part."""

    packed: tuple[bytes, ...]
    """The bytes of a take for each encoder that was asked for."""
    mix: Mix | None = None


def record_part(part: Part, speaker: Speaker, coding: Coding) -> bytes:
    """Speak and encode a part, with a limit for each utterance; runs in a worker process, returns a pickled answer."""

    def speak(utterance: Utterance) -> Clip:
        allow(seconds_for([utterance]))
        return speaker(utterance)

    mixed = mix(part, speak, speaker.rate)
    allow(seconds_for(part.utterances()))
    return encode_mix(at_rate(mixed, speaker.rate, coding.rate), coding)


def record_clips(part: Part, clips: Sequence[Clip | None], rate: int, coding: Coding) -> bytes:
    """Encode a part from clips spoken before, one for each utterance; returns a pickled answer."""
    waiting = iter(clips)
    return encode_mix(at_rate(mix(part, lambda _: next(waiting), rate), rate, coding.rate), coding)


def encode_mix(mixed: Mix, coding: Coding) -> bytes:
    """Encode samples that are laid out already; returns a pickled answer."""
    packed = tuple(pack(take) for take in encoded(mixed, coding))
    return pickle.dumps(Answer(packed, mixed if coding.wants_mix else None))


def key_of(part: Part, speaker: Speaker, coding: Coding, number: int = 0) -> str:
    """Return the name of everything that decides a part's sound by one encoder, as a SHA-256 in hexadecimal."""
    lines = [sound for line in part.lines if (sound := _sound_of(line))]
    encoder = coding.encoders[number]
    everything = [
        MAGIC.decode(),
        earcons.VERSION,
        speaker.fingerprint,
        speaker.rate,
        coding.rate,
        encoder.fingerprint,
        coding.fit,
        coding.phases[number],
        lines,
    ]
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


def encoded(mixed: Mix, coding: Coding) -> Iterable[Take]:
    """Yield the takes of samples that are laid out already, one for each encoder."""
    length = coding.fit.length(mixed.samples, mixed.wanted)
    for encoder, phase in zip(coding.encoders, coding.phases, strict=True):
        packets = encoder.encode(Sound(mixed.pieces, mixed.samples, length, phase), coding.rate)
        yield Take(packets.octets, length, mixed.spoken, mixed.marks, packets.sizes)


def pack(take: Take) -> bytes:
    """Return a take as bytes: magic, SHA-256 of the rest, times as JSON, packets."""
    return _packed(MAGIC, [take.samples, take.spoken, take.marks, take.sizes], take.packets)


def unpack(octets: bytes) -> Take:
    """Return the take of some bytes; raises `BrokenTake` where they were cut, changed or come from another version."""
    (samples, spoken, marks, sizes), packets = _unpacked(MAGIC, octets)
    return Take(packets, samples, tuple(_spoken(*each) for each in spoken), tuple(marks), tuple(sizes))


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
