"""A page goes in, its article comes out: decoded, measured, made HTML of, and then read."""

import logging
from collections.abc import Iterator

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure
from postaloud.model.page import Page
from postaloud.model.plain import text_of_block
from postaloud.reading.choices import NO_CHOICES, Choices
from postaloud.reading.decoding import decode, why_not_text
from postaloud.reading.document import Document
from postaloud.reading.fetching import MAX_BYTES
from postaloud.reading.kinds import broken_size, document_of, kind_of
from postaloud.reading.limits import broken_limit

_log = logging.getLogger(__name__)
_UNKNOWN = "\ufffd"


def name_of(page: Page) -> str:
    """Return what a listener calls the page."""
    return "Standard input" if page.location == "-" else page.location


def read_article(page: Page, choices: Choices = NO_CHOICES) -> Article:
    """Read a page; raises `NothingToRead` where it is empty, no text, over a limit, or holds no article.

    Raises `UsageError` where a selector of the choices is no CSS.
    """
    name = name_of(page)
    if why := why_not_text(page.body):
        raise NothingToRead(f"{name} {why}.")
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{name} is over the limit of 10 MB for one page; split it into smaller pages.")
    text = decode(page.body, page.charset)
    document = _document(page, text, name)
    if _UNKNOWN in text:
        _log.warning("Some characters of %s could not be decoded.", name)
    load()
    from postaloud.reading.building import build

    article = build(document, choices, name)
    if not any(map(_says_something, _blocks(article))):
        raise NothingToRead(f"{name} has nothing to read: no article was found in it.")
    return article


def load() -> None:
    """Import all that reading a page of HTML needs."""
    from postaloud.reading.starting import start_soup

    start_soup()
    import postaloud.reading.building  # noqa: F401


def _document(page: Page, text: str, name: str) -> Document:
    kind = kind_of(page, text)
    if limit := broken_size(kind, text):
        raise NothingToRead(f"{name} is over the limit of {limit}; split it into smaller pages.")
    document = document_of(kind, text)
    if limit := broken_limit(document.html):
        raise NothingToRead(f"{name} is over the limit of {limit}; save a simpler version of the page.")
    return document


def _blocks(article: Article) -> Iterator[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def _says_something(block: Block) -> bool:
    said = text_of_block(block) or (block.alt or "" if isinstance(block, Figure) else "")
    return any(sign.isalnum() for sign in said)
