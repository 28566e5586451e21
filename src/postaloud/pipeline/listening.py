"""A location in, what can be listened to there out: articles still to be spoken, episodes, files of sound."""

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import accumulate, pairwise
from pathlib import Path

from postaloud import publishing, reading, shelf, studio
from postaloud.config import Settings
from postaloud.errors import SourceError
from postaloud.listening.course import Course, plot
from postaloud.listening.events import Post
from postaloud.listening.tape import Finished, Piece, Tape
from postaloud.model.episode import Listing
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Part, Utterance
from postaloud.pipeline.desk import Desk, Tell
from postaloud.pipeline.planning import overridden, prepare_to_record
from postaloud.pipeline.sources import find_sources, read
from postaloud.pipeline.writing import write

SOUNDS = frozenset({".mp3", ".m4a", ".m4b", ".mp4", ".opus", ".ogg", ".oga", ".flac", ".wav"})
STEP_MS, STEPS_A_BLOCK = 10_000, 3
"""Where no sentences are known, a step is ten seconds, and three of them stand for a paragraph."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Something to listen to."""

    title: str
    guid: str
    """Under which its place is remembered."""
    course: Course
    open_tape: Callable[[Post], Tape]
    """Gives its sound; what is still to be made is told of as it is made."""


Opener = Callable[[], Programme]
"""Opens something to listen to; raises `PostaloudError`."""


def find_programmes(location: str, settings: Settings, desk: Desk, tell: Tell) -> list[Opener]:
    """Return what can be listened to at a location, each to be opened when its turn comes."""
    path = Path(location)
    if path.name == shelf.RECORD and path.is_file():
        path = path.parent
    if (path / shelf.RECORD).is_file():
        return [partial(_open_episode, path)]
    if path.suffix.lower() in SOUNDS and path.is_file():
        return [partial(_open_file, path)]
    if any(path.glob(f"[!.]*/{shelf.RECORD}")):
        return _episodes_in(path, tell)
    sources = find_sources(location, settings, desk.workers, tell)
    return [partial(_open_article, source, settings, desk) for source in sources]


def _episodes_in(folder: Path, tell: Tell) -> list[Opener]:
    """Return the episodes of a folder, newest first, as its feed has them."""
    from postaloud.station.finding import find_listings

    found = find_listings(folder)
    for name, reason in found.broken.items():
        tell(f"Left out: {name}, because {reason}.")
    if not found.episodes:
        raise SourceError(f"No episode in {folder} is whole: narrate the articles again.")
    return [partial(_open_episode, folder / each.identity.slug) for each in found.episodes]


def _open_article(source: reading.Source, settings: Settings, desk: Desk) -> Programme:
    """Read an article and write what will be said of it; it is spoken when its tape is opened."""
    from postaloud.pipeline.making import GrowingTape
    from postaloud.scripting.measure import duration_ms

    page, article = read(source, settings, desk.workers, partial(prepare_to_record, settings))
    place = shelf.find_place(article, page, Path("output"), settings)
    article = overridden(article, place.texts_for(settings))
    speaker = desk.speaker_for(settings, article.lang)
    desk.workers.prepare(speaker.prepare)
    script = write(article, settings, desk.lexicon)
    course = plot(script.parts, article.title)
    guesses = [sum(duration_ms(line, settings.rate_wpm) for line in part.lines) for part in script.parts]
    single = replace(desk.studio_for(speaker, settings), encoders=(studio.SINGLE,), fixed_rate=0)
    tape = GrowingTape(script.parts, course, single, guesses)
    return Programme(article.title, place.identity.guid, course, tape.start)


def _open_episode(folder: Path, name: str = "") -> Programme:
    """Open an episode that was narrated, in the first of its files that is there, or in the one named."""
    listing = _listing(folder)
    names = [name] if name else [each.name for each in listing.enclosures if (folder / each.name).is_file()]
    if not names:
        raise SourceError(f"The sound of {folder} is gone: narrate the article again.")
    from postaloud.publishing.rereading import reread

    transcript, captions = (_text_of(folder, listing, kind) for kind in ("transcript", "captions"))
    chapters = listing.chapters or publishing.read_chapters(
        _text_of(folder, listing, "chapters") or "{}", listing.duration_ms
    )
    lines, starts_ms = reread(transcript, captions, chapters)
    if not starts_ms:
        lines, starts_ms = _stepped(chapters, listing.title, listing.duration_ms)
    return _programme(listing.title, listing.identity.guid, folder / names[0], listing.duration_ms, (lines, starts_ms))


def _open_file(path: Path) -> Programme:
    """Open a file of sound: as its episode where that lies beside it, else by its own chapters."""
    if (path.parent / shelf.RECORD).is_file() and path.name in {each.name for each in _listing(path.parent).enclosures}:
        return _open_episode(path.parent, path.name)
    from postaloud.listening.stretching import BrokenSound, chapters_in

    try:
        duration_ms, starts = chapters_in(path)
    except BrokenSound as error:
        raise SourceError(f"Cannot listen to {path}: {error}.") from error
    ends = pairwise([*(start for start, _ in starts), duration_ms])
    chapters = [Chapter(start, end, title) for (start, end), (_, title) in zip(ends, starts, strict=True)]
    title = (chapters[0].title if chapters else "") or path.stem
    guid = str(uuid.uuid5(uuid.NAMESPACE_URL, path.resolve().as_uri()))
    return _programme(title, guid, path, duration_ms, _stepped(chapters, title, duration_ms))


def _programme(
    title: str, guid: str, path: Path, duration_ms: int, told: tuple[tuple[Line, ...], tuple[int, ...]]
) -> Programme:
    lines, starts_ms = told
    course = plot([Part(lines)], title)
    starts = tuple(accumulate((starts_ms[each.utterance] for each in course.sentences), max))
    tape = Finished(Piece(path, duration_ms, starts))
    return Programme(title, guid, course, lambda _: tape)


def _stepped(chapters: Sequence[Chapter], title: str, duration_ms: int) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Return lines with a step every ten seconds, for sound whose sentences are not known."""
    lines: list[Line] = []
    starts: list[int] = []
    for number, chapter in enumerate(chapters or [Chapter(0, duration_ms, title)]):
        lines.append(ChapterMark(chapter.title or f"Chapter {number + 1}", number=number))
        steps = list(range(chapter.start_ms, max(chapter.end_ms, chapter.start_ms + 1), STEP_MS))
        lines += _blocks(steps)
        starts += steps
    return tuple(lines), tuple(starts)


def _blocks(steps: Sequence[int]) -> Iterator[Line]:
    for at in range(0, len(steps), STEPS_A_BLOCK):
        yield Enter(BlockKind.PARAGRAPH)
        for ms in steps[at : at + STEPS_A_BLOCK]:
            told = publishing.in_words(ms)
            yield Utterance(told, told)
        yield Leave(BlockKind.PARAGRAPH)


def _listing(folder: Path) -> Listing:
    path = folder / shelf.RECORD
    try:
        return publishing.read_listing(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"Cannot open {path}: it cannot be read as text.") from error
    except publishing.BrokenRecord as error:
        raise SourceError(f"Cannot listen to {folder}, because in its {shelf.RECORD} {error}.") from error


def _text_of(folder: Path, listing: Listing, kind: str) -> str:
    """Return a text beside the record, or "" where it is not there."""
    try:
        return (folder / listing.files[kind]).read_text(encoding="utf-8")
    except (KeyError, OSError, UnicodeDecodeError):
        return ""
