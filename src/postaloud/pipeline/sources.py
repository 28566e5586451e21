"""A location in, its articles out: found, fetched, and read by a worker."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from postaloud import reading
from postaloud.config import Settings
from postaloud.errors import UsageError
from postaloud.model.article import Article
from postaloud.model.page import Entry, Page
from postaloud.workers import Workers


def find_sources(
    location: str, settings: Settings, workers: Workers, tell: Callable[[str], None] = lambda _: None
) -> tuple[reading.Source, ...]:
    """Return what can be read at a location: itself, the pages of a folder, or the entries of a feed."""
    if reading.is_address(location):
        tell(f"Fetching {reading.without_password(location)}.")
    found = reading.find_sources(location, web(settings), settings.entries, workers)
    entries = sum(isinstance(source, Entry) for source in found)
    if entries > 1 and not settings.entries:
        tell(f"Entries to read: {entries}. To read only some, use --entries.")
    return found


def web(settings: Settings) -> reading.Web:
    """Return how addresses are had."""
    return reading.Web(allow_private=settings.allow_private, store=settings.cache / "pages" if settings.cache else None)


def choices(settings: Settings) -> reading.Choices:
    """Return what of a page is read."""
    return reading.Choices(settings.select, settings.skip, settings.extractor)


def the_source(location: str | os.PathLike[str] | Page | Entry, settings: Settings, workers: Workers) -> reading.Source:
    """Return the one source at a location; raises `UsageError` where there are several."""
    if isinstance(location, Page | Entry):
        return location
    found = find_sources(os.fspath(location), settings, workers)
    if len(found) > 1:
        name = reading.without_password(os.fspath(location))
        raise UsageError(f"{name} holds {len(found)} articles: name one of its files, or one entry of the feed.")
    return found[0]


def read(
    source: reading.Source, settings: Settings, workers: Workers, meanwhile: Callable[[Workers], None] = lambda _: None
) -> tuple[Page, Article]:
    """Fetch a source and let a worker read it; title, author, date and language of the settings win over the page's.

    What is to follow can be prepared `meanwhile`, which is given the workers.
    """
    page = reading.fetch(source, web(settings))
    finish = begin_reading(page, settings, workers)
    meanwhile(workers)
    return page, finish()


def had(source: reading.Source, settings: Settings, tell: Callable[[str], None]) -> Page:
    """Fetch a source, after telling its name."""
    name = source if isinstance(source, str) else source.name.rstrip(",")
    name = name[:1].lower() + name[1:] if name.startswith(("Entry ", "Standard input")) else name
    tell(f"Reading {name}.")
    return reading.fetch(source, web(settings))


def begin_reading(page: Page, settings: Settings, workers: Workers) -> Callable[[], Article]:
    """Let a worker read a page, and return what waits for the article."""
    finish = reading.begin(page, workers, choices(settings))
    return lambda: chosen(finish(), page, settings)


def chosen(article: Article, page: Page, settings: Settings) -> Article:
    """Return the article with what the settings decide, and with the names that it lacks."""
    lang, origin = choose_language(article, settings)
    return replace(
        article,
        title=settings.title or article.title or _name_of(page),
        byline=settings.author or article.byline,
        date=settings.date or article.date,
        lang=lang,
        lang_origin=origin,
    )


def _name_of(page: Page) -> str:
    """Return a title for a page that has none: its file's name in words, or its place in the feed."""
    if page.entry is not None:
        return f"{page.entry.site or 'Entry'} {page.entry.number}"
    parts = urlsplit(page.address)
    name = Path(unquote(parts.path) or parts.netloc if page.address else page.location).stem
    return name.replace("-", " ").replace("_", " ").strip().capitalize() or parts.netloc or "Untitled"


def choose_language(article: Article, settings: Settings) -> tuple[str, str]:
    """Return the language to speak and where it was found: the first that names one."""
    found = (
        (settings.lang, "option"),
        (article.lang, article.lang_origin),
        (settings.default_lang, "configuration"),
        ("en", "default"),
    )
    return next(choice for choice in found if choice[0])
