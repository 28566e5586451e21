"""Dates, years and times in, English words out."""

import re

from postaloud.scripting.english.patterns import (
    ALONE,
    DASH,
    MONTH,
    MONTHS,
    WEEKDAY,
    month_named,
    weekday_named,
)
from postaloud.scripting.numbers_en import cardinal, ordinal, plural, year
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_DAY = r"(?P<day>0?[1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>[12][0-9]{3})(?![\w,]*[0-9])"
_FOUR = r"(?:1[1-9][0-9]{2}|20[0-9]{2})"
_SHORT_YEAR = r"(?P<year>[12][0-9]{3}|[0-9]{2})"
_MONTH_ALONE = "|".join(MONTHS)
_HALF = r"\s?(?P<half>[ap])(?:\.\s?m\.|\.?m\b)"


def _spoken_year(found: re.Match[str]) -> str:
    written = found["year"]
    if not written:
        return ""
    if len(written) == 2:
        written = f"{'19' if int(written) > 40 else '20'}{written}"
    return year(int(written))


def _month_day(month: str, found: re.Match[str]) -> str:
    said = f"{month} {ordinal(int(found['day']))}"
    spoken = _spoken_year(found)
    return f"{said}, {spoken}" if spoken else said


def _numeric(found: re.Match[str]) -> str | None:
    """Read 2023-10-18, 10/18/2023 and, where the first cannot be a month, 18/10/2023."""
    first, second = int(found["first"]), int(found["second"])
    if "day" not in found.re.groupindex and first > 12:
        first, second = second, first
    if not (1 <= first <= 12 and 1 <= second <= 31):
        return None
    return f"{MONTHS[first - 1]} {ordinal(second)}, {_spoken_year(found)}"


def _named(found: re.Match[str]) -> str:
    return _month_day(month_named(found["month"]), found)


def _day_first(found: re.Match[str]) -> str:
    the = "" if found["the"] else "the "
    said = f"{found['the'] or ''}{the}{ordinal(int(found['day']))} of {month_named(found['month'])}"
    spoken = _spoken_year(found)
    return f"{said}{',' if found['comma'] else ''} {spoken}" if spoken else said


def _month_range(found: re.Match[str]) -> str:
    said = f"{month_named(found['month'])} {ordinal(int(found['day']))} to {ordinal(int(found['last']))}"
    spoken = _spoken_year(found)
    return f"{said}, {spoken}" if spoken else said


def _month_year(found: re.Match[str]) -> str:
    return f"{month_named(found['month'])} {year(int(found['year']))}"


def _decade(found: re.Match[str]) -> str:
    number = int(found["decade"])
    if number < 100:
        return plural(cardinal(number))
    return plural(year(number)) if number % 1000 else plural(cardinal(number))


def _years(found: re.Match[str]) -> str | None:
    first, last = int(found["first"]), int(found["last"])
    if last < 100 and len(found["last"]) == 2:
        last += first // 100 * 100
        if last <= first:
            return None
    return f"{year(first)} to {year(last)}"


def _year(found: re.Match[str]) -> str:
    return year(int(found["year"]))


def _clock(found: re.Match[str]) -> str | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    half = f" {found['half'].upper()}.M." if found["half"] else ""
    if not minute:
        full = "" if half else " o'clock" if hour <= 12 else " hundred"
        return f"{cardinal(hour)}{full}{half}"
    minutes = cardinal(minute) if minute > 9 else f"oh {cardinal(minute)}"
    return f"{cardinal(hour)} {minutes}{half}"


def _hours(found: re.Match[str]) -> str:
    return f"{cardinal(int(found['hour']))} to {cardinal(int(found['last']))} {found['half'].upper()}.M."


def _weekdays(found: re.Match[str]) -> str:
    return f"{weekday_named(found['first'])} to {weekday_named(found['last'])}"


DATES = (
    Rule(
        "ISO date",
        DIGITS,
        Pattern(rf"{ALONE}{_YEAR}[-/.](?P<first>[01]?[0-9])[-/.](?P<second>[0-3]?[0-9])(?P<day>)(?![\w/-])"),
        _numeric,
    ),
    Rule(
        "date in figures",
        DIGITS,
        Pattern(
            rf"{ALONE}(?P<first>[0-3]?[0-9])(?P<sign>[/.-])(?P<second>[0-3]?[0-9])(?P=sign){_SHORT_YEAR}"
            rf"(?![\w/-]|\.[0-9])"
        ),
        _numeric,
    ),
    Rule("from date to date", DIGITS, Pattern(rf"[0-9](?P<said>\s?[–—-]\s?)(?={MONTH}\s[0-9])"), lambda _: " to "),
    Rule(
        "month and days",
        DIGITS,
        Pattern(rf"\b(?P<month>{MONTH})\s{_DAY}\s?{DASH}\s?(?P<last>[0-3]?[0-9])\b(?:,?\s{_YEAR})?", re.IGNORECASE),
        _month_range,
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
            rf"(?:\b(?P<the>the\s))?{ALONE}{_DAY}(?:\s+of)?\s(?P<month>{MONTH})(?:(?P<comma>,?)\s{_YEAR})?",
            re.IGNORECASE,
        ),
        _day_first,
    ),
    Rule("month and year", DIGITS, Pattern(rf"\b(?P<month>{MONTH}),?\s{_YEAR}", re.IGNORECASE), _month_year),
    Rule(
        "short month",
        frozenset("."),
        Pattern(r"\b(?P<month>Jan|Feb|Apr|Aug|Sept?|Oct|Nov|Dec)\.(?=\s?[\w–-])"),
        lambda found: month_named(found["month"]),
    ),
    Rule(
        "weekdays",
        frozenset("MTWFS"),
        Pattern(rf"\b(?P<first>{WEEKDAY})\.?\s?{DASH}\s?(?P<last>{WEEKDAY})\b\.?"),
        _weekdays,
    ),
    Rule(
        "weekday",
        frozenset("MTWFS"),
        Pattern(rf"\b(?P<day>{WEEKDAY})\b(?:\.,?(?=\s(?:{MONTH}|[0-9]|\ufdd0))|,(?=\s(?:{MONTH}|[0-9]|\ufdd0)))"),
        lambda found: f"{weekday_named(found['day'])},",
    ),
    Rule(
        "from day to day",
        frozenset("-–—"),
        Pattern(
            rf"(?:day|{_MONTH_ALONE})(?P<said>\s?[-–—]\s?)(?="
            rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|{MONTH})"
        ),
        lambda _: " to ",
    ),
    Rule(
        "hours",
        DIGITS,
        Pattern(rf"{ALONE}(?P<hour>1?[0-9])\s?{DASH}\s?(?P<last>1?[0-9]){_HALF}", re.IGNORECASE),
        _hours,
    ),
    Rule(
        "from time to time",
        DIGITS,
        Pattern(
            rf"[0-9](?:\s?[ap]\.?m\.?)?(?P<said>\s?{DASH}\s?)(?=[0-9]{{1,2}}(?::[0-5][0-9])?\s?[ap]\.?m\b)",
            re.IGNORECASE,
        ),
        lambda _: " to ",
    ),
    Rule(
        "time of day",
        DIGITS,
        Pattern(rf"{ALONE}(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?{_HALF}", re.IGNORECASE),
        _clock,
    ),
    Rule(
        "time",
        DIGITS,
        Pattern(rf"{ALONE}(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?P<half>)(?![\w:]|[.,][0-9])"),
        _clock,
    ),
    Rule(
        "decade to decade",
        DIGITS,
        Pattern(rf"0['’]?s(?P<said>\s?{DASH}\s?)(?=['’]?(?:[0-9]{{2}})?[0-9]0['’]?s\b)"),
        lambda _: " to ",
    ),
    Rule("decade", DIGITS, Pattern(r"(?<![\w.,$£€])['’]?(?P<decade>1[0-9][0-9]0|20[0-9]0|[2-9]0)['’]?s\b"), _decade),
    Rule(
        "years",
        DIGITS,
        Pattern(rf"{ALONE}(?P<first>{_FOUR})\s?{DASH}\s?(?P<last>{_FOUR}|[0-9]{{2}})(?![\w/:-]|[.,][0-9])"),
        _years,
    ),
    Rule(
        "year after a word for time",
        DIGITS,
        Pattern(
            r"\b(?:in|since|until|year|AD|of|by|before|after|from|c\.|ca\.)\s(?P<said>"
            r"(?P<year>10[0-9]{2}))(?![\w/:,-]|\.[0-9])"
        ),
        _year,
    ),
    Rule("year", DIGITS, Pattern(rf"(?<![\w.,/:$£€¥#])(?P<year>{_FOUR})(?![\w/:%]|[.,-][0-9])"), _year),
)
