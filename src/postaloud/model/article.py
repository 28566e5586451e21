"""An article as its author meant it: sections of blocks, blocks of runs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Flag, StrEnum, auto


class Mark(Flag):
    """How the page sets a run apart; marks combine."""

    NONE = 0
    STRONG = auto()
    EMPHASIS = auto()
    CODE = auto()
    DELETED = auto()
    INSERTED = auto()
    SUBSCRIPT = auto()
    SUPERSCRIPT = auto()
    MATHS = auto()
    """A formula: linear text, or the TeX that the page shows."""
    SIGN = auto()
    """A sign or a drawing within a line; the run's title says it in words."""
    TIME = auto()
    """A moment; the run's title is the moment in ISO 8601, where the page gives it."""
    CALL = auto()
    """A call of a note: the run has no text of its own, and its `href` is that of the note."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one language, one link and one set of marks; spaces are single."""

    text: str
    mark: Mark = Mark.NONE
    lang: str = ""
    """The BCP 47 tag that the page gives this run, or "" for the article's own language."""
    href: str = ""
    """Where the run links to, as the page has it, or "" where it links nowhere."""
    title: str = ""
    """What an abbreviation, a sign or a formula stands for in words, or the moment that a time names; else ""."""
    say: str = ""
    """What the author wants said in place of the text, or ""."""
    phoneme: str = ""
    """How the author wants the words to sound, in IPA, or ""."""
    maths: str = ""
    """The source of the formula that the text shows, in MathML or in TeX without its delimiters; or ""."""


Runs = tuple[Run, ...]


def text_of(runs: Runs) -> str:
    """Return the plain text of some runs."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose."""

    runs: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list: its own paragraphs first, then whatever else it holds (nested lists, pictures)."""

    blocks: "tuple[Block, ...]"
    ordinal: str | None = None
    """The number or letter that the page shows ("3", "c", "IV"), or None for a bullet."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A numbered or bulleted list."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Definition:
    """Terms and what they mean."""

    terms: tuple[Runs, ...]
    blocks: "tuple[Block, ...]"
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """A list of terms with their definitions."""

    entries: tuple[Definition, ...]
    anchor: str = ""


class FigureKind(StrEnum):
    """What a figure is, in the words of the outline."""

    IMAGE = "image"
    VIDEO = "video"
    AUDIO = "audio"
    EMBED = "embed"
    """A part of another site: a map, a game, a document."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture or a recording, the words that stand for it and its caption."""

    alt: str | None
    """The alternative text or title; "" for a decorative picture, None where the author wrote none."""
    caption: Runs = ()
    source: str = ""
    """The address of the picture or recording, as the page has it."""
    anchor: str = ""
    kind: FigureKind = FigureKind.IMAGE
    lang: str = ""
    """The language of the alternative text where it is not the article's, or ""."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quote and whom it quotes."""

    blocks: "tuple[Block, ...]"
    source: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A block of preformatted text, its line breaks kept."""

    text: str
    language: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table."""

    runs: Runs
    is_header: bool = False
    headers: tuple[str, ...] = ()
    """The texts of the header cells that the page associates with this one, nearest last."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; `is_header` when every cell of it is a header."""

    cells: tuple[Cell, ...]
    is_header: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A data table; layout tables become prose while reading."""

    rows: tuple[Row, ...]
    caption: Runs = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A scene break: `hr` or a line of asterisks."""

    anchor: str = ""


Block = Paragraph | ListBlock | DefinitionList | Figure | Quote | Code | Table | Break


def every_block(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks in reading order, each before those that it holds, at any depth."""
    for block in blocks:
        yield block
        match block:
            case Quote():
                yield from every_block(block.blocks)
            case ListBlock():
                yield from every_block(inner for item in block.items for inner in item.blocks)
            case DefinitionList():
                yield from every_block(inner for entry in block.entries for inner in entry.blocks)
            case _:
                pass


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks up to the next heading of any level."""

    level: int
    """The heading's level, 2 to 6; level 1 is the article's title and opens no section."""
    heading: Runs
    blocks: tuple[Block, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, endnote or note in the margin."""

    blocks: tuple[Block, ...]
    label: str = ""
    """The mark that the page shows for it ("1", "*"), or ""."""
    href: str = ""
    """The `href` of the runs that call it, or "" where none does."""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Skip:
    """A visible text of the page that is not read, and why."""

    text: str
    reason: str
    """A name from the field: "navigation", "share", "comments", …"""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """A whole article: what it is called, where it is from, and its text in reading order."""

    title: str
    byline: str = ""
    date: str = ""
    """The day of publication, "YYYY-MM-DD", or "" where the page names none."""
    lang: str = ""
    """A BCP 47 tag, or "" where the page names no language."""
    lang_origin: str = ""
    """Where it was found: "page", "metadata", "front matter", "feed", "option", "configuration", "default" or ""."""
    address: str = ""
    """The canonical address, or ""."""
    site: str = ""
    description: str = ""
    picture: str = ""
    """The address of the lead picture as the page has it, or ""."""
    lead: tuple[Block, ...] = ()
    """The blocks before the first section heading."""
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    """In the order in which they are called; those that nothing calls come last."""
    skips: tuple[Skip, ...] = ()
    lost: tuple[str, ...] = ()
    """Visible lines of the page that are neither read nor skipped: a fault of ours, which is told."""
