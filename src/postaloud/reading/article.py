"""A page goes in, its article comes out: decoded, measured, parsed, chosen, walked and sorted into sections."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure, Skip
from postaloud.model.page import Page
from postaloud.reading.decoding import decode, why_not_text
from postaloud.reading.fetching import MAX_BYTES
from postaloud.reading.limits import broken_limit
from postaloud.reading.plain import text_of_block

if TYPE_CHECKING:
    from postaloud.reading.metadata import Metadata
    from postaloud.reading.sections import Parts

_log = logging.getLogger(__name__)
_UNKNOWN = "\ufffd"


def read_article(page: Page, extractor: str = "auto") -> Article:
    """Read a page; raises `NothingToRead` where it is empty, no text, over a limit, or holds no article.

    `extractor` says how its content is chosen: by our own rules and in doubt by judges ("auto"), by a "vote" of all,
    or not at all ("none"), so that everything is read that is not hidden.
    """
    name = "Standard input" if page.location == "-" else page.location
    if why := why_not_text(page.body):
        raise NothingToRead(f"{name} {why}.")
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{name} is over the limit of 10 MB for one page; split it into smaller pages.")
    text = decode(page.body, page.charset)
    if limit := broken_limit(text):
        raise NothingToRead(f"{name} is over the limit of {limit}; save a simpler version of the page.")
    if _UNKNOWN in text:
        _log.warning("Some characters of %s could not be decoded.", name)
    article = _read(text, extractor)
    if not any(map(_says_something, _blocks(article))):
        raise NothingToRead(f"{name} has nothing to read: no article was found in it.")
    return article


def _read(text: str, extractor: str) -> Article:
    """Walk the tree; it is gone when the article is there."""
    from postaloud.reading.starting import delay_selectors

    delay_selectors()
    from postaloud.reading.anchors import anchors
    from postaloud.reading.choosing import skips_of
    from postaloud.reading.extracting import extract
    from postaloud.reading.metadata import read_metadata
    from postaloud.reading.parsing import parse
    from postaloud.reading.sections import as_sections, into_sections
    from postaloud.reading.walking import walk

    soup = parse(text)
    body = soup.body or soup
    choice = extract(body, extractor)
    known = read_metadata(soup, choice.root)
    anchor = anchors(soup)
    items = walk(choice.root, choice.dropped, anchor, known.lang)
    is_whole = extractor == "none"
    parts = as_sections(items, known.title) if is_whole else into_sections(items, known.title, known.byline)
    skips = (*skips_of(body, choice, anchor), *parts.skips)
    return _article(known, parts, tuple(skip for skip in skips if skip.text != known.title))


def _article(known: "Metadata", parts: "Parts", skips: tuple[Skip, ...]) -> Article:
    return Article(
        title=known.title,
        byline=known.byline,
        date=known.date,
        lang=known.lang,
        lang_origin=known.lang_origin,
        address=known.address,
        site=known.site,
        description=known.description,
        picture=known.picture or _first_picture(parts.lead, *(section.blocks for section in parts.sections)),
        lead=parts.lead,
        sections=parts.sections,
        skips=skips,
    )


def _first_picture(*parts: tuple[Block, ...]) -> str:
    pictures = (block for blocks in parts for block in blocks if isinstance(block, Figure))
    return next((picture.source for picture in pictures if picture.source), "")


def _blocks(article: Article) -> Iterator[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def _says_something(block: Block) -> bool:
    said = text_of_block(block) or (block.alt or "" if isinstance(block, Figure) else "")
    return any(sign.isalnum() for sign in said)
