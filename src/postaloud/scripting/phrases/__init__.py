"""A language in, its announcements out: one table for each language, English for those that have none."""

from postaloud.scripting.phrases.de import GERMAN
from postaloud.scripting.phrases.en import AMERICAN, ENGLISH
from postaloud.scripting.phrases.es import SPANISH
from postaloud.scripting.phrases.fr import FRENCH
from postaloud.scripting.phrases.table import Noun, Phrase, Phrases

__all__ = ["TABLES", "Noun", "Phrase", "Phrases", "phrases_for"]

TABLES = {table.lang: table for table in (ENGLISH, GERMAN, FRENCH, SPANISH)}
REGIONS = {"en": AMERICAN, "en-us": AMERICAN, "en-ph": AMERICAN}
"""Where a country writes otherwise than its language's table; English that names no country is taken as American."""


def phrases_for(lang: str) -> Phrases:
    """Return the announcements for a BCP 47 tag."""
    tag = lang.replace("_", "-").lower()
    return REGIONS.get(tag) or TABLES.get(tag.partition("-")[0], AMERICAN)
