"""Dates in, English words out."""

import re
from collections.abc import Callable

from postaloud.scripting.english.patterns import ALONE, DASH, DASHES, MONTH, MONTHS, month_named
from postaloud.scripting.numbers_en import ordinal, year
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
_LAST = r"(?P<last>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>[12][0-9]{3})(?![\w,]*[0-9])"
_SHORT_YEAR = r"(?P<year>[12][0-9]{3}|[0-9]{2})"
_MONTH_ALONE = "|".join(MONTHS)

Say = Callable[[re.Match[str]], str | None]


_ISO = rf"{ALONE}{_YEAR}[-/.](?P<first>[01]?[0-9])[-/.](?P<second>[0-3]?[0-9])(?![\w/-]|\.[0-9])"
_IN_FIGURES = (
    rf"{ALONE}(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign){_SHORT_YEAR}(?![\w/-]|\.[0-9])"
)
_WITHOUT_YEAR = (
    r"\b(?:[Oo]n|[Ss]ince|[Uu]ntil|[Dd]ue|[Dd]ated|[Bb]y)\s"
    r"(?P<said>(?P<first>[0-3]?[0-9])/(?P<second>[0-3]?[0-9])(?P<year>))(?![\w/]|[.,][0-9]|\s(?:of|cup))"
)


def dates(*, day_first: bool) -> tuple[Rule, ...]:
    """Return the rules for dates; `day_first` says how 3/4/2023 is meant: as in Britain, or as in America."""
    say = _in_figures(_european, _of_month) if day_first else _in_figures(_american, _month_first)
    return (
        Rule("ISO date", DIGITS, Pattern(_ISO), _in_figures(lambda month, day: (month, day), _month_first)),
        Rule("date in figures", DIGITS, Pattern(_IN_FIGURES), say),
        Rule("month and day in figures", frozenset("/"), Pattern(_WITHOUT_YEAR), say),
        *_NAMED_MONTHS,
    )


def _american(first: int, second: int) -> tuple[int, int]:
    return (second, first) if first > 12 else (first, second)


def _european(first: int, second: int) -> tuple[int, int]:
    return (first, second) if second > 12 else (second, first)


def _month_first(month: int, day: int, spoken_year: str) -> str:
    return f"{MONTHS[month - 1]} {ordinal(day)}{spoken_year and f', {spoken_year}'}"


def _of_month(month: int, day: int, spoken_year: str) -> str:
    return f"the {ordinal(day)} of {MONTHS[month - 1]}{spoken_year and f', {spoken_year}'}"


def _in_figures(order: Callable[[int, int], tuple[int, int]], words: Callable[[int, int, str], str]) -> Say:
    def say(found: re.Match[str]) -> str | None:
        month, day = order(int(found["first"]), int(found["second"]))
        return words(month, day, _spoken_year(found)) if 1 <= month <= 12 and 1 <= day <= 31 else None

    return say


def _spoken_year(found: re.Match[str]) -> str:
    written = found["year"]
    if not written:
        return ""
    if len(written) == 2:
        written = f"{'19' if int(written) > 40 else '20'}{written}"
    return year(int(written))


def _named(found: re.Match[str]) -> str:
    said = f"{month_named(found['month'])} {ordinal(int(found['day']))}"
    spoken = _spoken_year(found)
    return f"{said}, {spoken}" if spoken else said


def _day_first(found: re.Match[str]) -> str:
    the = "" if found["the"] else "the "
    said = f"{found['the'] or ''}{the}{ordinal(int(found['day']))} of {month_named(found['month'])}"
    spoken = _spoken_year(found)
    return f"{said}{',' if found['comma'] else ''} {spoken}" if spoken else said


def _month_range(found: re.Match[str]) -> str:
    said = f"{month_named(found['month'])} {ordinal(int(found['day']))} to {ordinal(int(found['last']))}"
    spoken = _spoken_year(found)
    return f"{said}, {spoken}" if spoken else said


def _days_of_month(found: re.Match[str]) -> str:
    the = "" if found["the"] else "the "
    said = f"{found['the'] or ''}{the}{ordinal(int(found['day']))} to {ordinal(int(found['last']))}"
    spoken = _spoken_year(found)
    return f"{said} of {month_named(found['month'])}{spoken and f' {spoken}'}"


def _month_year(found: re.Match[str]) -> str | None:
    written = found["month"]
    named = MONTHS[int(written) - 1] if written.isdecimal() else month_named(written)
    return f"{named} {year(int(found['year']))}"


def _months(found: re.Match[str]) -> str:
    return f"{month_named(found['month'])} to {month_named(found['last'])}"


def _month(found: re.Match[str]) -> str:
    return month_named(found["month"])


_NAMED_MONTHS = (
    Rule("from date to date", DASHES, Pattern(rf"[0-9](?P<said>\s?[–—-]\s?)(?={MONTH}\s[0-9])"), always(" to ")),
    Rule(
        "month and days",
        DASHES,
        Pattern(rf"\b(?P<month>{MONTH})\s{_DAY}\s?{DASH}\s?{_LAST}(?:,?\s{_YEAR})?", re.IGNORECASE),
        _month_range,
        also=DIGITS,
    ),
    Rule(
        "days and month",
        DASHES,
        Pattern(
            rf"(?:\b(?P<the>the\s))?{ALONE}{_DAY}\s?{DASH}\s?{_LAST}(?:\s+of)?\s(?P<month>{MONTH})(?:,?\s{_YEAR})?",
            re.IGNORECASE,
        ),
        _days_of_month,
        also=DIGITS,
    ),
    Rule(
        "month and day",
        DIGITS,
        Pattern(rf"\b(?P<month>{MONTH})\s{_DAY}(?![:%]|[.,][0-9])(?:,?\s{_YEAR})?", re.IGNORECASE),
        _named,
    ),
    Rule(
        "day and month",
        DIGITS,
        Pattern(
            rf"(?:\b(?P<the>the\s))?{ALONE}{_DAY}(?:\s+of)?[\s-](?P<month>{MONTH})(?:(?P<comma>,?)[\s-]{_YEAR})?",
            re.IGNORECASE,
        ),
        _day_first,
    ),
    Rule("month and year", DIGITS, Pattern(rf"\b(?P<month>{MONTH}),?\s{_YEAR}", re.IGNORECASE), _month_year),
    Rule(
        "month in figures and year",
        frozenset("/"),
        Pattern(r"(?<![\w.,/-])(?P<month>0[1-9]|1[0-2]|[1-9])/(?P<year>20[0-9]{2}|19[0-9]{2})(?![\w/]|[.,][0-9])"),
        _month_year,
    ),
    Rule(
        "from month to month",
        frozenset("-–—−‒"),
        Pattern(rf"\b(?P<month>{MONTH})\s?{DASH}\s?(?P<last>{MONTH})"),
        _months,
    ),
    Rule(
        "short month",
        frozenset("."),
        Pattern(r"\b(?P<month>Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=\s?[\w–-])"),
        _month,
    ),
    Rule(
        "short month between",
        frozenset("JFASOND"),
        Pattern(
            r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Ee]arly|[Ll]ate|[Mm]id)[\s-](?P<said>(?P<month>Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec))\b"
        ),
        _month,
    ),
    Rule(
        "from day to day",
        frozenset("-–—"),
        Pattern(
            rf"(?:day|{_MONTH_ALONE})(?P<said>\s?[-–—]\s?)(?="
            rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH})"
        ),
        always(" to "),
    ),
)
