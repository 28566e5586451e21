"""French text in, French words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.numbering import cardinal_words, ordinal_words
from postaloud.scripting.phrases.fr import FRENCH as PHRASES
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule


def _day(number: int, _: str) -> str:
    return "premier" if number == 1 else cardinal_words(number, "fr")


def _ordinal(found: re.Match[str]) -> str:
    if found["ending"] in ("re", "ère", "ere"):
        return "première"
    return ordinal_words(int(found["number"]), "fr")


def _century(found: re.Match[str]) -> str | None:
    value = roman_value(found["number"])
    return ordinal_words(value, "fr") if value else None


_LOCALE = Locale(
    lang="fr",
    months=PHRASES.months,
    month_names={
        **{month: place for place, month in enumerate(PHRASES.months, start=1)},
        "janv": 1,
        "févr": 2,
        "avr": 4,
        "juil": 7,
        "sept": 9,
        "oct": 10,
        "nov": 11,
        "déc": 12,
    },
    currencies={
        "€": ("euro", "euros"),
        "EUR": ("euro", "euros"),
        "$": ("dollar", "dollars"),
        "£": ("livre", "livres"),
        "CHF": ("franc suisse", "francs suisses"),
        "¥": ("yen", "yens"),
    },
    scales={
        "M": "millions d’",
        "Md": "milliards d’",
        "Mds": "milliards d’",
        "k": "mille",
        "millions": "millions d’",
        "milliards": "milliards d’",
        "million": "million d’",
        "milliard": "milliard d’",
    },
    units={
        "km": ("kilomètre", "kilomètres"),
        "m": ("mètre", "mètres"),
        "cm": ("centimètre", "centimètres"),
        "mm": ("millimètre", "millimètres"),
        "m²": ("mètre carré", "mètres carrés"),
        "km²": ("kilomètre carré", "kilomètres carrés"),
        "m³": ("mètre cube", "mètres cubes"),
        "kg": ("kilogramme", "kilogrammes"),
        "g": ("gramme", "grammes"),
        "mg": ("milligramme", "milligrammes"),
        "t": ("tonne", "tonnes"),
        "l": ("litre", "litres"),
        "L": ("litre", "litres"),
        "ml": ("millilitre", "millilitres"),
        "h": ("heure", "heures"),
        "min": ("minute", "minutes"),
        "s": ("seconde", "secondes"),
        "°C": ("degré Celsius", "degrés Celsius"),
        "kWh": ("kilowattheure", "kilowattheures"),
        "Go": ("gigaoctet", "gigaoctets"),
        "Mo": ("mégaoctet", "mégaoctets"),
        "kcal": ("kilocalorie", "kilocalories"),
    },
    per="par",
    comma="virgule",
    one="un",
    day=_day,
    date="{day} {month} {year}",
    abbreviations={
        "p.ex": "par exemple",
        "c.-à-d": "c’est-à-dire",
        "av.J.-C": "avant Jésus-Christ",
        "apr.J.-C": "après Jésus-Christ",
        "etc": "et cetera",
        "env": "environ",
        "cf": "confer",
        "M": "Monsieur",
        "MM": "Messieurs",
        "Dr": "Docteur",
        "Pr": "Professeur",
        "St": "Saint",
        "Ste": "Sainte",
        "vol": "volume",
        "chap": "chapitre",
        "fig": "figure",
        "p": "page",
        "pp": "pages",
        "tél": "téléphone",
        "bd": "boulevard",
        "av": "avenue",
    },
    signs={
        r"\bMmes\b": "Mesdames",
        r"\bMme\b": "Madame",
        r"\bMlle\b": "Mademoiselle",
        r"\b[nN][°º]\s?(?=[0-9])": "numéro ",
        r"(?<=[0-9])\s?%": " pour cent",
        r"\s?&\s?": " et ",
        r"(?<=\w)\s?=\s?(?=\w)": " égale ",
        r"(?<=\w)\s?\+\s?(?=\w)": " plus ",
        r"(?<=[0-9])\s?°": " degrés",
        r"§{1,2}\s?": "paragraphe ",
        r"(?<![\w#])#\s?(?=[0-9])": "numéro ",
        r"(?<![\w#&])#(?=[^\W\d_])": "hashtag ",
        r"(?<![\w.@])@(?=\w)": "arobase ",
        r"©\s?": "copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9])": "environ ",
        r"(?<=\w)²": " au carré",
        r"(?<=\w)³": " au cube",
        r"(?<![\w)])[-−](?=[0-9])": "moins ",
        r"(?<=[0-9])\s?[×x]\s?(?=[0-9])": " fois ",
        "½": "un demi",
        "¼": "un quart",
        "¾": "trois quarts",
    },
    to="à",
    clock="{hour} heures {minute}",
)
FRENCH = (
    *build_rules(_LOCALE),
    Rule(
        "ordinal",
        DIGITS,
        Pattern(r"(?<![\w.,])(?P<number>[0-9]{1,6})(?P<ending>ères?|ere|ers?|re|(?:i?[eè]me|e)s?|nde?)\b"),
        _ordinal,
    ),
    Rule("century", CAPITALS, Pattern(r"\b(?P<number>[IVXLC]+)e\b"), _century),
)
