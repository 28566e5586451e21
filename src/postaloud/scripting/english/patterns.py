"""Nothing in, the pieces that English patterns share out."""

import re
from collections.abc import Iterable

NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?|\.[0-9]+)"
ALONE = r"(?<![\w.,/:-])"
"""Stands before a number that is no piece of a longer one."""
DASH = r"[-–—−‒]"
DASHES = frozenset("-–—−‒")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    r"|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAY = r"(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)"


def month_named(written: str) -> str:
    """Return "October" for "oct."."""
    return next(month for month in MONTHS if month[:3].lower() == written[:3].lower())


def weekday_named(written: str) -> str:
    """Return "Tuesday" for "Tues"."""
    return next(day for day in WEEKDAYS if day[:3].lower() == written[:3].lower())


def full_stop(found: re.Match[str]) -> str:
    """Return the full stop that ends a sentence together with an abbreviation, or ""."""
    rest = found.string[found.end() :]
    return "." if found[0].endswith(".") and not rest.strip(" )\"'”’") else ""


def ends_sentence(found: re.Match[str]) -> str:
    """Return the full stop of an abbreviation that ends a text, or stands before another sentence, or ""."""
    if not found[0].endswith("."):
        return ""
    return full_stop(found) or ("." if re.match(r"\s+[A-Z]", found.string[found.end() :]) else "")


def either(written: Iterable[str]) -> str:
    """Return a pattern for any of some texts, the longest first."""
    return "|".join(re.escape(text) for text in sorted(written, key=len, reverse=True))
