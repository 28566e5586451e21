"""A language's table in, its rules out."""

import re
from collections.abc import Iterable

from postaloud.scripting.continental.amounts import money, units
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
        *ordinals,
        *fractions(locale),
        *_signs(locale),
        *numbers(locale),
        *CLOSING,
    )


def _lowered(found: re.Match[str]) -> str:
    return found[0].translate(_RAISED)


def _abbreviations(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str:
        rest = found.string[found.end() :]
        stop = "." if not rest.strip(" )\"'”’»") else ""
        short = re.sub(r"\s", "", found["short"])
        return (table.get(short) or lowered[short.lower()]) + stop

    table = {re.sub(r"\s", "", short): words for short, words in locale.abbreviations.items()}
    lowered = {short.lower(): words for short, words in table.items()}
    shorts = "|".join(re.escape(short).replace(r"\.", r"\.\s?") for short in sorted(table, key=len, reverse=True))
    some = "|".join(
        re.escape(short).replace(r"\.", r"\.\s?") for short in sorted(table, key=len, reverse=True) if len(short) > 1
    )
    return (
        Rule("abbreviation", frozenset("."), Pattern(rf"(?<![\w.])(?<![0-9]\s)(?P<short>{shorts})\.(?!\w)"), say),
        Rule(
            "abbreviation",
            frozenset("."),
            Pattern(rf"(?<![\w.])(?<![0-9]\s)(?P<short>{some})\.(?!\w)", re.IGNORECASE),
            say,
        ),
    )


def _signs(locale: Locale) -> tuple[Rule, ...]:
    return tuple(Rule("sign", ANY, Pattern(pattern), always(said)) for pattern, said in locale.signs.items())
