"""A page goes in, its article comes out: decoded, measured, made HTML of, and then read."""

import logging
from collections.abc import Iterator
from dataclasses import replace

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure
from postaloud.model.page import Page
from postaloud.model.plain import text_of_block
from postaloud.reading.choices import NO_CHOICES, Choices
from postaloud.reading.document import Document
from postaloud.reading.kinds import broken_size, document_of, kind_of
from postaloud.reading.limits import broken_limit
from postaloud.reading.nothing import FEW_WORDS, is_not_free, what_instead
from postaloud.reading.texts import text_of_page

_log = logging.getLogger(__name__)


def read_article(page: Page, choices: Choices = NO_CHOICES) -> Article:
    """Read a page; raises `NothingToRead` where it is empty, no text, over a limit, or holds no article.

    Raises `UsageError` where a selector of the choices is no CSS.
    """
    text = text_of_page(page)
    document = _document(page, text)
    load()
    from postaloud.reading.building import build

    base = page.entry.base if page.entry is not None and page.entry.content else page.address
    article = build(document, choices, page.name, base)
    words = _first_words(article)
    if len(words) <= FEW_WORDS and (instead := what_instead(document.html, " ".join(words))):
        raise NothingToRead(f"{page.name} {instead}.")
    if page.address and is_not_free(document.html):
        _log.warning("%s says that it is not free: perhaps only its beginning is here.", page.name)
    return _with_transport(article, page)


def load() -> None:
    """Import all that reading a page of HTML needs."""
    from postaloud.reading.starting import start_soup

    start_soup()
    import postaloud.reading.building  # noqa: F401


def _document(page: Page, text: str) -> Document:
    kind = kind_of(page, text)
    if limit := broken_size(kind, text):
        raise NothingToRead(f"{page.name} is over the limit of {limit}; split it into smaller pages.")
    document = document_of(kind, text)
    if limit := broken_limit(document.html):
        raise NothingToRead(f"{page.name} is over the limit of {limit}; save a simpler version of the page.")
    return document


def _with_transport(article: Article, page: Page) -> Article:
    """Add what the page's address and its feed say: a feed knows best how its entries are called and dated."""
    article = replace(article, address=article.address or page.address)
    entry = page.entry
    if entry is None:
        return article
    feed_says = entry.lang and (not article.lang or (entry.content and article.lang == entry.lang))
    return replace(
        article,
        title=entry.title or article.title,
        byline=entry.byline or article.byline,
        date=entry.date or article.date,
        lang=entry.lang if feed_says else article.lang,
        lang_origin="feed" if feed_says else article.lang_origin,
        site=article.site or entry.site,
    )


def _blocks(article: Article) -> Iterator[Block]:
    yield from article.lead
    for section in article.sections:
        yield from section.blocks


def _first_words(article: Article) -> list[str]:
    """Return the words of an article, some more than `FEW_WORDS` at most; pictures speak by their alternative text."""
    words: list[str] = []
    for block in _blocks(article):
        said = text_of_block(block) or (block.alt or "" if isinstance(block, Figure) else "")
        words += [word for word in said.split() if any(map(str.isalnum, word))]
        if len(words) > FEW_WORDS:
            break
    return words
