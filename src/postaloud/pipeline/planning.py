"""A source in, a plan out: what will be recorded of it, by whom, and as which episode."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from postaloud import reading, shelf, speaking, studio
from postaloud.config import Settings
from postaloud.model.article import Article
from postaloud.model.episode import Coverage
from postaloud.model.page import Page
from postaloud.model.recording import Speaker
from postaloud.model.script import Role, Script
from postaloud.pipeline.choosing import choice_of
from postaloud.pipeline.covers import begin_pictures, cover_of
from postaloud.pipeline.desk import Desk, Tell
from postaloud.pipeline.sources import read
from postaloud.pipeline.writing import prepare_to_write, write
from postaloud.workers import Job, Workers

LONGEST_LOSS = 80
"""Characters of a lost text that are told."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be recorded of one source, and as which episode."""

    page: Page
    article: Article
    """What is known of it; its text is in the script."""
    place: shelf.Place
    script: Script
    speaker: Speaker
    coverage: Coverage | None
    """None where only a part of the article is recorded."""
    album: str
    cover: Job
    """The cover's picture, drawn by a worker process while the script is written."""
    pictures: Mapping[int, Job]
    """Those of the chapters that have one at hand, by their numbers."""


def plan_for(source: reading.Source, output: Path, settings: Settings, desk: Desk, tell: Tell) -> Plan:
    """Read a source, find its place on the shelf, and write what will be said of it."""
    tell(f"Reading {_called(source)}.")
    page, article = read(source, settings, desk.workers, partial(_prepare_to_record, settings))
    place = shelf.find_place(article, page, output, settings)
    article = _overridden(article, place.texts_for(settings))
    speaker = speaking.open_cast(settings.engine, _wanted(settings, article.lang), _roles(settings))
    album = settings.album or article.site or article.title
    cover = desk.workers.submit(cover_of(article, page, album))
    desk.workers.prepare(speaker.prepare)
    script = write(article, settings, desk.lexicon)
    coverage = None if settings.sections or settings.sample_ms else proved(article, script, tell)
    tell(f"Title: {article.title}.")
    tell(reading.language_line(article))
    tell(f"Voice: {speaker.label}.")
    _log.debug("%s", settings)
    _log.debug("%s; %s; %d parts; %d texts skipped", place, speaker, len(script.parts), len(article.skips))
    pictures = begin_pictures(script, page, desk.workers)
    return Plan(page, _without_text(article), place, script, speaker, coverage, album, cover, pictures)


def proved(article: Article, script: Script, tell: Tell) -> Coverage:
    """Return what became of every text of the page, and tell of those that were lost."""
    from postaloud import scripting

    coverage = scripting.prove(article, script)
    for text in coverage.lost:
        tell(f'Lost, though the page shows it: "{text[:LONGEST_LOSS]}". Please report this.')
    return coverage


def _roles(settings: Settings) -> dict[Role, str]:
    return {Role(role): voice for role, voice in settings.cast}


def _wanted(settings: Settings, lang: str) -> speaking.Wanted:
    return speaking.Wanted(
        settings.voice,
        lang,
        settings.rate_wpm,
        settings.pitch_percent,
        settings.volume_percent,
        settings.library,
    )


def _without_text(article: Article) -> Article:
    """Let go of what the script has taken over: a long article would else be kept twice."""
    return replace(article, lead=(), sections=(), skips=())


def _called(source: reading.Source) -> str:
    name = source if isinstance(source, str) else source.name.rstrip(",")
    return name[:1].lower() + name[1:] if name.startswith(("Entry ", "Standard input")) else name


def _overridden(article: Article, texts: Mapping[str, str]) -> Article:
    return replace(
        article,
        title=texts.get("title", article.title),
        byline=texts.get("byline", article.byline),
        lang=texts.get("lang", article.lang),
        description=texts.get("description", article.description),
    )


def _prepare_to_record(settings: Settings, workers: Workers) -> None:
    workers.prepare(studio.warm_up)
    if choice_of(settings).needs_more():
        workers.prepare(studio.warm_up_more)
    if settings.engine == "espeak" and not settings.library:
        workers.prepare(speaking.warm_up)
    prepare_to_write(workers)
