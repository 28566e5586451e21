"""A script in, its course out: the sentences that a listener can jump to, and where in the article each stands."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple, assert_never

from postaloud.model.script import (
    BlockKind,
    ChapterMark,
    Earcon,
    Enter,
    Leave,
    Line,
    Part,
    Pause,
    Role,
    Utterance,
    leads_to,
)

_HOLDERS = {
    BlockKind.ORDERED_LIST: "item",
    BlockKind.BULLET_LIST: "item",
    BlockKind.DEFINITIONS: "item",
    BlockKind.TABLE: "row",
}
_MEMBERS = {BlockKind.ITEM, BlockKind.TERM, BlockKind.ROW}
_CELLS = {BlockKind.CELL, BlockKind.HEADER_CELL}
"""The cells of a row are heard as one paragraph."""
_INTRODUCING = {Role.ANNOUNCEMENT, Role.MARKER}


class Place(NamedTuple):
    """Where a sentence stands in a list or a table."""

    holder: int
    """Which of the course's holders."""
    number: int
    """Of the item or row, from 1."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A list or a table."""

    kind: str
    """What it holds: "item" or "row"."""
    count: int
    end: int
    """The first sentence behind it."""
    has_header: bool = False
    """Whether the first row only names the columns; it is not counted to a listener."""


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the recording."""

    title: str
    number: int
    """As announced; 0 for the text before the first heading."""
    first: int
    """Its first sentence."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """What is heard in one piece: a sentence with the announcement and the number in front of it."""

    shown: str
    part: int
    utterance: int
    """Its first utterance, counted in its part from 0."""
    section: int
    block: int
    """Sentences of one paragraph, item, heading or row share a number, which only ever grows."""
    places: tuple[Place, ...] = ()
    """Outermost first."""
    is_announcement: bool = False
    """True where nothing but an announcement is heard, to which no listener wants to jump."""


@dataclass(frozen=True, slots=True)
class Course:
    """Everything that can be jumped to, in order."""

    sentences: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    """Never empty; the first starts with the first sentence."""
    holders: tuple[Holder, ...] = ()


def plot(parts: Iterable[Part], title: str) -> Course:
    """Return the course through some parts; `title` names what stands before the first chapter."""
    draft = _Draft([Section(title, 0, 0)])
    for number, part in enumerate(parts):
        draft.part, draft.utterance = number, 0
        for line in part.lines:
            draft.add(line)
        draft.flush()
    holders = (Holder(each.kind, each.count, each.end, each.has_header) for each in draft.holders)
    return Course(tuple(draft.sentences), tuple(draft.sections), tuple(holders))


@dataclass(slots=True)
class _Holding:
    """A list or table whose end has not come yet."""

    kind: str
    count: int = 0
    end: int = 0
    has_header: bool = False
    has_cell: bool = False
    """Whether the row that is open holds more than names of columns."""


@dataclass(slots=True)
class _Draft:
    """A course that is being plotted."""

    sections: list[Section]
    sentences: list[Sentence] = field(default_factory=list)
    holders: list[_Holding] = field(default_factory=list)
    part: int = 0
    utterance: int = 0
    """The next one's number in its part."""
    block: int = 0
    open: list[int] = field(default_factory=list)
    """Numbers of the holders that are open, outermost first."""
    group: list[Utterance] = field(default_factory=list)
    """Utterances that are heard in one piece, the last ones before the next line."""

    def add(self, line: Line) -> None:
        """Take in the next line."""
        match line:
            case Utterance():
                self._say(line)
            case ChapterMark():
                self._mark(line)
            case Enter():
                self._enter(line.kind)
            case Leave():
                self._leave(line.kind)
            case Pause() | Earcon():
                pass
            case _:
                assert_never(line)

    def flush(self) -> None:
        """Make a sentence of what has been gathered."""
        if not self.group:
            return
        shown = " ".join(each.shown for each in self.group)
        first = self.utterance - len(self.group)
        places = tuple(Place(number, self.holders[number].count) for number in self.open)
        introduces = all(each.role in _INTRODUCING for each in self.group)
        self.sentences.append(Sentence(shown, self.part, first, len(self.sections) - 1, self.block, places, introduces))
        self.group = []

    def _say(self, utterance: Utterance) -> None:
        if self.group and not leads_to(self.group[-1], utterance):
            self.flush()
        self.group.append(utterance)
        self.utterance += 1
        if utterance.role not in _INTRODUCING:
            self.flush()

    def _mark(self, mark: ChapterMark) -> None:
        self.flush()
        section = Section(mark.title, mark.number, len(self.sentences))
        if self.sections[-1].first == section.first:
            self.sections.pop()  # nothing is heard of the one before
        self.sections.append(section)

    def _enter(self, kind: BlockKind) -> None:
        self._turn(kind)
        if kind in _HOLDERS:
            self.open.append(len(self.holders))
            self.holders.append(_Holding(_HOLDERS[kind]))
        elif self.open and kind in _MEMBERS:
            self._holding.count += 1
            self._holding.has_cell = False
        elif self.open and kind is BlockKind.CELL:
            self._holding.has_cell = True

    def _leave(self, kind: BlockKind) -> None:
        self._turn(kind)
        if self.open and kind is BlockKind.ROW and self._holding.count == 1:
            self._holding.has_header = not self._holding.has_cell
        if self.open and kind in _HOLDERS:
            self.flush()
            self._holding.end = len(self.sentences)
            self.open.pop()

    @property
    def _holding(self) -> _Holding:
        return self.holders[self.open[-1]]

    def _turn(self, kind: BlockKind) -> None:
        """Begin another paragraph."""
        if kind not in _CELLS:
            self.block += 1
