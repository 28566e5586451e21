"""A language's table in, its rules for dates and times out."""

import re

from postaloud.scripting.continental.counting import counted, either
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_DAY, _YEAR = r"(?P<day>0?[1-9]|[12][0-9]|3[01])", r"(?P<year>[12][0-9]{3})(?![0-9])"


def dates(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for dates, in figures and with the month's name."""

    def say(found: re.Match[str]) -> str | None:
        named = found["month"].rstrip(".").lower()
        month = int(named) if named.isdecimal() else locale.month_names[named]
        if not 1 <= month <= 12:
            return None
        day = locale.day(int(found["day"]), found.string[: found.start()])
        year = locale.counting.year(int(found["year"])) if found["year"] else ""
        said = locale.date.format(day=day, month=locale.months[month - 1], year=year).strip(" ,").removesuffix(" de")
        return f"{said}{_stop(found)}"

    def month_and_year(found: re.Match[str]) -> str:
        return f"{locale.months[int(found['month']) - 1]} {locale.counting.year(int(found['year']))}"

    months = either(locale.month_names)
    patterns = (
        rf"(?<![\w.,/-]){_YEAR}-(?P<month>[01]?[0-9])-{_DAY}(?![\w-])",
        rf"(?<![\w.,/-]){_DAY}(?P<sign>[./-])(?P<month>[01]?[0-9])(?P=sign){_YEAR}(?!\w)",
        rf"(?<![\w.,/-]){_DAY}(?:\.|er|º|°)?\s(?:de\s)?(?P<month>(?:{months})\b\.?)(?:\s(?:de\s|del\s)?{_YEAR})?",
        rf"\b(?P<month>(?:{months})\b\.?)\s{_DAY}(?:,?\s{_YEAR})(?!\w)",
    )
    year_first = r"(?<![\w.,/-])(?P<year>(?:19|20)[0-9]{2})-(?P<month>0[1-9]|1[0-2])(?![\w-]|[.,][0-9])"
    return (
        *(Rule("date", DIGITS, Pattern(pattern, re.IGNORECASE), say) for pattern in patterns),
        Rule("year and month", frozenset("-"), Pattern(year_first), month_and_year),
    )


def times(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for times of day and lengths of time."""

    def say(found: re.Match[str]) -> str | None:
        groups = found.groupdict()
        hour = int(found["hour"])
        if hour > 24:
            return None
        return locale.clock.time(hour, int(found["minute"] or 0), (groups.get("half") or "").lower())

    def length(found: re.Match[str]) -> str:
        pieces = [
            counted(str(int(number)), names, locale)
            for number, names in zip(found.group("hour", "minute", "second"), locale.clock.units, strict=True)
        ]
        return f"{' '.join(pieces[:2])} {locale.clock.last}{pieces[2]}"

    half = r"\s?(?P<half>[ap])(?:\.\s?m\.|\.?m\b)"
    patterns = (
        rf"(?<![\w.,:])(?P<hour>[0-2]?[0-9])(?:[:.](?P<minute>[0-5][0-9]))?{half}",
        r"(?<![\w.,:])(?P<hour>[0-2]?[0-9])(?::|\s?h\s?)(?P<minute>[0-5][0-9])(?![\w:])(?:\sUhr\b|\s?h\b|\shoras\b)?",
        r"(?<![\w.,:])(?P<hour>[0-2]?[0-9])\.(?P<minute>[0-5][0-9])\s(?:Uhr|h|horas)\b",
        r"(?<![\w.,:])(?P<hour>[0-2]?[0-9])(?P<minute>)\sUhr\b",
        r"(?<![\w.,:])(?P<hour>1[3-9]|2[0-4])\.(?P<minute>[0-5][05])(?![\w:%.,]|\s?[\w%€$£°])",
    )
    seconds = r"(?<![\w.,:])(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?![\w:])(?:\sUhr\b)?"
    return (
        Rule("length of time", frozenset(":"), Pattern(seconds), length),
        *(
            Rule("time", DIGITS, Pattern(pattern, re.IGNORECASE if "half" in pattern else 0), say)
            for pattern in patterns
        ),
    )


def _stop(found: re.Match[str]) -> str:
    """Return the full stop that ends a sentence behind a month, short or not."""
    return "." if found[0].endswith(".") and re.match(r"\s*$|\s+[A-ZÄÖÜÉ]", found.string[found.end() :]) else ""
