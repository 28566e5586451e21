"""Money, percentages and measures in, English words out."""

import re
from typing import NamedTuple

from postaloud.scripting.english.agreement import is_attributive
from postaloud.scripting.english.patterns import ALONE, DASH, NUMBER
from postaloud.scripting.numbers_en import cardinal, decimal
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule


class Currency(NamedTuple):
    """How a currency is said."""

    one: str
    many: str
    hundredth: str = ""
    hundredths: str = ""


CURRENCIES = {
    "$": Currency("dollar", "dollars", "cent", "cents"),
    "US$": Currency("U.S. dollar", "U.S. dollars", "cent", "cents"),
    "C$": Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "CA$": Currency("Canadian dollar", "Canadian dollars", "cent", "cents"),
    "A$": Currency("Australian dollar", "Australian dollars", "cent", "cents"),
    "AU$": Currency("Australian dollar", "Australian dollars", "cent", "cents"),
    "NZ$": Currency("New Zealand dollar", "New Zealand dollars", "cent", "cents"),
    "HK$": Currency("Hong Kong dollar", "Hong Kong dollars", "cent", "cents"),
    "R$": Currency("real", "reais"),
    "£": Currency("pound", "pounds", "penny", "pence"),
    "€": Currency("euro", "euros", "cent", "cents"),
    "¥": Currency("yen", "yen"),
    "₹": Currency("rupee", "rupees", "paisa", "paise"),
    "RS": Currency("rupee", "rupees", "paisa", "paise"),
    "₩": Currency("won", "won"),
    "₽": Currency("ruble", "rubles"),
    "₺": Currency("lira", "lira"),
    "₪": Currency("shekel", "shekels"),
    "₫": Currency("dong", "dong"),
    "₱": Currency("peso", "pesos"),
    "₦": Currency("naira", "naira"),
    "฿": Currency("baht", "baht"),
    "₿": Currency("bitcoin", "bitcoin"),
}
CODES = {
    "USD": CURRENCIES["US$"],
    "CAD": CURRENCIES["C$"],
    "AUD": CURRENCIES["A$"],
    "GBP": CURRENCIES["£"],
    "EUR": CURRENCIES["€"],
    "JPY": CURRENCIES["¥"],
    "INR": CURRENCIES["₹"],
    "NZD": CURRENCIES["NZ$"],
    "HKD": CURRENCIES["HK$"],
    "CHF": Currency("Swiss franc", "Swiss francs"),
    "SGD": Currency("Singapore dollar", "Singapore dollars"),
    "MXN": Currency("Mexican peso", "Mexican pesos"),
    "ZAR": Currency("rand", "rand"),
    "KRW": CURRENCIES["₩"],
    "SEK": Currency("Swedish krona", "Swedish kronor"),
    "NOK": Currency("Norwegian krone", "Norwegian kroner"),
    "DKK": Currency("Danish krone", "Danish kroner"),
    "PLN": Currency("zloty", "zlotys"),
    "BTC": CURRENCIES["₿"],
    "CNY": Currency("yuan", "yuan"),
    "RMB": Currency("yuan", "yuan"),
}
SCALES = {"k": "thousand", "m": "million", "mn": "million", "mm": "million", "mil": "million", "b": "billion",
          "bn": "billion", "t": "trillion", "tn": "trillion", "trn": "trillion"}  # fmt: skip
PER = {"gb": "gigabyte", "km": "kilometer",
       "hr": "hour", "h": "hour", "mo": "month", "yr": "year", "wk": "week", "d": "day", "min": "minute", "lb": "pound",
       "kg": "kilogram", "oz": "ounce", "gal": "gallon", "sq ft": "square foot", "kwh": "kilowatt hour"}  # fmt: skip

_ANY_SIGN = r"(?:(?:US|C|CA|A|AU|NZ|HK|R)?\$|[£€¥₹₩₽₺₪₫₱₦฿₿]|\bRs(?:\.\s?|(?=\s?[0-9])))"
_SIGN = f"(?P<sign>{_ANY_SIGN})"
_CODE = f"(?P<sign>{'|'.join(CODES)})"
_SCALE = r"(?:\s?(?P<scale>(?:k|mn|mm|mil|m|bn|b|trn|tn|t)\b|(?:thousand|million|billion|trillion)\b))?"
_PER = (
    r"(?:\s?/\s?(?P<per>"
    r"hr|h|hour|mo|month|yr|year|wk|week|day|d|night|person|min|minute|lb|kg|oz|gal|sq ft|kwh|unit|user|"
    r"session|visit|class|piece|adult|child|student|ticket|seat|couple|head|item|word|page|mile|km|car|room|"
    r"share|barrel|ton|tonne|liter|litre|gallon|GB|plate|bottle|box|pack|case|roll|yard|foot|square foot|guest|"
    r"team|family|meal|lesson|ride"
    r")\b(?:\.(?=\s[a-z]))?)?"
)
_MONEY = frozenset("$£€¥₹₩₽₺₪₫₱₦฿₿R")


def _scaled(found: re.Match[str]) -> str:
    scale = (found["scale"] or "").lower()
    return f" {SCALES.get(scale, scale)}" if scale else ""


def _per(found: re.Match[str]) -> str:
    unit = (found["per"] or "").lower()
    return f" per {PER.get(unit, unit)}" if unit else ""


def _money(found: re.Match[str]) -> str:
    minus = "minus " if found["minus"] or found.groupdict().get("below") else ""
    return f"{minus}{_amount(found)}{_per(found)}"


def _currency(found: re.Match[str]) -> Currency:
    """Return the currency of a match; in front of a noun it is said in the singular."""
    sign = found["sign"].upper().rstrip(". ")
    currency = CURRENCIES.get(sign) or CODES[sign]
    is_one = is_attributive(found.string, found.start(), found.end())
    return currency._replace(many=currency.one) if is_one else currency


def _amount(found: re.Match[str]) -> str:
    currency = _currency(found)
    written = found["amount"].replace(",", "")
    whole, _, fraction = written.partition(".")
    fraction = fraction.rstrip("0") if len(fraction) > 2 or not fraction.strip("0") else fraction
    if _scaled(found) or len(fraction) > 2 or (fraction and not currency.hundredth):
        return f"{decimal(written)}{_scaled(found)} {currency.many}"
    return _coins(int(whole or 0), int(fraction.ljust(2, "0")), currency)


def _coins(whole: int, hundredths: int, currency: Currency) -> str:
    coins = f"{cardinal(hundredths)} {currency.hundredth if hundredths == 1 else currency.hundredths}"
    if hundredths and not whole:
        return coins
    notes = f"{cardinal(whole)} {currency.one if whole == 1 else currency.many}"
    return f"{notes} {coins}" if hundredths else notes


def _money_range(found: re.Match[str]) -> str:
    currency = _currency(found)
    return f"{decimal(found['amount'])} to {decimal(found['last'])}{_scaled(found)} {currency.many}{_per(found)}"


def _cents(found: re.Match[str]) -> str:
    return f"{decimal(found['amount'])} {'cent' if found['amount'] == '1' else 'cents'}"


def _percent(found: re.Match[str]) -> str:
    return f"{'minus ' if found['minus'] else ''}{decimal(found['amount'])} percent"


AMOUNTS = (
    Rule(
        "money to scaled money",
        _MONEY,
        Pattern(
            rf"{_SIGN}\s?(?P<amount>{NUMBER})\s?{DASH}\s?(?P=sign)\s?(?P<last>{NUMBER})"
            r"\s?(?P<scale>(?:k|mn|m|bn|b)\b|(?:thousand|million|billion|trillion)\b)(?P<per>)",
            re.IGNORECASE,
        ),
        _money_range,
    ),
    Rule(
        "money to money",
        _MONEY,
        Pattern(rf"{_ANY_SIGN}\s?{NUMBER}[kKmMB]?(?P<said>\s?{DASH}\s?)(?={_ANY_SIGN}\s?[0-9.])"),
        always(" to "),
    ),
    Rule(
        "money from to",
        _MONEY,
        Pattern(
            rf"{_SIGN}\s?(?P<amount>{NUMBER})\s?{DASH}\s?(?P<last>{NUMBER})(?![0-9]|\.[0-9]){_SCALE}{_PER}",
            re.IGNORECASE,
        ),
        _money_range,
    ),
    Rule(
        "money",
        _MONEY,
        Pattern(
            rf"(?P<minus>(?<![\w)])[-−])?(?<![A-Za-z]){_SIGN}\s?(?P<below>[-−](?=[0-9.]))?(?P<amount>{NUMBER}){_SCALE}{_PER}",
            re.IGNORECASE,
        ),
        _money,
    ),
    Rule(
        "money, sign behind",
        frozenset("€£$₽"),
        Pattern(
            rf"(?P<minus>(?<![\w)])[-−])?(?<![\w.,])(?P<amount>{NUMBER}){_SCALE}\s?(?P<sign>[€£$₽])(?![0-9]){_PER}",
            re.IGNORECASE,
        ),
        _money,
    ),
    Rule(
        "money, code in front",
        DIGITS,
        Pattern(rf"(?P<minus>)\b{_CODE}\s?(?P<amount>{NUMBER}){_SCALE}{_PER}"),
        _money,
        also=CAPITALS,
    ),
    Rule(
        "money, code behind",
        DIGITS,
        Pattern(rf"(?P<minus>)(?<![\w.,])(?P<amount>{NUMBER}){_SCALE}\s?{_CODE}\b{_PER}"),
        _money,
        also=CAPITALS,
    ),
    Rule("cents", frozenset("¢"), Pattern(rf"{ALONE}(?P<amount>{NUMBER})\s?¢"), _cents),
    Rule(
        "percent from to",
        frozenset("%"),
        Pattern(rf"{ALONE}[0-9.]+%?(?P<said>\s?{DASH}\s?)(?=[0-9.]+\s?%)"),
        always(" to "),
    ),
    Rule(
        "percent",
        frozenset("%"),
        Pattern(rf"(?P<minus>(?<![\w)%])[-−])?(?<![\w.,])(?P<amount>{NUMBER})\s?%(?!\w)"),
        _percent,
    ),
)
