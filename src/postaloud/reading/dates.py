"""A date as a page writes it goes in, the day as "YYYY-MM-DD" comes out, or "" for what is no day."""

import re
from datetime import date

from postaloud.reading.phrases import DAY

_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?!\d)")
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th|\.)? (?:de |of )?([A-Za-zäéûô]{3,10})\.?,? (?:de )?(\d{4})")
_IN_NUMBERS = re.compile(r"(?<![\d/.])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_LATEST_MONTH = 12
_VISIBLE = re.compile(DAY, re.IGNORECASE)
_ORDERS = (
    (_ISO, "ymd"),
    (_YEAR_FIRST, "ymd"),
    (_MONTH_FIRST, "mdy"),
    (_DAY_FIRST, "dmy"),
)
_MONTHS = (
    "jan ene gen",
    "feb fev fév",
    "mar mär mrz",
    "apr avr abr",
    "may mai mag maj",
    "jun juin giu",
    "jul juil lug",
    "aug aoû aou ago",
    "sep set",
    "oct okt ott out",
    "nov",
    "dec dez déc dic",
)
_EARLIEST = 1990


def day_of(written: str) -> str:
    """Return the day that starts a date as machines write it, or that a date in words names."""
    text = written.strip()
    for pattern, order in _ORDERS:
        found = pattern.match(text) if order == "ymd" else pattern.search(text)
        if found and (day := _valid(**dict(zip(order, found.groups(), strict=True)))):
            return day
    return _day_in_numbers(text)


def _day_in_numbers(text: str) -> str:
    """Return the day of "18.10.2023" or "10/18/2023"; "3/4/2023" names a different day to each reader, so none."""
    found = _IN_NUMBERS.search(text)
    if not found:
        return ""
    first, mark, second, year = found.groups()
    if mark == "." or int(first) > _LATEST_MONTH:
        return _valid(year, second, first)
    return _valid(year, first, second) if int(second) > _LATEST_MONTH or first == second else ""


def visible_day(text: str) -> str:
    """Return the first day that stands in a line of text in words, or ""."""
    found = _VISIBLE.search(text)
    return day_of(re.sub(r"^[A-Za-z]+day,? ", "", found[0])) if found else ""


def _valid(y: str, m: str, d: str) -> str:
    month = int(m) if m.isdigit() else _month(m)
    try:
        day = date(int(y), month, int(d))
    except ValueError:
        return ""
    return day.isoformat() if day.year >= _EARLIEST else ""


def _month(name: str) -> int:
    low = name.lower()
    return next((at for at, starts in enumerate(_MONTHS, 1) if low.startswith(tuple(starts.split()))), 0)
