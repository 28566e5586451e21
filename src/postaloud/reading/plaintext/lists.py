"""Lines go in, the list that starts at one of them comes out: which lines are its items, and what each holds."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from postaloud.reading.plaintext.blocks import Block, Item, ListOf
from postaloud.reading.plaintext.lines import Line, Look, line_of, moved
from postaloud.reading.plaintext.markers import Marker, shared_type
from postaloud.reading.plaintext.measure import Measure
from postaloud.reading.plaintext.phrasing import is_title_like

Parse = Callable[[Sequence[Line]], tuple[Block, ...]]
_DASHES = ("–", "+")
"""Signs that also stand before what is no item; one alone is none."""
_BARE = "1"


@dataclass(slots=True)
class _Open:
    marker: Marker
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Found:
    """The lines of a list."""

    items: tuple[_Open, ...]
    end: int
    """The index of the line after its last."""

    @property
    def type(self) -> str:
        """The type that HTML's `ol` has for its numbers, "" for bullets."""
        first = self.items[0].marker
        if first.is_bullet:
            return ""
        second = self.items[1].marker if len(self.items) > 1 else None
        return (shared_type(first, second) if second else "") or first.values[0][0]

    @property
    def last(self) -> int:
        """The number of its last item, 0 for a bullet."""
        return self.items[-1].marker.value(self.type) or 0


def find_list(lines: Sequence[Line], at: int, measure: Measure, before: int = 0) -> Found | None:
    """Return the list that a line starts, or None where it is no item after all.

    `before` is the number of the last item above, which a list of one may continue.
    """
    items: list[_Open] = []
    end, here = at, at
    while here < len(lines):
        if lines[here].look is not Look.BLANK:
            inner = _placed(lines, here, end, items, measure) if items else None
            if items and inner is None and not _is_next(lines[here], lines[at], items, here - end):
                break
            _take(items, lines[here], inner, here - end)
            end = here + 1
        here += 1
    found = Found(tuple(items), end)
    return found if _is_meant(found, before) else None


def build_list(found: Found, parse: Parse) -> ListOf:
    """Return a list with what each of its items holds."""
    kind = found.type
    items = [Item(parse(_outdented(item.lines)), item.marker.value(kind) if kind else None) for item in found.items]
    return ListOf(tuple(items), kind)


def _is_next(line: Line, first: Line, items: list[_Open], gap: int) -> bool:
    marker, last = line.marker, items[-1].marker
    if marker is None or abs(line.indent - first.indent) > 1 or marker.sign != last.sign:
        return False
    if marker.is_bullet or shared_type(last, marker):
        return True
    old, new = last.value(_BARE), marker.value(_BARE)
    return old is not None and new is not None and (gap == 0 or new - old in (0, -1))


def _placed(lines: Sequence[Line], here: int, end: int, items: list[_Open], measure: Measure) -> Line | None:
    """Return a line as it stands inside the last item, or None where it does not stand inside it."""
    line, last, is_gap = lines[here], items[-1], here > end
    column = last.lines[0].indent - last.marker.width  # where its marker stands
    if line.indent > column + 1 or (line.indent > column and not is_gap and line.marker is None):
        return line
    if is_gap or line.look not in (Look.TEXT, Look.ITEM) or line.indent < column:
        return None
    is_lazy = line.marker is None and (measure.is_forced(lines[end - 1], line) or line.text[:1].islower())
    is_below = line.marker is not None and line.marker.is_bullet and not last.marker.is_bullet
    return moved(line, last.marker.width) if is_lazy or is_below else None


def _take(items: list[_Open], line: Line, inner: Line | None, gap: int) -> None:
    if inner is not None:
        items[-1].lines += [*[line_of("")] * gap, inner]
    elif line.marker is not None:
        width = line.marker.width
        items.append(_Open(line.marker, [line_of(line.text[width:].strip(), line.indent + width)]))


def _outdented(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of an item as a text of its own."""
    first, rest = moved(lines[0], -lines[0].indent), lines[1:]
    margin = min((line.indent for line in rest if line.look is not Look.BLANK), default=0)
    return [first, *(moved(line, -margin) for line in rest)]


def _is_meant(found: Found, before: int) -> bool:
    """Whether a list is one; an item alone is when it is the first or continues the list above, and is no heading."""
    first = found.items[0]
    if len(found.items) > 1:
        return first.marker.is_bullet or bool(shared_type(first.marker, found.items[1].marker)) or found.type == _BARE
    if first.marker.is_bullet:
        return first.marker.sign not in _DASHES
    number = first.marker.value(_BARE)
    return number in (1, before + 1) and not is_title_like(first.lines[0].text)
