"""What a language's rules are made of: the words and habits that one table of a language fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple


class Gender(Enum):
    """What a number must know of the noun behind it."""

    FEMININE = auto()
    OTHER = auto()


class Counting(NamedTuple):
    """How a language says numbers."""

    comma: str
    """The word between a whole number and its decimals."""
    decimals: Callable[[str], str]
    """Says the figures behind the comma."""
    agree: Callable[[str, Gender], str]
    """Bends the words of a number to the noun behind it."""
    noun: str
    """A pattern for a noun that may follow."""
    feminine: str
    """A pattern for one that is surely feminine."""
    fraction: Callable[[int, int], str]
    mixed: Callable[[str, str], str]
    """Joins a whole number and a part of one."""
    part_of: str
    """Between a fraction and a unit."""
    minus: str
    plus: str
    year: Callable[[int], str]


class Clock(NamedTuple):
    """How a language says times and lengths of time."""

    time: Callable[[int, int, str], str]
    """Gets hour, minute and "a" or "p" or ""."""
    units: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    """Hours, minutes and seconds, one and more."""
    last: str
    """Before the last of them."""


@dataclass(frozen=True, slots=True)
class Locale:
    """How a continental European language writes and says amounts, dates and abbreviations."""

    lang: str
    counting: Counting
    clock: Clock
    months: tuple[str, ...]
    month_names: Mapping[str, int]
    """Months as written, short or long, in small letters without a full stop."""
    currencies: Mapping[str, tuple[str, str]]
    """A sign or code in capitals, and the currency for one and for more."""
    hundredths: Mapping[str, tuple[str, str]]
    """The same for coins, where they are named."""
    scales: Mapping[str, str]
    """ "Mio" and the like, before a currency; with the word that joins them to it."""
    units: Mapping[str, tuple[str, str]]
    gender: Callable[[str], Gender]
    """What the name of a unit or currency is."""
    per: str
    day: Callable[[int, str], str]
    """Says a day of the month; gets the words in front of it too."""
    date: str
    """How day, month and year follow one another: {day}, {month}, {year}."""
    abbreviations: Mapping[str, str]
    """Without their last full stop, which they need."""
    signs: Mapping[str, str]
    """Patterns of signs, and the words for them."""
    to: str
    """Between the ends of a range."""
