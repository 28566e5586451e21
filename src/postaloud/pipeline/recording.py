"""A plan in, its episode out: recorded, mastered, and told of chapter by chapter."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from postaloud import publishing, shelf, studio
from postaloud.config import Settings
from postaloud.model.episode import Enclosure, Episode
from postaloud.model.recording import Chapter, Recording, Takes
from postaloud.model.script import ChapterMark, Part, Script
from postaloud.pipeline.choosing import Choice, choice_of, with_silence
from postaloud.pipeline.covers import drawn, drawn_pictures
from postaloud.pipeline.desk import Tell
from postaloud.pipeline.planning import Plan


@dataclass(frozen=True, slots=True)
class Session:
    """A plan whose first parts are being recorded."""

    plan: Plan
    desk: studio.Studio
    choice: Choice
    parts: Sequence[Part]
    takes: Iterable[Takes]
    """Those of each part; they are waited for in order."""


def begin_recording(plan: Plan, desk: studio.Studio, settings: Settings) -> Session:
    """Start recording the first parts of a plan; the others follow as takes are taken."""
    choice = choice_of(settings)
    parts = with_silence(plan.script.parts, choice.preset)
    if settings.sample_ms:
        return Session(plan, desk, choice, *studio.record_sample(parts, desk, settings.sample_ms))
    intro, outro = (_music(path, desk) for path in (settings.intro, settings.outro))
    takes = studio.record(parts, desk, intro, outro)
    return Session(plan, desk, choice, [*(each.part for each in intro), *parts, *(each.part for each in outro)], takes)


def finish_recording(session: Session, stage: Path, tell: Tell) -> Episode:
    """Record the rest into files in the folder `stage`, and return the episode."""
    plan, parts, desk = session.plan, session.parts, session.desk
    publishing.load()
    takes = _told(parts, session.takes, desk.rate, tell)
    recording, files = studio.master(parts, takes, desk, _order(plan, session.choice, stage))
    script = replace(plan.script, parts=tuple(parts))
    return _episode(plan, script, recording, tuple(map(_enclosure, files)))


def _music(path: Path | None, desk: studio.Studio) -> list[studio.Recorded]:
    """Return the music in front of what is said or behind it, if any: a part without lines."""
    return [studio.record_jingle(path, desk)] if path else []


def _order(plan: Plan, choice: Choice, stage: Path) -> studio.Order:
    def name_of(number: int, chapter: Chapter) -> str:
        return f"{number:02d}-{shelf.slug_of(chapter.title)}"

    split = name_of if choice.preset.split else None
    return studio.Order(stage, plan.place.identity.slug, choice.formats, _tags(plan), split)


def _told(parts: Sequence[Part], takes: Iterable[Takes], rate: int, tell: Tell) -> Iterator[Takes]:
    """Pass the takes on, and tell of each chapter when it is recorded."""
    total = sum(isinstance(line, ChapterMark) for part in parts for line in part.lines)
    title, number, start, samples = "", 0, 0, 0

    def told(end: int) -> None:
        if number:
            length = publishing.in_words((end - start) * 1000 // rate)
            tell(f"Chapter {number} of {total}: {title}, {length}.")

    for part, several in zip(parts, takes, strict=True):
        for mark, sample in zip(_marks(part), several[0].marks, strict=True):
            told(samples + sample)
            title, number, start = mark.title, number + 1, samples + sample if number else 0
        yield several
        samples += several[0].samples
    told(samples)


def _marks(part: Part) -> Iterator[ChapterMark]:
    return (line for line in part.lines if isinstance(line, ChapterMark))


def _tags(plan: Plan) -> studio.Tags:
    article = plan.article
    return studio.Tags(
        title=article.title,
        artist=article.byline or plan.album,
        album=plan.album,
        date=plan.place.identity.date,
        lang=article.lang,
        comment=article.address,
        cover=drawn(plan.cover),
        description=article.description,
        voice=plan.speaker.label,
        links=_links(plan),
        pictures=drawn_pictures(plan.pictures),
    )


def _links(plan: Plan) -> dict[int, str]:
    lines = (line for line in plan.script.lines() if isinstance(line, ChapterMark))
    return {mark.number: publishing.chapter_address(plan.article.address, mark.anchor) for mark in lines}


def _enclosure(written: studio.Written) -> Enclosure:
    path = written.path
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Enclosure(path.name, written.form.mime, path.stat().st_size, digest, written.duration_ms, written.chapter)


def _episode(plan: Plan, script: Script, recording: Recording, enclosures: tuple[Enclosure, ...]) -> Episode:
    article = plan.article
    return Episode(
        identity=plan.place.identity,
        title=article.title,
        lang=article.lang,
        script=script,
        recording=recording,
        byline=article.byline,
        site=article.site,
        description=article.description,
        address=article.address,
        voice=plan.speaker.label,
        enclosures=enclosures,
        playlist=f"{plan.place.identity.slug}.m3u8" if any(each.chapter for each in enclosures) else "",
        preview=plan.place.preview,
        coverage=plan.coverage,
        origin=plan.origin,
    )
