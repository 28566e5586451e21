"""A number and a language in, its words out: the one door to num2words, and English and German without it."""

import re
from collections.abc import Callable
from functools import cache

from postaloud.scripting.tags import language

LARGEST = 10**9
"""From here on numbers stay in digits: num2words takes very long for some."""
LARGEST_OF = {"fr": 10**13, "es": 10**13}
"""Languages of which that is not true."""
CONVERTERS = {"pt": "pt_BR", "nb": "no", "nn": "no"}
"""Languages that num2words names otherwise."""
FAULTS = {
    "fr": ((r"(vingt|cent)sième", r"\1ième"),),
    "es": ((r"veintiuno (?=mil)", "veintiún "), (r"(?<![a-z])uno (?=mil)", "un "), (r" y uno (?=mil)", " y un ")),
}
"""What num2words 0.5.14 gets wrong."""


def cardinal_words(number: int, lang: str) -> str:
    """Return the words for a whole number, or its digits in a language that we cannot count in."""
    return _words(number, language(lang), "cardinal")


def ordinal_words(number: int, lang: str) -> str:
    """Return "dritte" for 3, or the digits in a language that we cannot count in."""
    return _words(number, language(lang), "ordinal")


def year_words(number: int, lang: str) -> str:
    """Return "neunzehn hundert neun und neunzig" for 1999."""
    return _words(number, language(lang), "year")


def _words(number: int, lang: str, to: str) -> str:
    own = _own(lang).get(to)
    if own:
        return own(number)
    if abs(number) >= LARGEST_OF.get(lang, LARGEST):
        return str(number)
    from num2words import CONVERTER_CLASSES, num2words

    known = CONVERTERS.get(lang, lang)
    if known not in CONVERTER_CLASSES:
        return str(number)
    try:
        words = str(num2words(number, lang=known, to=to))
    except (NotImplementedError, TypeError):  # what its Amharic raises from a thousand on
        return str(number)
    for fault, right in FAULTS.get(lang, ()):
        words = re.sub(fault, right, words)
    return words


@cache
def _own(lang: str) -> dict[str, Callable[[int], str]]:
    """Return what we count ourselves in a language."""
    match lang:
        case "en":
            from postaloud.scripting import numbers_en as english

            return {"cardinal": english.cardinal, "ordinal": english.ordinal, "year": english.year}
        case "de":
            from postaloud.scripting import numbers_de as german

            return {"cardinal": german.cardinal, "ordinal": german.ordinal, "year": german.year}
        case "es":
            from postaloud.scripting import numbers_es as spanish

            return {"ordinal": lambda number: spanish.ordinal(number, lambda part: cardinal_words(part, "es"))}
        case _:
            return {}
