"""A table element goes in, a `Table` comes out, its headers tied to its cells (HTML standard, 4.9.12)."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import Tag

from postaloud.model.article import Cell, Row, Table, text_of
from postaloud.reading.flowing import pieces_in
from postaloud.reading.inline import Style, runs_of
from postaloud.reading.layout import cells_of, rows_of
from postaloud.reading.ordinals import integer
from postaloud.reading.tree import attr, children
from postaloud.reading.view import Item, View

_MOST_COLUMNS = 1000
_MOST_ROWS = 65534  # both as in the HTML standard, 4.9.11


@dataclass(frozen=True, slots=True)
class _Slot:
    """One cell and the columns and rows that it covers, counted from 0."""

    tag: Tag
    cell: Cell
    columns: range
    rows: range
    heads: str
    """What it is the header of: "col", "row", or "" for a data cell."""


def read_table(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield a data table, or nothing for an empty one."""
    lines = tuple(_lines(tag, style, view))
    headers = _Headers(lines)
    rows = tuple(_row([headers.tie(slot) for slot in line]) for line in lines)
    rows = tuple(row for row in rows if any(cell.runs for cell in row.cells))
    caption = next((child for child in children(tag) if child.name == "caption" and view.shows(child)), None)
    said = runs_of(pieces_in(caption, style, view)) if caption is not None else ()
    if rows or said:
        yield Table(rows, said, view.anchor(tag))


def _lines(table: Tag, style: Style, view: View) -> Iterator[tuple[_Slot, ...]]:
    rows = rows_of(table)
    free_from: dict[int, int] = {}
    for top, row in enumerate(rows):
        tags = [cell for cell in cells_of(row) if view.shows(cell)]
        is_header = [_is_header(cell, row) for cell in tags]
        line: list[_Slot] = []
        left = 0
        for tag, header in zip(tags, is_header, strict=True):
            while free_from.get(left, 0) > top:
                left += 1
            columns = range(left, left + _span(tag, "colspan", _MOST_COLUMNS))
            covered = range(top, min(top + _span(tag, "rowspan", _MOST_ROWS, len(rows)), len(rows)))
            free_from.update(dict.fromkeys(columns, covered.stop))
            heads = _heads(tag, is_all=all(is_header), left=left, top=top) if header else ""
            cell = Cell(runs_of(pieces_in(tag, style, view)), header, anchor=view.anchor(tag))
            line.append(_Slot(tag, cell, columns, covered, heads))
            left = columns.stop
        yield tuple(line)


def _span(tag: Tag, name: str, most: int, zero: int = 1) -> int:
    written = integer(attr(tag, name))
    if written == 0:  # a rowspan of 0 reaches to the end of the table
        return zero
    return min(written, most) if written is not None and written > 0 else 1


def _is_header(tag: Tag, row: Tag) -> bool:
    return tag.name == "th" or (row.parent is not None and row.parent.name == "thead")


def _heads(tag: Tag, *, is_all: bool, left: int, top: int) -> str:
    scope = attr(tag, "scope").lower()
    if scope:
        return "row" if scope.startswith("row") else "col"
    if is_all or left > 0:
        return "col"
    return "row" if tag.name == "th" or top > 0 else "col"


class _Headers:
    """The header cells of a table, by the columns and rows that they head."""

    def __init__(self, lines: tuple[tuple[_Slot, ...], ...]) -> None:
        self._named: dict[str, str] = {}
        self._columns: dict[int, list[_Slot]] = {}
        self._rows: dict[int, list[_Slot]] = {}
        for slot in (slot for line in lines for slot in line):
            self._named.setdefault(attr(slot.tag, "id"), text_of(slot.cell.runs))
            by_place, places = (self._columns, slot.columns) if slot.heads == "col" else (self._rows, slot.rows)
            for place in places if slot.heads else ():
                by_place.setdefault(place, []).append(slot)

    def tie(self, slot: _Slot) -> Cell:
        """Return the slot's cell with the texts of its headers: columns first, nearest last."""
        if slot.cell.is_header:
            return slot.cell
        named = [self._named[name] for name in attr(slot.tag, "headers").split() if self._named.get(name)]
        return replace(slot.cell, headers=tuple(named or self._found(slot)))

    def _found(self, slot: _Slot) -> Iterator[str]:
        above = [head for head in self._columns.get(slot.columns.start, ()) if head.rows.start < slot.rows.start]
        beside = [head for place in slot.rows[:1] for head in self._rows.get(place, ())]
        for head in (*_nearest(above), *(head for head in beside if head.columns.start < slot.columns.start)):
            if head.cell.runs:
                yield text_of(head.cell.runs)


def _nearest(above: list[_Slot]) -> list[_Slot]:
    """Of the headers above a cell, the lowest block of neighbouring rows: a table may start again in its middle."""
    block: list[_Slot] = []
    for head in reversed(above):
        if block and head.rows.stop < block[-1].rows.start:
            break
        block.append(head)
    return block[::-1]


def _row(cells: list[Cell]) -> Row:
    return Row(tuple(cells), is_header=all(cell.is_header for cell in cells))
