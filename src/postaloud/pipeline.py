"""A location in, an episode on the shelf out: the only module that knows every room."""

import hashlib
import logging
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Self
from urllib.parse import unquote, urlsplit

from postaloud import publishing, reading, shelf, speaking, studio
from postaloud.config import Settings
from postaloud.errors import UsageError
from postaloud.lexicons import load_lexicons
from postaloud.model.article import Article
from postaloud.model.episode import Enclosure, Episode
from postaloud.model.lexicon import EMPTY, Lexicon
from postaloud.model.page import Entry, Page
from postaloud.model.recording import Recording, Speaker, Take
from postaloud.model.script import ChapterMark, Part, Role, Script
from postaloud.workers import Call, Crash, Job, Workers, open_workers

if TYPE_CHECKING:
    from postaloud.scripting import Manner
    from postaloud.scripting.checking import Finding

Tell = Callable[[str], None]
"""Takes one plain line of progress."""
_log = logging.getLogger(__name__)
LARGEST_PICTURE = 20_000_000
"""Bytes of a picture at hand that is looked at for a cover."""


def _quiet(_: str) -> None:
    """Say nothing."""


class Desk:
    """Worker processes and a cache, shared by all articles of one run; to be used in a `with` statement."""

    def __init__(self, settings: Settings, workers: Workers | None = None) -> None:
        """Take workers that another opened and will close, or open some; raises `UsageError` for a lexicon."""
        self.lexicon = load_lexicons(settings.lexicons)
        self.workers = workers or open_workers()
        self._is_owner = workers is None
        self.workers.jobs = settings.jobs or self.workers.jobs
        self.cache: studio.Cache = studio.FolderCache(settings.cache) if settings.cache else studio.NoCache()
        self.ahead = 2 * self.workers.jobs

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._is_owner:
            self.workers.__exit__(*exception)

    def studio_for(self, speaker: Speaker) -> studio.Studio:
        """Return what recording with a voice needs."""
        return studio.Studio(speaker, self.workers, self.cache, ahead=self.ahead)


@dataclass(frozen=True, slots=True)
class Plan:
    """What will be recorded of one source, and as which episode."""

    page: Page
    article: Article
    """What is known of it; its text is in the script."""
    place: shelf.Place
    script: Script
    speaker: Speaker
    album: str
    cover: Job
    """The cover's picture, drawn by a worker process while the script is written."""


def find_sources(
    location: str, settings: Settings, workers: Workers, tell: Tell = _quiet
) -> tuple[reading.Source, ...]:
    """Return what can be read at a location: itself, the pages of a folder, or the entries of a feed."""
    if reading.is_address(location):
        tell(f"Fetching {reading.without_password(location)}.")
    found = reading.find_sources(location, _web(settings), settings.entries, workers)
    entries = sum(isinstance(source, Entry) for source in found)
    if entries > 1 and not settings.entries:
        tell(f"Entries to read: {entries}. To read only some, use --entries.")
    return found


def _web(settings: Settings) -> reading.Web:
    return reading.Web(allow_private=settings.allow_private, store=settings.cache / "pages" if settings.cache else None)


def _choices(settings: Settings) -> reading.Choices:
    return reading.Choices(settings.select, settings.skip, settings.extractor)


def _the_source(
    location: str | os.PathLike[str] | Page | Entry, settings: Settings, workers: Workers
) -> reading.Source:
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
    page = reading.fetch(source, _web(settings))
    finish = reading.begin(page, workers, _choices(settings))
    meanwhile(workers)
    return page, _chosen(finish(), page, settings)


def prepare_to_write(_: Workers) -> None:
    """Load what scripts are written with."""
    import postaloud.scripting.write  # noqa: F401 - takes as long as a worker needs for a page


def _prepare_to_record(settings: Settings, workers: Workers) -> None:
    workers.prepare(studio.warm_up)
    if settings.engine == "espeak" and not settings.library:
        workers.prepare(speaking.warm_up)
    prepare_to_write(workers)


def _chosen(article: Article, page: Page, settings: Settings) -> Article:
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
    choices = (
        (settings.lang, "option"),
        (article.lang, article.lang_origin),
        (settings.default_lang, "configuration"),
        ("en", "default"),
    )
    return next(choice for choice in choices if choice[0])


def write(article: Article, settings: Settings, lexicon: Lexicon = EMPTY) -> Script:
    """Write what will be said of an article, or of the sections that the settings choose."""
    from postaloud import scripting

    script = scripting.write_script(article, _manner(settings, lexicon))
    return scripting.only_sections(script, settings.sections) if settings.sections else script


def check(location: str, settings: Settings, workers: Workers) -> "tuple[Finding, ...]":
    """Return what a listener would miss of a source, for its author."""
    page = reading.fetch(_the_source(location, settings, workers), _web(settings))
    finish = reading.begin(page, workers, _choices(settings))
    from postaloud.scripting.checking import check as find

    found = finish()
    article = _chosen(found, page, replace(settings, sections=""))
    return find(replace(article, title=settings.title or found.title), write(article, settings))


def _manner(settings: Settings, lexicon: Lexicon) -> "Manner":
    from postaloud import scripting

    return scripting.Manner(
        verbosity=scripting.Verbosity(settings.verbosity),
        rate_wpm=settings.rate_wpm,
        earcons=scripting.Earcons.ON if settings.earcons else scripting.Earcons.OFF,
        images=scripting.Images(settings.images or "announce"),
        links=scripting.Links(settings.links) if settings.links else None,
        code=scripting.CodeSamples(settings.code) if settings.code else None,
        footnotes=scripting.Footnotes(settings.footnotes) if settings.footnotes else None,
        tables=scripting.Tables(settings.tables or "rows"),
        lexicon=lexicon,
    )


def narrate(
    location: str | os.PathLike[str] | Page | Entry,
    output: str | os.PathLike[str] = "output",
    settings: Settings | None = None,
    *,
    desk: Desk | None = None,
    tell: Tell = _quiet,
) -> Episode:
    """Turn an article into an episode folder below `output` and return the episode.

    `location` is a file (HTML, Markdown or text), a web address, or "-" for standard input; `settings` default to the
    page's language and the bundled voice, without a cache. The folder `output/<slug>` then holds the sound (MP3 with
    ID3v2.3 chapters), captions (WebVTT and SRT), `chapters.json` (JSON chapters 1.2), `transcript.html` and
    `episode.json`; until all are whole, what was there before stays. Raises a `PostaloudError` (`SourceError`,
    `NothingToRead`, `EngineError`, `OutputError` or `UsageError`, also for a feed or a folder of several articles).

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
        plan = _plan(_the_source(location, settings, desk.workers), Path(output), settings, desk, tell)
        shelf.check_writable(Path(output))
        folder = Path(output, plan.place.identity.slug)
        with shelf.writing(folder), shelf.staged(folder) as stage:
            episode = _record(plan, desk.studio_for(plan.speaker), stage, settings, tell)
            _write_texts(episode, plan.place, stage)
    return episode


def narrate_to(
    stream: BinaryIO, source: reading.Source, settings: Settings, desk: Desk, tell: Tell = _quiet
) -> Episode:
    """Turn an article into one sound file and write it to a stream; no folder of the user's is touched."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        plan = _plan(source, Path(folder), settings, desk, tell)
        with shelf.writing(Path(folder)):
            episode = _record(plan, desk.studio_for(plan.speaker), Path(folder), settings, tell)
        with Path(folder, episode.enclosures[0].name).open("rb") as sound:
            shutil.copyfileobj(sound, stream)
        stream.flush()
    return episode


def rehearse(source: reading.Source, output: str, settings: Settings, desk: Desk, tell: Tell = _quiet) -> Episode:
    """Return the episode that `narrate` would make, timed by the silent engine; nothing is spoken and no file stays."""
    with tempfile.TemporaryDirectory(prefix="postaloud-") as folder:
        plan = _plan(source, Path(output), replace(settings, engine="silent", cast=()), desk, tell)
        with shelf.writing(Path(folder)):
            return _record(plan, desk.studio_for(plan.speaker), Path(folder), settings, tell)


def _plan(source: reading.Source, output: Path, settings: Settings, desk: Desk, tell: Tell) -> Plan:
    tell(f"Reading {_called(source)}.")
    page, article = read(source, settings, desk.workers, partial(_prepare_to_record, settings))
    place = shelf.find_place(article, page, output, settings)
    article = _overridden(article, place.texts_for(settings))
    speaker = speaking.open_cast(settings.engine, _wanted(settings, article.lang), _roles(settings))
    album = settings.album or article.site or article.title
    cover = desk.workers.submit(_cover(article, page, album))
    desk.workers.prepare(speaker.prepare)
    script = write(article, settings, desk.lexicon)
    tell(f"Title: {article.title}.")
    tell(reading.language_line(article))
    tell(f"Voice: {speaker.label}.")
    _log.debug("%s", settings)
    _log.debug("%s; %s; %d parts; %d texts skipped", place, speaker, len(script.parts), len(article.skips))
    return Plan(page, _without_text(article), place, script, speaker, album, cover)


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


def _record(plan: Plan, desk: studio.Studio, stage: Path, settings: Settings, tell: Tell) -> Episode:
    sound = stage / f"{plan.place.identity.slug}.mp3"
    parts: Sequence[Part] = plan.script.parts
    takes: Iterable[Take]
    if settings.sample_ms:
        parts, takes = studio.record_sample(parts, desk, settings.sample_ms)
    else:
        takes = studio.record(parts, desk)
    parts, takes = _framed(parts, takes, desk, settings)
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
        cover=_drawn(plan.cover),
    )


def _cover(article: Article, page: Page, album: str) -> Call:
    """Pictures of strangers are opened in a worker, where they can harm nothing."""
    picture = _picture_at_hand(article.picture, "-" if page.address else page.location)
    return Call(publishing.cover_for, (picture, article.title, album), seconds=20)


def _drawn(cover: Job) -> bytes:
    try:
        return cover.result()
    except Crash as crash:
        _log.warning("The episode has no cover, because drawing it failed.")
        _log.debug("%s", crash)
        return b""


def _picture_at_hand(address: str, location: str) -> bytes:
    """Return the lead picture where it lies in the page's own folder or below; nothing else on the disk is opened."""
    if not address or location == "-" or ":" in address:
        return b""
    folder = Path(location).resolve().parent
    path = (folder / unquote(address)).resolve()
    if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > LARGEST_PICTURE:
        return b""
    return path.read_bytes()


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
    )


def _write_texts(episode: Episode, place: shelf.Place, stage: Path) -> None:
    def write(name: str, pieces: Iterable[str]) -> None:
        with (stage / name).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)

    write(f"{episode.identity.slug}.vtt", publishing.to_webvtt(episode.recording.cues))
    write(f"{episode.identity.slug}.srt", publishing.to_srt(episode.recording.cues))
    write("chapters.json", [publishing.to_json_chapters(episode)])
    write("transcript.html", [publishing.to_transcript(episode)])
    write(shelf.RECORD, [publishing.to_episode_json(episode, place.overrides)])
