"""Text of a page in, text out that may stand in any file: no control characters, no stray line ends."""

import re
import unicodedata

_LINE_END = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_LAST_TWO = "".join(chr(plane << 16 | last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF))
"""Noncharacters of the planes above the first."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff" + _LAST_TWO + "]")
"""Control characters and noncharacters: XML 1.0 (2.2) and HTML refuse most of them, and nobody reads any."""
_HALF = re.compile(r"[\ud800-\udfff]")
"""A surrogate alone cannot be written as UTF-8."""
_SPACES = re.compile(r"[ \t\n]+")


def one_line(text: str) -> str:
    """Return the text on a single line, with single spaces; no-break spaces stay."""
    kept = kept_lines(text)
    return (kept if kept.isprintable() and "  " not in kept else _SPACES.sub(" ", kept)).strip(" ")


def kept_lines(text: str) -> str:
    r"""Return the text with its spaces and line breaks, which all become "\n"."""
    if text.isprintable():
        return text
    return _HALF.sub("\ufffd", _FORBIDDEN.sub("", _LINE_END.sub("\n", text)))


def is_visible(text: str) -> bool:
    """Tell whether a reader would see anything of the text."""
    return any(unicodedata.category(character)[0] not in "ZC" for character in text)


def cut(text: str, size: int) -> str:
    """Return the text on one line in at most `size` bytes of UTF-8, an ellipsis in place of what was cut."""
    line = one_line(text)
    if len(line.encode()) <= size:
        return line
    return line.encode()[: size - 3].decode(errors="ignore").rstrip() + "…"
