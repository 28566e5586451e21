"""A language's table in, its rules out."""

import re
from collections.abc import Iterable

from postaloud.scripting.continental.amounts import money, ranges, units
from postaloud.scripting.continental.dates import dates, times
from postaloud.scripting.continental.figures import codes, fractions, numbers
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.ornaments import CLOSING, OPENING, always
from postaloud.scripting.rules import ANY, Pattern, Rule

_RAISED = str.maketrans("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ", "abcdefghijklmnoprstuvwxyz")


def build_rules(locale: Locale, ordinals: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return the rules of a language in the order in which they look at a text."""
    return (
        *OPENING,
        Rule("raised letters", frozenset("ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"), Pattern(r"(?<=[\w.])[ᵃ-ᵿⁱⁿʰ-ˣˡʳˢʸ]+"), _lowered),
        *_abbreviations(locale),
        *dates(locale),
        *codes(locale),
        *times(locale),
        *money(locale),
        *units(locale),
        *ranges(locale),
        *ordinals,
        *fractions(locale),
        *_signs(locale),
        *numbers(locale),
        *CLOSING,
    )


def _lowered(found: re.Match[str]) -> str:
    return found[0].translate(_RAISED)


def _abbreviations(locale: Locale) -> tuple[Rule, ...]:
    table = {re.sub(r"\s", "", short): words for short, words in locale.abbreviations.items()}
    lowered = {short.lower(): words for short, words in table.items()}

    def say(found: re.Match[str]) -> str:
        short = re.sub(r"\s", "", found["short"])
        stop = "" if found.string[found.end() :].strip(" )\"'”’»") else "."
        return (table.get(short) or lowered[short.lower()]) + stop

    return (
        Rule("abbreviation", frozenset("."), _stopped(table, 0), say),
        Rule("abbreviation", frozenset("."), _stopped((s for s in table if len(s) > 1), re.IGNORECASE), say),
    )


def _stopped(shorts: Iterable[str], flags: int) -> Pattern:
    """Return what finds some abbreviations with their full stop, and spaces behind those within."""
    either = "|".join(re.escape(short).replace(r"\.", r"\.\s?") for short in sorted(shorts, key=len, reverse=True))
    return Pattern(rf"(?<![\w.])(?<![0-9]\s)(?P<short>{either})\.(?!\w)", flags)


def _signs(locale: Locale) -> tuple[Rule, ...]:
    return tuple(Rule("sign", ANY, Pattern(pattern), always(said)) for pattern, said in locale.signs.items())
