"""A source in, a plan out: what will be recorded of it, by whom, and as which episode."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from postaloud import reading, shelf, speaking, studio
from postaloud.config import Settings
from postaloud.model.article import Article
from postaloud.model.episode import Coverage, Origin
from postaloud.model.page import Page
from postaloud.model.recording import Speaker
from postaloud.model.script import Script
from postaloud.pipeline import freshness
from postaloud.pipeline.choosing import choice_of
from postaloud.pipeline.covers import begin_pictures, cover_of
from postaloud.pipeline.desk import Desk, Tell
from postaloud.pipeline.freshness import Digests
from postaloud.pipeline.sources import begin_reading
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
    origin: Origin | None = None
    """None where the episode lies in no folder."""


def begin_plan(page: Page, output: Path, settings: Settings, desk: Desk, tell: Tell) -> Callable[[], Plan]:
    """Start reading a page, and return what finds its place on the shelf and writes what will be said of it."""
    finish = begin_reading(page, settings, desk.workers)
    prepare_to_record(settings, desk.workers)
    return lambda: _plan(finish(), page, output, settings, desk, tell)


def _plan(article: Article, page: Page, output: Path, settings: Settings, desk: Desk, tell: Tell) -> Plan:
    place = shelf.find_place(article, page, output, settings)
    article = overridden(article, place.texts_for(settings))
    speaker = desk.speaker_for(settings, article.lang)
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


def with_origin(plan: Plan, origin: Origin, digests: Digests) -> Plan:
    """Return the plan with where it comes from: by that a later run sees whether anything has changed."""
    picture = freshness.pictures_of(plan.article, plan.script, plan.page)
    sound = freshness.sound_settings(digests, plan.speaker)
    told = (plan.place.identity, plan.place.preview, plan.album, plan.speaker.label, picture[1], sound)
    made = replace(
        origin,
        settings=digests.with_overrides(plan.place.overrides),
        voice=freshness.digest(plan.speaker.fingerprint.encode()),
        script=freshness.script_digest(plan.script, plan.article, told),
        picture=picture,
    )
    return replace(plan, origin=made)


def proved(article: Article, script: Script, tell: Tell) -> Coverage:
    """Return what became of every text of the page, and tell of those that were lost."""
    from postaloud import scripting

    coverage = scripting.prove(article, script)
    for text in coverage.lost:
        tell(f'Lost, though the page shows it: "{text[:LONGEST_LOSS]}". Please report this.')
    return coverage


def _without_text(article: Article) -> Article:
    """Let go of what the script has taken over: a long article would else be kept twice."""
    return replace(article, lead=(), sections=(), skips=())


def overridden(article: Article, texts: Mapping[str, str]) -> Article:
    """Return the article with what was decided by hand."""
    return replace(
        article,
        title=texts.get("title", article.title),
        byline=texts.get("byline", article.byline),
        lang=texts.get("lang", article.lang),
        description=texts.get("description", article.description),
    )


def prepare_to_record(settings: Settings, workers: Workers) -> None:
    """Load in the workers what they will record with, and here what scripts are written with."""
    workers.prepare(studio.warm_up)
    if choice_of(settings).needs_more():
        workers.prepare(studio.warm_up_more)
    if settings.engine == "espeak" and not settings.library:
        workers.prepare(speaking.warm_up)
    prepare_to_write(workers)
