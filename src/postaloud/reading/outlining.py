"""An article goes in, its outline comes out: as plain JSON values, or as lines to listen to."""

from collections.abc import Iterable, Iterator
from textwrap import shorten
from typing import assert_never

from postaloud.model.article import (
    Article,
    Block,
    Break,
    Code,
    DefinitionList,
    Figure,
    FigureKind,
    ListBlock,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Table,
    text_of,
)
from postaloud.model.plain import text_of_block, text_of_blocks

_CHARACTERS_A_MINUTE = 950
"""What the bundled voice speaks at its usual rate, pauses included; characters tell better than words."""
_LONGEST_SKIP = 100
Json = dict[str, object]

LANGUAGE_ORIGINS = {
    "page": "from the page",
    "metadata": "from the page's metadata",
    "front matter": "from the front matter",
    "feed": "from the feed",
    "option": "as you asked",
    "configuration": "from the configuration",
    "default": "because neither the page nor a configuration names one",
}
"""Where a language was found, in the words of a listener."""


def outline_of(article: Article) -> Json:
    """Return title, byline, date, lang and blocks; the title is no block, a list is its items."""
    blocks = [entry for block in article.lead for entry in _entries(block)]
    for section in article.sections:
        blocks.append({"type": "heading", "level": section.level, "text": text_of(section.heading)})
        blocks.extend(entry for block in section.blocks for entry in _entries(block))
    blocks.extend(entry for note in article.notes for entry in _note_entries(note))
    return {
        "title": article.title,
        "byline": article.byline,
        "date": article.date,
        "lang": article.lang,
        "blocks": blocks,
    }


def skipped_of(article: Article) -> list[Json]:
    """Return each text of the page that is not read, whole, with its reason."""
    return [{"reason": skip.reason, "text": skip.text} for skip in article.skips]


def list_skipped(article: Article) -> Iterator[str]:
    """Yield a line for each text that is not read: the reason, then how the text starts."""
    for skip in article.skips:
        yield f"{skip.reason.capitalize()}: {shorten(skip.text, _LONGEST_SKIP, placeholder=' …')}"


def language_line(article: Article) -> str:
    """Return which language was chosen, and why."""
    if not article.lang:
        return "Language: not named by the page."
    return f"Language: {article.lang}, {LANGUAGE_ORIGINS[article.lang_origin]}."


def list_outline(article: Article) -> Iterator[str]:
    """Yield the outline as lines for a listener: what the article is, then each chapter and what it holds."""
    yield f"Title: {article.title or 'none'}."
    if article.byline:
        yield f"By {article.byline}."
    if article.date:
        yield f"Date: {article.date}."
    yield language_line(article)
    chapters = tuple(_chapters(article))
    blocks = tuple(block for _, inside in chapters for block in inside)
    yield f"{_count(len(chapters), 'chapter')}, {_length(blocks)}."
    for number, (name, inside) in enumerate(chapters, 1):
        yield f"Chapter {number}{name}: {_inventory(inside)}."
    if article.notes:
        yield f"{_count(len(article.notes), 'note')}."


def _entries(block: Block, depth: int = 1) -> Iterator[Json]:
    match block:
        case Paragraph():
            yield {"type": "p", "text": text_of(block.runs)}
        case ListBlock():
            yield from (entry for item in block.items for entry in _item_entries(item, depth))
        case DefinitionList():
            yield from _definition_entries(block, depth)
        case Figure():
            yield {"type": block.kind.value, "alt": block.alt or ""}
            yield from _caption_entries(text_of(block.caption))
        case Quote():
            yield {"type": "quote", "text": text_of_block(block)}
        case Code():
            yield {"type": "pre", "text": block.text}
        case Table():
            yield from _table_entries(block)
        case Break():
            yield {"type": "break"}
        case _:
            assert_never(block)


def _definition_entries(block: DefinitionList, depth: int) -> Iterator[Json]:
    for entry in block.entries:
        for term in entry.terms:
            yield {"type": "dt", "text": text_of(term)}
        yield from _own_entries({"type": "dd"}, entry.blocks, depth)


def _note_entries(note: Note) -> Iterator[Json]:
    yield from _own_entries({"type": "note", "label": note.label}, note.blocks, 0)


def _table_entries(table: Table) -> Iterator[Json]:
    yield from _caption_entries(text_of(table.caption))
    for row in table.rows:
        yield {"type": "row", "cells": [text_of(cell.runs) for cell in row.cells]}


def _caption_entries(text: str) -> Iterator[Json]:
    if text:
        yield {"type": "caption", "text": text}


def _item_entries(item: ListItem, depth: int) -> Iterator[Json]:
    yield from _own_entries({"type": "li", "ordinal": item.ordinal or "*", "depth": depth}, item.blocks, depth)


def _own_entries(entry: Json, blocks: tuple[Block, ...], depth: int) -> Iterator[Json]:
    """Yield an entry with the prose of some blocks as its text, then entries of whatever else they are."""
    own = [block for block in blocks if isinstance(block, Paragraph | Quote | Code)]
    yield {**entry, "text": text_of_blocks(own)}
    for block in blocks:
        if not isinstance(block, Paragraph | Quote | Code):
            yield from _entries(block, depth + 1)


def _chapters(article: Article) -> Iterator[tuple[str, tuple[Block, ...]]]:
    if article.lead:
        yield f", {article.title}" if article.title else "", article.lead
    for section in article.sections:
        yield f", level {section.level}, {text_of(section.heading).rstrip(' :.')}", section.blocks


def _length(blocks: Iterable[Block]) -> str:
    text = text_of_blocks(blocks)
    words = len(text.split())
    minutes = round(len(text) / _CHARACTERS_A_MINUTE)
    time = f"about {_count(minutes, 'minute')}" if minutes else "less than a minute"
    return f"{_count(words, 'word')}, {time}"


def _inventory(blocks: Iterable[Block]) -> str:
    named: dict[str, int] = {}
    parts: list[str] = []
    for block in blocks:
        if isinstance(block, ListBlock):
            parts.append(_list_line(block))
        elif isinstance(block, DefinitionList):
            parts.append(f"a list of {_count(len(block.entries), 'definition')}")
        elif name := _name(block):
            named[name] = named.get(name, 0) + 1
    counts = [_count(number, name) for name, number in named.items()]
    return ", ".join((*counts, *parts)) or "nothing but its heading"


def _list_line(block: ListBlock) -> str:
    kind = "numbered" if block.ordered else "bulleted"
    return f"a {kind} list of {_count(len(block.items), 'item')}"


def _name(block: Block) -> str:
    return _FIGURES[block.kind] if isinstance(block, Figure) else _NAMES.get(type(block), "")


def _count(number: int, name: str) -> str:
    return f"{number:,} {name}{'' if number == 1 else 's'}"


_FIGURES = {
    FigureKind.IMAGE: "picture",
    FigureKind.VIDEO: "video",
    FigureKind.AUDIO: "recording",
    FigureKind.EMBED: "embedded page",
}
_NAMES: dict[type, str] = {
    Paragraph: "paragraph",
    Quote: "quote",
    Code: "block of code",
    Table: "table",
}
