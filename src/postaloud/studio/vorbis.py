"""Tags and chapters in, Vorbis comments out, as FLAC and Opus files carry them.

Chapters follow the chapter extension of Xiph: FFmpeg's own writer would be off by a second for half of them.
"""

import struct
from collections.abc import Iterator, Sequence

from postaloud.model.recording import Chapter
from postaloud.studio.tags import Tags

VENDOR = b"postaloud"
MOST_CHAPTERS = 999
"""Their names have three digits."""


def to_comments(tags: Tags, chapters: Sequence[Chapter], extra: Sequence[bytes] = ()) -> bytes:
    """Return a comment header without its framing bit; its length does not depend on the chapters' times."""
    comments = [f"{name}={text}".encode("utf-8", "replace") for name, text in _fields(tags, chapters) if text]
    counted = [_counted(VENDOR), struct.pack("<L", len(comments) + len(extra))]
    return b"".join([*counted, *map(_counted, comments), *map(_counted, extra)])


def _fields(tags: Tags, chapters: Sequence[Chapter]) -> Iterator[tuple[str, str]]:
    number, total = tags.track
    yield "TITLE", tags.title
    yield "ARTIST", tags.artist
    yield "ALBUM", tags.album
    yield "DATE", tags.date[:10]
    yield "LANGUAGE", tags.lang
    yield "DESCRIPTION", tags.description
    yield "COMMENT", tags.comment
    yield "SYNTHETIC_VOICE", tags.voice_note
    yield "TRACKNUMBER", str(number or "")
    yield "TRACKTOTAL", str(total or "")
    for place, chapter in enumerate(chapters[:MOST_CHAPTERS], start=1):
        yield f"CHAPTER{place:03d}", _time(chapter.start_ms)
        yield f"CHAPTER{place:03d}NAME", chapter.title
        yield f"CHAPTER{place:03d}URL", tags.link(chapter)


def _time(ms: int) -> str:
    seconds, ms = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{seconds:02d}.{ms:03d}"


def to_picture(jpeg: bytes) -> bytes:
    """Return the body of a FLAC picture block with the front cover (RFC 9639, 8.8)."""
    width, height = size_of(jpeg)
    mime = b"image/jpeg"
    return b"".join(
        [
            struct.pack(">LL", 3, len(mime)),
            mime,
            struct.pack(">LLLLLL", 0, width, height, 24, 0, len(jpeg)),
            jpeg,
        ]
    )


def size_of(jpeg: bytes) -> tuple[int, int]:
    """Return width and height from a JPEG's frame header; zeros where there is none."""
    place = 2
    while place + 9 < len(jpeg) and jpeg[place] == 0xFF:
        if 0xC0 <= jpeg[place + 1] <= 0xC3:
            height, width = struct.unpack_from(">HH", jpeg, place + 5)
            return width, height
        place += 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
    return 0, 0


def _counted(octets: bytes) -> bytes:
    return struct.pack("<L", len(octets)) + octets
