"""An element goes in, what its author wants said for it comes out (`data-say`, `ssml:alias` and `ssml:ph`)."""

from dataclasses import replace

from bs4 import Tag

from postaloud.reading.inline import Piece, Style
from postaloud.reading.tree import attr, elements, is_inline, squeeze, visible_text


def wanted(tag: Tag, style: Style) -> Piece | None:
    """Return the words of an element with how they are said, or None where the author asks for nothing."""
    said, phoneme = squeeze(attr(tag, "data-say") or attr(tag, "ssml:alias")), _phoneme(tag)
    if not (said or phoneme):
        return None
    if not all(is_inline(inner) for inner in elements(tag) if inner is not tag):
        return None
    shown = visible_text(tag)
    style = replace(style, say=said, phoneme=phoneme)
    return Piece(f" {shown} " if not is_inline(tag) else shown, style) if shown else None


def _phoneme(tag: Tag) -> str:
    """Return the phonemes of an element in IPA; `ssml:alphabet` may stand at an element around it (EPUB 3.2, 4.5)."""
    written = squeeze(attr(tag, "ssml:ph"))
    if not written:
        return ""
    alphabets = (attr(around, "ssml:alphabet") for around in (tag, *tag.parents))
    return written if next(filter(None, alphabets), "ipa").lower() == "ipa" else ""
