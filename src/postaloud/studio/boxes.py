"""Values in, boxes out: the bricks of an MP4 file (ISO/IEC 14496-12)."""

import struct

from postaloud.studio.tags import Tags

MATRIX = struct.pack(">9L", 0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
"""No turning, no scaling."""
TEXT, JPEG, NUMBER = 1, 13, 0
"""Types of values in iTunes' list."""
AUDIOBOOK = 2


def box(kind: str, *parts: bytes) -> bytes:
    """Return a box."""
    body = b"".join(parts)
    return struct.pack(">L", 8 + len(body)) + kind.encode("latin-1") + body


def full(kind: str, flags: int, *parts: bytes, version: int = 0) -> bytes:
    """Return a box with a version and flags."""
    return box(kind, struct.pack(">L", version << 24 | flags), *parts)


def times(kind: str, flags: int, before: bytes, duration: int, after: bytes) -> bytes:
    """Return a header box whose duration may need 64 bits; it is made and changed in 1904, so that bytes repeat."""
    is_long = duration >= 1 << 32
    stamps, length = (bytes(16), struct.pack(">Q", duration)) if is_long else (bytes(8), struct.pack(">L", duration))
    return full(kind, flags, stamps, before, length, after, version=int(is_long))


def language(code: str) -> int:
    """Return three letters of ISO 639-2 as 15 bits."""
    return sum(ord(letter) - 0x60 << shift for letter, shift in zip(code, (10, 5, 0), strict=True))


def descriptor(tag: int, *parts: bytes) -> bytes:
    """Return a descriptor of MPEG-4 systems."""
    body = b"".join(parts)
    return bytes((tag, 0x80, 0x80, 0x80, len(body))) + body


def audio_config(rate: int) -> bytes:
    """Return the configuration of AAC-LC in mono (ISO/IEC 14496-3)."""
    rates = (96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000)
    return struct.pack(">H", 2 << 11 | rates.index(rate) << 7 | 1 << 3)


def aac_entry(rate: int, bit_rate: int) -> bytes:
    """Return the sample description of an AAC track."""
    config = descriptor(
        4, struct.pack(">BB3sLL", 0x40, 0x15, bytes(3), bit_rate, bit_rate), descriptor(5, audio_config(rate))
    )
    stream = full("esds", 0, descriptor(3, bytes(3), config, descriptor(6, b"\2")))
    return box("mp4a", bytes(6), struct.pack(">H8xHH4xL", 1, 1, 16, rate << 16), stream)


def tag_list(tags: Tags, *, is_book: bool) -> bytes:
    """Return the list of tags that iTunes introduced and all readers know."""
    number, total = tags.track
    texts = (
        ("\xa9nam", tags.title),
        ("\xa9ART", tags.artist),
        ("aART", tags.artist),
        ("\xa9alb", tags.album),
        ("\xa9day", tags.date[:10]),
        ("\xa9cmt", tags.comment),
        ("desc", tags.description),
        ("ldes", tags.description),
        ("\xa9nrt", f"{tags.voice} (synthetic voice)" if tags.voice else ""),
        ("\xa9too", "postaloud"),
    )
    rows = [box(name, _value(TEXT, text.encode("utf-8", "replace"))) for name, text in texts if text]
    rows += [box("trkn", _value(NUMBER, struct.pack(">4H", 0, number, total, 0)))] if number else []
    rows += [box("stik", _value(21, bytes((AUDIOBOOK,))))] if is_book else []
    rows += [box("covr", _value(JPEG, tags.cover))] if tags.cover else []
    rows += [_named("SYNTHETIC VOICE", tags.voice_note), _named("LANGUAGE", tags.lang)]
    return full("meta", 0, full("hdlr", 0, bytes(4), b"mdirappl", bytes(9)), box("ilst", *rows))


def _value(kind: int, octets: bytes) -> bytes:
    return box("data", struct.pack(">LL", kind, 0), octets)


def _named(name: str, text: str) -> bytes:
    if not text:
        return b""
    mean, label = full("mean", 0, b"com.apple.iTunes"), full("name", 0, name.encode())
    return box("----", mean, label, _value(TEXT, text.encode("utf-8", "replace")))
