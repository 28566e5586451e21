"""A text goes in, its lines come out, each with its indentation and what it looks like on its own."""

import re
from dataclasses import dataclass, replace
from enum import Enum, auto

from postaloud.reading.plaintext.markers import Marker, marker_of

_TAB = 4
_RULE = re.compile(
    r"(?:([-=_*~#^+.•·⁂❦◆◇✦–—])(?: *\1){2,}|[⁂❦]|[*#~]|\* ?\*|[-–—]{2,}|(?:-=|=-|~\*|\*~|<>|o0o|oOo)+[-=~*]?)"
)
_FENCE = re.compile(r"(?:```|~~~)[\w+#.-]*")
_ATX = re.compile(r"(?P<marks>#{1,6}) +(?P<text>\S.*?)(?: +#+)?")


class Look(Enum):
    """What a line looks like on its own."""

    BLANK = auto()
    RULE = auto()
    FENCE = auto()
    MARKED = auto()
    """A heading behind signs of "#"."""
    QUOTED = auto()
    ITEM = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text."""

    text: str
    """Without the spaces around it."""
    indent: int = 0
    look: Look = Look.BLANK
    marker: Marker | None = None
    """What makes it the first line of an item."""

    @property
    def end(self) -> int:
        """The column after its last sign."""
        return self.indent + len(self.text)


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text, moved to the left as far as all of them are set in."""
    written = [line.expandtabs(_TAB).rstrip() for line in text.lstrip("\ufeff").replace("\f", "\n\n").split("\n")]
    margin = min((len(line) - len(line.lstrip()) for line in written if line), default=0)
    return tuple(_line(line[margin:]) for line in written)


def line_of(text: str, indent: int = 0) -> Line:
    """Return a text without spaces around it as a line."""
    return Line(text, indent, *_look(text)) if text else Line("")


def moved(line: Line, columns: int) -> Line:
    """Return a line set in by more columns, or by fewer where they are negative."""
    return replace(line, indent=max(0, line.indent + columns))


def as_text(line: Line) -> Line:
    """Return a line as one of text, whatever it looks like."""
    return replace(line, look=Look.TEXT, marker=None)


def heading_marks(line: Line) -> tuple[int, str]:
    """Return how many signs of "#" stand before a marked heading, and its text."""
    found = _ATX.fullmatch(line.text)
    return (len(found["marks"]), found["text"]) if found else (0, line.text)


def unquoted(line: Line) -> Line:
    """Return what stands behind the first ">" of a quoted line."""
    inner = line.text[1:]
    return line_of(inner.strip(), max(0, len(inner) - len(inner.lstrip()) - 1))


def _line(written: str) -> Line:
    text = written.strip()
    return line_of(text, len(written) - len(written.lstrip()))


def _look(text: str) -> tuple[Look, Marker | None]:
    for look, pattern in ((Look.RULE, _RULE), (Look.FENCE, _FENCE), (Look.MARKED, _ATX)):
        if pattern.fullmatch(text):
            return look, None
    if text.startswith(">"):
        return Look.QUOTED, None
    marker = marker_of(text)
    return (Look.ITEM, marker) if marker else (Look.TEXT, None)
