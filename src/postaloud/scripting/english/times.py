"""Times of day, days of the week and lengths of time in, English words out."""

import re
from collections.abc import Callable

from postaloud.scripting.english.patterns import ALONE, DASH, DASHES, MONTH, WEEKDAY, weekday_named
from postaloud.scripting.numbers_en import cardinal
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_HALF = r"\s?(?P<half>[ap])(?:\.\s?m\.|\.?m\b)"
_DAYS = "MTWFS"
_TIME = r"[0-9]{1,2}(?:[:.][0-5][0-9])?\s?(?:[ap]\.?m\b)"
_NOON = "noon|midnight|dawn|dusk|sunrise|sunset|late|close"
_BOOKS = (
    "Genesis|Exodus|Leviticus|Numbers|Deuteronomy|Joshua|Judges|Ruth|Samuel|Kings|Chronicles|Ezra|Nehemiah|Esther|Job|"
    "Psalms?|Proverbs|Ecclesiastes|Isaiah|Jeremiah|Ezekiel|Daniel|Hosea|Joel|Amos|Micah|Malachi|Matthew|Mark|Luke|John|"
    "Acts|Romans|Corinthians|Galatians|Ephesians|Philippians|Colossians|Thessalonians|Timothy|Titus|Hebrews|James|Peter|"
    "Jude|Revelation|Surah|Quran"
)


def _clock(found: re.Match[str]) -> str | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    if hour > 24 or minute > 59:
        return None
    half = f" {found['half'].upper()}.M." if found["half"] else ""
    if half and hour == 0:
        hour = 12
    if not minute:
        full = "" if half else " o'clock" if 0 < hour <= 12 else " hundred"
        return f"{cardinal(hour)}{full}{half}"
    minutes = cardinal(minute) if minute > 9 else f"oh {cardinal(minute)}"
    return f"{cardinal(hour)} {minutes}{half}"


def _hours(found: re.Match[str]) -> str:
    return f"{cardinal(int(found['hour']))} to {cardinal(int(found['last']))} {found['half'].upper()}.M."


def _length(found: re.Match[str]) -> str:
    """Read 3:45:20 as a length of time."""
    pieces = [(int(found[name]), name) for name in ("hour", "minute", "second")]
    return " ".join(f"{'and ' if name == 'second' else ''}{_counted(number, name)}" for number, name in pieces)


def _counted(number: int, name: str) -> str:
    return f"{cardinal(number)} {name}{'' if number == 1 else 's'}"


def _lengths(first: str, second: str) -> Callable[[re.Match[str]], str]:
    return lambda found: f"{_counted(int(found['one']), first)} {_counted(int(found['two']), second)}"


def _verse(found: re.Match[str]) -> str:
    return f"{cardinal(int(found['chapter']))} {cardinal(int(found['verse']))}"


def _day(found: re.Match[str]) -> str:
    return weekday_named(found["day"])


def _days(found: re.Match[str]) -> str:
    return f"{weekday_named(found['first'])} to {weekday_named(found['last'])}"


WEEKDAYS = (
    Rule(
        "working days",
        DASHES,
        Pattern(r"(?:[0-9]|[ap]\.?m\.?|[Oo]pen|[Hh]ours:?),?\s(?P<said>M\s?[-–]\s?F)\b", re.IGNORECASE),
        always("Monday to Friday"),
    ),
    Rule(
        "weekdays",
        frozenset(_DAYS),
        Pattern(rf"\b(?P<first>{WEEKDAY})\.?\s?{DASH}\s?(?P<last>{WEEKDAY})\b\.?"),
        _days,
    ),
    Rule(
        "weekday before another",
        frozenset(_DAYS),
        Pattern(rf"\b(?P<said>(?P<day>{WEEKDAY})\b\.?)(?=\s?(?:[,/&]|and|or)\s?(?:{WEEKDAY})\b)"),
        _day,
    ),
    Rule(
        "weekday behind another",
        frozenset(_DAYS),
        Pattern(rf"(?:day|{WEEKDAY}|\ufdd0)\s?(?:/|(?:[,&]|and|or)\s)(?P<said>(?P<day>{WEEKDAY})\b)(?!\.)"),
        _day,
    ),
    Rule(
        "weekday",
        frozenset(_DAYS),
        Pattern(rf"\b(?P<day>{WEEKDAY})\b(?:[.,]{{1,2}}(?=\s(?:{MONTH}|[0-9]|\ufdd0))|(?=\s(?:{MONTH}|\ufdd0)))"),
        lambda found: f"{weekday_named(found['day'])},",
    ),
    Rule("short weekday", frozenset("TW"), Pattern(r"\b(?P<day>Tues|Thurs?|Weds)\b(?:\.(?=\s[a-z]))?"), _day),
)
TIMES = (
    Rule(
        "hours",
        DASHES,
        Pattern(rf"{ALONE}(?P<hour>1?[0-9])\s?{DASH}\s?(?P<last>1?[0-9]){_HALF}", re.IGNORECASE),
        _hours,
        also=DIGITS,
    ),
    Rule(
        "from time to time",
        DASHES,
        Pattern(rf"(?:[0-9]|[0-9]\s?[ap]\.?m\.?|{_NOON})(?P<said>\s?{DASH}\s?)(?={_TIME})", re.IGNORECASE),
        always(" to "),
    ),
    Rule(
        "from time to noon",
        DASHES,
        Pattern(rf"[0-9]\s?(?:[ap]\.?m\.?)?(?P<said>\s?{DASH}\s?)(?=(?:{_NOON})\b)", re.IGNORECASE),
        always(" to "),
    ),
    Rule(
        "length of time",
        DIGITS,
        Pattern(
            r"(?<![\w.,/:-])(?P<hour>[0-9]{1,2}):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?![\w:/-]|[.,][0-9]|\s?[apAP]\.?[mM])"
        ),
        _length,
    ),
    Rule(
        "hours and minutes",
        DIGITS,
        Pattern(r"(?<![\w.,])(?P<one>[0-9]{1,3})\s?(?:hrs?|h)\s?(?P<two>[0-5]?[0-9])\s?(?:mins?|m)\b"),
        _lengths("hour", "minute"),
    ),
    Rule(
        "minutes and seconds",
        DIGITS,
        Pattern(r"(?<![\w.,])(?P<one>[0-9]{1,3})\s?(?:mins?|m)\s?(?P<two>[0-5]?[0-9])\s?(?:secs?|s)\b"),
        _lengths("minute", "second"),
    ),
    Rule(
        "verse",
        frozenset(":"),
        Pattern(rf"\b(?:{_BOOKS})\s(?P<said>(?P<chapter>[0-9]{{1,3}}):(?P<verse>[0-9]{{1,3}}))(?![0-9:])"),
        _verse,
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
)
