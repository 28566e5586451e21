"""Years, decades and parts of a year in, English words out."""

import re

from postaloud.scripting.english.measures import UNITS
from postaloud.scripting.english.patterns import ALONE, DASH, DASHES
from postaloud.scripting.numbers_en import cardinal, ordinal, plural, year
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import CLAIMED, DIGITS, Pattern, Rule
from postaloud.scripting.words import words

_FOUR = r"(?:1[1-9][0-9]{2}|20[0-9]{2})"
_BRIEF = "|".join(
    words(
        "rest rests hold holds plank planks each on off timer timers clip clips video videos break breaks "
        "sprint sprints"
    )
)
_COUNTED = "|".join(
    sorted(
        {many.split()[0] for _, many in UNITS.values()}
        | set(
            words(
                "people calories words steps metres dollars euros days users students copies pages percent times units "
                "square participants patients employees members subscribers followers points votes items seats acres "
                "kilometres residents inhabitants jobs homes tons tonnes litres visitors men women children soldiers "
                "troops species photos likes views cubic thread thousand million billion"
            )
        )
    )
)
"""Nouns in front of which four figures are a number and no year."""
EARLIEST_ROUND = 1800
_TIME_WORD = re.compile(
    r"\b(?:in|since|until|till|years?|of|by|before|after|from|to|and|around|about|early|late|circa|c\.|ca\.|[a-z]+ber|[a-z]+ary|"
    r"march|april|may|june|july|august)[\s,–-]+$",
    re.IGNORECASE,
)
_NAMES = {"Q": "quarter", "H": "half"}


def _decade(found: re.Match[str]) -> str:
    number = int(found["decade"])
    if number < 100:
        return plural(cardinal(number))
    return plural(year(number)) if number % 1000 else plural(cardinal(number))


def _years(found: re.Match[str]) -> str | None:
    first, last = int(found["first"]), int(found["last"])
    if last < 100 and len(found["last"]) == 2:
        last += first // 100 * 100
        if last <= first:
            return None
    return f"{year(first)} to {year(last)}"


def _season(found: re.Match[str]) -> str | None:
    first, last = int(found["first"]), int(found["last"])
    return f"{year(first)} {cardinal(last)}" if (first + 1) % 100 == last and last > 9 else None


def _year(found: re.Match[str]) -> str:
    return year(int(found["year"]))


def _likely_year(found: re.Match[str]) -> str | None:
    """Say four figures as a year, but a round 1500 only behind a word for time: it may count something."""
    number = int(found["year"])
    is_round = number % 100 == 0 and number < EARLIEST_ROUND
    return None if is_round and not _TIME_WORD.search(found.string[: found.start()]) else year(number)


def _short_year(found: re.Match[str]) -> str:
    number = int(found["year"])
    return cardinal(number) if number > 9 else f"oh {cardinal(number)}"


def _part(found: re.Match[str]) -> str:
    return f"the {ordinal(int(found['number']))} {_NAMES[found['part']]} of {_short_year(found)}"


def _fiscal(found: re.Match[str]) -> str:
    written = found["year"]
    return f"fiscal year {year(int(written)) if len(written) == 4 else _short_year(found)}"


def _number(found: re.Match[str]) -> str:
    return cardinal(int(found["number"]))


YEARS = (
    Rule(
        "decade to decade",
        DASHES,
        Pattern(rf"0['’]?s(?P<said>\s?{DASH}\s?)(?=(?:early\s|mid-|late\s)?['’]?(?:[0-9]{{2}})?[0-9]0['’]?s\b)"),
        always(" to "),
        also=DIGITS,
    ),
    Rule(
        "decade",
        DIGITS,
        Pattern(
            r"(?<![\w.,$£€])['’‘]?(?P<decade>1[0-9][0-9]0|20[0-9]0|[2-9]0)['’]?s\b"
            rf"(?!\s(?:{_BRIEF})\b)"
        ),
        _decade,
    ),
    Rule(
        "years",
        DASHES,
        Pattern(rf"{ALONE}(?P<first>{_FOUR})\s?{DASH}\s?(?P<last>{_FOUR}|[0-9]{{2}})(?![\w/:-]|[.,][0-9])"),
        _years,
        also=DIGITS,
    ),
    Rule(
        "years to the present",
        DASHES,
        Pattern(rf"{_FOUR}(?P<said>\s?{DASH}\s?)(?=(?:present|today|now|date)\b)", re.IGNORECASE),
        always(" to "),
    ),
    Rule(
        "years with a slash",
        frozenset("/"),
        Pattern(r"(?<![\w.,/-])(?P<first>(?:19|20)[0-9]{2})/(?P<last>[0-9]{2})(?![\w/-]|[.,][0-9])"),
        _season,
    ),
    Rule(
        "decade of this century",
        frozenset("'’‘"),
        Pattern(r"(?<!\w)['’‘](?P<decade>[01]0)['’]?s\b"),
        lambda found: "two thousands" if found["decade"] == "00" else "twenty tens",
    ),
    Rule(
        "year behind its part",
        frozenset("'’"),
        Pattern(r"\b[QH][1-4](?P<said>\s?['’](?P<year>[0-9]{2}))\b"),
        lambda found: f" {_short_year(found)}",
    ),
    Rule("part of a year", frozenset("QH"), Pattern(r"\b(?P<number>[1-4])(?P<part>[QH])(?P<year>[0-9]{2})\b"), _part),
    Rule("fiscal year", frozenset("F"), Pattern(r"\bFY\s?['’]?(?P<year>20[0-9]{2}|[0-9]{2})\b"), _fiscal),
    Rule(
        "year without its century",
        frozenset("'’‘"),
        Pattern(r"(?<![\w'’‘])['’‘](?P<year>[0-9]{2})(?![\w'’]|[.,:/][0-9])"),
        _short_year,
    ),
    Rule(
        "number that is no year",
        DIGITS,
        Pattern(rf"(?<![\w.,/:$£€¥#-])(?P<said>(?P<number>{_FOUR}))(?=[\s-](?:{_COUNTED})\b)"),
        _number,
    ),
    Rule(
        "year after a word for time",
        DIGITS,
        Pattern(
            r"\b(?:in|since|until|year|AD|of|by|before|after|from|c\.|ca\.)\s(?P<said>"
            r"(?P<year>10[0-9]{2}))(?![\w/:,-]|\.[0-9])"
        ),
        _year,
    ),
    Rule(
        "year with its era",
        DIGITS,
        Pattern(r"(?<![\w.,/:-])(?P<said>(?P<year>1[0-9]{3}))(?=\s?(?:AD|A\.D|CE|C\.E|BC|B\.C|BCE)\b)"),
        _year,
    ),
    Rule(
        "year",
        DIGITS,
        Pattern(rf"(?<![\w.,/:$£€¥#{CLAIMED}])(?P<year>{_FOUR})(?![\w/%{CLAIMED}]|[:.,-][0-9])"),
        _likely_year,
    ),
)
