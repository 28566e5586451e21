"""A page goes in, its article comes out: decoded, measured, parsed, chosen, walked and sorted into sections."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, Block, Figure, Skip
from postaloud.model.page import Page
from postaloud.reading.limits import broken_limit
from postaloud.reading.nothing import FEW_WORDS, is_not_free, what_instead
from postaloud.reading.plain import text_of_block
from postaloud.reading.texts import text_of_page

if TYPE_CHECKING:
    from postaloud.reading.metadata import Metadata
    from postaloud.reading.sections import Parts

_log = logging.getLogger(__name__)


def read_article(page: Page) -> Article:
    """Read a page; raises `NothingToRead` where it is empty, no text, over a limit, or holds no article."""
    name = page.name
    text = text_of_page(page)
    base = page.entry.base if page.entry is not None and page.entry.content else page.address
    if limit := broken_limit(text):
        raise NothingToRead(f"{name} is over the limit of {limit}; save a simpler version of the page.")
    article = _read(text, base)
    words = _first_words(article)
    if len(words) <= FEW_WORDS and (instead := what_instead(text, " ".join(words))):
        raise NothingToRead(f"{name} {instead}.")
    if page.address and is_not_free(text):
        _log.warning("%s says that it is not free: perhaps only its beginning is here.", name)
    return _with_transport(article, page)


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


def _read(text: str, base: str) -> Article:
    """Walk the tree; it is gone when the article is there."""
    load()
    from postaloud.reading.anchors import anchors
    from postaloud.reading.choosing import choose, skips_of
    from postaloud.reading.links import resolve_links
    from postaloud.reading.metadata import read_metadata
    from postaloud.reading.parsing import parse
    from postaloud.reading.sections import into_sections
    from postaloud.reading.walking import walk

    soup = parse(text)
    if base:
        resolve_links(soup, base)
    body = soup.body or soup
    choice = choose(body)
    known = read_metadata(soup, choice.root)
    anchor = anchors(soup)
    items = walk(choice.root, choice.dropped, anchor, known.lang)
    parts = into_sections(items, known.title, known.byline)
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


def _first_words(article: Article) -> list[str]:
    """Return the words of an article, some more than `FEW_WORDS` at most; pictures speak by their alternative text."""
    words: list[str] = []
    for block in _blocks(article):
        said = text_of_block(block) or (block.alt or "" if isinstance(block, Figure) else "")
        words += [word for word in said.split() if any(map(str.isalnum, word))]
        if len(words) > FEW_WORDS:
            break
    return words
