"""Lines of a script in, the same lines out as a well-formed tree: whatever was cut away is opened or closed again.

A preview may start or stop a script anywhere, so an `Enter` may lack its `Leave` and the other way round. The rules are
those of HTML's content model: text stands in paragraphs, items in lists, cells in rows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from postaloud.model.script import BlockKind, ChapterMark, Earcon, Enter, Leave, Line, Pause, Utterance

Shown = Enter | Leave | Utterance | ChapterMark

_TEXT_ONLY = frozenset(
    {
        BlockKind.TITLE,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.CODE,
        BlockKind.BREAK,
        BlockKind.TERM,
        BlockKind.SOURCE,
    }
)
_LISTS = (BlockKind.ORDERED_LIST, BlockKind.BULLET_LIST)
_CELLS = (BlockKind.CELL, BlockKind.HEADER_CELL)
_PARENTS = {
    BlockKind.ITEM: _LISTS,
    BlockKind.ROW: (BlockKind.TABLE,),
    BlockKind.CELL: (BlockKind.ROW,),
    BlockKind.HEADER_CELL: (BlockKind.ROW,),
    BlockKind.TERM: (BlockKind.DEFINITIONS,),
    BlockKind.DEFINITION: (BlockKind.DEFINITIONS,),
}
"""Where a block must stand; the first is made where it is missing."""
_CHILDREN = {
    BlockKind.ORDERED_LIST: (BlockKind.ITEM,),
    BlockKind.BULLET_LIST: (BlockKind.ITEM,),
    BlockKind.TABLE: (BlockKind.ROW, BlockKind.CAPTION),
    BlockKind.ROW: _CELLS,
    BlockKind.DEFINITIONS: (BlockKind.DEFINITION, BlockKind.TERM),
}
"""What alone may stand in a block; the first is made around anything else."""
_HOLDS_TEXT = (_TEXT_ONLY - {BlockKind.BREAK}) | {BlockKind.ITEM, BlockKind.DEFINITION, BlockKind.CAPTION, *_CELLS}


@dataclass(frozen=True, slots=True)
class _Open:
    """A block that is open."""

    kind: BlockKind
    asked: BlockKind | None
    """What the script entered, which its `Leave` will name; None where we made the block ourselves."""


def balanced(lines: Iterable[Line]) -> Iterator[Shown]:
    """Yield what shows, with every `Enter` closed by its own `Leave` and every block where HTML allows it."""
    stack: list[_Open] = []
    for line in lines:
        match line:
            case Enter():
                yield from _enter(stack, line, line.kind)
            case Leave():
                yield from _leave(stack, line.kind)
            case Utterance():
                yield from _make_room_for_text(stack)
                yield line
            case ChapterMark():
                yield line
            case Pause() | Earcon():
                pass
            case _:
                assert_never(line)
    yield from _close(stack, 0)


def _enter(stack: list[_Open], enter: Enter, asked: BlockKind | None) -> Iterator[Shown]:
    yield from _close(stack, _depth_that_holds(stack, enter.kind))
    fitting = _fitting(stack, enter)
    yield from _make_place(stack, fitting)
    stack.append(_Open(fitting.kind, asked))
    yield fitting


def _fitting(stack: list[_Open], enter: Enter) -> Enter:
    """Return the block, or a paragraph in place of a caption of nothing or a heading inside a table."""
    around = [block.kind for block in stack]
    is_caption = enter.kind is BlockKind.CAPTION and not {BlockKind.FIGURE, BlockKind.TABLE} & set(around[-1:])
    is_heading = enter.kind in {BlockKind.TITLE, BlockKind.HEADING} and BlockKind.TABLE in around
    return replace(enter, kind=BlockKind.PARAGRAPH) if is_caption or is_heading else enter


def _depth_that_holds(stack: list[_Open], kind: BlockKind) -> int:
    """Return how many blocks may stay open around a new one."""
    depth = len(stack)
    while depth and (stack[depth - 1].kind in _TEXT_ONLY or _is_outgrown(stack[depth - 1], kind)):
        depth -= 1
    return depth


def _is_outgrown(block: _Open, kind: BlockKind) -> bool:
    """Tell whether a block that we made ends because the next one of its list or table comes, or another block."""
    is_inner = kind in _PARENTS or kind is BlockKind.CAPTION or block.kind in _CHILDREN
    return block.asked is None and is_inner and kind not in _CHILDREN.get(block.kind, ())


def _make_place(stack: list[_Open], enter: Enter) -> Iterator[Shown]:
    parents = _PARENTS.get(enter.kind, ())
    if parents and not (stack and stack[-1].kind in parents):
        bullets = enter.kind is BlockKind.ITEM and not enter.value
        yield from _enter(stack, Enter(parents[1] if bullets else parents[0]), None)
    while stack and enter.kind not in _CHILDREN.get(stack[-1].kind, (enter.kind,)):
        yield from _enter(stack, Enter(_CHILDREN[stack[-1].kind][0]), None)


def _make_room_for_text(stack: list[_Open]) -> Iterator[Shown]:
    while stack and (stack[-1].kind is BlockKind.BREAK or (stack[-1].asked is None and stack[-1].kind in _CHILDREN)):
        yield from _close(stack, len(stack) - 1)
    while stack and stack[-1].kind in _CHILDREN:
        yield from _enter(stack, Enter(_CHILDREN[stack[-1].kind][0]), None)
    if not (stack and stack[-1].kind in _HOLDS_TEXT):
        yield from _enter(stack, Enter(BlockKind.PARAGRAPH), None)


def _leave(stack: list[_Open], kind: BlockKind) -> Iterator[Shown]:
    """Close the innermost block that was entered as this kind; a `Leave` of nothing is passed over."""
    depths = [depth for depth, block in enumerate(stack) if block.asked is kind]
    if depths:
        yield from _close(stack, depths[-1])


def _close(stack: list[_Open], depth: int) -> Iterator[Shown]:
    while len(stack) > depth:
        yield Leave(stack.pop().kind)
