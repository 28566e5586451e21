"""What will be said, line by line: the stream that the studio records and the pages are made of.

A script is a stream of lines, as a Markdown parser's tokens are. The lines that sound (utterances, pauses, earcons) are
recorded; `Enter` and `Leave` keep the article's structure around them, so that transcripts and players can rebuild it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from postaloud.model.article import Mark, Skip


class Role(StrEnum):
    """Who speaks; casting picks voice, pitch and speed for each."""

    NARRATOR = "narrator"
    TITLE = "title"
    HEADING = "heading"
    ANNOUNCEMENT = "announcement"
    """Words that the page does not show: "List of three.", "Section 2."."""
    MARKER = "marker"
    """A list item's number as the page shows it."""
    LABEL = "label"
    """The bold lead-in of a list item or paragraph: "Touch and Bonding:"."""
    IMAGE = "image"
    MEDIA = "media"
    """The title of a video or recording."""
    QUOTE = "quote"
    CODE = "code"


class EarconKind(StrEnum):
    """Short sounds that accompany words and never replace them."""

    SECTION = "section"
    ITEM = "item"
    IMAGE = "image"
    QUOTE = "quote"
    END = "end"


class BlockKind(StrEnum):
    """The structure around the lines; values are the HTML elements that show it."""

    TITLE = "h1"
    HEADING = "h2"
    PARAGRAPH = "p"
    ORDERED_LIST = "ol"
    BULLET_LIST = "ul"
    ITEM = "li"
    FIGURE = "figure"
    CAPTION = "figcaption"
    QUOTE = "blockquote"
    CODE = "pre"
    TABLE = "table"
    ROW = "tr"
    CELL = "td"
    HEADER_CELL = "th"
    BREAK = "hr"
    DEFINITIONS = "dl"
    TERM = "dt"
    DEFINITION = "dd"
    NOTE = "aside"
    SOURCE = "footer"
    """Whom a quote is from."""


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of `said` and the piece of `shown` that it speaks; offsets count characters, ends are exclusive."""

    said_start: int
    said_end: int
    shown_start: int
    shown_end: int


@dataclass(frozen=True, slots=True)
class Inline:
    """A piece of `shown` that the page sets apart; offsets count characters, the end is exclusive."""

    start: int
    end: int
    mark: Mark = Mark.NONE
    href: str = ""
    """Where it links to, as the page has it, or ""."""
    title: str = ""
    """What an abbreviation stands for, or ""."""
    lang: str = ""
    """A BCP 47 tag, or "" for the language around."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One sentence or phrase, as the page shows it and as the voice says it."""

    shown: str
    said: str
    role: Role = Role.NARRATOR
    lang: str = "en"
    """A BCP 47 tag; never empty."""
    anchor: str = ""
    """The id or path of the block in the page that this speaks for."""
    spans: tuple[Span, ...] = ()
    """Where `said` differs from `shown`, in order; empty where the two are equal."""
    phonemes: tuple[tuple[str, str], ...] = ()
    """Words of `said`, each with how it sounds in IPA, for engines that take phonemes."""
    inlines: tuple[Inline, ...] = ()
    """What the page links or sets apart within `shown`, in order, without overlaps; it decides nothing of the sound."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Silence, in milliseconds at normal rate; adjoining pauses have collapsed to the longest."""

    ms: int


@dataclass(frozen=True, slots=True)
class Earcon:
    """A short sound."""

    kind: EarconKind


@dataclass(frozen=True, slots=True)
class ChapterMark:
    """A chapter starts with the next sounding line."""

    title: str
    level: int = 1
    """The heading's level; 1 for the chapter named by the article's title."""
    number: int = 0
    """The section's number as announced, from 1; 0 for the text before the first heading."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Enter:
    """The lines up to the matching `Leave` belong to a block of this kind."""

    kind: BlockKind
    value: str = ""
    """A heading's level, an item's or note's number as shown, a picture's address, a code's language; else ""."""
    anchor: str = ""
    lang: str = ""
    """The block's own language where it differs from the script's, else ""."""


@dataclass(frozen=True, slots=True)
class Leave:
    """Ends the innermost open block, which is of this kind."""

    kind: BlockKind


Line = Utterance | Pause | Earcon | ChapterMark | Enter | Leave


@dataclass(frozen=True, slots=True)
class Part:
    """The unit of recording: a section, or a slice of a long one; cut only at a pause, which ends the part."""

    lines: tuple[Line, ...]
    section: int = 0
    """The number of the section that it belongs to; 0 before the first heading."""

    def utterances(self) -> Iterator[Utterance]:
        """Yield what is spoken, in order."""
        return (line for line in self.lines if isinstance(line, Utterance))


@dataclass(frozen=True, slots=True)
class Script:
    """Everything that will be said of one article, in order."""

    title: str
    lang: str
    parts: tuple[Part, ...]
    skips: tuple[Skip, ...] = ()
    """What of the article is left out, as the listener chose, and why; a closing line says so."""

    def lines(self) -> Iterator[Line]:
        """Yield every line of every part, in order."""
        return (line for part in self.parts for line in part.lines)

    def utterances(self) -> Iterator[Utterance]:
        """Yield what is spoken, in order."""
        return (line for line in self.lines() if isinstance(line, Utterance))


def leads_to(first: Utterance, second: Utterance) -> bool:
    """Tell whether the first utterance has no meaning without the second, as an announcement or an item's number."""
    if second.role is Role.ANNOUNCEMENT:
        return False
    if first.role is Role.MARKER:
        return second.role is not Role.MARKER
    return first.role is Role.ANNOUNCEMENT and first.anchor == second.anchor
