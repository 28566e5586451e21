"""The numbers that a list shows in, the words for them out."""

from collections.abc import Sequence
from itertools import pairwise

from postaloud.scripting.numbering import cardinal_words
from postaloud.scripting.phrases import Phrases
from postaloud.scripting.roman import roman_value
from postaloud.scripting.tags import language

LARGEST_LONE_ROMAN = 39
"""A lone "c" or "D" is a letter, a lone "i" or "V" a number."""


def marker_words(ordinals: Sequence[str | None], phrases: Phrases, lang: str) -> tuple[str, ...]:
    """Return how each number is said, without a full stop; "" for a bullet.

    "IV" is said "four", "c" is said "C"; which of them are Roman numerals shows in the list as a whole.
    """
    shown = [ordinal or "" for ordinal in ordinals]
    values = _roman_values([ordinal for ordinal in shown if ordinal])
    return tuple(_said(ordinal, values.get(ordinal, 0), phrases, lang) for ordinal in shown)


def _roman_values(shown: Sequence[str]) -> dict[str, int]:
    """Return the values of the numbers of a list where all of them are Roman numerals, else nothing."""
    values = [roman_value(ordinal) for ordinal in shown]
    steps = {abs(second - first) for first, second in pairwise(values)}
    is_lone = len(values) == 1 and 0 < values[0] <= LARGEST_LONE_ROMAN
    return dict(zip(shown, values, strict=True)) if is_lone or (all(values) and steps == {1}) else {}


def _said(ordinal: str, roman: int, phrases: Phrases, lang: str) -> str:
    number = roman or (int(ordinal) if ordinal.isdecimal() and ordinal.isascii() else None)
    if number is not None:
        own = language(lang) == phrases.lang and number < len(phrases.numbers)
        return phrases.number(number) if own else cardinal_words(number, lang)
    if len(ordinal) > 1 and ordinal.isalpha():
        return ".".join(ordinal.upper()) + "."
    return ordinal.upper() if ordinal.isalpha() else ordinal
