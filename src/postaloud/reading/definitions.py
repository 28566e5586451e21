"""A `dl` element goes in, a `DefinitionList` comes out: terms with what they mean (HTML standard, 4.4.9)."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.model.article import Block, Definition, DefinitionList, Paragraph, Runs
from postaloud.reading.flowing import pieces_in
from postaloud.reading.inline import Piece, Style, runs_of, strong, styled
from postaloud.reading.tree import children, squeeze
from postaloud.reading.view import Item, View

Part = Tag | NavigableString


def read_definitions(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield the list; terms that follow each other share their definitions."""
    inner = styled(style, tag, view.lang)
    entries: list[Definition] = []
    terms: list[Tag] = []
    for is_term, parts in groupby(_parts(tag, view), key=lambda part: isinstance(part, Tag) and part.name == "dt"):
        if is_term:
            terms = [part for part in parts if isinstance(part, Tag)]
            continue
        _add(entries, _entry(terms, list(parts), inner, view))
        terms = []
    _add(entries, _entry(terms, [], inner, view))
    if not any(entry.terms for entry in entries):
        yield from (block for entry in entries for block in entry.blocks)
    elif any(entry.blocks for entry in entries):
        yield DefinitionList(tuple(entries), view.anchor(tag))
    else:  # terms that nothing explains are headlines of a kind
        yield from (Paragraph(strong(term), entry.anchor) for entry in entries for term in entry.terms)


def _parts(tag: Tag, view: View) -> Iterator[Part]:
    """Yield terms, definitions and whatever stands between them; a `div` may wrap a group."""
    for node in tag.contents:
        if isinstance(node, Tag) and node.name == "div" and any(child.name in ("dt", "dd") for child in children(node)):
            yield from _parts(node, view)
        elif isinstance(node, Tag) or (isinstance(node, NavigableString) and squeeze(node)):
            yield node


def _entry(terms: list[Tag], parts: list[Part], style: Style, view: View) -> Iterator[Definition]:
    said = tuple(runs for term in terms if view.shows(term) and (runs := runs_of(pieces_in(term, style, view))))
    blocks = tuple(block for part in parts for block in _blocks(part, style, view))
    first = next((part for part in (*terms, *parts) if isinstance(part, Tag) and view.shows(part)), None)
    if first is not None and (said or blocks):
        yield Definition(said, blocks, view.anchor(first))


def _add(entries: list[Definition], found: Iterator[Definition]) -> None:
    """Add a definition; what stands under no term says more of the one before it."""
    for entry in found:
        if entries and not entry.terms:
            entries[-1] = replace(entries[-1], blocks=entries[-1].blocks + entry.blocks)
        else:
            entries.append(entry)


def _blocks(part: Part, style: Style, view: View) -> tuple[Block, ...]:
    if isinstance(part, Tag):
        return view.blocks(part, style) if view.shows(part) else ()
    runs: Runs = runs_of([Piece(str(part), style)])
    return (Paragraph(runs, view.anchor(part.parent)),) if runs and part.parent is not None else ()
