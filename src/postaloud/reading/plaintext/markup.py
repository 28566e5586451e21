"""The blocks of a text go in, HTML comes out."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import assert_never

from postaloud.reading.plaintext.blocks import (
    Block,
    Break,
    Code,
    Heading,
    Item,
    ListOf,
    Paragraph,
    Passage,
    Picture,
    Quote,
    Table,
)
from postaloud.reading.plaintext.opening import TITLE

_ADDRESS = re.compile(r"(?:&lt;)?(?P<address>https?://[^\s<>&\"]+(?:&amp;[^\s<>&\"]+)*[^\s<>&\".,;:!?)\]'])(?:&gt;)?")
_MARKS = (
    (re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])"), r"<em>\1</em>"),
    (re.compile(r"(?<![\w*])\*{1,2}(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*{1,2}(?![\w*])"), r"<strong>\1</strong>"),
)


def to_html(blocks: Iterable[Block], levels: Mapping[str, int]) -> str:
    """Write blocks as HTML; `levels` has the level of each kind of heading."""
    return "\n".join(_element(block, levels) for block in blocks)


def _element(block: Block, levels: Mapping[str, int]) -> str:  # noqa: PLR0911 - one return for each kind of block
    match block:
        case Heading():
            level = 1 if block.kind == TITLE else levels[block.kind]
            return f"<h{level}>{_lines(block.lines)}</h{level}>"
        case Paragraph():
            return f"<p>{_lines(block.lines)}</p>"
        case Passage():
            return f"<p>{_lines([line.text for line in block.lines])}</p>"
        case ListOf():
            return _list(block, levels)
        case Quote():
            return f"<blockquote>{to_html(block.blocks, levels)}</blockquote>"
        case Code():
            return f"<pre>\n{escape(block.text)}</pre>"
        case Table():
            return _table(block)
        case Picture():
            return f'<img alt="{escape(block.alt)}">'
        case Break():
            return "<hr>"
        case _:
            assert_never(block)


def _lines(lines: Sequence[str]) -> str:
    return "<br>".join(map(_inline, lines))


def _inline(text: str) -> str:
    """Write a line with its addresses as links, and what is set apart by _underscores_ or *asterisks* marked so."""
    parts: list[str] = []
    written, end = escape(text, quote=False), 0
    for found in _ADDRESS.finditer(written):
        address = found["address"]
        parts += [_marked(written[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join((*parts, _marked(written[end:])))


def _marked(text: str) -> str:
    for pattern, marked in _MARKS:
        text = pattern.sub(marked, text)
    return text


def _list(block: ListOf, levels: Mapping[str, int]) -> str:
    items = "\n".join(_item(item, levels) for item in block.items)
    return f'<ol type="{block.type}">{items}</ol>' if block.type else f"<ul>{items}</ul>"


def _item(item: Item, levels: Mapping[str, int]) -> str:
    value = "" if item.value is None else f' value="{item.value}"'
    return f"<li{value}>{to_html(item.blocks, levels)}</li>"


def _table(block: Table) -> str:
    rows = [_row(row, "th" if not at and block.has_header else "td") for at, row in enumerate(block.rows)]
    return f"<table>{''.join(rows)}</table>"


def _row(cells: Iterable[str], name: str) -> str:
    return f"<tr>{''.join(f'<{name}>{_inline(cell)}</{name}>' for cell in cells)}</tr>"
