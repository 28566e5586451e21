"""Takes in, finished sound files out: packets joined as they come, what is known at the end written last."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, Protocol

from postaloud.model.recording import Chapter, Recording, Take, Takes
from postaloud.model.script import ChapterMark, Part
from postaloud.studio.files import About, SoundFile
from postaloud.studio.formats import Format
from postaloud.studio.record import Studio, begin_silence, close_timeline
from postaloud.studio.tags import Tags
from postaloud.studio.timeline import lay_out, milliseconds

_CLOSING = Part(())
"""Silence behind the last part."""
NameOfChapter = Callable[[int, Chapter], str]
"""Names the file of a chapter, counted from 1, without its suffix."""


class Written(NamedTuple):
    """A file that was written."""

    path: Path
    form: Format
    duration_ms: int
    chapter: int = 0
    """The only chapter in it, counted from 1, or 0 for a file that holds all."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written of a recording."""

    folder: Path
    name: str
    """The name of its files, without suffixes."""
    formats: tuple[Format, ...]
    tags: Tags
    split: NameOfChapter | None = None
    """Names the files of single chapters, where there are to be some."""


def master(
    parts: Sequence[Part], takes: Iterable[Takes], studio: Studio, order: Order
) -> tuple[Recording, list[Written]]:
    """Write the files of some parts, whose takes come in order; return when everything in them sounds, and the files.

    The sound never piles up: each take is written and let go. Raises `OSError` where a file cannot be written.
    """
    silence = begin_silence(studio)()
    with ExitStack() as stack:
        desk = _Desk(studio, order, silence, stack)
        chapters = _chapters_to_come(parts)
        whole = _Set(desk, order.name, _About(order.tags, chapters))
        cutter = _Cutter(desk, order.split, chapters) if order.split else None
        sinks: list[_Sink] = [whole, *([cutter] if cutter else [])]
        recording = lay_out((*parts, _CLOSING), _passed(parts, takes, studio, sinks), studio.rate)
        written = whole.close(recording.chapters)
        return recording, [*written, *(cutter.close() if cutter else [])]


def _chapters_to_come(parts: Iterable[Part]) -> list[Chapter]:
    """Return chapters whose times are not known yet; the tag with them is as long as the final one."""
    return [Chapter(0, 0, mark.title, mark.level, mark.number, mark.anchor) for part in parts for mark in _marks(part)]


def _marks(part: Part) -> Iterator[ChapterMark]:
    return (line for line in part.lines if isinstance(line, ChapterMark))


class _Sink(Protocol):
    """What takes are written to."""

    def add(self, part: Part, takes: Takes) -> None:
        """Write the takes of a part."""
        ...


def _passed(parts: Iterable[Part], takes: Iterable[Takes], studio: Studio, sinks: Sequence[_Sink]) -> Iterator[Take]:
    """Write the takes to all sinks, and pass one of each part on."""
    samples = 0
    for part, several in zip(parts, takes, strict=True):
        for sink in sinks:
            sink.add(part, several)
        samples += several[0].samples
        yield several[0]
    closing = close_timeline(studio, samples)
    for sink in sinks:
        sink.add(_CLOSING, closing)
    yield closing[0]


class _About(NamedTuple):
    """What is known of a set of files before its first sound."""

    tags: Tags
    chapters: Sequence[Chapter]
    start: int = 0
    """The sample of the timeline with which it begins."""


@dataclass(frozen=True, slots=True)
class _Desk:
    """What writing any file needs."""

    studio: Studio
    order: Order
    silence: Takes
    stack: ExitStack

    def open(self, form: Format, name: str, about: _About) -> tuple[Path, int, SoundFile]:
        """Begin a file; returns its path and which of a part's takes it wants."""
        number, rate = self.studio.encoders.index(form.encoder), self.studio.rate
        path = self.order.folder / f"{name}.{form.name}"
        file = self.stack.enter_context(path.open("wb"))
        phase = about.start % form.encoder.grid(rate)
        known = About(about.tags, about.chapters, rate, form.encoder, self.silence[number], self.stack, phase)
        return path, number, form.open()(file, known)


class _Set:
    """The same sound in all formats that were asked for."""

    def __init__(self, desk: _Desk, name: str, about: _About) -> None:
        self._desk, self._stack = desk, desk.stack.enter_context(ExitStack())
        own = replace(desk, stack=self._stack)
        self._files = [(form, own.open(form, name, about)) for form in desk.order.formats]
        self.samples = 0

    def add(self, part: Part, takes: Takes) -> None:  # noqa: ARG002 - a sink of any part
        for _, (_, number, file) in self._files:
            file.add(takes[number])
        self.samples += takes[0].samples

    def close(self, chapters: Sequence[Chapter], chapter: int = 0) -> list[Written]:
        for _, (_, _, file) in self._files:
            file.close(chapters)
        self._stack.close()
        duration_ms = milliseconds(self.samples, self._desk.studio.rate)
        return [Written(path, form, duration_ms, chapter) for form, (path, _, _) in self._files]


@dataclass(slots=True)
class _Cutter:
    """Writes a set of files for each chapter; what sounds before the first belongs to it."""

    desk: _Desk
    name: NameOfChapter
    chapters: Sequence[Chapter]
    """All that will come."""
    written: list[Written] = field(default_factory=list)
    open: _Set | None = None
    marks: int = 0
    """Of the parts so far."""
    start: int = 0

    def add(self, part: Part, takes: Takes) -> None:
        marks = sum(1 for _ in _marks(part))
        if self.open is None or (marks and self.marks):
            self._finish()
            self.open = self._begun()
        self.marks += marks
        self.open.add(part, takes)
        self.start += takes[0].samples

    def close(self) -> list[Written]:
        self._finish()
        return self.written

    def _begun(self) -> _Set:
        number, chapter = self.marks + 1, self.chapters[self.marks]
        tags = self.desk.order.tags
        own = replace(
            tags,
            title=chapter.title,
            album=tags.title,
            cover=tags.picture(chapter) or tags.cover,
            comment=tags.link(chapter) or tags.comment,
            track=(number, len(self.chapters)),
            pictures={},
        )
        return _Set(self.desk, self.name(number, chapter), _About(own, [chapter], self.start))

    def _finish(self) -> None:
        if self.open is None:
            return
        length_ms = milliseconds(self.open.samples, self.desk.studio.rate)
        chapter = replace(self.chapters[self.marks - 1], end_ms=length_ms)
        self.written += self.open.close([chapter], self.marks)
