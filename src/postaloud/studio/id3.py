"""Tags and chapters in, an ID3v2.3 tag out.

Written here because no library's tag survives every reader: with 2.4 and pictures ffprobe and mpv lose chapters, and
one writer sorts version 2.3 chapters by size. Standards: ID3v2.3.0 and the ID3v2 Chapter Frame Addendum 1.0.
"""

import struct
from collections.abc import Iterator, Sequence

from postaloud.model.recording import Chapter
from postaloud.studio.tags import Tags

NO_OFFSET = 0xFFFFFFFF
"""A chapter's byte offset is not given: players go by its time."""
CHILDREN = 255
"""A table of contents counts its entries in one byte."""
COVER, OTHER = 3, 0
"""Kinds of pictures."""


def to_id3(tags: Tags, chapters: Sequence[Chapter]) -> bytes:
    """Return a whole tag; its length depends on the texts and the number of chapters, never on their times."""
    year, month, day = (tags.date[:10] + "--").split("-")[:3]
    number, total = tags.track
    frames = [
        *_contents(chapters),
        *(_chapter(place, chapter, tags) for place, chapter in enumerate(chapters)),
        _text("TIT2", tags.title),
        _text("TPE1", tags.artist),
        _text("TALB", tags.album),
        _text("TRCK", f"{number}/{total}" if number else ""),
        _text("TYER", year),
        _text("TDAT", day[:2] + month),
        _text("TLAN", tags.language),
        _comment(tags.language, tags.comment),
        _text("TDES", tags.description),
        _named("Synthetic voice", tags.voice_note),
        _picture(tags.cover, COVER),
    ]
    body = b"".join(frames)
    return b"ID3\x03\0\0" + _syncsafe(len(body)) + body


def _contents(chapters: Sequence[Chapter]) -> Iterator[bytes]:
    """Yield the table of contents, and a table below it for each chapter that has subsections."""
    tables = _tables(chapters)
    for number, (name, (title, entries)) in enumerate(tables.items()):
        yield from _limited(name, entries, title, is_top=number == 0)


def _tables(chapters: Sequence[Chapter]) -> dict[str, tuple[str, list[str]]]:
    """Return each table's title and entries: chapters, and tables of those below them."""
    tables: dict[str, tuple[str, list[str]]] = {"toc": ("", [])}
    open_tables: list[tuple[int, str]] = [(0, "toc")]
    for place, chapter in enumerate(chapters):
        while len(open_tables) > 1 and open_tables[-1][0] >= chapter.level:
            open_tables.pop()
        name, below = open_tables[-1][1], f"toc{place}"
        if name not in tables:
            parent = open_tables[-2][1]
            tables[parent][1].append(name)
            tables[name] = (chapters[int(name[3:])].title, [])
        tables[name][1].append(f"chp{place}")
        if chapter.level > 1:
            open_tables.append((chapter.level, below))
    return tables


def _limited(name: str, entries: list[str], title: str, *, is_top: bool) -> Iterator[bytes]:
    """Yield a table of contents; where it would have too many children, a table of tables."""
    flags = 3 if is_top else 1
    if len(entries) <= CHILDREN:
        yield _table(name, entries, flags, title)
        return
    groups = [entries[start : start + CHILDREN] for start in range(0, len(entries), CHILDREN)]
    yield _table(name, [f"{name}-{number}" for number in range(len(groups))], flags, title)
    for number, group in enumerate(groups):
        yield _table(f"{name}-{number}", group, 1, "")


def _table(name: str, children: Sequence[str], flags: int, title: str) -> bytes:
    entries = bytes((flags, len(children))) + b"".join(map(_name, children))
    return _frame("CTOC", _name(name) + entries + _text("TIT2", title))


def _chapter(place: int, chapter: Chapter, tags: Tags) -> bytes:
    times = struct.pack(">LLLL", chapter.start_ms, chapter.end_ms, NO_OFFSET, NO_OFFSET)
    about = _text("TIT2", chapter.title) + _link(tags.link(chapter)) + _picture(tags.picture(chapter), OTHER)
    return _frame("CHAP", _name(f"chp{place}") + times + about)


def _link(address: str) -> bytes:
    return _frame("WXXX", b"\0chapter url\0" + address.encode("ascii", "replace")) if address else b""


def _named(name: str, text: str) -> bytes:
    if not text:
        return b""
    encoded = _encoded(text)
    label = name.encode() + b"\0" if text.isascii() else b"\xff\xfe" + name.encode("utf-16-le") + b"\0\0"
    return _frame("TXXX", encoded[:1] + label + encoded[1:])


def _text(kind: str, text: str) -> bytes:
    return _frame(kind, _encoded(text)) if text else b""


def _comment(lang: str, text: str) -> bytes:
    if not text:
        return b""
    wide = not text.isascii()
    empty = b"\xff\xfe\0\0" if wide else b"\0"
    return _frame("COMM", bytes((wide,)) + lang.encode() + empty + _encoded(text)[1:])


def _picture(jpeg: bytes, kind: int) -> bytes:
    return _frame("APIC", b"\0image/jpeg\0" + bytes((kind,)) + b"\0" + jpeg) if jpeg else b""


def _encoded(text: str) -> bytes:
    """Latin-1 where it is enough; else UTF-16, the only other encoding of version 2.3."""
    return b"\0" + text.encode() if text.isascii() else b"\x01\xff\xfe" + text.encode("utf-16-le", "replace")


def _name(name: str) -> bytes:
    return name.encode() + b"\0"


def _frame(kind: str, body: bytes) -> bytes:
    return kind.encode() + struct.pack(">LH", len(body), 0) + body


def _syncsafe(size: int) -> bytes:
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))
