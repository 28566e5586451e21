"""Other numbers in (fractions, ratios, ranges, powers, factors), English words out."""

import re

from postaloud.scripting.english.patterns import ALONE, DASH
from postaloud.scripting.english.units import UNIT_RULES
from postaloud.scripting.numbers_en import cardinal, digits, ordinal, plural
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import CLAIMED, DIGITS, Pattern, Rule

VULGAR = {"½": "one half", "¼": "one quarter", "¾": "three quarters", "⅓": "one third", "⅔": "two thirds",
          "⅛": "one eighth", "⅜": "three eighths", "⅝": "five eighths", "⅞": "seven eighths", "⅕": "one fifth",
          "⅖": "two fifths", "⅗": "three fifths", "⅘": "four fifths", "⅙": "one sixth", "⅚": "five sixths"}  # fmt: skip
FIXED = {"24/7": "twenty four seven", "9/11": "nine eleven", "50/50": "fifty fifty", "20/20": "twenty twenty",
         "7/11": "seven eleven", "24/7/365": "twenty four seven, three sixty five", "80/20": "eighty twenty",
         "60/40": "sixty forty", "70/30": "seventy thirty", "90/10": "ninety ten", "40/60": "forty sixty",
         "75/25": "seventy five twenty five"}  # fmt: skip
POWERS = {"²": " squared", "³": " cubed", "^2": " squared", "^3": " cubed"}
MOST_TOP_HEAVY = 20
"""5/2 is "five halves"; with a larger number below, two numbers with a slash are seldom a fraction."""
_DASHES = frozenset("-–—−‒")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉₊₋", "0123456789+-")


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
    if whole or (above > below > MOST_TOP_HEAVY):
        return None
    return fraction_words(above, below)


def _rating(found: re.Match[str]) -> str | None:
    above, below = float(found["above"]), int(found["below"])
    return f"{found['above']} out of {below}" if above <= below and (above > 2 or "." in found["above"]) else None


def _vulgar(found: re.Match[str]) -> str:
    words = VULGAR[found["fraction"]]
    if not found["whole"]:
        return words
    return f"{cardinal(int(found['whole']))} and {words.replace('one half', 'a half')}"


def _power(found: re.Match[str]) -> str:
    sign = found["power"]
    if sign in POWERS:
        return POWERS[sign]
    number = sign.lstrip("^").translate(SUPERSCRIPTS)
    minus, figures = ("minus ", number[1:]) if number.startswith("-") else ("", number.lstrip("+"))
    return f" to the power of {minus}{figures}"


def _below_one(found: re.Match[str]) -> str:
    return f"point {digits(found['digits'])}" if found["digits"] else f" point {digits(found['tight'])}"


def _ones(found: re.Match[str]) -> str:
    return f"{_many(found['one'])} {found['and']} {_many(found['two'])}"


def _many(digit: str) -> str:
    return plural(cardinal(int(digit)))


def _leading_zeros(found: re.Match[str]) -> str:
    return digits(found[0])


FIGURES = (
    Rule(
        "ones and zeros",
        frozenset("s"),
        Pattern(r"(?<![\w.,])(?P<one>[0-9])['’]?s\s(?P<and>and|or)\s(?P<two>[0-9])['’]?s\b"),
        _ones,
        also=DIGITS,
    ),
    *UNIT_RULES,
    Rule(
        "vulgar fraction",
        frozenset(VULGAR),
        Pattern(rf"(?:(?<![\w.,])(?P<whole>[0-9]{{1,6}})\s?)?(?P<fraction>[{''.join(VULGAR)}])"),
        _vulgar,
    ),
    Rule(
        "rating",
        frozenset("/"),
        Pattern(
            r"(?<![\w.,/:-])(?P<above>[0-9]{1,3}(?:\.[0-9])?)/(?P<below>10|100|5(?=\s?(?:stars?|rating)\b)"
            r"|[0-9]{1,3}(?<=\.[0-9]/[0-9])|[0-9]{1,3}(?<=\.[0-9]/[0-9]{2}))(?![\w/]|[.,][0-9])"
        ),
        _rating,
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
        always(" over "),
    ),
    Rule(
        "ratio",
        frozenset(":"),
        Pattern(rf"{ALONE}[0-9]{{1,5}}(?P<said>:)(?=[0-9]{{1,5}}(?![\w:]))"),
        always(" to "),
    ),
    Rule(
        "from to",
        _DASHES,
        Pattern(
            rf"(?<![\w.,–—-])[0-9][0-9,]*(?:\.[0-9]+)?(?P<said>\s?[-–—−‒]\s?)(?=[0-9][0-9,]*(?:\.[0-9]+)?"
            rf"(?![0-9]|{DASH}|\s?[=×*+/]))"
        ),
        always(" to "),
    ),
    Rule(
        "from words to",
        _DASHES,
        Pattern(rf"(?<={CLAIMED})(?P<said>[–‒])(?={CLAIMED}|[0-9])"),
        always(" to "),
    ),
    Rule("from figure to words", _DASHES, Pattern(rf"(?<=[0-9])(?P<said>[–‒])(?={CLAIMED})"), always(" to ")),
    Rule(
        "times a power",
        frozenset("x×"),
        Pattern(r"[0-9](?P<said>\s?[x×]\s?)(?=10(?:\^|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]))"),
        always(" times "),
    ),
    Rule(
        "powers of figures",
        frozenset("^²³⁰¹⁴⁵⁶⁷⁸⁹⁻"),
        Pattern(r"(?<=[\w)])(?P<said>(?P<power>[²³](?![⁰¹²³⁴⁵⁶⁷⁸⁹])|\^[23](?![0-9])|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+|\^-?[0-9]+))"),
        _power,
    ),
    Rule(
        "difference",
        frozenset("-−–"),
        Pattern(r"(?<=[0-9])(?P<said>\s?[-−–]\s?)(?=[0-9]+\s?=)"),
        always(" minus "),
    ),
    Rule(
        "from ordinal to ordinal",
        _DASHES,
        Pattern(r"[0-9](?:st|nd|rd|th)(?P<said>\s?[-–—]\s?)(?=[0-9]{1,3}(?:st|nd|rd|th)\b)"),
        always(" to "),
    ),
    Rule(
        "from letter and figure to another",
        _DASHES,
        Pattern(r"\b[A-Z][0-9]{1,2}(?P<said>\s?[–—]\s?|-)(?=[A-Z][0-9]{1,2}\b)"),
        always(" to "),
    ),
    Rule(
        "decimal below one",
        frozenset("."),
        Pattern(r"(?<![\w.,])\.(?P<digits>[0-9]{1,6})(?!\w|\.[0-9])|(?<=\b[a-z]{2})\.(?P<tight>[0-9]{3})(?![\w.])"),
        _below_one,
        also=DIGITS,
    ),
    Rule("minus", frozenset("-−"), Pattern(r"(?<![\w)\]\ufdd0.])(?P<said>[-−])(?=\.?[0-9\ufdd0])"), always("minus ")),
    Rule("times behind brackets", frozenset("x×"), Pattern(r"\)(?P<said>\s?[x×]\s?)(?=[0-9])"), always(" times ")),
    Rule("sets of", frozenset("x×"), Pattern(r"\bsets?(?P<said>\s?[x×]\s?)(?=[0-9])"), always(" of ")),
    Rule("by", frozenset("x×"), Pattern(r"[0-9\ufdd0](?P<said>\s?[x×]\s?)(?=[0-9])"), always(" by ")),
    Rule("times", frozenset("x×"), Pattern(r"(?<![\w])[0-9.]+(?P<said>[x×])(?!\w)"), always(" times")),
    Rule("leading zeros", frozenset("0"), Pattern(r"(?<![\w.,:/-])0[0-9]{1,7}(?![\w,:/-]|\.[0-9])"), _leading_zeros),
)
