"""A language's table in, its rules out."""

import re
from collections.abc import Iterable

from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.numbering import cardinal_words, year_words
from postaloud.scripting.ornaments import CLOSING, OPENING, always
from postaloud.scripting.rules import ANY, DIGITS, Pattern, Rule

NUMBER = r"(?:[0-9]{1,3}(?:[.\s’'][0-9]{3})+(?:,[0-9]+)?|[0-9]+(?:,[0-9]+)?)(?![0-9]|,[0-9])"
DASH = r"[-–—−]"
_DAY, _YEAR = r"(?P<day>0?[1-9]|[12][0-9]|3[01])", r"(?P<year>[12][0-9]{3})(?![0-9])"


def build_rules(locale: Locale) -> tuple[Rule, ...]:
    """Return the rules of a language in the order in which they look at a text."""
    return (
        *OPENING,
        *_abbreviations(locale),
        *_dates(locale),
        *_times(locale),
        *_money(locale),
        *_units(locale),
        *_signs(locale),
        *CLOSING,
    )


def number_words(written: str, locale: Locale) -> str:
    """Return the words for "1.000,5"."""
    whole, _, fraction = re.sub(r"[.\s’']", "", written).partition(",")
    words = cardinal_words(int(whole), locale.lang)
    if not fraction:
        return locale.one if whole == "1" else words
    return f"{words} {locale.comma} {' '.join(cardinal_words(int(digit), locale.lang) for digit in fraction)}"


def either(written: Iterable[str]) -> str:
    """Return a pattern for any of some texts, the longest first."""
    return "|".join(re.escape(text) for text in sorted(written, key=len, reverse=True))


def _abbreviations(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str:
        rest = found.string[found.end() :]
        stop = "." if not rest.strip(" )\"'”’»") else ""
        return table[re.sub(r"\s", "", found["short"])] + stop

    table = {re.sub(r"\s", "", short): words for short, words in locale.abbreviations.items()}
    shorts = "|".join(re.escape(short).replace(r"\.", r"\.\s?") for short in sorted(table, key=len, reverse=True))
    return (Rule("abbreviation", frozenset("."), Pattern(rf"(?<![\w.])(?P<short>{shorts})\.(?!\w)"), say),)


def _dates(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str | None:
        named = found["month"].rstrip(".").lower()
        month = int(named) if named.isdecimal() else locale.month_names[named]
        if not 1 <= month <= 12:
            return None
        day = locale.day(int(found["day"]), found.string[: found.start()])
        year = year_words(int(found["year"]), locale.lang) if found["year"] else ""
        return locale.date.format(day=day, month=locale.months[month - 1], year=year).strip(" ,").removesuffix(" de")

    months = either(locale.month_names)
    patterns = (
        rf"(?<![\w.,/-]){_YEAR}-(?P<month>[01][0-9])-{_DAY}(?![\w-])",
        rf"(?<![\w.,/-]){_DAY}(?P<sign>[./-])(?P<month>[01]?[0-9])(?P=sign){_YEAR}(?!\w)",
        rf"(?<![\w.,/-]){_DAY}(?:\.|er|º)?\s(?:de\s)?(?P<month>(?:{months})\b\.?)(?:\s(?:de\s|del\s)?{_YEAR})?",
    )
    return tuple(Rule("date", DIGITS, Pattern(pattern, re.IGNORECASE), say) for pattern in patterns)


def _times(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str | None:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        if hour > 24:
            return None
        words = cardinal_words(minute, locale.lang) if minute else ""
        return locale.clock.format(hour=number_words(str(hour), locale), minute=words).strip()

    times = r"(?<![\w.,:])(?P<hour>[0-2]?[0-9])(?::|\s?h\s?)(?P<minute>[0-5][0-9])?(?![\w:])(?:\sUhr\b|\sh\b)?"
    return (Rule("time", frozenset(":h"), Pattern(times), say),)


def _money(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str:
        one, many = locale.currencies[found["sign"]]
        written, scale = found["amount"], found["scale"]
        if scale:
            return f"{number_words(written, locale)} {locale.scales.get(scale.rstrip('.'), scale)} {many}"
        whole, _, cents = written.partition(",")
        name = one if whole == "1" else many
        if len(cents) != 2:
            return f"{number_words(written, locale)} {name}"
        coins = f" {cardinal_words(int(cents), locale.lang)}" if cents.strip("0") else ""
        return f"{number_words(whole, locale)} {name}{coins}"

    signs, scales = either(locale.currencies), either(locale.scales)
    scale = rf"(?:\s?(?P<scale>(?:{scales})(?!\w)\.?)(?:\sd[e’'])?)?"
    return (
        Rule("money", ANY, Pattern(rf"(?<![\w.,])(?P<amount>{NUMBER}){scale}\s?(?P<sign>{signs})(?!\w)"), say),
        Rule("money, sign first", ANY, Pattern(rf"(?<!\w)(?P<sign>{signs})\s?(?P<amount>{NUMBER}){scale}"), say),
    )


def _units(locale: Locale) -> tuple[Rule, ...]:
    def say(found: re.Match[str]) -> str:
        one, many = locale.units[found["unit"]]
        per = f" {locale.per} {locale.units[found['per']][0]}" if found["per"] else ""
        return f" {one if found['amount'] == '1' else many}{per}"

    units = either(locale.units)
    measured = rf"(?<!\w)(?P<amount>{NUMBER})(?P<said>\s?(?P<unit>{units})(?:/(?P<per>{units}))?)(?![\w/²³])"
    ends = rf"(?<![\w.,–-])[0-9][0-9.,]*(?P<said>\s?{DASH}\s?)(?=[0-9][0-9.,]*(?![0-9]|{DASH}))"
    return (
        Rule("unit", DIGITS, Pattern(measured), say),
        Rule("from to", frozenset("-–—−"), Pattern(ends), always(f" {locale.to} ")),
    )


def _signs(locale: Locale) -> tuple[Rule, ...]:
    return tuple(Rule("sign", ANY, Pattern(pattern), always(said)) for pattern, said in locale.signs.items())
