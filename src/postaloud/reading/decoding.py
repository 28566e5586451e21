"""The bytes of a page go in, its text comes out; guesses: BOM, transport, UTF-8, `meta`, Windows-1252."""

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]{0,1000}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_WITHIN = 4096
# https://encoding.spec.whatwg.org/#names-and-labels: what a page calls Latin-1 or ASCII is Windows-1252.
_AS_WINDOWS_1252 = frozenset({"iso8859-1", "ascii", "cp1252"})
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"BM", "a bitmap picture"),
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "an MP3 file"),
    (b"OggS", "an Ogg file"),
    (b"RIFF", "a sound or video file"),
    (b"fLaC", "a FLAC file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "an RTF document"),
    (b"SQLite format 3", "a database"),
)
_TWO_LETTERS = 2
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})


def decode(body: bytes, charset: str = "") -> str:
    """Return the text of a page with plain line feeds; what cannot be decoded becomes U+FFFD."""
    for mark, name in _BOMS:
        if body.startswith(mark):
            return _tidy(body[len(mark) :].decode(name, "replace"))
    for name in (_codec(charset), "utf-8"):
        text = _strictly(body, name)
        if text is not None:
            return _tidy(text)
    return _tidy(body.decode(_declared(body) or "cp1252", "replace"))


def why_not_text(body: bytes) -> str:
    """Return what the bytes are instead of text, as the end of a sentence, or "" for text."""
    if not body.strip():
        return "is empty"
    if any(body.startswith(mark) for mark, _ in _BOMS):
        return ""
    for magic, what in _MAGIC:
        if body.startswith(magic) and (len(magic) > _TWO_LETTERS or b"\0" in body):
            return f"is {what}, not a page"
    if b"\0" in body:
        return "is a binary file, not a page"
    controls = len(body) - len(body.translate(None, _CONTROLS))
    return "is not text: most of it is control characters" if controls * 10 > len(body) else ""


def _codec(label: str) -> str:
    try:
        codec = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return ""
    if codec.name == "utf-7" or not getattr(codec, "_is_text_encoding", True):
        return ""
    return "cp1252" if codec.name in _AS_WINDOWS_1252 else codec.name


def _declared(body: bytes) -> str:
    found = _META.search(body, 0, _META_WITHIN)
    name = _codec(found[1].decode("ascii", "replace")) if found else ""
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def _strictly(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec) if codec else None
    except UnicodeError:
        return None


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
