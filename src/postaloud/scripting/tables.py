"""A data table in, its lines out: how large it is, its columns, and each row as a sentence of pairs."""

from collections.abc import Callable, Iterator, Mapping
from itertools import accumulate, zip_longest
from typing import NamedTuple

from postaloud.model.article import Cell, Row, Table, text_of
from postaloud.model.script import BlockKind, Enter, Leave, Line, Pause
from postaloud.scripting.manner import Tables, Verbosity
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.prose import speak_line, speak_runs
from postaloud.scripting.said import as_said
from postaloud.scripting.scene import PARAGRAPH_MS, ROW_MS, SENTENCE_MS, Scene

LONGEST_HEADER = 60
"""Characters of a header that may be repeated with each of its cells."""


def speak_table(block: Table, scene: Scene) -> Iterator[Line]:
    """Yield a table row by row, or column by column; each cell is said with its headers, which it does not show again.

    A summary is the table's size, its caption and the names of its columns.
    """
    yield Pause(PARAGRAPH_MS)
    yield from _opening(block, scene)
    yield Enter(BlockKind.TABLE, anchor=block.anchor)
    if text_of(block.caption).strip():
        yield Enter(BlockKind.CAPTION)
        yield from speak_runs(block.caption, scene)
        yield Leave(BlockKind.CAPTION)
    yield from _lines(block, scene)
    yield Leave(BlockKind.TABLE)
    if scene.verbosity is not Verbosity.PLAIN:
        yield Pause(ROW_MS)
        yield from scene.announce(Phrase.END_TABLE)
    yield Pause(PARAGRAPH_MS)


class _Strip(NamedTuple):
    """A row or a column of a table, as it is read."""

    row: Row
    number: int
    """Among the rows that are no headers, or among all columns, from 1."""
    places: tuple[int, ...]
    """For each cell the number of its column, or of its row; 0 for a header row."""


def _lines(block: Table, scene: Scene) -> Iterator[Line]:
    for strip in _BY[scene.manner.tables](block):
        yield Pause(ROW_MS)
        yield from _strip(strip, scene)


def _rows(block: Table) -> Iterator[_Strip]:
    for row, number in zip(block.rows, _row_numbers(block), strict=True):
        yield _Strip(row, number, tuple(range(1, len(row.cells) + 1)))


def _columns(block: Table) -> Iterator[_Strip]:
    """Yield columns; where cells are missing, empty ones keep the others in place."""
    columns = zip_longest(*(row.cells for row in block.rows), fillvalue=Cell(()))
    for number, cells in enumerate(columns, start=1):
        row = Row(cells, all(cell.is_header or not cell.runs for cell in cells))
        yield _Strip(row, number, _row_numbers(block))


def _names(block: Table) -> Iterator[_Strip]:
    return (strip for strip in _rows(block) if strip.row.is_header)


def _row_numbers(block: Table) -> tuple[int, ...]:
    counted = accumulate(not row.is_header for row in block.rows)
    return tuple(0 if row.is_header else number for row, number in zip(block.rows, counted, strict=True))


_BY: Mapping[Tables, Callable[[Table], Iterator[_Strip]]] = {
    Tables.ROWS: _rows,
    Tables.COLUMNS: _columns,
    Tables.SUMMARY: _names,
}


def _opening(block: Table, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is Verbosity.PLAIN:
        return
    rows = sum(not row.is_header for row in block.rows)
    columns = max((len(row.cells) for row in block.rows), default=0)
    phrase = Phrase.NAMED_TABLE if text_of(block.caption).strip() else Phrase.TABLE
    size = (scene.phrases.count(rows, Noun.ROW), scene.phrases.count(columns, Noun.COLUMN))
    yield from scene.announce(phrase, *size)
    yield Pause(SENTENCE_MS)


def _strip(strip: _Strip, scene: Scene) -> Iterator[Line]:
    yield from _before_strip(strip, scene)
    shown = frozenset(text_of(cell.runs).strip() for cell in strip.row.cells if cell.is_header)
    yield Enter(BlockKind.ROW)
    for place, cell in zip(strip.places, strip.row.cells, strict=True):
        if place and not strip.row.is_header and text_of(cell.runs).strip():
            yield from _place(strip.number, place, scene)
        yield from _cell(cell, shown, scene.at(cell.anchor))
    yield Leave(BlockKind.ROW)


def _before_strip(strip: _Strip, scene: Scene) -> Iterator[Line]:
    by_columns = scene.manner.tables is Tables.COLUMNS
    if scene.verbosity is not Verbosity.PLAIN and strip.row.is_header:
        yield from scene.announce(Phrase.ROWS if by_columns else Phrase.COLUMNS)
        yield Pause(SENTENCE_MS)
    elif scene.verbosity is Verbosity.GUIDED:
        yield from scene.announce(Phrase.COLUMN if by_columns else Phrase.ROW, scene.phrases.number(strip.number))
        yield Pause(SENTENCE_MS)


def _place(number: int, place: int, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is Verbosity.FULL:
        where = (place, number) if scene.manner.tables is Tables.COLUMNS else (number, place)
        yield from scene.announce(Phrase.CELL, *map(scene.phrases.number, where))
        yield Pause(SENTENCE_MS)


def _cell(cell: Cell, said_already: frozenset[str], scene: Scene) -> Iterator[Line]:
    kind = BlockKind.HEADER_CELL if cell.is_header else BlockKind.CELL
    yield Enter(kind)
    yield from speak_line(cell.runs, scene, scene.role, _lead(cell, said_already, scene))
    yield Leave(kind)


def _lead(cell: Cell, said_already: frozenset[str], scene: Scene) -> str:
    """Return the headers of a cell as said before it: "Opens, "; those that stand in its own row are not repeated."""
    wanted = dict.fromkeys(header.strip() for header in cell.headers if header.strip() not in {*said_already, ""})
    return "".join(
        f"{as_said(header, scene.lang, scene.manner.lexicon).text.rstrip('.:;,')}, "
        for header in wanted
        if len(header) <= LONGEST_HEADER
    )
