"""Other numbers in (phones, fractions, ratios, ranges, versions), English words out."""

import re

from postaloud.scripting.english.patterns import ALONE, DASH
from postaloud.scripting.english.units import UNIT_RULES
from postaloud.scripting.numbers_en import cardinal, digits, ordinal, plural
from postaloud.scripting.rules import CLAIMED, DIGITS, Pattern, Rule

VULGAR = {"½": "one half", "¼": "one quarter", "¾": "three quarters", "⅓": "one third", "⅔": "two thirds",
          "⅛": "one eighth", "⅜": "three eighths", "⅝": "five eighths", "⅞": "seven eighths", "⅕": "one fifth",
          "⅖": "two fifths", "⅗": "three fifths", "⅘": "four fifths", "⅙": "one sixth", "⅚": "five sixths"}  # fmt: skip
FIXED = {"24/7": "twenty four seven", "9/11": "nine eleven", "50/50": "fifty fifty", "20/20": "twenty twenty",
         "7/11": "seven eleven", "24/7/365": "twenty four seven, three sixty five"}  # fmt: skip
POWERS = {"²": " squared", "³": " cubed", "^2": " squared", "^3": " cubed"}
_DASHES = frozenset("-–—−‒")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-")


def _phone(found: re.Match[str]) -> str:
    plus = "plus " if found[0].startswith("+") else ""
    return plus + ", ".join(digits(group) for group in re.findall("[0-9]+", found[0]))


def _book_number(found: re.Match[str]) -> str:
    groups = ", ".join(digits(group) for group in re.findall("[0-9]+", found["digits"]))
    return f"{'.'.join(found['name'])}. {groups}{', X' if found['digits'][-1] in 'xX' else ''}"


def fraction_words(above: int, below: int) -> str:
    """Return "three eighths", "one half", "two quarters"."""
    name = {2: "half", 4: "quarter"}.get(below) or ordinal(below)
    if above == 1:
        return f"one {name}"
    return f"{cardinal(above)} {'halves' if below == 2 else plural(name)}"


def _fraction(found: re.Match[str]) -> str | None:
    if found[0] in FIXED:
        return FIXED[found[0]]
    whole, above, below = found["whole"], int(found["above"]), int(found["below"])
    if len(found["above"]) > 4 or len(found["below"]) > 4 or below < 2:
        return None
    if whole and above < below:
        words = fraction_words(above, below)
        return f"{cardinal(int(whole))} and {'a half' if words == 'one half' else words}"
    if whole or above > below:
        return None
    return fraction_words(above, below)


def _vulgar(found: re.Match[str]) -> str:
    words = VULGAR[found["fraction"]]
    if not found["whole"]:
        return words
    return f"{cardinal(int(found['whole']))} and {words.replace('one half', 'a half')}"


def _version(found: re.Match[str]) -> str:
    word = "version " if found["v"] else ""
    return word + " point ".join(found["digits"].split("."))


def _power(found: re.Match[str]) -> str:
    sign = found["power"]
    if sign in POWERS:
        return POWERS[sign]
    number = sign.lstrip("^").translate(SUPERSCRIPTS)
    minus, figures = ("minus ", number[1:]) if number.startswith("-") else ("", number.lstrip("+"))
    return f" to the power of {minus}{figures}"


def _leading_zeros(found: re.Match[str]) -> str:
    return digits(found[0])


PHONES = (
    Rule(
        "book number",
        DIGITS,
        Pattern(r"\b(?P<name>ISBN|ISSN)(?:-1[03])?:?\s?(?P<digits>[0-9][0-9-]{6,16}[0-9xX])\b"),
        _book_number,
    ),
    Rule(
        "phone",
        DIGITS,
        Pattern(r"(?<![\w.,$-])(?:\+?1[-.\s]?)?(?:\([0-9]{3}\)\s?|[0-9]{3}[-.\s])[0-9]{3}[-.][0-9]{4}(?![\w-])"),
        _phone,
    ),
    Rule(
        "phone with country",
        frozenset("+"),
        Pattern(r"(?<![\w.,])\+[1-9][0-9]{0,2}(?:[-.\s]?\(?[0-9]{1,5}\)?){2,5}(?![\w-])"),
        _phone,
    ),
    Rule("short phone", frozenset("-"), Pattern(r"(?<![\w.,$-])[0-9]{3}-[0-9]{4}(?![\w-])"), _phone),
)
"""Looked for before any date or year."""
FIGURES = (
    *UNIT_RULES,
    Rule(
        "vulgar fraction",
        frozenset(VULGAR),
        Pattern(rf"(?:(?<![\w.,])(?P<whole>[0-9]{{1,6}})\s?)?(?P<fraction>[{''.join(VULGAR)}])"),
        _vulgar,
    ),
    Rule(
        "fraction",
        frozenset("/⁄"),
        Pattern(
            rf"{ALONE}(?:(?P<whole>[0-9]{{1,6}})\s)?(?P<above>[0-9]{{1,6}})\s?[/⁄]\s?"
            rf"(?P<below>[0-9]{{1,6}})(?:th|rd|nd)?(?:/365)?(?![\w/]|[.,][0-9])"
        ),
        _fraction,
    ),
    Rule(
        "over",
        frozenset("/"),
        Pattern(r"(?<![\w.,/])[0-9]{2,6}(?P<said>/)(?=[0-9]{2,6}(?![\w/]|[.,][0-9]))"),
        lambda _: " over ",
    ),
    Rule(
        "ratio",
        frozenset(":"),
        Pattern(rf"{ALONE}[0-9]{{1,5}}(?P<said>:)(?=[0-9]{{1,5}}(?![\w:]))"),
        lambda _: " to ",
    ),
    Rule(
        "version",
        frozenset("."),
        Pattern(r"(?<![\w.,])(?P<v>[vV]\.?\s?)?(?P<digits>[0-9]+(?:\.[0-9]+){2,4})(?!\w|\.[0-9])"),
        _version,
    ),
    Rule(
        "version letter",
        frozenset("v"),
        Pattern(r"(?<![\w.,])(?P<v>v)(?P<digits>[0-9]+(?:\.[0-9]+)?)(?!\w|\.[0-9])"),
        _version,
    ),
    Rule(
        "from to",
        _DASHES,
        Pattern(
            rf"(?<![\w.,–—-])[0-9][0-9,]*(?:\.[0-9]+)?(?P<said>\s?[-–—−‒]\s?)(?=[0-9][0-9,]*(?:\.[0-9]+)?"
            rf"(?![0-9]|{DASH}|\s?[=×*+/]))"
        ),
        lambda _: " to ",
    ),
    Rule(
        "from words to",
        _DASHES,
        Pattern(rf"(?<={CLAIMED})(?P<said>[–‒])(?={CLAIMED}|[0-9])"),
        lambda _: " to ",
    ),
    Rule("from figure to words", _DASHES, Pattern(rf"(?<=[0-9])(?P<said>[–‒])(?={CLAIMED})"), lambda _: " to "),
    Rule(
        "powers of figures",
        frozenset("^²³⁰¹⁴⁵⁶⁷⁸⁹⁻"),
        Pattern(r"(?<=[\w)])(?P<said>(?P<power>[²³]|\^[23](?![0-9])|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^-?[0-9]+))"),
        _power,
    ),
    Rule("minus", frozenset("-−"), Pattern(r"(?<![\w)\]\ufdd0])(?P<said>[-−])(?=[0-9.])"), lambda _: "minus "),
    Rule("by", frozenset("x×"), Pattern(r"[0-9\ufdd0](?P<said>\s?[x×]\s?)(?=[0-9])"), lambda _: " by "),
    Rule("times", frozenset("x×"), Pattern(r"(?<![\w])[0-9.]+(?P<said>[x×])(?!\w)"), lambda _: " times"),
    Rule("leading zeros", frozenset("0"), Pattern(r"(?<![\w.,:/-])0[0-9]{1,7}(?![\w,:/-]|\.[0-9])"), _leading_zeros),
)
