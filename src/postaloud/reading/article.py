"""A page goes in, its article comes out: decoded, measured, parsed, chosen, walked and sorted into sections."""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure
from postaloud.model.page import Page
from postaloud.reading.decoding import decode, why_not_text
from postaloud.reading.fetching import MAX_BYTES
from postaloud.reading.limits import broken_limit
from postaloud.reading.plain import text_of_block

if TYPE_CHECKING:
    from postaloud.reading.content import Content
    from postaloud.reading.metadata import Metadata

_log = logging.getLogger(__name__)
_UNKNOWN = "\ufffd"


def name_of(page: Page) -> str:
    """Return what a listener calls the page."""
    return "Standard input" if page.location == "-" else page.location


def read_article(page: Page) -> Article:
    """Read a page; raises `NothingToRead` where it is empty, no text, over a limit, or holds no article."""
    name = name_of(page)
    if why := why_not_text(page.body):
        raise NothingToRead(f"{name} {why}.")
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{name} is over the limit of 10 MB for one page; split it into smaller pages.")
    text = decode(page.body, page.charset)
    if limit := broken_limit(text):
        raise NothingToRead(f"{name} is over the limit of {limit}; save a simpler version of the page.")
    if _UNKNOWN in text:
        _log.warning("Some characters of %s could not be decoded.", name)
    article = _read(text)
    if not any(map(_says_something, _blocks(article))):
        raise NothingToRead(f"{name} has nothing to read: no article was found in it.")
    return article


def load() -> None:
    """Import all that reading needs."""
    from postaloud.reading.starting import start_soup

    start_soup()
    import postaloud.reading.anchors
    import postaloud.reading.choosing
    import postaloud.reading.metadata
    import postaloud.reading.parsing
    import postaloud.reading.sections
    import postaloud.reading.walking  # noqa: F401


def _read(text: str) -> Article:
    """Walk the tree; it is gone when the article is there."""
    load()
    from postaloud.reading.anchors import anchors
    from postaloud.reading.choosing import choose
    from postaloud.reading.content import read_content
    from postaloud.reading.labels import write_labels
    from postaloud.reading.metadata import read_metadata
    from postaloud.reading.parsing import parse

    soup = parse(text)
    if "aria-labelledby" in text:
        write_labels(soup)
    body = soup.body or soup
    choice = choose(body)
    known = read_metadata(soup, choice.root)
    return _article(known, read_content(body, choice, known, anchors(soup)))


def _article(known: "Metadata", content: "Content") -> Article:
    parts = content.parts
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
        notes=content.notes,
        skips=content.skips,
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
