"""A number with a unit in, the unit's English name out."""

import re

from postaloud.scripting.english.agreement import is_attributive, precedes_noun
from postaloud.scripting.english.measures import PER, UNITS
from postaloud.scripting.rules import DIGITS, Pattern, Rule
from postaloud.scripting.words import words

POWERS = {"²": "square ", "³": "cubic ", "^2": "square ", "^3": "cubic ", "2": "square ", "3": "cubic "}
_PORTIONS = frozenset(
    words("g kg mg mcg µg μg l L ml mL cl dl oz lb lbs tsp tbsp Tbsp qt gal cal kcal IU M bn yrs hrs mins")
)
"""What is measured out before a noun, not what describes it: "250g butter", but "65W charger"."""
_LENGTHS = ("km", "m", "cm", "mm", "mi", "ft", "in", "yd")
_CROWD = (
    "people|users|followers|subscribers|views|downloads|likes|visitors|customers|members|fans|readers|listeners|jobs|"
    "employees|words|steps|copies|units|dollars|euros|pounds|homes|households|tokens|parameters|rows|records|requests|"
    "reviews|comments|shares|ratings|sales|orders|messages|articles|calories|acres|tons|voters|deaths|cases|workers|troops|"
    "soldiers|children|families|drivers|species|books|songs|games|apps|sites|devices|queries|lines|meters|feet|"
    "items|samples|images|photos|videos|posts|stars|players|residents|miles|patients|students|times|years|hits|streams"
)
"""What is counted in thousands and millions."""
SCALES = {"k": "thousand", "m": "million", "b": "billion"}
FEWEST_THOUSANDS = 20
"""5K, 8K and 10K are races and screens."""


def _either(symbols: tuple[str, ...]) -> str:
    return "|".join(re.escape(symbol) for symbol in sorted(symbols, key=len, reverse=True))


def _unit(found: re.Match[str]) -> str | None:
    symbol, power, per = found["unit"], found["power"], found["per"]
    if power in ("2", "3") and symbol not in _LENGTHS:
        return None
    rest = found.string[found.end() :]
    hyphened = found["said"].startswith("-")
    if symbol == "in" and not _is_inch(found, rest):
        return None
    is_tight = found["said"][0].isalpha() and symbol not in _PORTIONS and precedes_noun(found.string, found.end())
    is_one = hyphened or is_tight or _is_one(found) or is_attributive(found.string, found.start(), found.end())
    stop = "." if found["stop"] and re.match(r"\s*$|\s+[A-Z]", rest) else ""
    per_words = f" per {_per_words(per, found['per_power'])}" if per else ""
    return f" {POWERS.get(power or '', '')}{UNITS[symbol][0 if is_one else 1]}{per_words}{stop}"


def _is_one(found: re.Match[str]) -> bool:
    """Whether an amount is one or a part of one: 1, ½, 3/4."""
    before = found.string[max(found.start() - 12, 0) : found.start()]
    if not found["number"].isascii():
        return not before.rstrip()[-1:].isdigit()
    above = re.search(r"(?:(?P<whole>[0-9])\s)?(?P<above>[0-9]{1,5})\s?[/⁄]\s?$", before)
    if above:
        return not above["whole"] and found["number"].isdecimal() and int(above["above"]) < int(found["number"])
    return found["number"] == "1"


def _is_inch(found: re.Match[str], rest: str) -> bool:
    if found["said"].startswith("-"):
        return not rest.startswith("-")
    return bool(found["power"] or found["stop"] or re.match(r"\s?(?:[.,;:)×]|x\b|$)", rest))


def _per_words(symbol: str, power: str | None) -> str:
    return f"{PER[symbol]} squared" if symbol == "s" and power else f"{POWERS.get(power or '', '')}{PER[symbol]}"


_STOPPED = "|".join(
    f"(?<={short})"
    for short in words("in ft lb lbs oz yd mi gal qt tsp tbsp Tbsp hr hrs min mins sec secs yr yrs wk wks mo mos")
)
"""Units that may be written with a full stop of their own."""


_FRACTION = "¼½¾⅓⅔⅛⅜⅝⅞"
_QUOTES = re.compile(rf"(?<![0-9{_FRACTION}])\"")
"""Marks that open or close a quotation, and stand for no inches."""


def _inches(found: re.Match[str]) -> str | None:
    before = found.string[: found.start("said")]
    if len(_QUOTES.findall(before)) % 2 or before.count("“") > before.count("”"):
        return None
    is_one = not found["number"].isascii() or "/" in found["number"] or found["number"] == "1"
    describes = precedes_noun(found.string, found.end()) or re.match(r"\s?[x×]|\s[0-9]", found.string[found.end() :])
    return " inch" if is_one or describes else " inches"


def _feet(found: re.Match[str]) -> str | None:
    if re.search(r"(?<!\w)['‘]", found.string[: found.start("said")]):
        return None
    describes = precedes_noun(found.string, found.end()) or re.match(r"\s?[x×]", found.string[found.end() :])
    return " foot" if found["number"] == "1" or describes else " feet"


def _scaled(found: re.Match[str]) -> str | None:
    is_counted = found["counted"] is not None
    letter = found["said"].lower()
    number = float(found["number"].replace(",", ""))
    is_large = letter == "k" and number >= FEWEST_THOUSANDS and "." not in found["number"]
    return f" {SCALES[letter]}" if is_counted or is_large else None


def _kitchen(found: re.Match[str]) -> str:
    is_one = found["number"] == "1" or not found["number"].isascii()
    return f" {'cup' if 'c' in found['said'] else 'tablespoon'}{'' if is_one else 's'}"


def _quotient(found: re.Match[str]) -> str:
    return f"{UNITS[found['unit']][1]}{_per(found)}"


def _per(found: re.Match[str]) -> str:
    return f" per {_per_words(found['per'], found['per_power'])}"


UNIT_RULES = (
    Rule(
        "feet and inches",
        frozenset("'′’"),
        Pattern(
            r"(?<![\w.,'’])(?P<feet>[1-9])['′’]\s?(?P<inches>1?[0-9])(?:[\"″”]|(?<=[4-7].[0-9])|(?<=[4-7].1[01]))(?![\w'’])"
        ),
        lambda found: f"{found['feet']} foot {found['inches']}",
        also=DIGITS,
    ),
    Rule(
        "inches",
        frozenset('"”″'),
        Pattern(
            rf"(?<![\w.,])(?P<number>[0-9]{{1,3}}/[0-9]{{1,2}}|[0-9]{{1,3}}(?:\.[0-9]+)?|[{_FRACTION}])"
            r"(?P<said>[\"”″])(?=\s?[x×]|\s[A-Za-z0-9]|[.,;:)-]|\s?$)"
        ),
        _inches,
        also=DIGITS,
    ),
    Rule(
        "feet",
        frozenset("'’′"),
        Pattern(r"(?<![\w.,])(?P<number>[0-9]{1,3})(?P<said>['’′])(?=\s?[x×]|\s[a-z])"),
        _feet,
    ),
    Rule(
        "unit behind a scale",
        DIGITS,
        Pattern(
            r"[0-9]\s(?:thousand|million|billion|trillion)(?P<said>\s(?P<unit>km|m|kg|g|mi|ft|lbs?|W|kW|MW|kWh|MWh|L|l|ha))"
            r"(?![\w/²³^'’])"
        ),
        lambda found: f" {UNITS[found['unit']][1]}",
    ),
    Rule(
        "unit per unit, without a number",
        frozenset("/"),
        Pattern(
            r"(?<![\w/.-])(?P<unit>km|m|cm|mi|kg|g|mg|mcg|lb|kWh|kW|W|J|kJ|kcal|L|l|mL|MB|GB|mol)/"
            r"(?P<per>h|hr|s|min|day|m|cm|kg|L|l|mL|dL|lb|mol|km|week|year|yr)(?P<per_power>[²³]|\^[23]|[23](?!\w))?(?![\w/])"
        ),
        _quotient,
    ),
    Rule(
        "per unit",
        frozenset("/"),
        Pattern(
            r"[0-9\ufdd0](?P<said>\s?/\s?(?P<per>km|m|kg|mi|h|hr|hrs|min|sec|s|wk|mo|yr|lb|oz|gal|L|ml|mL|dL|ha|GB|MB|kWh)"
            r"(?P<per_power>[²³]|\^[23]|[23](?!\w))?)(?![\w/])"
        ),
        _per,
    ),
    Rule(
        "unit behind a word",
        frozenset("p"),
        Pattern(
            r"(?<!\w)per\s(?P<said>(?P<per>km|m|kg|mg|g|lb|oz|ha|L|l|mL|ml|dL|kWh|mi|ft|cm|mm|gal|GB|MB)"
            r"(?P<per_power>[²³]|\^[23])?)(?![\w/'’])"
        ),
        lambda found: _per_words(found["per"], found["per_power"]),
    ),
    Rule(
        "thousands",
        frozenset("kKmMbB"),
        Pattern(
            rf"(?<![\w.,])(?P<number>[0-9][0-9,]*(?:\.[0-9]+)?)(?P<said>[kKmMbB])(?=\+?(?P<counted>\s(?:[a-z]+\s)?(?:{_CROWD})\b)?)(?!\w)"
        ),
        _scaled,
        also=DIGITS,
    ),
    Rule(
        "kitchen",
        frozenset("TcC"),
        Pattern(rf"(?P<number>(?<![\w.,])[0-9]{{1,2}}|[{_FRACTION}])(?P<said>\s(?:T\.?|c\.|C\.))(?=\s[a-z])"),
        _kitchen,
    ),
    Rule(
        "unit",
        DIGITS | frozenset("¼½¾⅓⅔"),
        Pattern(
            r"(?P<number>(?<![\w.,])(?<![A-Za-z]-)\.?[0-9]{1,15}(?:[.,][0-9]{1,15}){0,5}|[¼½¾⅓⅔])"
            rf"(?P<said>(?:\s|-(?=[a-zµμ]))?(?P<unit>{_either(tuple(UNITS))})"
            rf"(?P<power>[²³]|\^[23]|[23](?!\w))?(?:/(?P<per>{_either(tuple(PER))})(?P<per_power>[²³]|\^[23]|[23](?!\w))?)?"
            r"(?![\w²³^'’]|/(?![0-9])|\.[A-Z]|&[A-Z])"
            rf"(?P<stop>(?:{_STOPPED})\.(?!\w))?)"
        ),
        _unit,
    ),
)
