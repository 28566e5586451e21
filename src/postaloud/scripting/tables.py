"""A data table in, its lines out: how large it is, its columns, and each row as a sentence of pairs."""

from collections.abc import Iterator

from postaloud.model.article import Cell, Row, Table, text_of
from postaloud.model.script import BlockKind, Enter, Leave, Line, Pause
from postaloud.scripting.manner import Verbosity
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.prose import speak_line, speak_runs
from postaloud.scripting.said import as_said
from postaloud.scripting.scene import PARAGRAPH_MS, ROW_MS, SENTENCE_MS, Scene

LONGEST_HEADER = 60
"""Characters of a header that may be repeated with each of its cells."""


def speak_table(block: Table, scene: Scene) -> Iterator[Line]:
    """Yield a table row by row; each cell is said with its headers, which it does not show again."""
    yield Pause(PARAGRAPH_MS)
    yield from _opening(block, scene)
    yield Enter(BlockKind.TABLE, anchor=block.anchor)
    if text_of(block.caption).strip():
        yield Enter(BlockKind.CAPTION)
        yield from speak_runs(block.caption, scene)
        yield Leave(BlockKind.CAPTION)
    number = 0
    for row in block.rows:
        number += not row.is_header
        yield Pause(ROW_MS)
        yield from _row(row, number, scene)
    yield Leave(BlockKind.TABLE)
    if scene.verbosity is not Verbosity.PLAIN:
        yield Pause(ROW_MS)
        yield from scene.announce(Phrase.END_TABLE)
    yield Pause(PARAGRAPH_MS)


def _opening(block: Table, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is Verbosity.PLAIN:
        return
    rows = sum(not row.is_header for row in block.rows)
    columns = max((len(row.cells) for row in block.rows), default=0)
    phrase = Phrase.NAMED_TABLE if text_of(block.caption).strip() else Phrase.TABLE
    size = (scene.phrases.count(rows, Noun.ROW), scene.phrases.count(columns, Noun.COLUMN))
    yield from scene.announce(phrase, *size)
    yield Pause(SENTENCE_MS)


def _row(row: Row, number: int, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is not Verbosity.PLAIN and row.is_header:
        yield from scene.announce(Phrase.COLUMNS)
        yield Pause(SENTENCE_MS)
    elif scene.verbosity is Verbosity.GUIDED:
        yield from scene.announce(Phrase.ROW, scene.phrases.number(number))
        yield Pause(SENTENCE_MS)
    shown = frozenset(text_of(cell.runs).strip() for cell in row.cells if cell.is_header)
    yield Enter(BlockKind.ROW)
    for column, cell in enumerate(row.cells, start=1):
        place = scene.verbosity is Verbosity.FULL and not row.is_header and bool(text_of(cell.runs).strip())
        if place:
            yield from scene.announce(Phrase.CELL, scene.phrases.number(number), scene.phrases.number(column))
            yield Pause(SENTENCE_MS)
        yield from _cell(cell, shown, scene.at(cell.anchor))
    yield Leave(BlockKind.ROW)


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
