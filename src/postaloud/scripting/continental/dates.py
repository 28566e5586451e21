"""A language's table in, its rules for dates and times out."""

import re
from functools import partial

from postaloud.scripting.continental.counting import counted, either
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_DAY, _YEAR = r"(?P<day>0?[1-9]|[12][0-9]|3[01])", r"(?P<year>[12][0-9]{3})(?![0-9])"


_ISO = rf"(?<![\w.,/-]){_YEAR}-(?P<month>[01]?[0-9])-{_DAY}(?![\w-])"
_IN_FIGURES = rf"(?<![\w.,/-]){_DAY}(?P<sign>[./-])(?P<month>[01]?[0-9])(?P=sign){_YEAR}(?!\w)"
_YEAR_MONTH = r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w-]|[.,][0-9])"
_HOUR, _MINUTE = r"(?<![\w.,:])(?P<hour>[0-2]?[0-9])", "(?P<minute>[0-5][0-9])"
_HALF_DAYS = rf"{_HOUR}(?:[:.]{_MINUTE})?\s?(?P<half>[ap])(?:\.\s?m\.|\.?m\b)"
_TIMES = (
    rf"{_HOUR}(?::|\s?h\s?){_MINUTE}(?P<half>)(?![\w:])(?:\sUhr\b|\s?h\b|\shoras\b)?",
    rf"{_HOUR}\.{_MINUTE}(?P<half>)\s(?:Uhr|h|horas)\b",
    rf"{_HOUR}(?P<minute>)(?P<half>)\sUhr\b",
    r"(?<![\w.,:])(?P<hour>1[3-9]|2[0-4])\.(?P<minute>[0-5][05])(?P<half>)(?![\w:%.,]|\s?[\w%€$£°])",
)
_LENGTH = r"(?<![\w.,:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?![\w:])(?:\sUhr\b)?"


def dates(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for dates, in figures and with the month's name."""
    say = partial(_date, locale=locale)
    month = rf"(?P<month>(?:{either(locale.month_names)})\b\.?)"
    patterns = (
        _ISO,
        _IN_FIGURES,
        rf"(?<![\w.,/-]){_DAY}(?:\.|er|º|°)?\s(?:de\s)?{month}(?:\s(?:de\s|del\s)?{_YEAR})?",
        rf"\b{month}\s{_DAY}(?:,?\s{_YEAR})(?!\w)",
    )
    return (
        *(Rule("date", DIGITS, Pattern(pattern, re.IGNORECASE), say) for pattern in patterns),
        Rule("year and month", frozenset("-"), Pattern(_YEAR_MONTH), partial(_month_and_year, locale=locale)),
    )


def times(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for times of day and lengths of time."""
    say = partial(_time, locale=locale)
    return (
        Rule("length of time", frozenset(":"), Pattern(_LENGTH), partial(_length, locale=locale)),
        Rule("time in half a day", DIGITS, Pattern(_HALF_DAYS, re.IGNORECASE), say),
        *(Rule("time", DIGITS, Pattern(pattern), say) for pattern in _TIMES),
    )


def _date(found: re.Match[str], locale: Locale) -> str | None:
    named = found["month"].rstrip(".").lower()
    month = int(named) if named.isdecimal() else locale.month_names[named]
    if not 1 <= month <= 12:
        return None
    day = locale.day(int(found["day"]), found.string[: found.start()])
    year = locale.counting.year(int(found["year"])) if found["year"] else ""
    said = locale.date.format(day=day, month=locale.months[month - 1], year=year).strip(" ,").removesuffix(" de")
    return f"{said}{_stop(found)}"


def _month_and_year(found: re.Match[str], locale: Locale) -> str:
    return f"{locale.months[int(found['month']) - 1]} {locale.counting.year(int(found['year']))}"


def _time(found: re.Match[str], locale: Locale) -> str | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    return locale.clock.time(hour, minute, found["half"].lower()) if hour <= 24 else None


def _length(found: re.Match[str], locale: Locale) -> str:
    numbers = (str(int(number)) for number in found.group("hour", "minute", "second"))
    hours, minutes, seconds = (
        counted(number, names, locale) for number, names in zip(numbers, locale.clock.units, strict=True)
    )
    return f"{hours} {minutes} {locale.clock.last}{seconds}"


def _stop(found: re.Match[str]) -> str:
    """Return the full stop that ends a sentence behind a month, short or not."""
    return "." if found[0].endswith(".") and re.match(r"\s*$|\s+[A-ZÄÖÜÉ]", found.string[found.end() :]) else ""
