"""Pieces of text and how they are set apart go in, runs come out: spaces single, equal neighbours joined."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from bs4 import Tag

from postaloud.model.article import Mark, Run, Runs
from postaloud.reading.maths import tex_parts
from postaloud.reading.tree import attr, clean, squeeze

LINE_BREAK = "\u2028"
"""How a `br` stands in a piece: Unicode's own line separator, which is a space to everything else."""

_MARKS = {
    "b": Mark.STRONG,
    "strong": Mark.STRONG,
    "summary": Mark.STRONG,
    "em": Mark.EMPHASIS,
    "i": Mark.EMPHASIS,
    "cite": Mark.EMPHASIS,
    "dfn": Mark.EMPHASIS,
    "var": Mark.EMPHASIS,
    "code": Mark.CODE,
    "kbd": Mark.CODE,
    "samp": Mark.CODE,
    "tt": Mark.CODE,
    "del": Mark.DELETED,
    "s": Mark.DELETED,
    "strike": Mark.DELETED,
    "ins": Mark.INSERTED,
    "sub": Mark.SUBSCRIPT,
    "sup": Mark.SUPERSCRIPT,
    "time": Mark.TIME,
    "math": Mark.MATHS,
}
_TITLES = {"abbr": "title", "acronym": "title", "dfn": "title", "time": "datetime"}
_BETWEEN_CALLS = re.compile(r"\s*[,;–-]\s*")
_OPENING = re.compile(r"\s*[\[(]$")
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Style:
    """What the elements around a text say of it."""

    mark: Mark = Mark.NONE
    lang: str = ""
    href: str = ""
    title: str = ""
    say: str = ""
    phoneme: str = ""
    """What is said in place of the text; elements inside do not inherit it."""
    maths: str = ""
    """The source of the formula that the text is; neither do they inherit this."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of the page as it was written, spaces and all."""

    text: str
    style: Style = Style()

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing but space."""
        return not squeeze(self.text)


Pieces = tuple[Piece, ...]


def styled(style: Style, tag: Tag, page_lang: str) -> Style:
    """Return the style of the texts inside an element."""
    mark = style.mark | _MARKS.get(tag.name, Mark.NONE)
    href = attr(tag, "href") if tag.name == "a" else style.href
    title = squeeze(attr(tag, _TITLES[tag.name])) if tag.name in _TITLES else style.title
    lang = language_of(tag)
    lang = style.lang if lang is None else "" if lang.lower() == page_lang.lower() else lang
    inner = Style(mark, lang, href, title)
    return style if inner == style else inner


def language_of(tag: Tag) -> str | None:
    """Return the BCP 47 tag that an element declares, or None."""
    written = attr(tag, "lang") or attr(tag, "xml:lang")
    written = written.replace("_", "-")
    return written if _TAG.fullmatch(written) else None


def runs_of(pieces: Iterable[Piece]) -> Runs:
    """Join pieces to runs; a space between two runs belongs to the second, and TeX is a run of its own."""
    joined = list(_joined(pieces))
    if any(Mark.CALL in piece.style.mark for piece in joined):
        joined = [piece for piece in _unbracketed(joined) if piece.text or piece.style.href]
    if any("\\" in piece.text or "$$" in piece.text for piece in joined):
        joined = list(_joined(chain.from_iterable(map(_with_tex, joined))))
    texts = [at for at, piece in enumerate(joined) if piece.text]
    first = texts[0] if texts else len(joined)
    return tuple(_run(piece, is_first=at == first) for at, piece in enumerate(joined)) if texts else ()


def _joined(pieces: Iterable[Piece]) -> Iterator[Piece]:
    style, texts, gap = Style(), list[str](), False
    for piece in pieces:
        text = clean(piece.text)
        words = text.strip(" ")
        if not words and Mark.CALL not in piece.style.mark:
            gap = gap or bool(text)
            continue
        if texts and (style != piece.style or style.maths or style.say or style.phoneme):
            yield Piece("".join(texts), style)
            texts = []
        if not words:
            yield Piece("", piece.style)
            continue
        style = piece.style
        texts.append((" " if gap or text.startswith(" ") else "") + words)
        gap = text.endswith(" ")
    if texts:
        yield Piece("".join(texts), style)


def _unbracketed(pieces: list[Piece]) -> Iterator[Piece]:
    """Take the brackets and commas that stand around calls of notes off the words beside them."""
    is_open = False
    for at, piece in enumerate(pieces):
        text, follows = piece.text, at > 0 and Mark.CALL in pieces[at - 1].style.mark
        if follows and _BETWEEN_CALLS.fullmatch(text) and _is_call(pieces, at + 1):
            continue
        if follows and is_open and text.lstrip()[:1] in ("]", ")"):
            text, is_open = text.lstrip()[1:], False
        opening = _OPENING.search(text) if _is_call(pieces, at + 1) else None
        if opening is not None and not is_open:
            text, is_open = text[: opening.start()], True
        if text or Mark.CALL in piece.style.mark:
            yield replace(piece, text=text)


def _is_call(pieces: list[Piece], at: int) -> bool:
    return at < len(pieces) and Mark.CALL in pieces[at].style.mark


def _with_tex(piece: Piece) -> Iterator[Piece]:
    if Mark.CODE in piece.style.mark or not piece.text:
        yield piece
        return
    for text, is_tex in tex_parts(piece.text):
        yield (
            Piece(text, replace(piece.style, mark=piece.style.mark | Mark.MATHS, maths=text))
            if is_tex
            else Piece(text, piece.style)
        )


def strong(runs: Runs) -> Runs:
    """Return runs marked as strong: how a heading stands where it opens no section."""
    return tuple(replace(run, mark=run.mark | Mark.STRONG) for run in runs)


def unstrong(runs: Runs) -> Runs:
    """Return runs as a heading has them that was set in bold for want of an element."""
    return tuple(replace(run, mark=run.mark & ~Mark.STRONG) for run in runs)


def paragraphs(pieces: Iterable[Piece]) -> Iterator[Pieces]:
    """Split pieces where two line breaks or more stand with nothing between them."""
    held: list[Piece] = []
    breaks = 0
    for piece in pieces:
        if piece.text == LINE_BREAK:
            breaks += 1
        elif not piece.is_blank:
            if breaks > 1:
                yield tuple(held)
                held.clear()
            breaks = 0
        held.append(piece)
    yield tuple(held)


def spaced(parts: Iterable[Pieces]) -> Pieces:
    """Join paragraphs to one line of text."""
    return tuple(chain.from_iterable((*part, Piece(" ")) for part in parts))


def _run(piece: Piece, *, is_first: bool) -> Run:
    style = piece.style
    text = piece.text.lstrip(" ") if is_first else piece.text
    return Run(text, style.mark, style.lang, style.href, style.title, style.say, style.phoneme, style.maths)
