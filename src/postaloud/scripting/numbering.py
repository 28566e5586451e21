"""A number and a language in, its words out: the one door to num2words, and English without it."""

from postaloud.scripting import numbers_en
from postaloud.scripting.tags import language

LARGEST = 10**9
"""From here on numbers stay in digits: num2words takes very long for some."""
CONVERTERS = {"pt": "pt_BR", "nb": "no", "nn": "no"}
"""Languages that num2words names otherwise."""


def cardinal_words(number: int, lang: str) -> str:
    """Return the words for a whole number, or its digits in a language that we cannot count in."""
    return _words(number, language(lang), "cardinal")


def ordinal_words(number: int, lang: str) -> str:
    """Return "dritte" for 3, or the digits in a language that we cannot count in."""
    return _words(number, language(lang), "ordinal")


def year_words(number: int, lang: str) -> str:
    """Return "neunzehnhundertneunundneunzig" for 1999."""
    return _words(number, language(lang), "year")


def _words(number: int, lang: str, to: str) -> str:
    if lang == "en":
        return {"ordinal": numbers_en.ordinal, "year": numbers_en.year}.get(to, numbers_en.cardinal)(number)
    if abs(number) >= LARGEST:
        return str(number)
    from num2words import CONVERTER_CLASSES, num2words

    known = CONVERTERS.get(lang, lang)
    if known not in CONVERTER_CLASSES:
        return str(number)
    try:
        return str(num2words(number, lang=known, to=to))
    except (NotImplementedError, TypeError):  # what its Amharic raises from a thousand on
        return str(number)
