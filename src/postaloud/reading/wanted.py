"""An element goes in, what its author wants said for it comes out (`data-say`, and `ssml:alias` beside `ssml:ph`)."""

from dataclasses import replace

from bs4 import Tag

from postaloud.reading.inline import Piece, Style
from postaloud.reading.tree import attr, elements, is_inline, squeeze, visible_text


def wanted(tag: Tag, style: Style) -> Piece | None:
    """Return the words of an element with what is said in their place, or None where the author asks for nothing."""
    if not tag.attrs or not (said := squeeze(attr(tag, "data-say") or attr(tag, "ssml:alias"))):
        return None
    if not all(is_inline(inner) for inner in elements(tag) if inner is not tag):
        return None
    shown = visible_text(tag)
    return Piece(f" {shown} " if not is_inline(tag) else shown, replace(style, say=said)) if shown else None
