"""The content of one block in, its element out."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from postaloud.model.script import BlockKind, Enter
from postaloud.publishing.markup import element, escaped, opening
from postaloud.publishing.ordinals import numbering

_FULL_CELL = re.compile(r"<td(?!></td>)")
_HEADER_CELL = re.compile(r"<th(?=>| (?!scope))")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    sign: str
    """The number that the page shows, or ""."""
    content: str
    attributes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Block:
    """A block whose content is complete; content and captions are markup."""

    enter: Enter
    content: str
    captions: Sequence[str]
    items: Sequence[Item]
    attributes: Mapping[str, str]
    label: str
    """What a table is called where it has no name of its own."""


def block_markup(block: Block) -> str:
    """Return the element that shows a block."""
    return _ELEMENTS.get(block.enter.kind, _plain)(block)


def _plain(block: Block) -> str:
    return element(block.enter.kind.value, block.content, block.attributes)


def _heading(block: Block) -> str:
    return element(f"h{heading_level(block.enter)}", block.content, block.attributes)


def heading_level(enter: Enter) -> int:
    """Return 2 to 6; the page's only heading of level one is its title."""
    return min(max(int(enter.value), 2), 6) if enter.value.isdecimal() else 2


def _bulleted(block: Block) -> str:
    items = (element("li", item.content, item.attributes) for item in block.items)
    return element("ul", _lines(items), block.attributes)


def _ordered(block: Block) -> str:
    counting = numbering([item.sign for item in block.items])
    signs = counting.signs or [""] * len(block.items)
    items = (_numbered(*row) for row in zip(block.items, counting.values, signs, strict=True))
    style = {"type": counting.kind, "class": "signs" if counting.signs else ""}
    return element("ol", _lines(items), {**block.attributes, **style})


def _numbered(item: Item, value: int | None, sign: str) -> str:
    attributes = {**item.attributes, "value": "" if value is None else str(value)}
    return element("li", (element("span", escaped(sign)) + " " if sign else "") + item.content, attributes)


def _figure(block: Block) -> str:
    return element("figure", f"{block.content}{_caption('figcaption', block)}\n", block.attributes)


def _note(block: Block) -> str:
    return element("aside", block.content, {**block.attributes, "role": "doc-footnote"})


def _code(block: Block) -> str:
    return element("pre", element("code", block.content), block.attributes)


def _break(block: Block) -> str:
    return opening("hr", block.attributes)


def _table(block: Block) -> str:
    """A wide table scrolls by itself, also from the keyboard (WCAG 2.1.1), and the page does not."""
    has_headers = "<th" in block.content or block.captions
    columns = "" if has_headers else "\n<colgroup></colgroup>"  # else browsers take a table of one row for layout
    body = element("tbody", f"{block.content}\n")
    table = element("table", f"{_caption('caption', block)}{columns}\n{body}\n", block.attributes)
    return element("div", table, {"class": "wide", "role": "group", "aria-label": block.label, "tabindex": "0"})


def _row(block: Block) -> str:
    """Let header cells say what they head (WCAG technique H63): a column where the row holds nothing else."""
    scope = "row" if _FULL_CELL.search(block.content) else "col"
    return element("tr", _HEADER_CELL.sub(f'<th scope="{scope}"', block.content), block.attributes)


def _caption(tag: str, block: Block) -> str:
    return f"\n{element(tag, ' '.join(block.captions))}" if block.captions else ""


def _lines(items: Iterable[str]) -> str:
    return "".join(f"\n{item}" for item in items) + "\n"


_ELEMENTS: Mapping[BlockKind, Callable[[Block], str]] = {
    BlockKind.TITLE: _heading,
    BlockKind.HEADING: _heading,
    BlockKind.ORDERED_LIST: _ordered,
    BlockKind.BULLET_LIST: _bulleted,
    BlockKind.FIGURE: _figure,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
    BlockKind.ROW: _row,
    BlockKind.BREAK: _break,
    BlockKind.NOTE: _note,
}
"""How a block is shown where its element needs more than its content."""
