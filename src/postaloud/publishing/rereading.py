"""Our own transcript and captions in, lines with their times out: an episode's structure without its script."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser

from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Role, Utterance
from postaloud.publishing.plain import one_line

_CUE = re.compile(r"(?P<id>s\d+)\n(?P<start>[\d:.]+) --> \S+[^\n]*\n(?P<text>(?:[^\n]+\n?)+)")
_TAG = re.compile(r"<[^>]*>")
_ANNOUNCED = re.compile(r"<c\.announce>.*?</c>", re.DOTALL)
_SENTENCE, _SECTION = re.compile(r"s(\d+)"), re.compile(r"sec-(\d+)")
_KINDS: Mapping[str, BlockKind] = {kind.value: kind for kind in BlockKind} | {
    f"h{level}": BlockKind.HEADING for level in range(2, 7)
}
_VOID = {"br", "hr", "img", "link", "meta", "wbr", "input"}
Moment = tuple[int, Line]
"""A line and the millisecond at which it stands."""


@dataclass(frozen=True, slots=True)
class Caption:
    """A cue of the captions."""

    number: int
    start_ms: int
    shown: str
    role: Role


def reread(transcript: str, captions: str, chapters: Sequence[Chapter]) -> tuple[tuple[Line, ...], tuple[int, ...]]:
    """Return the lines of an episode, and when each of their utterances starts.

    What stands only in one of the two files is left out; announcements, which no transcript shows, are put in front of
    what they announce. Captions in another order of time than of text go by the text.
    """
    page = _Page()
    page.feed(transcript)
    page.close()
    lines = list(_marked(_merged(page.lines, list(_captions(captions))), chapters, page.sections))
    return tuple(line for _, line in lines), tuple(ms for ms, line in lines if isinstance(line, Utterance))


def _captions(text: str) -> Iterator[Caption]:
    for found in _CUE.finditer(text.replace("\r\n", "\n")):
        inner = found["text"]
        is_announcement = not _TAG.sub("", _ANNOUNCED.sub("", inner)).strip()
        role = Role.ANNOUNCEMENT if is_announcement else Role.NARRATOR
        yield Caption(int(found["id"][1:]), _ms(found["start"]), one_line(unescape(_TAG.sub("", inner))), role)


def _ms(timestamp: str) -> int:
    hours, minutes, seconds = timestamp.rjust(12, "0").replace(" ", "0").split(":")
    whole, _, rest = seconds.partition(".")
    return (int(hours) * 60 + int(minutes)) * 60_000 + int(whole) * 1000 + int(rest or 0)


def _merged(lines: Sequence[Line | int], captions: Sequence[Caption]) -> Iterator[Moment]:
    """Put each caption in the place of its sentence, and those between two sentences in front of the second."""
    there = {line for line in lines if isinstance(line, int)}
    waiting = list(reversed(captions))
    now = 0
    for line in lines:
        if not isinstance(line, int):
            yield now, line
            continue
        while waiting and (waiting[-1].number <= line or waiting[-1].number not in there):
            caption = waiting.pop()
            if caption.number in there or caption.role is Role.ANNOUNCEMENT:
                now = caption.start_ms
                yield now, _utterance(caption)
            if caption.number == line:
                break
    for caption in reversed(waiting):
        if caption.role is Role.ANNOUNCEMENT:
            yield caption.start_ms, _utterance(caption)


def _utterance(caption: Caption) -> Utterance:
    return Utterance(caption.shown, caption.shown, caption.role, anchor=str(caption.number))


def _marked(moments: Iterator[Moment], chapters: Sequence[Chapter], sections: Sequence[int]) -> Iterator[Moment]:
    """Put a mark in front of the first utterance of each chapter, numbered as its heading is."""
    numbers = sections if len(sections) == len(chapters) else range(len(chapters))
    coming = list(reversed(list(zip(numbers, chapters, strict=True))))
    for ms, line in moments:
        while coming and isinstance(line, Utterance) and coming[-1][1].start_ms <= ms:
            number, chapter = coming.pop()
            yield ms, ChapterMark(chapter.title, number=number)
        yield ms, line


@dataclass(slots=True)
class _Open:
    kind: BlockKind | None
    tag: str


class _Page(HTMLParser):
    """A transcript that is being read: its blocks, and a number for each sentence."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line | int] = []
        self.sections: list[int] = []
        self._open: list[_Open] = []
        self._skipped = 0
        """How many open elements belong to what is about the recording."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _VOID:
            return
        if self._skipped or values.get("data-postaloud") == "skip":
            self._skipped += 1
            return
        name = values.get("id") or ""
        if found := _SECTION.fullmatch(name):
            self.sections.append(int(found[1]))
        self._open.append(_Open(_KINDS.get(tag), tag))
        if kind := self._open[-1].kind:
            self.lines.append(Enter(kind))
        if found := _SENTENCE.fullmatch(name):
            self.lines.append(int(found[1]))

    def handle_endtag(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        while self._open:
            closed = self._open.pop()
            if closed.kind:
                self.lines.append(Leave(closed.kind))
            if closed.tag == tag:
                break
