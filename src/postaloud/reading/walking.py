"""An element goes in, its headings and blocks come out in reading order."""

import re
from collections.abc import Callable, Iterator
from itertools import chain

from bs4 import Tag

from postaloud.model.article import Block, Break, Paragraph, Run
from postaloud.reading.code import read_code
from postaloud.reading.definitions import read_definitions
from postaloud.reading.figures import read_figure, read_picture
from postaloud.reading.flowing import Atom, Edge, flow, pieces_in
from postaloud.reading.inline import LINE_BREAK, Piece, Style, paragraphs, runs_of
from postaloud.reading.lists import read_list
from postaloud.reading.media import MEDIA, read_media
from postaloud.reading.quotes import read_quote
from postaloud.reading.tables import read_table
from postaloud.reading.tree import attr, elements, heading_level, is_figure, is_list, squeeze
from postaloud.reading.typed import lists_in, with_typed_lists
from postaloud.reading.view import Heading, Item, View

_SCENE_BREAK = re.compile(r"(?:[*•·⁂❦~_=#◆◇✦✻—–-] ?){3,}|⁂|❦|\*")

Reader = Callable[[Tag, Style, View], Iterator[Item]]


def walk(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield the headings and blocks inside an element; loose text becomes paragraphs."""
    return with_typed_lists(_items(tag, style, view))


def _items(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    pieces: list[Piece] = []
    later: list[Item] = []
    owner = tag
    for token in chain(flow(tag, style, view), (Edge(tag),)):
        if isinstance(token, Piece):
            pieces.append(token)
            continue
        if isinstance(token, Atom) and _is_inside_text(token, pieces):
            later.extend(_read(token, view))
            continue
        yield from _paragraphs(pieces, owner, view)
        yield from later
        pieces, later = [], []
        if isinstance(token, Edge):
            owner = token.owner
        else:
            yield from _read(token, view)


def _is_inside_text(atom: Atom, pieces: list[Piece]) -> bool:
    """A picture or a recording within a sentence waits for the sentence's end."""
    return (atom.tag.name == "img" or atom.tag.name in MEDIA) and any(not piece.is_blank for piece in pieces)


def _paragraphs(pieces: list[Piece], owner: Tag, view: View) -> Iterator[Block]:
    for part in paragraphs(pieces):
        runs = runs_of(part)
        if not runs:
            continue
        anchor = view.anchor(owner)
        if len(runs) == 1 and _SCENE_BREAK.fullmatch(runs[0].text):
            yield Break(anchor)
        elif any(piece.text == LINE_BREAK for piece in part):
            yield from lists_in(part, anchor)
        else:
            yield Paragraph(runs, anchor)


def _read(atom: Atom, view: View) -> Iterator[Item]:
    if heading_level(atom.tag):
        yield from _read_heading(atom, view)
        return
    yield from _reader_of(atom.tag)(atom.tag, atom.style, view)


def _reader_of(tag: Tag) -> Reader:
    if attr(tag, "role") == "separator":
        return _read_rule
    if is_figure(tag):
        return read_figure
    if tag.name in MEDIA:
        return read_media
    return _READERS.get(tag.name) or (read_list if is_list(tag) else read_picture)


def _read_heading(atom: Atom, view: View) -> Iterator[Item]:
    runs = runs_of(pieces_in(atom.tag, atom.style, view))
    alts = " ".join(squeeze(attr(tag, "alt")) for tag in elements(atom.tag) if tag.name == "img")
    if not runs and squeeze(alts):
        runs = (Run(squeeze(alts)),)
    if runs:
        yield Heading(heading_level(atom.tag), runs, view.anchor(atom.tag))


def _read_rule(tag: Tag, style: Style, view: View) -> Iterator[Item]:  # noqa: ARG001 - every reader is called so
    yield Break(view.anchor(tag))


_READERS: dict[str, Reader] = {
    "hr": _read_rule,
    "pre": read_code,
    "blockquote": read_quote,
    "table": read_table,
    "ul": read_list,
    "ol": read_list,
    "menu": read_list,
    "dl": read_definitions,
}
