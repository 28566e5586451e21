"""A passage goes in, the blocks that it is comes out: paragraphs, a table, code, or lines set in as a quote."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from postaloud.reading.plaintext.blocks import Block, Code, Paragraph, Passage, Picture, Quote, Table
from postaloud.reading.plaintext.lines import Line
from postaloud.reading.plaintext.measure import LONG, Measure
from postaloud.reading.plaintext.phrasing import is_sentence

_SET_IN = 2
"""Columns from which on a line counts as set in."""
_FEWEST_ROWS = 3
_PIPED = re.compile(r"\|.*\|")
_DRAWN = re.compile(r"[|+\-=: ]*-{2,}[|+\-=: ]*|[|+\-=: ]*={2,}[|+\-=: ]*")
_COLUMN_GAP = re.compile(r"(?<![.!?:;,\"'”’)]) {2,}")
_CODE_SIGN = re.compile(
    r"[{};\\$]|\w\(|[^ ]=[^ ]| = |==|=>|->|(?:^| )--?\w|^(?:>>>|#|//|<|\./)"
    r"|^(?:pip|npm|git|cd|sudo|apt|brew|import|def|class|return|print|let|const|var|python|curl|docker|SELECT)\b"
)
_PICTURE = re.compile(r"\[(?:illustration|image|photo|picture)(?::\s*(?P<alt>[^\]]+))?\]", re.IGNORECASE)
_SPEAKER = re.compile(r"[A-Z][\w.’' ]{0,24}: +\S")
_JOINS = re.compile(r"[^\W\d_]-$")
_SUSPENDED = ("and", "or", "to", "und", "oder", "et", "ou", "y", "o", "e")


def blocks_of(passage: Passage, before: Block | None, measure: Measure) -> tuple[Block, ...]:
    """Return what a passage that is no heading holds; `before` is the block above it."""
    if picture := _PICTURE.fullmatch(passage.text):
        return (Picture(picture["alt"].strip()),) if picture["alt"] else ()
    if table := _table(passage.lines):
        return (table,)
    if not _is_set_in(passage.lines, measure):
        return tuple(_paragraphs(passage.lines, measure))
    if _is_code(passage, before):
        margin = min(line.indent for line in passage.lines)
        return (Code("\n".join(" " * (line.indent - margin) + line.text for line in passage.lines)),)
    paragraphs = tuple(_paragraphs(passage.lines, measure))
    return paragraphs if _is_centred(passage.lines, measure) else (Quote(paragraphs),)


def _paragraphs(lines: Sequence[Line], measure: Measure) -> Iterator[Paragraph]:
    """Start a paragraph at a first line set in, and at each line where paragraphs are lines."""
    margin = min(line.indent for line in lines)
    held = [lines[0]]
    for above, line in pairwise(lines):
        is_indented = line.indent > margin + 1 and above.indent <= margin + 1 and is_sentence(above.text)
        is_own = not measure.width and max(above.end, line.end) > LONG
        is_own = is_own or (bool(_SPEAKER.match(line.text)) and not measure.is_forced(above, line))
        if is_own or is_indented:
            yield Paragraph(joined(held, measure))
            held = []
        held.append(line)
    yield Paragraph(joined(held, measure))


def joined(lines: Sequence[Line], measure: Measure) -> tuple[str, ...]:
    """Return the lines as their author ended them, those broken at the margin joined."""
    texts = [lines[0].text]
    for above, line in pairwise(lines):
        if not measure.is_forced(above, line):
            texts.append(line.text)
        elif _JOINS.search(above.text) and line.text.partition(" ")[0].lower() not in _SUSPENDED:
            texts[-1] += line.text
        else:
            texts[-1] += f" {line.text}"
    return tuple(texts)


def _table(lines: Sequence[Line]) -> Table | None:
    """Return a table where each line has as many cells, between bars, below drawn columns, or between wide gaps."""
    drawn = [at for at, line in enumerate(lines) if _DRAWN.fullmatch(line.text)]
    columns = _columns(lines[drawn[0]], lines) if drawn else ()
    rows = [_cells(line, columns) for at, line in enumerate(lines) if at not in drawn]
    fewest = 2 if drawn or "|" in lines[0].text else _FEWEST_ROWS
    if len(rows) < fewest or len(rows[0]) < 2 or any(len(row) != len(rows[0]) for row in rows):
        return None
    return Table(tuple(rows), has_header=drawn[:1] == [1] or drawn[:2] == [0, 2])


def _columns(drawn: Line, lines: Sequence[Line]) -> tuple[int, ...]:
    """Return where columns start that are drawn with gaps between them, if no word of the table crosses one."""
    starts = tuple(found.start() + drawn.indent for found in re.finditer(r"[-=]+", drawn.text))
    is_crossed = any(_at(line, start - 1) != " " for line in lines for start in starts[1:])
    return () if is_crossed or "|" in drawn.text or "+" in drawn.text or len(starts) < 2 else starts


def _at(line: Line, column: int) -> str:
    """Return what stands in a column of a line."""
    return line.text[column - line.indent] if line.indent <= column < line.end else " "


def _cells(line: Line, columns: tuple[int, ...]) -> tuple[str, ...]:
    if columns:
        text = " " * line.indent + line.text
        return tuple(text[start:end].strip() for start, end in zip(columns, (*columns[1:], None), strict=True))
    if _PIPED.fullmatch(line.text):
        return tuple(cell.strip() for cell in line.text[1:-1].split("|"))
    return tuple(_COLUMN_GAP.split(line.text))


def _is_set_in(lines: Sequence[Line], measure: Measure) -> bool:
    return all(line.indent >= measure.margin + _SET_IN for line in lines)


def _is_code(passage: Passage, before: Block | None) -> bool:
    signs = sum(1 for line in passage.lines if _CODE_SIGN.search(line.text))
    is_announced = isinstance(before, Paragraph) and before.lines[-1].endswith(":")
    needed = 1 if is_announced and not is_sentence(passage.text) else len(passage.lines)
    return signs * 2 >= needed


def _is_centred(lines: Sequence[Line], measure: Measure) -> bool:
    """Whether lines stand in the middle, as on a title page."""
    middle = (measure.width or 72) / 2
    return all(abs((line.indent + line.end) / 2 - middle) <= 4 and line.indent > 8 for line in lines)
