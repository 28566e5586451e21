"""What is announced in, the names of its phrases out: the shape that every language's table fills."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum, auto


class Phrase(StrEnum):
    """A phrase that the page does not show; {0}, {1} stand for what is put in."""

    UNTITLED = auto()
    ARTICLE = auto()
    BY = auto()
    PUBLISHED = auto()
    ABOUT = auto()
    SOON_OVER = auto()
    """The length of an article of less than half a minute."""
    SECTION = auto()
    HEADING_LEVEL = auto()
    SECTION_OF = auto()
    LIST = auto()
    SUBLIST = auto()
    BACK_TO_ITEM = auto()
    END_LIST = auto()
    NUMBERED_LIST = auto()
    BULLETED_LIST = auto()
    NESTED_LIST = auto()
    ITEM_OF = auto()
    BULLET = auto()
    LEAVING_LIST = auto()
    IMAGE = auto()
    GRAPHIC = auto()
    CAPTION = auto()
    DECORATIVE = auto()
    UNDESCRIBED = auto()
    VIDEO = auto()
    AUDIO = auto()
    EMBED = auto()
    """Before the title of a part of another site."""
    DEFINITIONS = auto()
    DEFINITION_LIST = auto()
    QUOTE = auto()
    END_QUOTE = auto()
    BLOCK_QUOTE = auto()
    LEAVING_QUOTE = auto()
    TABLE = auto()
    NAMED_TABLE = auto()
    """Before a table's caption."""
    COLUMNS = auto()
    ROWS = auto()
    COLUMN = auto()
    ROW = auto()
    CELL = auto()
    END_TABLE = auto()
    CODE = auto()
    CODE_LEFT_OUT = auto()
    END_CODE = auto()
    BREAK = auto()
    LINK = auto()
    NOTE = auto()
    NOTE_ALONE = auto()
    """A note without a number."""
    NOTES = auto()
    DELETED = auto()
    END = auto()
    SOURCE = auto()
    LEFT_OUT = auto()


class Noun(StrEnum):
    """A thing that is counted."""

    SECTION = auto()
    MINUTE = auto()
    ITEM = auto()
    TERM = auto()
    ROW = auto()
    COLUMN = auto()
    LINE = auto()
    LIST = auto()
    IMAGE = auto()
    TABLE = auto()
    QUOTE = auto()
    CODE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Phrases:
    """The announcements of one language."""

    lang: str
    """The language's two letters."""
    numbers: tuple[str, ...]
    """The words for 0, 1, 2, … as they stand alone; larger numbers are written in digits."""
    months: tuple[str, ...]
    date: str
    """How a date is written: {day}, {month}, {year}."""
    first_day: str
    """How the first day of a month is written."""
    nouns: Mapping[Noun, tuple[str, str]]
    """The words for one of a thing, and for any other number {0} of it."""
    texts: Mapping[Phrase, str]
    singular: frozenset[int] = frozenset({1})
    """The numbers that take the form for one (CLDR plural rules)."""

    def text(self, phrase: Phrase, *values: str) -> str:
        """Return a phrase with the values put in."""
        return capital(self.texts[phrase].format(*values))

    def sentence(self, words: str) -> str:
        """Return some words as a sentence of their own."""
        return f"{capital(words)}."

    def number(self, count: int) -> str:
        """Return a whole number in words where it is small, else in digits."""
        return self.numbers[count] if 0 <= count < len(self.numbers) else str(count)

    def count(self, count: int, noun: Noun) -> str:
        """Return "one section", "five sections"."""
        one, other = self.nouns[noun]
        return one if count in self.singular and count else other.format(self.number(count))

    def day(self, date: str) -> str:
        """Return an ISO 8601 day as this language writes it; anything else comes back as it is."""
        year, _, rest = date[:10].partition("-")
        month, _, day = rest.partition("-")
        if not (year.isdecimal() and month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12):
            return date
        shown = self.first_day if int(day) == 1 else str(int(day))
        return self.date.format(day=shown, month=self.months[int(month) - 1], year=int(year))


def capital(text: str) -> str:
    """Return the text with its first letter as a capital."""
    return text[:1].upper() + text[1:]
