"""English text in, English words out: the rules in the order in which they look at a text."""

from postaloud.scripting.addresses import MAIL
from postaloud.scripting.english.amounts import AMOUNTS
from postaloud.scripting.english.codes import CODES, GROUPS
from postaloud.scripting.english.dates import dates
from postaloud.scripting.english.figures import FIGURES
from postaloud.scripting.english.initials import INITIALS
from postaloud.scripting.english.paths import PATHS
from postaloud.scripting.english.places import PLACES
from postaloud.scripting.english.shortened import SHORTENED
from postaloud.scripting.english.signs import HASHTAGS, SIGNS
from postaloud.scripting.english.times import TIMES, WEEKDAYS
from postaloud.scripting.english.years import YEARS
from postaloud.scripting.rules import Rules

MONTH_FIRST = frozenset(["en", "en-us", "en-ph", "en-ca"])
"""Where 3/4/2023 is the fourth of March; elsewhere English dates name the day first."""


def english_rules(tag: str) -> Rules:
    """Return the rules of a variety of English, such as en-GB."""
    day_first = tag.lower().replace("_", "-") not in MONTH_FIRST
    return (
        *MAIL,
        *HASHTAGS,
        *PATHS,
        *CODES,
        *PLACES,
        *SHORTENED,
        *dates(day_first=day_first),
        *WEEKDAYS,
        *TIMES,
        *YEARS,
        *AMOUNTS,
        *FIGURES,
        *GROUPS,
        *INITIALS,
        *SIGNS,
    )
