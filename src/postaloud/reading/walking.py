"""An element goes in, its headings and blocks come out in reading order."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain

from bs4 import Tag

from postaloud.model.article import Block, Break, Paragraph, Quote, Run, Runs, text_of
from postaloud.reading.code import read_code
from postaloud.reading.figures import read_figure, read_picture
from postaloud.reading.flowing import Atom, Edge, flow, pieces_in
from postaloud.reading.inline import Piece, Style, paragraphs, runs_of
from postaloud.reading.lists import read_list
from postaloud.reading.tables import read_table
from postaloud.reading.tree import attr, children, elements, heading_level, is_figure, squeeze
from postaloud.reading.view import Heading, Item, View

_SCENE_BREAK = re.compile(r"(?:[*•·⁂❦~_=#◆◇✦✻—–-] ?){3,}|⁂|❦|\*")
_DASHES = " —–-\u2015~"
_PICTURES = frozenset(("img", "svg"))


def walk(root: Tag, dropped: Mapping[int, str], anchor: Callable[[Tag], str], lang: str) -> Iterator[Item]:
    """Yield the headings and blocks of the element that holds the article, whose language is `lang`."""
    return items_in(root, Style(), View(dropped, anchor, items_in, lang))


def items_in(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield what stands inside an element; loose text becomes paragraphs."""
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
    """A picture within a sentence waits for the sentence's end."""
    return atom.tag.name == "img" and any(not piece.is_blank for piece in pieces)


def _paragraphs(pieces: list[Piece], owner: Tag, view: View) -> Iterator[Block]:
    for part in paragraphs(pieces):
        runs = runs_of(part)
        if not runs:
            continue
        anchor = view.anchor(owner)
        is_break = len(runs) == 1 and _SCENE_BREAK.fullmatch(runs[0].text)
        yield Break(anchor) if is_break else Paragraph(runs, anchor)


def _read(atom: Atom, view: View) -> Iterator[Item]:
    if heading_level(atom.tag):
        yield from _read_heading(atom, view)
        return
    reader = read_figure if is_figure(atom.tag) else _READERS.get(atom.tag.name, read_picture)
    if attr(atom.tag, "role") == "separator":
        reader = _read_rule
    yield from reader(atom.tag, atom.style, view)


def _read_heading(atom: Atom, view: View) -> Iterator[Item]:
    runs = runs_of(pieces_in(atom.tag, atom.style, view))
    alts = " ".join(squeeze(attr(tag, "alt")) for tag in elements(atom.tag) if tag.name == "img")
    if not runs and squeeze(alts):
        runs = (Run(squeeze(alts)),)
    if runs:
        yield Heading(heading_level(atom.tag), runs, view.anchor(atom.tag))


def _read_rule(tag: Tag, style: Style, view: View) -> Iterator[Item]:  # noqa: ARG001 - every reader is called so
    yield Break(view.anchor(tag))


def _read_quote(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    source = _source_element(tag, view)
    if source is None:
        blocks, said_by = view.blocks(tag, style), ""
    else:
        said_by = text_of(_credit(source, view))
        view_without = View({**view.dropped, id(source): "source"}, view.anchor, view.read, view.lang, view.nesting)
        blocks = view_without.blocks(tag, style)
    if blocks:
        yield Quote(blocks, said_by.strip(_DASHES), view.anchor(tag))
    elif source is not None:
        yield Paragraph(_credit(source, view), view.anchor(source))


def _credit(source: Tag, view: View) -> Runs:
    return runs_of(pieces_in(source, Style(), view))


def _source_element(tag: Tag, view: View) -> Tag | None:
    """The last `footer` or `cite` of a quote, where nothing follows it inside the quote."""
    here = tag
    while True:
        inner = [child for child in here.contents if isinstance(child, Tag) or squeeze(str(child))]
        last = inner[-1] if inner else None
        if not isinstance(last, Tag) or not view.shows(last):
            return None
        if last.name in ("footer", "cite", "figcaption"):
            is_apart = last.name != "cite" or here.name != "p" or len(inner) == 1 or _is_after_break(inner)
            return last if is_apart else None
        if last.name in ("blockquote", "ul", "ol", "table", "pre") or not list(children(last)):
            return None
        here = last


def _is_after_break(inner: Sequence[object]) -> bool:
    before = inner[-2]
    if isinstance(before, Tag):
        return before.name == "br"
    return str(before).rstrip().endswith(tuple(_DASHES.strip()))


_READERS: dict[str, Callable[[Tag, Style, View], Iterator[Item]]] = {
    "hr": _read_rule,
    "pre": read_code,
    "blockquote": _read_quote,
    "table": read_table,
    "ul": read_list,
    "ol": read_list,
    "menu": read_list,
}
