"""Paragraphs go in, lists come out where their lines start with typed bullets or numbers."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from postaloud.model.article import Block, ListBlock, ListItem, Paragraph, Runs, text_of
from postaloud.reading.inline import LINE_BREAK, Piece, Pieces, runs_of
from postaloud.reading.view import Item

_BULLET = re.compile(r"\s*([•●▪■◦○‣∙·➤►▶✓✔✅☑★➢❖]\ufe0f?)\s*(?=\S)")
_DASH = re.compile(r"\s*([-*–])\s+(?=\S)")
_NUMBER = re.compile(r"\s*(?:\((?P<a>\d{1,3}|[a-z])\)|(?P<b>\d{1,3}|[a-z])\)|(?P<c>\d{1,3})\.)\s+(?=\S)")
_FEWEST = 2
_LONGEST, _LONGEST_COUNTED = 600, 200
"""Characters of a paragraph that may be an item; longer ones that count ("1. …") are sections of prose."""


@dataclass(frozen=True, slots=True)
class _Mark:
    """What is typed before an item."""

    kind: str
    """The bullet itself, or the signs around the number."""
    ordinal: str | None
    length: int
    """Characters that it takes, with the space behind it."""

    @property
    def longest(self) -> int:
        """The most characters that a paragraph may have as an item with this mark."""
        return _LONGEST_COUNTED if self.kind == "c1" else _LONGEST

    def follows(self, before: "_Mark") -> bool:
        """Whether this mark continues a list after another."""
        return self.kind == before.kind and (self.ordinal is None or _value(self.ordinal) == _value(before.ordinal) + 1)


def lists_in(pieces: Pieces, anchor: str) -> Iterator[Block]:
    """Yield the paragraphs of a text with line breaks, and the lists that are typed into it."""
    lines = [Paragraph(runs, anchor) for line in _lines(pieces) if (runs := runs_of(line))]
    marks = [_mark(line.runs, is_line=True) for line in lines]
    if not any(_continues(marks, at) for at in range(len(marks))):
        yield Paragraph(runs_of(pieces), anchor)
        return
    held: list[Paragraph] = []
    for first, last in _stretches(marks):
        marked = zip(lines[first:last], marks[first:last], strict=True)
        listed = _list([(line, mark) for line, mark in marked if mark is not None])
        if listed is None:
            held.extend(lines[first:last])
            continue
        yield from _joined(held, anchor)
        held = []
        yield listed
    yield from _joined(held, anchor)


def with_typed_lists(items: Iterable[Item]) -> Iterator[Item]:
    """Yield the items of a page, with successive paragraphs that are typed as a list made one."""
    held: list[tuple[Paragraph, _Mark]] = []
    for item in items:
        mark = _mark(item.runs, is_line=False) if isinstance(item, Paragraph) else None
        if held and (mark is None or not mark.follows(held[-1][1])):
            yield from _released(held)
            held = []
        if isinstance(item, Paragraph) and mark is not None and len(text_of(item.runs)) <= mark.longest:
            held.append((item, mark))
        else:
            yield from _released(held)
            held = []
            yield item
    yield from _released(held)


def _released(held: Sequence[tuple[Paragraph, _Mark]]) -> Iterator[Block]:
    listed = _list(held)
    yield from (listed,) if listed is not None else (paragraph for paragraph, _ in held)


def _list(lines: Sequence[tuple[Paragraph, _Mark]]) -> ListBlock | None:
    if len(lines) < _FEWEST:
        return None
    items = (
        ListItem((replace(line, runs=_without(line.runs, mark.length)),), mark.ordinal, line.anchor)
        for line, mark in lines
    )
    return ListBlock(tuple(items), lines[0][1].ordinal is not None, lines[0][0].anchor)


def _joined(lines: Sequence[Paragraph], anchor: str) -> Iterator[Paragraph]:
    runs = tuple(
        replace(run, text=f" {run.text}") if at and not place else run
        for at, line in enumerate(lines)
        for place, run in enumerate(line.runs)
    )
    if runs:
        yield Paragraph(runs, anchor)


def _lines(pieces: Pieces) -> Iterator[Pieces]:
    line: list[Piece] = []
    for piece in pieces:
        if piece.text == LINE_BREAK:
            yield tuple(line)
            line = []
        else:
            line.append(piece)
    yield tuple(line)


def _mark(runs: Runs, *, is_line: bool) -> _Mark | None:
    """Return what is typed before a text; dashes before whole paragraphs are those of a dialogue."""
    text = text_of(runs)
    found = _BULLET.match(text) or (_DASH.match(text) if is_line else None)
    if found:
        return _Mark(found[1], None, found.end())
    number = _NUMBER.match(text)
    if number is None or number.lastgroup is None:
        return None
    ordinal = number[number.lastgroup]
    return _Mark(number.lastgroup + ("1" if ordinal.isdigit() else "a"), ordinal, number.end())


def _value(ordinal: str | None) -> int:
    written = ordinal or "0"
    return int(written) if written.isdigit() else ord(written)


def _continues(marks: Sequence[_Mark | None], at: int) -> bool:
    mark, before = marks[at], marks[at - 1] if at else None
    return mark is not None and before is not None and mark.follows(before)


def _stretches(marks: Sequence[_Mark | None]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last place of each stretch of lines that go together, the last exclusive."""
    starts = [at for at in range(len(marks)) if not at or not _continues(marks, at)]
    yield from pairwise((*starts, len(marks)))


def _without(runs: Runs, length: int) -> Runs:
    """Return runs without their first characters, which may reach over several."""
    rest = list(runs)
    while rest and length >= len(rest[0].text):
        length -= len(rest.pop(0).text)
    return (replace(rest[0], text=rest[0].text[length:].lstrip(" ")), *rest[1:]) if rest else ()
