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
from postaloud.model.episode import Episode, texts_of
from postaloud.model.page import Entry, Page
from postaloud.pipeline.desk import Desk, Tell, quiet
from postaloud.pipeline.freshness import origin_of
from postaloud.pipeline.planning import Plan, begin_plan, with_origin
from postaloud.pipeline.recording import Session, begin_recording, finish_recording
from postaloud.pipeline.sources import had, the_source


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
    1.2), `transcript.html`, `index.html` (the player) and `episode.json`; until all are whole, what was there before
    stays. Raises a `PostaloudError` (`SourceError`, `NothingToRead`, `EngineError`, `OutputError` or `UsageError`, also
    for a feed or a folder of several articles).

    >>> import pathlib, tempfile
    >>> import postaloud
    >>> folder = pathlib.Path(tempfile.mkdtemp())
    >>> page = folder / "tea.html"
    >>> _ = page.write_text("<title>Tea</title><h1>Tea</h1><p>Warm the pot.</p><h2>Steep</h2><p>Wait a while.</p>")
    >>> episode = postaloud.narrate(page, folder / "out", postaloud.Settings(engine="silent"))
    >>> [chapter.title for chapter in episode.recording.chapters]
    ['Tea', 'Steep']
    >>> sorted(path.suffix for path in (folder / "out" / episode.identity.slug).iterdir())
    ['.html', '.html', '.json', '.json', '.mp3', '.srt', '.vtt']
    """
    settings = settings or Settings()
    with ExitStack() as stack:
        desk = desk or stack.enter_context(Desk(settings))
        page = had(the_source(location, settings, desk.workers), settings, tell)
        stack.enter_context(shelf.opened(Path(output), tell))
        plan = plan_for(page, Path(output), settings, desk, tell)
        return finish(begin_recording(plan, desk.studio_for(plan.speaker, settings), settings), Path(output), tell)


def plan_for(page: Page, output: Path, settings: Settings, desk: Desk, tell: Tell) -> Plan:
    """Read a page, write what will be said of it, and see that it can be put into the folder."""
    digests = desk.digests_for(settings)
    plan = begin_plan(page, output, settings, desk, tell)()
    shelf.check_writable(output)
    return with_origin(plan, origin_of(page, settings, digests), digests)


def finish(session: Session, output: Path, tell: Tell) -> Episode:
    """Put a recording into its folder, with all that goes with it; the folder `output` is `opened`."""
    folder = output / session.plan.place.identity.slug
    with shelf.writing(folder), shelf.staged(folder) as stage:
        episode = finish_recording(session, stage, tell)
        _write_texts(episode, stage)
        _write_player(episode, folder, stage)
        _write_record(episode, session.plan.place, stage)
        before = _files_of(folder)
    for name in before - _files_of(folder):
        (folder / name).unlink(missing_ok=True)
    return episode


def _files_of(folder: Path) -> set[str]:
    """Return the names of the files that an episode's record counts as its own."""
    try:
        made = publishing.read_made((folder / shelf.RECORD).read_bytes())
    except OSError:
        return set()
    names = {*made.origin.sizes, *made.names.values()} if made else set()
    return {name for name in names if Path(name).name == name}


def narrate_to(stream: BinaryIO, source: reading.Source, settings: Settings, desk: Desk, tell: Tell = quiet) -> Episode:
    """Turn an article into one sound file and write it to a stream; no folder of the user's is touched."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        episode = _record_in(Path(folder), Path(folder), source, settings, desk, tell)
        with Path(folder, episode.enclosures[0].name).open("rb") as sound:
            shutil.copyfileobj(sound, stream)
        stream.flush()
    return episode


def rehearse(source: reading.Source, output: str, settings: Settings, desk: Desk, tell: Tell = quiet) -> Episode:
    """Return the episode that `narrate` would make, timed by the silent engine; nothing is spoken and no file stays."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        silent = replace(settings, engine="silent", cast=())
        return _record_in(Path(folder), Path(output), source, silent, desk, tell)


def _record_in(
    folder: Path, output: Path, source: reading.Source, settings: Settings, desk: Desk, tell: Tell
) -> Episode:
    plan = begin_plan(had(source, settings, tell), output, settings, desk, tell)()
    with shelf.writing(folder):
        return finish_recording(begin_recording(plan, desk.studio_for(plan.speaker, settings), settings), folder, tell)


def _write_texts(episode: Episode, stage: Path) -> None:
    def write(name: str, pieces: Iterable[str]) -> None:
        with (stage / name).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)

    names = _texts(episode)
    write(names["captions"], publishing.to_webvtt(episode.recording.cues))
    write(names["subtitles"], publishing.to_srt(episode.recording.cues))
    if episode.playlist:
        write(episode.playlist, [publishing.to_playlist(episode)])
    write(names["chapters"], [publishing.to_json_chapters(episode)])
    write(names["transcript"], [publishing.to_transcript(episode)])


def _texts(episode: Episode) -> dict[str, str]:
    return texts_of(episode.identity.slug, episode.playlist)


def _write_player(episode: Episode, folder: Path, stage: Path) -> None:
    """Write the page to listen with, which offers an e-book where one was made before."""
    page, book = publishing.to_player(episode), folder / f"{episode.identity.slug}.epub"
    if book.is_file():
        page = publishing.with_book(page, book.name, episode.lang)
    (stage / _texts(episode)["player"]).write_text(page, encoding="utf-8", newline="\n")


def _write_record(episode: Episode, place: shelf.Place, stage: Path) -> None:
    """Write the record last: it tells the sizes of all other files, but for the player, to which a book is added."""
    if episode.origin is not None:
        sizes = {path.name: path.stat().st_size for path in sorted(stage.iterdir())}
        sizes[_texts(episode)["player"]] = 0
        episode = replace(episode, origin=replace(episode.origin, sizes=sizes))
    text = publishing.to_episode_json(episode, place.overrides)
    (stage / shelf.RECORD).write_text(text, encoding="utf-8", newline="\n")
