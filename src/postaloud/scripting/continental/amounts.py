"""A language's table in, its rules for money and measures out."""

import re
from functools import partial

from postaloud.scripting.continental.counting import DASH, FRACTIONS, NUMBER, counted, either, number_words
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import ANY, DIGITS, Pattern, Rule


def money(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for money, its sign behind or in front."""
    say = partial(_money, locale=locale)
    signs, scales = either(locale.currencies), either(locale.scales)
    scale = rf"(?:\s?(?P<scale>(?:{scales})(?!\w)\.?)(?:\sd[e’'])?)?"
    behind = rf"(?<![\w.,])(?P<amount>{NUMBER}){scale}\s?(?P<sign>{signs})(?!\w)"
    in_front = rf"(?<!\w)(?P<sign>{signs})\s?(?P<amount>{NUMBER}){scale}"
    return (
        Rule("money", ANY, Pattern(behind, re.IGNORECASE), say, also=DIGITS),
        Rule("money, sign first", ANY, Pattern(in_front, re.IGNORECASE), say, also=DIGITS),
    )


def units(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for measures and for parts of them."""
    names = either(locale.units)
    scales = either(word for word in locale.scales.values() if " " not in word and "’" not in word)
    unit = rf"(?P<unit>{names})(?:/(?P<per>{names}))?(?![\w/²³])"
    scale = rf"(?:\s(?P<scale>(?i:{scales}|millones|millions))(?=\s))?"
    measured = rf"(?<![\w.,/])(?<![0-9]\s)(?P<amount>{NUMBER}){scale}(?:\s?|-){unit}"
    part = rf"(?P<part>[0-9]/[0-9]{{1,2}}|[{FRACTIONS}])(?P<said>\s?{unit})"
    return (
        Rule("unit", DIGITS, Pattern(measured), partial(_unit, locale=locale)),
        Rule("part of a unit", ANY, Pattern(part), partial(_part, locale=locale)),
    )


def ranges(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for the dash between two numbers, in figures or said already."""
    ends = rf"(?<![\w.,–-])[0-9][0-9.,]*\s?%?(?P<said>\s?{DASH}\s?)(?=[0-9][0-9.,]*(?![0-9]|{DASH}))"
    between = r"(?:(?<=[0-9])|(?<=\ufdd0))\s?–\s?(?=[0-9\ufdd0])"
    return (
        Rule("from to", frozenset("-–—−"), Pattern(ends), always(f" {locale.to} ")),
        Rule("from words to", frozenset("–"), Pattern(between), always(f" {locale.to} ")),
    )


def _money(found: re.Match[str], locale: Locale) -> str:
    sign = found["sign"].upper()
    written, scale = found["amount"], found["scale"]
    if scale:
        words = locale.scales.get(scale.rstrip("."), scale)
        return f"{number_words(written, locale)} {words} {locale.currencies[sign][1]}"
    whole, _, coins = written.partition(",")
    if len(coins) != 2:
        return counted(_without_zeros(written), locale.currencies[sign], locale)
    return _coins(whole, coins, sign, locale)


def _without_zeros(written: str) -> str:
    whole, comma, coins = written.partition(",")
    coins = coins.rstrip("0") if len(coins) > 2 else coins
    return f"{whole}{comma}{coins}"


def _coins(whole: str, coins: str, sign: str, locale: Locale) -> str:
    hundredths = locale.hundredths.get(sign)
    number = str(int(coins))
    if number == "0":
        return counted(whole, locale.currencies[sign], locale)
    small = counted(number, hundredths, locale) if hundredths else number_words(number, locale)
    if whole == "0" and hundredths:
        return small
    return f"{counted(whole, locale.currencies[sign], locale)} {small}"


def _unit(found: re.Match[str], locale: Locale) -> str:
    names = locale.units[found["unit"]]
    if found["scale"]:
        scaled = f"{number_words(found['amount'], locale)} {found['scale']}"
        return f"{scaled} {locale.counting.part_of}{names[1]}{_per(found, locale)}"
    return f"{counted(found['amount'], names, locale)}{_per(found, locale)}"


def _part(found: re.Match[str], locale: Locale) -> str:
    of = "" if found["part"] in ("1/2", "½") else locale.counting.part_of
    return f" {of}{locale.units[found['unit']][0]}{_per(found, locale)}"


def _per(found: re.Match[str], locale: Locale) -> str:
    return f" {locale.per} {locale.units[found['per']][0]}" if found["per"] else ""
