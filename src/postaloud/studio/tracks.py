"""Samples' sizes and times in, a track's boxes out: the index of an MP4 file (ISO/IEC 14496-12, QuickTime)."""

import struct
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from postaloud.studio.boxes import MATRIX, box, full, language, times

ENABLED, IN_MOVIE = 1, 2


class Media(NamedTuple):
    """What a track plays."""

    handler: str
    """Its kind: "soun", "text" or "vide"."""
    header: bytes
    """The box that goes with the kind."""
    entry: bytes
    """The sample description."""
    scale: int
    """Units in a second."""
    durations: Sequence[tuple[int, int]]
    """How many samples last how many units."""
    sizes: bytes
    """Of all samples, as 32-bit numbers."""
    chunks: Sequence[int]
    """Where the chunks start in the file."""
    samples_per_chunk: int = 1


class Place(NamedTuple):
    """How a track stands in its movie."""

    number: int
    flags: int
    duration: int
    """In the movie's units."""
    lang: str
    edit: bytes = b""
    chapters: tuple[int, ...] = ()
    """The tracks that hold its chapters."""
    size: tuple[int, int] = (0, 0)
    """Pixels."""


def track(media: Media, place: Place) -> bytes:
    """Return a track."""
    volume = 0x100 if media.handler == "soun" else 0
    look = struct.pack(">8xHHHH", 0, 0, volume, 0) + MATRIX + struct.pack(">LL", *(side << 16 for side in place.size))
    head = times("tkhd", place.flags, struct.pack(">LL", place.number, 0), place.duration, look)
    refers = box("tref", box("chap", struct.pack(f">{len(place.chapters)}L", *place.chapters)))
    length = sum(count * duration for count, duration in media.durations)
    media_head = times("mdhd", 0, struct.pack(">L", media.scale), length, struct.pack(">HH", language(place.lang), 0))
    name = full("hdlr", 0, bytes(4), media.handler.encode(), bytes(12), b"postaloud\0")
    home = box("dinf", full("dref", 0, struct.pack(">L", 1), full("url ", 1)))
    return box(
        "trak",
        head,
        box("edts", place.edit) if place.edit else b"",
        refers if place.chapters else b"",
        box("mdia", media_head, name, box("minf", media.header, home, _table(media))),
    )


def edit(duration: int, start: int) -> bytes:
    """Return an edit list: what is heard is `duration` of the movie's units, from `start` of the media's on."""
    return full("elst", 0, struct.pack(">LQqHH", 1, duration, start, 1, 0), version=1)


def _table(media: Media) -> bytes:
    count = len(media.sizes) // 4
    durations = b"".join(struct.pack(">LL", *row) for row in media.durations)
    per_chunk = _per_chunk(count, media.samples_per_chunk)
    return box(
        "stbl",
        full("stsd", 0, struct.pack(">L", 1), media.entry),
        full("stts", 0, struct.pack(">L", len(media.durations)), durations),
        full("stsc", 0, struct.pack(">L", len(per_chunk)), *per_chunk),
        full("stsz", 0, struct.pack(">LL", 0, count), media.sizes),
        _offsets(media.chunks),
    )


def _per_chunk(count: int, most: int) -> list[bytes]:
    whole, rest = divmod(count, most)
    rows = [(1, most, 1)] if whole else []
    rows += [(whole + 1, rest, 1)] if rest else []
    return [struct.pack(">LLL", *row) for row in rows]


def _offsets(chunks: Sequence[int]) -> bytes:
    """Return where the chunks start, in 64 bits where 32 do not hold them."""
    is_large = bool(chunks) and chunks[-1] >= 1 << 32
    places = struct.pack(f">{len(chunks)}{'Q' if is_large else 'L'}", *chunks)
    return full("co64" if is_large else "stco", 0, struct.pack(">L", len(chunks)), places)


def chunks_of(sizes: Sequence[int], per_chunk: int, start: int) -> list[int]:
    """Return where chunks of so many samples start, one behind the other."""
    sums = (sum(sizes[place : place + per_chunk]) for place in range(0, len(sizes), per_chunk))
    return list(accumulate(sums, initial=start))[:-1]


def runs(durations: Iterable[int]) -> list[tuple[int, int]]:
    """Return equal durations beside each other as one row."""
    rows: list[tuple[int, int]] = []
    for duration in durations:
        count = rows.pop()[0] if rows and rows[-1][1] == duration else 0
        rows.append((count + 1, duration))
    return rows
