"""The bytes of a page go in, its text comes out; guesses: BOM, transport, UTF-8, `meta`, Windows-1252."""

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is the start of this one
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(
    rb"<meta[^>]{0,1000}?charset\s*=\s*[\"']?\s*([\w.:-]+)|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
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
_ONE_BYTE_EACH = ("cp", "iso8859", "koi8", "mac", "tis", "ascii")
_SEVERAL_BYTES = ("cp932", "cp949", "cp950")
_BEYOND_ASCII = bytes(range(128))
_SEQUENCES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_CONTROLS = bytes({*range(32), 127} - {9, 10, 12, 13, 27})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what a listener should know of how it was decoded."""

    text: str
    remark: str = ""
    """What was wrong with the page, as the end of a sentence, or "" where all was well."""


def decode(body: bytes, charset: str = "") -> str:
    """Return the text of a page with plain line feeds; what cannot be decoded becomes U+FFFD."""
    return decode_told(body, charset).text


def decode_told(body: bytes, charset: str = "") -> Decoded:
    """Return the text of a page with plain line feeds; `charset` is what the transport declares.

    A charset of one byte for each letter fits any bytes, so it yields to UTF-8, which fits by chance never.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return Decoded(_tidy(body[len(mark) :].decode(name, "replace")))
    transport, declared = _codec(charset), _declared(body)
    unicode = _strictly(body, "utf-8")
    if unicode is None or not _is_of_one_byte(transport):
        text = _strictly(body, transport)
        if text is not None:
            return Decoded(_tidy(text))
    if unicode is not None:
        wrong = next((name for name in (transport, declared) if name not in ("", "utf-8")), "")
        return Decoded(_tidy(unicode), _contradicted(wrong, "UTF-8") if wrong and not body.isascii() else "")
    return _not_utf8(body, transport, declared)


def _not_utf8(body: bytes, transport: str, declared: str) -> Decoded:
    text = _strictly(body, declared)
    if text is not None:
        return Decoded(_tidy(text), _contradicted(transport, declared))
    if _is_mostly_utf8(body):
        text = body.decode("utf-8", "postaloud-stray")
        return Decoded(_tidy(text), "is not wholly in UTF-8; stray bytes were read as Windows-1252")
    wrong = transport or declared
    text = body.decode(declared or "cp1252", "replace")
    return Decoded(_tidy(text), "" if declared else _contradicted(wrong, "Windows-1252"))


def _contradicted(wrong: str, right: str) -> str:
    return f"says that it is in {wrong}, but it is in {right} and was read so" if wrong else ""


def _is_of_one_byte(codec: str) -> bool:
    return codec.startswith(_ONE_BYTE_EACH) and codec not in _SEVERAL_BYTES


def _is_mostly_utf8(body: bytes) -> bool:
    beyond = len(body.translate(None, _BEYOND_ASCII))
    return 2 * sum(len(found[0]) for found in _SEQUENCES.finditer(body)) > beyond


def _stray(error: UnicodeError) -> tuple[str, int]:
    """Read bytes that are no UTF-8 as Windows-1252, but those of a letter that was cut off at the end."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    stray = error.object[error.start : error.end]
    is_cut = error.end == len(error.object) and error.reason == "unexpected end of data"
    return "\ufffd" if is_cut else stray.decode("cp1252", "replace"), error.end


codecs.register_error("postaloud-stray", _stray)


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
    name = _codec((found[1] or found[2]).decode("ascii", "replace")) if found else ""
    return "utf-8" if name.startswith(("utf-16", "utf-32")) else name


def _strictly(body: bytes, codec: str) -> str | None:
    try:
        return body.decode(codec) if codec else None
    except UnicodeError:
        return None


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
