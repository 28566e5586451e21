"""A list element goes in, a `ListBlock` comes out, with the number that the page shows before each item."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.model.article import Block, ListBlock, ListItem, Paragraph, Run, text_of
from postaloud.reading.inline import Piece, Style, runs_of, styled
from postaloud.reading.ordinals import numbers, shown
from postaloud.reading.tree import attr, elements, heading_level, is_hidden, is_item, is_list, squeeze, visible_text
from postaloud.reading.view import MAX_NESTING, Heading, Item, View, flat

_STYLE = re.compile(
    r"list-style(?:-type)?\s*:\s*(?:\w+\s+)?(lower-alpha|lower-latin|upper-alpha|upper-latin|lower-roman|upper-roman)"
)
_KINDS = {
    "lower-alpha": "a",
    "lower-latin": "a",
    "upper-alpha": "A",
    "upper-latin": "A",
    "lower-roman": "i",
    "upper-roman": "I",
}
_LONG_ITEM = 400
_FEWEST = 2

Part = Tag | NavigableString
Ordinals = Mapping[int, str]


def read_list(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield the list; one of long items with headings is a run of sections, and yields these."""
    inner = styled(style, tag, view.lang)
    parts = tuple(_parts(tag))
    ordinals = _ordinals(tag, [part for part in parts if isinstance(part, Tag) and is_item(part)])
    shown_parts = tuple(part for part in parts if not isinstance(part, Tag) or view.shows(part))
    if _opens_sections(shown_parts):
        yield from _sections(shown_parts, ordinals, inner, view)
        return
    items: list[ListItem] = []
    for part in shown_parts:
        _add(items, part, ordinals, inner, view)
    if items:
        yield ListBlock(tuple(items), tag.name == "ol", view.anchor(tag))


def _parts(tag: Tag) -> Iterator[Part]:
    """Yield a list's items, wherever they are wrapped, and what stands between them."""
    stack: list[object] = list(reversed(tag.contents))
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            if squeeze(node):
                yield node
        elif isinstance(node, Tag) and not is_hidden(node):
            if is_item(node) or not _wraps_items(node):
                yield node
            else:
                stack.extend(reversed(node.contents))


def _wraps_items(tag: Tag) -> bool:
    """Whether items of the list around an element stand inside it, as templates and custom elements do."""
    if is_list(tag):
        return False
    return any(is_item(child) and _owner(child, tag) for child in elements(tag))


def _owner(item: Tag, wrapper: Tag) -> bool:
    for parent in item.parents:
        if parent is wrapper:
            return True
        if is_list(parent):
            return False
    return False


def _ordinals(tag: Tag, items: list[Tag]) -> Ordinals:
    if tag.name != "ol":
        return {}
    named = _STYLE.search(attr(tag, "style").lower())
    kind = _KINDS[named[1]] if named else attr(tag, "type")
    values = [attr(item, "value") or None for item in items]
    found = numbers(values, attr(tag, "start") or None, is_reversed="reversed" in tag.attrs)
    return {id(item): shown(number, attr(item, "type") or kind) for item, number in zip(items, found, strict=True)}


def _opens_sections(parts: tuple[Part, ...]) -> bool:
    items = [part for part in parts if isinstance(part, Tag) and is_item(part)]
    if len(items) < _FEWEST or not all(any(map(heading_level, elements(item))) for item in items):
        return False
    return sum(len(visible_text(item)) for item in items) > _LONG_ITEM * len(items)


def _sections(parts: tuple[Part, ...], ordinals: Ordinals, style: Style, view: View) -> Iterator[Item]:
    for part in parts:
        if not isinstance(part, Tag):
            yield from _loose(part, style, view)
            continue
        ordinal = ordinals.get(id(part), "")
        for item in view.read(part, style, view.deeper()):
            if isinstance(item, Heading) and ordinal:
                yield _numbered(item, ordinal)
                ordinal = ""
            else:
                yield item


def _numbered(heading: Heading, ordinal: str) -> Heading:
    """Keep a number that the page shows beside a heading, unless the heading has it written already."""
    if text_of(heading.runs).startswith((ordinal, f"#{ordinal}")):
        return heading
    return replace(heading, runs=(Run(f"{ordinal}. "), *heading.runs))


def _add(items: list[ListItem], part: Part, ordinals: Ordinals, style: Style, view: View) -> None:
    if isinstance(part, Tag) and is_item(part):
        blocks = view.blocks(part, style)
        if blocks:
            items.append(ListItem(blocks, ordinals.get(id(part)), view.anchor(part)))
        return
    blocks = _loose(part, style, view)
    if items and blocks:
        items[-1] = replace(items[-1], blocks=items[-1].blocks + blocks)
    elif blocks:
        items.append(ListItem(blocks, anchor=blocks[0].anchor))


def _loose(part: Part, style: Style, view: View) -> tuple[Block, ...]:
    """What a page puts into a list beside its items: most often a nested list that should stand in one of them."""
    if isinstance(part, Tag) and is_list(part) and view.nesting < MAX_NESTING:
        return flat(read_list(part, style, view.deeper()))
    if isinstance(part, Tag):
        return view.blocks(part, style)
    runs = runs_of([Piece(str(part), style)])
    return (Paragraph(runs, view.anchor(part.parent)),) if runs and part.parent is not None else ()
