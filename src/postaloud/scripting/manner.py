"""What the listener chose in, one frozen value out: how much is announced, how fast it is spoken."""

from dataclasses import dataclass
from enum import StrEnum

from postaloud.model.lexicon import EMPTY, Lexicon


class Verbosity(StrEnum):
    """How much of the page's structure is put into words."""

    PLAIN = "plain"
    GUIDED = "guided"
    FULL = "full"


class Earcons(StrEnum):
    """Whether short sounds accompany the announcements; they never replace one."""

    ON = "on"
    OFF = "off"


class Images(StrEnum):
    """Whether pictures are said."""

    ANNOUNCE = "announce"
    SKIP = "skip"


class Links(StrEnum):
    """Whether a link is called one, or only its text is said."""

    ANNOUNCE = "announce"
    TEXT = "text"


class CodeSamples(StrEnum):
    """Whether code samples are read line by line, announced with their size, or passed over."""

    READ = "read"
    ANNOUNCE = "announce"
    SKIP = "skip"


class Footnotes(StrEnum):
    """Whether notes are said at the article's end, where they are called, or not at all."""

    END = "end"
    INLINE = "inline"
    SKIP = "skip"


class Tables(StrEnum):
    """Whether tables are said row by row, column by column, or only what they are about."""

    ROWS = "rows"
    COLUMNS = "columns"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a script is written; where a single kind is None, the verbosity decides."""

    verbosity: Verbosity = Verbosity.GUIDED
    rate_wpm: int = 175
    """Words a minute; only the announced length depends on it."""
    earcons: Earcons = Earcons.ON
    images: Images = Images.ANNOUNCE
    links: Links | None = None
    code: CodeSamples | None = None
    footnotes: Footnotes | None = None
    """None says the calls, and the notes where their section ends; in the plain manner only the notes, at the end."""
    tables: Tables = Tables.ROWS
    lexicon: Lexicon = EMPTY
    """How the listener or the author wants words said."""

    @property
    def announces_links(self) -> bool:
        """Whether a link is called one."""
        return (self.links or _LINKS[self.verbosity]) is Links.ANNOUNCE


_LINKS = {Verbosity.PLAIN: Links.TEXT, Verbosity.GUIDED: Links.TEXT, Verbosity.FULL: Links.ANNOUNCE}
