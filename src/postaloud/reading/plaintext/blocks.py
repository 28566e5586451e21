"""The blocks of a typed text, before they become HTML."""

from dataclasses import dataclass

from postaloud.reading.plaintext.lines import Line


@dataclass(frozen=True, slots=True)
class Passage:
    """Lines that stand together and carry no mark of their own: prose, a heading, verse, a table, code."""

    lines: tuple[Line, ...]
    gap: int = 0
    """The blank lines above."""

    @property
    def text(self) -> str:
        """The lines as one."""
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and the way it was typed, which decides its level among the others."""

    lines: tuple[str, ...]
    kind: str
    """How it was typed: "underlined =", "numbered 2", "capitals", …; headings of one kind have one level."""

    @property
    def text(self) -> str:
        """The heading as one line."""
        return " ".join(self.lines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Prose; each line ended where its author ended it, not where the margin did."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list."""

    blocks: "tuple[Block, ...]"
    value: int | None = None
    """Its number, or None for a bullet."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; `type` is that of HTML's `ol` ("1", "a", "A", "i", "I"), or "" for bullets."""

    items: tuple[Item, ...]
    type: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Lines behind ">", or set in."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """Lines that are read as they are typed."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; the first row is a header where a line is drawn below it."""

    rows: tuple[tuple[str, ...], ...]
    has_header: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was left out of a text and named in its place."""

    alt: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line of asterisks, dashes or the like."""


Block = Passage | Heading | Paragraph | ListOf | Quote | Code | Table | Picture | Break
