"""A plan in, its episode out: recorded, mastered, and told of chapter by chapter."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from postaloud import publishing, studio
from postaloud.config import Settings
from postaloud.model.episode import Enclosure, Episode
from postaloud.model.recording import Recording, Take
from postaloud.model.script import ChapterMark, Part, Script
from postaloud.pipeline.covers import drawn
from postaloud.pipeline.desk import Tell
from postaloud.pipeline.planning import Plan


@dataclass(frozen=True, slots=True)
class Session:
    """A plan whose first parts are being recorded."""

    plan: Plan
    parts: Sequence[Part]
    takes: Iterable[Take]
    """One for each part; they are waited for in order."""


def begin_recording(plan: Plan, desk: studio.Studio, settings: Settings) -> Session:
    """Start recording the first parts of a plan; the others follow as takes are taken."""
    parts: Sequence[Part] = plan.script.parts
    takes: Iterable[Take]
    if settings.sample_ms:
        parts, takes = studio.record_sample(parts, desk, settings.sample_ms)
    else:
        takes = studio.record(parts, desk)
    return Session(plan, *_framed(parts, takes, desk, settings))


def finish_recording(session: Session, stage: Path, tell: Tell) -> Episode:
    """Record the rest into a file in the folder `stage`, and return the episode."""
    plan, parts, takes = session.plan, session.parts, session.takes
    sound = stage / f"{plan.place.identity.slug}.mp3"
    publishing.load()
    rate = plan.speaker.rate
    recording = studio.master(parts, _told(parts, takes, rate, tell), _tags(plan), rate, sound)
    return _episode(plan, replace(plan.script, parts=tuple(parts)), recording, _enclosure(sound, recording))


def _framed(
    parts: Sequence[Part], takes: Iterable[Take], desk: studio.Studio, settings: Settings
) -> tuple[Sequence[Part], Iterable[Take]]:
    """Put the music in front of and behind what is said, each as a part without lines; a sample has none."""
    if settings.sample_ms:
        return parts, takes
    intro, outro = (_music(path, desk) for path in (settings.intro, settings.outro))
    return (*(part for part, _ in intro), *parts, *(part for part, _ in outro)), chain(
        (take for _, take in intro), takes, (take for _, take in outro)
    )


def _music(path: Path | None, desk: studio.Studio) -> list[tuple[Part, Take]]:
    return [(Part(()), studio.record_jingle(path, desk.speaker.rate, desk.encoder, desk.workers))] if path else []


def _told(parts: Sequence[Part], takes: Iterable[Take], rate: int, tell: Tell) -> Iterator[Take]:
    """Pass the takes on, and tell of each chapter when it is recorded."""
    total = sum(isinstance(line, ChapterMark) for part in parts for line in part.lines)
    title, number, start, samples = "", 0, 0, 0

    def told(end: int) -> None:
        if number:
            length = publishing.in_words((end - start) * 1000 // rate)
            tell(f"Chapter {number} of {total}: {title}, {length}.")

    for part, take in zip(parts, takes, strict=True):
        for mark, sample in zip(_marks(part), take.marks, strict=True):
            told(samples + sample)
            title, number, start = mark.title, number + 1, samples + sample if number else 0
        yield take
        samples += take.samples
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
    )


def _enclosure(sound: Path, recording: Recording) -> Enclosure:
    with sound.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return Enclosure(sound.name, "audio/mpeg", sound.stat().st_size, digest, recording.duration_ms)


def _episode(plan: Plan, script: Script, recording: Recording, enclosure: Enclosure) -> Episode:
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
        enclosures=(enclosure,),
        preview=plan.place.preview,
        coverage=plan.coverage,
        origin=plan.origin,
    )
