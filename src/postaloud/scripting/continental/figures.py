"""A language's table in, its rules for fractions, phones and plain numbers out."""

import re
from functools import partial

from postaloud.scripting.continental.counting import FRACTIONS, NUMBER, digit_words, either, number_words
from postaloud.scripting.continental.locale import Gender, Locale
from postaloud.scripting.numbering import cardinal_words
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_TIME_WORD = re.compile(r"\b(?:im|in|seit|von|bis|um|ab|vor|nach|Jahr|Jahre|anno)\s$", re.IGNORECASE)
_VULGAR = {"½": (1, 2), "¼": (1, 4), "¾": (3, 4), "⅓": (1, 3), "⅔": (2, 3)}


_WITH_COUNTRY = r"(?<![\w.,])\+[1-9][0-9]{0,2}(?:[-.\s/]{0,2}\(?[0-9]{1,8}\)?){2,6}(?![\w-])"
_IN_PAIRS = r"(?<![\w.,-])0[1-9](?:[\s.][0-9]{2}){4}(?![\w-]|[.,][0-9])"
_NO_DATE = r"(?![12][0-9]{3}-[01]?[0-9]-[0-3]?[0-9](?![\w-])|[0-3]?[0-9]-[0-3]?[0-9]-[0-9]{2,4}(?![\w-]))"
_YEAR = "(?:1[0-9]{3}|20[0-9]{2})"
_GROUPS = (
    rf"(?:[0-9]{{1,7}}(?:-[0-9]{{1,7}}){{2,5}}|(?!{_YEAR}-{_YEAR}(?![0-9]))[0-9]{{4}}-[0-9]{{4}}"
    r"|0[0-9]{2,4}[ /-][0-9]{4,8})"
)


def codes(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for phones and other figures that are said one by one or in pairs."""
    say, pairs = partial(_one_by_one, locale=locale), partial(_pairs, locale=locale)
    groups = rf"(?<![\w.,/+-]){_NO_DATE}{_GROUPS}(?![\w/-]|[.,][0-9])"
    return (
        Rule("phone with country", frozenset("+"), Pattern(_WITH_COUNTRY), say),
        Rule("phone in pairs", DIGITS, Pattern(_IN_PAIRS), pairs),
        Rule("figures in groups", DIGITS, Pattern(groups), say),
    )


def _one_by_one(found: re.Match[str], locale: Locale) -> str:
    plus = f"{locale.counting.plus} " if found[0].startswith("+") else ""
    return plus + ", ".join(digit_words(group, locale) for group in re.findall("[0-9]+", found[0]))


def _pairs(found: re.Match[str], locale: Locale) -> str:
    return ", ".join(
        digit_words(pair, locale) if pair[0] == "0" else cardinal_words(int(pair), locale.lang)
        for pair in re.findall("[0-9]{2}", found[0])
    )


def fractions(locale: Locale) -> tuple[Rule, ...]:
    """Return the rule for fractions, with or without a whole number in front."""

    def say(found: re.Match[str]) -> str | None:
        above, below = _VULGAR.get(found["vulgar"] or "") or (int(found["above"]), int(found["below"]))
        if below < 2:
            return None
        part = locale.counting.fraction(above, below)
        if not found["whole"]:
            return part
        return locale.counting.mixed(cardinal_words(int(found["whole"]), locale.lang), part)

    months = either(locale.month_names)
    written = rf"(?!24/7)(?P<above>[0-9]{{1,3}})[/⁄](?P<below>[0-9]{{1,4}})(?![\w/]|[.,][0-9]|\s(?:{months})\b)"
    pattern = (
        rf"(?<![\w.,/:])(?:(?P<whole>[0-9]{{1,4}})\s?(?=[{FRACTIONS}]|(?<=\s)))?(?:{written}|(?P<vulgar>[{FRACTIONS}]))"
    )
    return (Rule("fraction", frozenset(f"/⁄{FRACTIONS}"), Pattern(pattern, re.IGNORECASE), say),)


def numbers(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules for all other numbers."""
    noun = rf"(?=(?P<noun>\s(?={locale.counting.noun})(?P<feminine>{locale.counting.feminine})?)?)"
    pattern = rf"(?<![\w.,/:’'-])(?<![\w]\.)(?P<number>{NUMBER})(?![\w/:-]|\.[\w\ufdd0]){noun}"
    minus = r"(?<![\w)\ufdd0])(?P<said>[-−])(?=[0-9\ufdd0])"
    return (
        Rule("minus", frozenset("-−"), Pattern(minus), always(f"{locale.counting.minus} ")),
        Rule("number", DIGITS, Pattern(pattern), partial(_number, locale=locale)),
    )


def _number(found: re.Match[str], locale: Locale) -> str:
    written = found["number"]
    whole = re.sub(r"[.\s’']", "", written.partition(",")[0])
    words = number_words(written, locale)
    if words[0].isdecimal() or (len(whole) > 1 and whole[0] == "0" and whole == written):
        return digit_words(whole, locale)
    if written == whole and len(whole) == 4 and _is_year(int(whole), found.string[: found.start()]):
        return locale.counting.year(int(whole))
    if not found["noun"] or "," in written:
        return words
    return locale.counting.agree(words, Gender.FEMININE if found["feminine"] else Gender.OTHER)


def _is_year(number: int, before: str) -> bool:
    """Whether four figures are a year to a reader: they look like one, or a word in front says so."""
    return (1500 < number < 2100 and number % 100 != 0) or _TIME_WORD.search(before) is not None
