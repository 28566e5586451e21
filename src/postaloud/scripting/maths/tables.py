"""Rows and columns in, words out: matrices, determinants, cases, equations one below the other."""

from collections.abc import Sequence

from postaloud.scripting.maths.telling import RELATIONS, Telling, is_plain
from postaloud.scripting.maths.tree import Node, items, row
from postaloud.scripting.maths.vocabulary import Shape

MOST_UNNAMED = 3
"""Rows and columns from which on each column is named."""
_BARS = ("||", "∣∣")

Cells = Sequence[Sequence[Node]]


def _rows(table: Node) -> list[Node]:
    return [one for one in table.children if one.name in ("mtr", "mlabeledtr")]


def _cells(table: Node) -> Cells:
    return [one.children[1:] if one.name == "mlabeledtr" else one.children for one in _rows(table)]


def say_matrix(table: Node, brackets: str, tell: Telling) -> str:
    """Return a matrix, a determinant or a column of numbers, row by row."""
    cells = _cells(table)
    size = str(len(cells)), str(max(map(len, cells), default=0))
    named = _named(cells, size, tell) if brackets not in _BARS else ""
    if named:
        return named
    shape = _kind(size, brackets, table)
    head = tell.shape(shape, *size)
    if size == ("1", "1"):
        return tell.shape(Shape.ENTRY, head, tell.say(cells[0][0]))
    return f"{head}; {_listed(table, cells, tell)}"


def _named(cells: Cells, size: tuple[str, str], tell: Telling) -> str:
    """Return the name of the identity or of a matrix of zeros."""
    texts = [[cell.text for cell in line] for line in cells]
    if len(texts) < 2 or any(len(line) != len(texts[0]) for line in texts):
        return ""
    if all(text == "0" for line in texts for text in line):
        return tell.shape(Shape.ZERO, *size)
    if len(texts) == len(texts[0]) and all(
        text == "0" for y, line in enumerate(texts) for x, text in enumerate(line) if x != y
    ):
        return _diagonal(cells, size, tell)
    return ""


def _diagonal(cells: Cells, size: tuple[str, str], tell: Telling) -> str:
    """Return the name of a matrix with nothing beside its diagonal, and what stands there."""
    entries = [line[place] for place, line in enumerate(cells)]
    if all(entry.text == "1" for entry in entries):
        return tell.shape(Shape.IDENTITY, *size)
    parts = [f"{tell.shape(Shape.COLUMN, str(place))}; {tell.say(entry)}" for place, entry in enumerate(entries, 1)]
    return "; ".join((tell.shape(Shape.DIAGONAL, *size), *parts))


def _kind(size: tuple[str, str], brackets: str, table: Node) -> Shape:
    if brackets in _BARS:
        return Shape.DETERMINANT
    if _lines(table, "columnlines"):
        return Shape.AUGMENTED
    if size[0] == "1" and size[1] != "1":
        return Shape.ROW_MATRIX
    return Shape.COLUMN_MATRIX if size[1] == "1" and size[0] != "1" else Shape.MATRIX


def _lines(table: Node, name: str) -> list[bool]:
    """Return behind which columns or rows there is a line."""
    found = [one in ("solid", "dashed") for one in table.attributes.get(name, "").split()]
    return found if any(found) else []


def _listed(table: Node, cells: Cells, tell: Telling) -> str:
    is_labelled = any(one.name == "mlabeledtr" for one in _rows(table))
    width = max(map(len, cells), default=0)
    is_long = len(cells) > MOST_UNNAMED or width > MOST_UNNAMED or is_labelled
    is_long = is_long or not all(is_plain(cell) or not items(cell) for line in cells for cell in line)
    parts = [_line(line, tell, _lines(table, "columnlines"), names=is_long and width > 1) for line in cells]
    if len(parts) == 1:
        return parts[0]
    if width == 1 and not is_long:
        return ", ".join(parts)
    marks = _lines(table, "rowlines")
    ends = [
        f", {tell.shape(Shape.ROW_SEPARATOR)}" if _has_line(marks, at, len(parts)) else "" for at in range(len(parts))
    ]
    heads = [_head(one, number, tell) for number, one in enumerate(_rows(table), 1)]
    return "; ".join(f"{head}; {part}{end}" for head, part, end in zip(heads, parts, ends, strict=True))


def _has_line(marks: Sequence[bool], place: int, total: int) -> bool:
    """Whether a line follows; the last mark holds for all that have none of their own."""
    return bool(marks) and place < total - 1 and marks[min(place, len(marks) - 1)]


def _head(line: Node, number: int, tell: Telling) -> str:
    if line.name == "mlabeledtr" and line.children:
        return tell.shape(Shape.LABELLED_ROW, str(number), tell.say(line.children[0]))
    return tell.shape(Shape.ROW, str(number))


def _line(cells: Sequence[Node], tell: Telling, marks: Sequence[bool], *, names: bool) -> str:
    parts: list[str] = []
    for place, cell in enumerate(cells):
        said = tell.say(cell)
        parts.append(f"{tell.shape(Shape.COLUMN, str(place + 1))}; {said}" if names else said)
        if _has_line(marks, place, len(cells)):
            parts.append(tell.shape(Shape.SEPARATOR))
    return ", ".join(parts)


def say_cases(table: Node, tell: Telling) -> str:
    """Return the cases of a definition, one behind the other."""
    return _numbered(table, tell, Shape.CASES, Shape.CASE)


def say_table(table: Node, tell: Telling) -> str:
    """Return equations below each other, or a table without brackets."""
    texts = [row(line) for line in _cells(table)]
    if any(one.text in RELATIONS for line in texts for cell in items(line) for one in items(cell)):
        return _numbered(table, tell, Shape.EQUATIONS, Shape.EQUATION)
    if all(len(line) == 1 for line in _cells(table)):
        return _numbered(table, tell, Shape.LINES, Shape.LINE)
    size = str(len(texts)), str(max((len(line) for line in _cells(table)), default=0))
    return f"{tell.shape(Shape.TABLE, *size)}; {_listed(table, _cells(table), tell)}"


def _numbered(table: Node, tell: Telling, every: Shape, one: Shape) -> str:
    lines = _continued(table, between=(Node("mtext", ","),) if one is Shape.CASE else ())
    if len(lines) == 1:
        return tell.say(lines[0])
    parts = [f"{tell.shape(one, str(number))}; {tell.say(line)}" for number, line in enumerate(lines, 1)]
    return "; ".join((tell.shape(every, str(len(lines))), *parts))


def _continued(table: Node, between: tuple[Node, ...]) -> list[Node]:
    """Return each line of a table as one row; a line that goes on with the one before joins it."""
    lines: list[Node] = []
    for line, cells in zip(_rows(table), _cells(table), strict=True):
        whole = [one for place, cell in enumerate(cells) for one in (*(between if place else ()), *items(cell))]
        if "continued" in line.attributes.get("intent", "") and lines:
            whole = [*items(lines.pop()), *whole]
        lines.append(row(whole))
    return lines
