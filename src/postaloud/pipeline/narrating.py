"""A location in, an episode out: in a folder of the shelf, on a stream, or only rehearsed."""

import os
import shutil
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from postaloud import publishing, reading, shelf
from postaloud.config import Settings
from postaloud.model.episode import Episode
from postaloud.model.page import Entry, Page
from postaloud.pipeline.choosing import choice_of
from postaloud.pipeline.desk import Desk, Tell, quiet
from postaloud.pipeline.planning import plan_for
from postaloud.pipeline.recording import record_plan
from postaloud.pipeline.sources import the_source


def narrate(
    location: str | os.PathLike[str] | Page | Entry,
    output: str | os.PathLike[str] = "output",
    settings: Settings | None = None,
    *,
    desk: Desk | None = None,
    tell: Tell = quiet,
) -> Episode:
    """Turn an article into an episode folder below `output` and return the episode.

    `location` is a file (HTML, Markdown or text), a web address, or "-" for standard input; `settings` default to the
    page's language and the bundled voice, without a cache. The folder `output/<slug>` then holds the sound (MP3 with
    ID3v2.3 chapters, or the formats that the settings name), captions (WebVTT and SRT), `chapters.json` (JSON chapters
    1.2), `transcript.html` and `episode.json`; until all are whole, what was there before stays. Raises a
    `PostaloudError` (`SourceError`, `NothingToRead`, `EngineError`, `OutputError` or `UsageError`, also for a feed or a
    folder of several articles).

    >>> import pathlib, tempfile
    >>> import postaloud
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> page = folder / "tea.html"
    >>> _ = page.write_text("<title>Tea</title><h1>Tea</h1><p>Warm the pot.</p><h2>Steep</h2><p>Wait a while.</p>")
    >>> episode = postaloud.narrate(page, folder / "out", postaloud.Settings(engine="silent"))
    >>> [chapter.title for chapter in episode.recording.chapters]
    ['Tea', 'Steep']
    >>> sorted(path.suffix for path in (folder / "out" / episode.identity.slug).iterdir())
    ['.html', '.json', '.json', '.mp3', '.srt', '.vtt']
    """
    settings = settings or Settings()
    with ExitStack() as stack:
        desk = desk or stack.enter_context(Desk(settings))
        plan = plan_for(the_source(location, settings, desk.workers), Path(output), settings, desk, tell)
        shelf.check_writable(Path(output))
        folder = Path(output, plan.place.identity.slug)
        with shelf.writing(folder), shelf.staged(folder) as stage:
            episode = record_plan(plan, desk.studio_for(plan.speaker, choice_of(settings)), stage, settings, tell)
            _write_texts(episode, plan.place, stage)
    return episode


def narrate_to(stream: BinaryIO, source: reading.Source, settings: Settings, desk: Desk, tell: Tell = quiet) -> Episode:
    """Turn an article into one sound file and write it to a stream; no folder of the user's is touched."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        plan = plan_for(source, Path(folder), settings, desk, tell)
        with shelf.writing(Path(folder)):
            episode = record_plan(
                plan, desk.studio_for(plan.speaker, choice_of(settings)), Path(folder), settings, tell
            )
        with Path(folder, episode.enclosures[0].name).open("rb") as sound:
            shutil.copyfileobj(sound, stream)
        stream.flush()
    return episode


def rehearse(source: reading.Source, output: str, settings: Settings, desk: Desk, tell: Tell = quiet) -> Episode:
    """Return the episode that `narrate` would make, timed by the silent engine; nothing is spoken and no file stays."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        plan = plan_for(source, Path(output), replace(settings, engine="silent", cast=()), desk, tell)
        with shelf.writing(Path(folder)):
            return record_plan(plan, desk.studio_for(plan.speaker, choice_of(settings)), Path(folder), settings, tell)


def _write_texts(episode: Episode, place: shelf.Place, stage: Path) -> None:
    def write(name: str, pieces: Iterable[str]) -> None:
        with (stage / name).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)

    write(f"{episode.identity.slug}.vtt", publishing.to_webvtt(episode.recording.cues))
    write(f"{episode.identity.slug}.srt", publishing.to_srt(episode.recording.cues))
    if episode.playlist:
        write(episode.playlist, [publishing.to_playlist(episode)])
    write("chapters.json", [publishing.to_json_chapters(episode)])
    write("transcript.html", [publishing.to_transcript(episode)])
    write(shelf.RECORD, [publishing.to_episode_json(episode, place.overrides)])
