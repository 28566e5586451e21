"""Lines go in, blocks come out: what carries a mark of its own is told apart, the rest stays a passage."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from postaloud.reading.plaintext.blocks import Block, Break, Code, Heading, Passage, Quote
from postaloud.reading.plaintext.lines import Line, Look, as_text, heading_marks, unquoted
from postaloud.reading.plaintext.lists import build_list, find_list
from postaloud.reading.plaintext.measure import Measure

DEEPEST = 12
"""Lists and quotes nested deeper are read as text."""
_UNDERLINES = "=-~^*#_+\"'`"
_COLUMNS = re.compile(r"\S {2,}\S")
_SHORTEST_UNDERLINE = 3
_LONGEST_CODE = 2000
"""Lines within which a fence must be closed."""
_BOX = 3
"""Lines from a rule to the rule below a heading, at most."""

Settle = Callable[[Sequence[Block], Measure], tuple[Block, ...]]


@dataclass(slots=True)
class _Reader:
    """How far the lines are read."""

    lines: Sequence[Line]
    measure: Measure
    depth: int
    settle: Settle
    """Decides about the passages inside items and quotes."""
    at: int = 0
    blocks: list[Block] = field(default_factory=list)
    number: int = 0
    """The number of the last item of the last list."""

    @property
    def look(self) -> Look:
        return self.lines[self.at].look

    def inner(self, lines: Sequence[Line]) -> tuple[Block, ...]:
        """Read what an item or a quote holds."""
        return self.settle(parse(lines, self.measure, self.settle, self.depth + 1), self.measure)


def parse(lines: Sequence[Line], measure: Measure, settle: Settle, depth: int = 0) -> tuple[Block, ...]:
    """Return the blocks that some lines hold; the passages on the top stay as they are."""
    reader = _Reader(lines, measure, depth, settle)
    while reader.at < len(lines):
        _READERS[reader.look](reader)
    return tuple(reader.blocks)


def _read_blank(reader: _Reader) -> None:
    reader.at += 1


def _read_rule(reader: _Reader) -> None:
    box = _box(reader.lines, reader.at)
    if box:
        reader.blocks.append(Heading(tuple(line.text for line in box), f"boxed {reader.lines[reader.at].text[0]}"))
    else:
        reader.blocks.append(Break())
    reader.at += len(box) + 2 if box else 1


def _box(lines: Sequence[Line], at: int) -> Sequence[Line]:
    """Return the lines between a rule and the same rule directly below them."""
    for end in range(at + 2, min(at + 2 + _BOX, len(lines))):
        inner = lines[at + 1 : end]
        if lines[end].look is Look.RULE and lines[end].text[0] == lines[at].text[0]:
            return inner if all(line.look in (Look.TEXT, Look.ITEM) for line in inner) else ()
    return ()


def _read_fence(reader: _Reader) -> None:
    sign = reader.lines[reader.at].text[:3]
    most = min(len(reader.lines), reader.at + _LONGEST_CODE)
    ends = (at for at in range(reader.at + 1, most) if reader.lines[at].text == sign)
    end = next(ends, None)
    if end is None:
        _read_passage(reader)
        return
    inner = reader.lines[reader.at + 1 : end]
    reader.blocks.append(Code("\n".join(" " * line.indent + line.text for line in inner)))
    reader.at = end + 1


def _read_marked(reader: _Reader) -> None:
    level, text = heading_marks(reader.lines[reader.at])
    reader.blocks.append(Heading((text,), f"marked {level}"))
    reader.at += 1


def _read_quoted(reader: _Reader) -> None:
    end = reader.at
    while end < len(reader.lines) and reader.lines[end].look is Look.QUOTED:
        end += 1
    if reader.depth >= DEEPEST:
        _read_passage(reader)
        return
    blocks = reader.inner([unquoted(line) for line in reader.lines[reader.at : end]])
    reader.blocks += [Quote(blocks)] if blocks else []
    reader.at = end


def _read_item(reader: _Reader) -> None:
    deep_enough = reader.depth >= DEEPEST
    found = None if deep_enough else find_list(reader.lines, reader.at, reader.measure, reader.number)
    if found is None:
        _read_passage(reader)
        return
    reader.blocks.append(build_list(found, reader.inner))
    reader.at, reader.number = found.end, found.last


def _read_passage(reader: _Reader) -> None:
    """Take lines up to a gap, a mark, or a line drawn below a heading."""
    start, lines = reader.at, reader.lines
    reader.at += 1
    while reader.at < len(lines) and _goes_on(reader):
        reader.at += 1
    passage = Passage(tuple(map(as_text, lines[start : reader.at])), _gap(lines, start))
    underline = lines[reader.at] if reader.at < len(lines) else None
    if underline is None or not _is_underline(underline, passage.lines[-1]):
        reader.blocks.append(passage)
        return
    above = passage.lines[:-1]
    reader.blocks += [Passage(above, passage.gap)] if above else []
    reader.blocks.append(Heading((passage.lines[-1].text,), f"underlined {underline.text[0]}"))
    reader.at += 1


def _goes_on(reader: _Reader) -> bool:
    line, above = reader.lines[reader.at], reader.lines[reader.at - 1]
    if line.look is Look.RULE:
        return bool(_COLUMNS.search(line.text) and _COLUMNS.search(above.text))
    if line.look is not Look.ITEM:
        return line.look is Look.TEXT
    if reader.depth >= DEEPEST:
        return True
    found = find_list(reader.lines, reader.at, reader.measure, reader.number)
    return found is None or (len(found.items) == 1 and reader.measure.is_forced(above, line))


def _is_underline(rule: Line, above: Line) -> bool:
    if rule.look is not Look.RULE or rule.text[0] not in _UNDERLINES or set(rule.text) != {rule.text[0]}:
        return False
    shortest = max(_SHORTEST_UNDERLINE, len(above.text) // 2)
    return shortest <= len(rule.text) <= max(len(above.text) * 2, len(above.text) + 6)


def _gap(lines: Sequence[Line], at: int) -> int:
    start = at
    while at and lines[at - 1].look is Look.BLANK:
        at -= 1
    return start - at


_READERS: dict[Look, Callable[[_Reader], None]] = {
    Look.BLANK: _read_blank,
    Look.RULE: _read_rule,
    Look.FENCE: _read_fence,
    Look.MARKED: _read_marked,
    Look.QUOTED: _read_quoted,
    Look.ITEM: _read_item,
    Look.TEXT: _read_passage,
}
