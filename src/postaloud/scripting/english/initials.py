"""Initialisms and words in capitals in, dotted letters and small words out."""

import re

from postaloud.scripting.english.common import AMBIGUOUS, SHOUTED, SPOKEN, is_shouted
from postaloud.scripting.english.numerals import ROMAN
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule

_VOWEL = re.compile("[AEIOUY]")


def _initials(found: re.Match[str]) -> str | None:
    letters, plural = found["letters"], found["plural"] or ""
    if letters in SPOKEN or letters in SHOUTED or is_shouted(found.string):
        return None
    if len(letters) > 4 and _VOWEL.search(letters):
        return None
    return dotted(letters, plural, found.string[found.end() :])


def _before_figures(found: re.Match[str]) -> str | None:
    letters = found["letters"]
    if letters in SPOKEN or letters in SHOUTED:
        return None
    return f"{'.'.join(letters)}. "


def _lowered(found: re.Match[str]) -> str | None:
    """Write a shouted word small: capitals would be letters to some voices."""
    word, apostrophe, rest = re.split(r"(['’])", found[0]) if found["rest"] else (found[0], "", "")
    is_word = (
        apostrophe or word in SHOUTED | AMBIGUOUS or (len(word) > 3 and word not in SPOKEN and _VOWEL.search(word))
    )
    if not is_word or not is_shouted(found.string):
        return None
    return f"{word if word == 'I' else word.lower()}{apostrophe}{rest.lower()}"


def dotted(letters: str, plural: str, rest: str) -> str:
    """Return "P.D.F." for "PDF", with the letters' last full stop left to a sentence that has one."""
    spelt = ".".join(letters)
    if plural:
        return f"{spelt}.'s"
    return spelt if rest.startswith(".") else f"{spelt}."


def _letters_and_letters(found: re.Match[str]) -> str:
    return " and ".join(piece if len(piece) == 1 else f"{'.'.join(piece)}." for piece in found[0].split("&"))


INITIALS = (
    *ROMAN,
    Rule(
        "shouted word",
        CAPITALS,
        Pattern(r"(?<![\w.&])[A-Z]+(?P<rest>['’](?:S|T|RE|VE|LL|D|M))?(?![\w.&]\w|\w|&)"),
        _lowered,
    ),
    Rule(
        "two letters",
        frozenset("/"),
        Pattern(r"(?<![\w/.])[A-Z]/[A-Z](?![\w/])"),
        lambda found: f"{found[0][0]}.{found[0][2]}.",
    ),
    Rule(
        "letters and letters",
        frozenset("&"),
        Pattern(r"(?<![\w&])[A-Z]{1,3}&[A-Z]{1,3}(?![\w&])"),
        _letters_and_letters,
    ),
    Rule(
        "letters over letters",
        frozenset("/"),
        Pattern(r"(?<![\w/.])[A-Z]{2,5}(?P<said>/)(?=[A-Z]{2,5}\b)"),
        always(" "),
    ),
    Rule(
        "grade",
        frozenset("-−"),
        Pattern(r"(?<![\w-])[A-D](?P<said>[-−])(?=[\s.,;)]|$)(?!\s[a-z]+\sand)"),
        always(" minus"),
    ),
    Rule(
        "initials and figures",
        CAPITALS,
        Pattern(r"(?<![\w.'’])(?P<said>(?P<letters>[A-Z]{2,4})(?P<plural>)[-/]?)(?=[0-9]{1,4}(?![\w]))"),
        _before_figures,
        also=DIGITS,
    ),
    Rule(
        "initials",
        CAPITALS,
        Pattern(r"(?<![\w.'’&])(?P<letters>[A-Z]{2,6})(?P<plural>['’]?s)?(?![\w]|['’][A-Za-rt-z]|\.[A-Za-z])"),
        _initials,
    ),
    Rule("hyphen behind initials", frozenset("-"), Pattern(r"(?<=\b[A-Z]\.[A-Z]\.)-(?=\s?\w)"), always(" ")),
)
