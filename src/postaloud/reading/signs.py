"""An element within a line goes in, what is read in its place comes out: signs, formulas, calls of notes, drop caps."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.model.article import Mark
from postaloud.reading.inline import Piece, Style
from postaloud.reading.maths import formula, formula_in_words, hidden_formula, tex_of
from postaloud.reading.phrases import reason_of_phrase
from postaloud.reading.tree import (
    attr,
    children,
    elements,
    is_hidden,
    is_inline,
    names,
    squeeze,
    visible_text,
)
from postaloud.reading.view import CALL, View

_EMOJI = 4
_NEAR, _FEW = 200, 4
"""Nodes that are looked at to learn whether other words stand near an element, or more than one letter in it."""
_PROSE = ("p", "li", "dd", "td", "th", "figcaption", "blockquote")
_PICTURE_ROLES = ("img", "image")
_DROP_CAP = re.compile(r"\b(?:drop-?cap|drop-?letter|first-letter|initial-?cap|lettrine)\b")
_WHOLE_WORDS = frozenset("AIOÀÉYE")
"""Letters that are words: a space behind one of them may be a true one."""


def instead_of(tag: Tag, style: Style, view: View) -> Piece | None:
    """Return what is read in place of an element and all it holds, or None where it is read as any other."""
    if id(tag) in view.calls or view.dropped.get(id(tag)) == CALL:
        return Piece("", Style(Mark.CALL, href=view.calls.get(id(tag), "")))
    if id(tag) in view.dropped:
        return None
    rules = (*_RULES.get(tag.name, ()), *((_labelled,) if "aria-label" in tag.attrs else ()))
    return next((piece for rule in rules if (piece := rule(tag, style)) is not None), None)


def is_split_drop_cap(tag: Tag) -> bool:
    """Whether an element is a large first letter, which pages set apart from the rest of its word by a space."""
    return _is_drop_cap(tag) and not _WHOLE_WORDS & set(visible_text(tag))


def _is_drop_cap(tag: Tag) -> bool:
    if "class" not in tag.attrs or not _DROP_CAP.search(names(tag)):
        return False
    return len("".join(islice(tag.strings, _FEW)).strip(" \n“”\"'‘’«»„")) == 1


def _drop_cap(tag: Tag, style: Style) -> Piece | None:
    return Piece(visible_text(tag), style) if _is_drop_cap(tag) and not is_hidden(tag) else None


def _formula(tag: Tag, style: Style) -> Piece | None:
    if tag.name == "math" and not is_hidden(tag):
        return Piece(formula(tag), replace(style, title=formula_in_words(tag), maths=str(tag)))
    maths = replace(style, mark=style.mark | Mark.MATHS, title="")
    if tag.name == "img" and not is_hidden(tag) and (tex := tex_of(tag)):
        return Piece(tex, replace(maths, maths=tex))
    if tag.name == "script" and (tex := tex_of(tag)) and not _is_rendered(tag):
        return Piece(tex, replace(maths, maths=tex))
    hidden = hidden_formula(tag) if tag.name == "span" and is_hidden(tag) else None
    if hidden is None:
        return None
    return Piece(formula(hidden), replace(maths, title=formula_in_words(hidden), maths=str(hidden)))


def _is_rendered(script: Tag) -> bool:
    """Whether the page shows beside a script of TeX what was made of it."""
    around = children(script.parent) if script.parent is not None else ()
    return any("mathjax" in attr(tag, "class").lower() and visible_text(tag) for tag in around if tag is not script)


def _emoji(tag: Tag, style: Style) -> Piece | None:
    """The sign that a small picture stands for, where a page draws its emoji itself."""
    alt = squeeze(attr(tag, "alt")) if tag.name == "img" and not is_hidden(tag) else ""
    return Piece(alt, style) if 0 < len(alt) <= _EMOJI and not any(sign.isalnum() for sign in alt) else None


def _labelled(tag: Tag, style: Style) -> Piece | None:
    """A sign, an icon or a link that shows no word is read by its label."""
    said = squeeze(attr(tag, "aria-label")) if "aria-label" in tag.attrs and not is_hidden(tag) else ""
    is_sign = attr(tag, "role") in _PICTURE_ROLES and tag.name not in ("img", "svg") and is_inline(tag)
    is_link = tag.name == "a" and not attr(tag, "href").startswith("#")
    if not said or not (is_sign or is_link):
        return None
    shown = visible_text(tag)
    if is_sign and shown:
        return Piece(shown, replace(style, mark=style.mark | Mark.SIGN, title=said))
    if not _is_within_text(tag):
        return None
    is_bare = not shown and not any(inner.name == "img" and attr(inner, "alt") for inner in elements(tag))
    return Piece(said, style) if is_bare and not reason_of_phrase(said) else None


def _is_within_text(tag: Tag) -> bool:
    parent = tag.parent
    while parent is not None and is_inline(parent):
        parent = parent.parent
    if parent is None or parent.name not in _PROSE:
        return False
    around = (node for node in islice(parent.descendants, _NEAR) if isinstance(node, NavigableString))
    return any(squeeze(node) and all(outer is not tag for outer in node.parents) for node in around)


_RULES: dict[str, tuple[Callable[[Tag, Style], Piece | None], ...]] = {
    "math": (_formula,),
    "script": (_formula,),
    "img": (_formula, _emoji),
    "span": (_formula, _drop_cap),
    **dict.fromkeys(("b", "strong", "big", "font", "i", "em"), (_drop_cap,)),
}
"""What may stand in place of an element with this name, the first that does."""
