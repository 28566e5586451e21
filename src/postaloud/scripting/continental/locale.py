"""What a language's rules are made of: the words and habits that one table of a language fills."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Locale:
    """How a continental European language writes and says amounts, dates and abbreviations."""

    lang: str
    months: tuple[str, ...]
    month_names: Mapping[str, int]
    """Months as written, short or long, in small letters without a full stop."""
    currencies: Mapping[str, tuple[str, str]]
    """A sign or code, and the currency for one and for more."""
    scales: Mapping[str, str]
    """ "Mio" and the like, before a currency; with the word that joins them to it."""
    units: Mapping[str, tuple[str, str]]
    per: str
    comma: str
    """The word between a whole number and its decimals."""
    one: str
    """The word for 1 before a noun."""
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
    clock: str
    """How a time is said: {hour}, {minute}."""
