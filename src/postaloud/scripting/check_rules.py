"""An article and its script in, one rule's findings out: sentences for the author, each with the place it is about."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from postaloud.model.article import (
    Article,
    Block,
    Cell,
    Figure,
    FigureKind,
    Table,
    every_block,
    text_of,
)
from postaloud.model.plain import text_of_blocks
from postaloud.model.script import Script
from postaloud.scripting.coverage import unsaid

LONGEST_ALT = 250
LONG_ARTICLE = 600
"""Words from which on headings are missed."""
MANY_ROWS = 2
_FILE_NAME = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)|(?:img|dsc|image|screenshot)[-_ ]?\d+", re.IGNORECASE
)


class Draft(NamedTuple):
    """What the rules look at."""

    article: Article
    script: Script
    blocks: tuple[Block, ...]
    """All, at any depth, in reading order."""


Found = Iterator[tuple[str, str]]
"""Sentences, each with the anchor that it is about."""


def blocks_of(article: Article) -> Iterator[Block]:
    """Yield all blocks of an article, at any depth."""
    yield from every_block(article.lead)
    for section in article.sections:
        yield from every_block(section.blocks)
    for note in article.notes:
        yield from every_block(note.blocks)


def lost_texts(draft: Draft) -> Found:
    """Visible lines of the page that reading lost."""
    for text in draft.article.lost:
        yield f'The page shows "{shortened(text)}", which is not read: please report this.', ""


def unsaid_texts(draft: Draft) -> Found:
    """Texts of the article that the script lost."""
    for skip in unsaid(draft.article, draft.script):
        yield f'"{shortened(skip.text)}" is not spoken: please report this.', skip.anchor


def _pictures(draft: Draft) -> Iterator[Figure]:
    return (block for block in draft.blocks if isinstance(block, Figure) and block.kind is FigureKind.IMAGE)


def undescribed_pictures(draft: Draft) -> Found:
    """Pictures that nothing describes."""
    for picture in _pictures(draft):
        if picture.alt is None and not text_of(picture.caption).strip():
            name = picture.source.rpartition("/")[2] or "without a name"
            yield (
                f'The picture {shortened(name)} has no alt text: describe it, or write alt="" where it only decorates.',
                (picture.anchor),
            )


def file_names(draft: Draft) -> Found:
    """Alt texts that are names of files."""
    for picture in _pictures(draft):
        if _FILE_NAME.fullmatch((picture.alt or "").strip()):
            yield (
                f'The alt text "{picture.alt}" is the name of a file: describe what the picture shows.',
                picture.anchor,
            )


def long_alts(draft: Draft) -> Found:
    """Alt texts that are too long to listen to."""
    for picture in _pictures(draft):
        if len(picture.alt or "") > LONGEST_ALT:
            yield f'The alt text "{shortened(picture.alt or "")}" is long: move details into the text.', picture.anchor


def missing_title(draft: Draft) -> Found:
    """A page without a title."""
    if not draft.article.title.strip():
        yield "The page has no title: give it a title element.", ""


def missing_language(draft: Draft) -> Found:
    """A page that does not say which language it is in."""
    if draft.article.lang_origin in {"configuration", "default", ""}:
        yield 'The page does not name its language: write lang="…" at its html element.', ""


def skipped_levels(draft: Draft) -> Found:
    """Headings whose level skips one."""
    above = 1
    for section in draft.article.sections:
        if section.level > above + 1:
            heading = shortened(text_of(section.heading))
            yield (
                f'The heading "{heading}" of level {section.level} follows level {above}: none may be skipped.',
                (section.anchor),
            )
        above = section.level


def missing_headings(draft: Draft) -> Found:
    """A long article in one piece."""
    words = len(text_of_blocks(draft.article.lead).split())
    if not draft.article.sections and words > LONG_ARTICLE:
        yield f"{words} words come without a heading: headings become chapters that listeners can jump to.", ""


def tables_without_headers(draft: Draft) -> Found:
    """Data tables without header cells."""
    for block in draft.blocks:
        if isinstance(block, Table) and len(block.rows) >= MANY_ROWS and not any(map(_is_header, _cells(block))):
            yield "A table has no header cells: use th, so that cells can be said with what they are.", block.anchor


def _is_header(cell: Cell) -> bool:
    return cell.is_header


def _cells(table: Table) -> Iterator[Cell]:
    return (cell for row in table.rows for cell in row.cells)


def left_out_texts(draft: Draft) -> Found:
    """What is not read, by its reason."""
    reasons: dict[str, list[str]] = {}
    for skip in (*draft.article.skips, *draft.script.skips):
        reasons.setdefault(skip.reason, []).append(skip.text)
    for reason, texts in reasons.items():
        yield f'Left out as {reason}: {len(texts)}, first "{shortened(texts[0])}".', ""


def shortened(text: str) -> str:
    """Return a text as one line of at most 80 characters."""
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"
