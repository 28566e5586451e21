"""A `blockquote` element goes in, a `Quote` with whom it quotes comes out."""

from collections.abc import Iterator, Sequence

from bs4 import Tag

from postaloud.model.article import Block, Paragraph, Quote, Runs, text_of
from postaloud.reading.flowing import pieces_in
from postaloud.reading.inline import Style, runs_of
from postaloud.reading.tree import children, squeeze
from postaloud.reading.view import Item, View

_DASHES = " —–-\u2015~"
_OPENINGS = ("—", "–", "\u2015", "―", "--", "- ", "~ ")
_LONGEST = 120


def read_quote(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield the quote; one that holds nothing but its source is a paragraph."""
    source = _source_element(tag, view)
    if source is None:
        blocks, said_by = _credited(view.blocks(tag, style))
    else:
        blocks, said_by = view.without(source, "source").blocks(tag, style), text_of(_credit(source, view))
    if blocks:
        yield Quote(blocks, said_by.strip(_DASHES), view.anchor(tag))
    elif source is not None:
        yield Paragraph(_credit(source, view), view.anchor(source))


def _credit(source: Tag, view: View) -> Runs:
    return runs_of(pieces_in(source, Style(), view))


def _credited(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """Take a last short line that starts with a dash as the source: so tweets and old books sign."""
    last = blocks[-1] if len(blocks) > 1 else None
    if not isinstance(last, Paragraph):
        return blocks, ""
    text = text_of(last.runs)
    is_credit = text.startswith(_OPENINGS) and len(text) <= _LONGEST and bool(text.strip(_DASHES))
    return (blocks[:-1], text) if is_credit else (blocks, "")


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
