"""Tags and chapters in, an ID3v2.3 tag out.

Written here because no library's tag survives every reader: with 2.4 and pictures ffprobe and mpv lose chapters, and
one writer sorts version 2.3 chapters by size. Standards: ID3v2.3.0 and the ID3v2 Chapter Frame Addendum 1.0.
"""

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from postaloud.model.recording import Chapter

NO_OFFSET = 0xFFFFFFFF
"""A chapter's byte offset is not given: players go by its time."""
CHILDREN = 255
"""A table of contents counts its entries in one byte."""
ISO_639_2 = {
    "af": "afr", "ar": "ara", "bg": "bul", "bn": "ben", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan", "de": "deu",
    "el": "ell", "en": "eng", "eo": "epo", "es": "spa", "et": "est", "eu": "eus", "fa": "fas", "fi": "fin", "fr": "fra",
    "ga": "gle", "gl": "glg", "he": "heb", "hi": "hin", "hr": "hrv", "hu": "hun", "hy": "hye", "id": "ind", "is": "isl",
    "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz", "ko": "kor", "la": "lat", "lt": "lit", "lv": "lav", "mk": "mkd",
    "ms": "msa", "mt": "mlt", "nb": "nob", "nl": "nld", "nn": "nno", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
    "ru": "rus", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp", "sv": "swe", "sw": "swa", "ta": "tam", "te": "tel",
    "th": "tha", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Tags:
    """What a sound file says of itself; empty strings are left out."""

    title: str
    artist: str = ""
    album: str = ""
    date: str = ""
    """ISO 8601, of which a tag keeps the day."""
    lang: str = ""
    comment: str = ""
    cover: bytes = b""
    """A JPEG picture of at most 600 pixels and 60 kB."""


def to_id3(tags: Tags, chapters: Sequence[Chapter]) -> bytes:
    """Return a whole tag; its length depends on the texts and the number of chapters, never on their times."""
    lang = ISO_639_2.get(tags.lang.split("-")[0].lower(), "und")
    year, month, day = (tags.date[:10] + "--").split("-")[:3]
    frames = [
        *_contents(len(chapters)),
        *(_chapter(number, chapter) for number, chapter in enumerate(chapters)),
        _text("TIT2", tags.title),
        _text("TPE1", tags.artist),
        _text("TALB", tags.album),
        _text("TYER", year),
        _text("TDAT", day[:2] + month),
        _text("TLAN", lang),
        _comment(lang, tags.comment),
        _picture(tags.cover),
    ]
    body = b"".join(frames)
    return b"ID3\x03\0\0" + _syncsafe(len(body)) + body


def _contents(count: int) -> Iterable[bytes]:
    """One table of contents; where it would have too many children, one table of tables."""
    names = [f"chp{number}" for number in range(count)]
    if len(names) <= CHILDREN:
        yield _table("toc", names, flags=3)
        return
    groups = [names[start : start + CHILDREN] for start in range(0, count, CHILDREN)]
    yield _table("toc", [f"toc{number}" for number in range(len(groups))], flags=3)
    for number, group in enumerate(groups):
        yield _table(f"toc{number}", group, flags=1)


def _table(name: str, children: Sequence[str], flags: int) -> bytes:
    return _frame("CTOC", _name(name) + bytes((flags, len(children))) + b"".join(map(_name, children)))


def _chapter(number: int, chapter: Chapter) -> bytes:
    times = struct.pack(">LLLL", chapter.start_ms, chapter.end_ms, NO_OFFSET, NO_OFFSET)
    return _frame("CHAP", _name(f"chp{number}") + times + _text("TIT2", chapter.title))


def _text(kind: str, text: str) -> bytes:
    return _frame(kind, _encoded(text)) if text else b""


def _comment(lang: str, text: str) -> bytes:
    if not text:
        return b""
    wide = not text.isascii()
    empty = b"\xff\xfe\0\0" if wide else b"\0"
    return _frame("COMM", bytes((wide,)) + lang.encode() + empty + _encoded(text)[1:])


def _picture(jpeg: bytes) -> bytes:
    return _frame("APIC", b"\0image/jpeg\0\x03\0" + jpeg) if jpeg else b""


def _encoded(text: str) -> bytes:
    """Latin-1 where it is enough; else UTF-16, the only other encoding of version 2.3."""
    return b"\0" + text.encode() if text.isascii() else b"\x01\xff\xfe" + text.encode("utf-16-le", "replace")


def _name(name: str) -> bytes:
    return name.encode() + b"\0"


def _frame(kind: str, body: bytes) -> bytes:
    return kind.encode() + struct.pack(">LH", len(body), 0) + body


def _syncsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
