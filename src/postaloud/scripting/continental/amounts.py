"""A language's table in, its rules for money and measures out."""

import re

from postaloud.scripting.continental.counting import DASH, FRACTIONS, NUMBER, counted, either, number_words
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import ANY, DIGITS, Pattern, Rule


def money(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for money, its sign behind or in front."""

    def say(found: re.Match[str]) -> str:
        sign = found["sign"].upper()
        written, scale = found["amount"], found["scale"]
        if scale:
            words = locale.scales.get(scale.rstrip("."), scale)
            return f"{number_words(written, locale)} {words} {locale.currencies[sign][1]}"
        whole, _, coins = written.partition(",")
        if len(coins) != 2:
            return counted(_without_zeros(written), locale.currencies[sign], locale)
        return _coins(whole, coins, sign, locale)

    signs, scales = either(locale.currencies), either(locale.scales)
    scale = rf"(?:\s?(?P<scale>(?:{scales})(?!\w)\.?)(?:\sd[e’'])?)?"
    behind = rf"(?<![\w.,])(?P<amount>{NUMBER}){scale}\s?(?P<sign>{signs})(?!\w)"
    in_front = rf"(?<!\w)(?P<sign>{signs})\s?(?P<amount>{NUMBER}){scale}"
    return (
        Rule("money", ANY, Pattern(behind, re.IGNORECASE), say),
        Rule("money, sign first", ANY, Pattern(in_front, re.IGNORECASE), say),
    )


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


def units(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for measures and for ranges of numbers."""

    def say(found: re.Match[str]) -> str:
        names = locale.units[found["unit"]]
        per = f" {locale.per} {locale.units[found['per']][0]}" if found["per"] else ""
        if found["scale"]:
            return f"{number_words(found['amount'], locale)} {found['scale']} {locale.counting.part_of}{names[1]}{per}"
        return f"{counted(found['amount'], names, locale)}{per}"

    def say_part(found: re.Match[str]) -> str:
        names = locale.units[found["unit"]]
        per = f" {locale.per} {locale.units[found['per']][0]}" if found["per"] else ""
        is_half = found["part"] in ("1/2", "½")
        return f" {'' if is_half else locale.counting.part_of}{names[0]}{per}"

    names = either(locale.units)
    scales = either(word for word in locale.scales.values() if " " not in word and "’" not in word)
    unit = rf"(?P<unit>{names})(?:/(?P<per>{names}))?(?![\w/²³])"
    scale = rf"(?:\s(?P<scale>(?i:{scales}|millones|millions))(?=\s))?"
    measured = rf"(?<![\w.,/])(?<![0-9]\s)(?P<amount>{NUMBER}){scale}(?:\s?|-){unit}"
    part = rf"(?P<part>[0-9]/[0-9]{{1,2}}|[{FRACTIONS}])(?P<said>\s?{unit})"
    ends = rf"(?<![\w.,–-])[0-9][0-9.,]*\s?%?(?P<said>\s?{DASH}\s?)(?=[0-9][0-9.,]*(?![0-9]|{DASH}))"
    between = r"(?:(?<=[0-9])|(?<=\ufdd0))\s?–\s?(?=[0-9\ufdd0])"
    return (
        Rule("unit", DIGITS, Pattern(measured), say),
        Rule("part of a unit", ANY, Pattern(part), say_part),
        Rule("from to", frozenset("-–—−"), Pattern(ends), always(f" {locale.to} ")),
        Rule("from words to", frozenset("–"), Pattern(between), always(f" {locale.to} ")),
    )
