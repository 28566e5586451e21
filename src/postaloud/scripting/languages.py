"""A language tag in, the rules for its texts out."""

from functools import lru_cache

from postaloud.scripting.addresses import ADDRESSES
from postaloud.scripting.ornaments import CLOSING, OPENING, TAGS
from postaloud.scripting.rules import Rules
from postaloud.scripting.tags import language


@lru_cache(maxsize=64)
def rules_for(tag: str) -> Rules:
    """Return the rules of a language; one without rules of its own is cleaned, and left to the voice otherwise."""
    match language(tag):
        case "en":
            from postaloud.scripting.english import english_rules

            own: Rules = english_rules(tag)
        case "de":
            from postaloud.scripting.continental.de import GERMAN

            own = GERMAN
        case "fr":
            from postaloud.scripting.continental.fr import FRENCH

            own = FRENCH
        case "es":
            from postaloud.scripting.continental.es import SPANISH

            own = SPANISH
        case _:
            own = (*OPENING, *CLOSING)
    return (*ADDRESSES, *TAGS, *own)
