"""French text in, French words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Clock, Counting, Gender, Locale
from postaloud.scripting.continental.tables_fr import ABBREVIATIONS, CURRENCIES, HUNDREDTHS, UNITS
from postaloud.scripting.numbering import cardinal_words, ordinal_words
from postaloud.scripting.phrases.fr import FRENCH as PHRASES
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule


def _day(number: int, _: str) -> str:
    return "premier" if number == 1 else cardinal_words(number, "fr")


def _ordinal(found: re.Match[str]) -> str:
    if found["ending"] in ("re", "ère", "ere", "res", "ères"):
        return "premières" if found["ending"].endswith("s") else "première"
    if found["ending"] in ("nd", "nde"):
        return f"second{found['ending'][2:]}"
    return ordinal_words(int(re.sub(r"\s", "", found["number"])), "fr")


def _century(found: re.Match[str]) -> str | None:
    value = roman_value(found["number"])
    return ordinal_words(value, "fr") if value else None


def _ruler(found: re.Match[str]) -> str | None:
    value = roman_value(found["number"])
    is_queen = found[0].startswith(("Élisabeth", "Elizabeth", "Catherine"))
    if value == 1:
        return "première" if is_queen else "premier"
    return cardinal_words(value, "fr") if value else None


def _cardinal(number: int) -> str:
    return cardinal_words(number, "fr")


def _time(hour: int, minute: int, half: str) -> str:
    part = {"a": " du matin", "p": " de l’après-midi"}.get(half, "")
    hours = "une heure" if hour == 1 else f"{_agree(_cardinal(hour), Gender.FEMININE)} heures"
    return f"{hours} {_cardinal(minute) if minute else ''}".strip() + part


def _agree(words: str, gender: Gender) -> str:
    return re.sub(r"\bun$", "une", words) if gender is Gender.FEMININE else words


def _decimals(digits: str) -> str:
    """Say up to three figures behind the comma as one number, more in pairs, zeros one by one."""
    if digits[0] != "0" and len(digits) <= 3:
        return _cardinal(int(digits))
    return " ".join(_pair(digits[place : place + 2]) for place in range(0, len(digits), 2))


def _pair(pair: str) -> str:
    return " ".join(map(_cardinal, map(int, pair))) if pair[0] == "0" else _cardinal(int(pair))


def _fraction(above: int, below: int) -> str:
    name = {2: "demi", 3: "tiers", 4: "quart"}.get(below) or ordinal_words(below, "fr")
    return f"{_cardinal(above)} {name}{'' if above == 1 or name.endswith('s') else 's'}"


_FEMININE = (
    "heure|minute|seconde|fois|personne|semaine|année|journée|tasse|cuillère|page|étape|question|idée|raison|tonne|"
    "calorie|kilocalorie|livre|couronne|roupie|once|femme|fille|ville|partie|pièce|chose|tranche|gousse|pincée"
)
_LOCALE = Locale(
    lang="fr",
    counting=Counting(
        comma="virgule",
        decimals=_decimals,
        agree=_agree,
        noun=r"[^\W\d_]{3}",
        feminine=rf"(?:{_FEMININE})s?\b",
        fraction=_fraction,
        mixed="{} et {}".format,
        part_of="de ",
        minus="moins",
        plus="plus",
        year=_cardinal,
    ),
    clock=Clock(
        time=_time,
        units=(("heure", "heures"), ("minute", "minutes"), ("seconde", "secondes")),
        last="et ",
    ),
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
    currencies=CURRENCIES,
    hundredths=HUNDREDTHS,
    gender=lambda name: Gender.FEMININE if re.fullmatch(_FEMININE, name.split()[0]) else Gender.OTHER,
    scales={
        "M": "millions de",
        "Md": "milliards de",
        "Mds": "milliards de",
        "k": "mille",
        "millions": "millions de",
        "milliards": "milliards de",
        "million": "million de",
        "milliard": "milliard de",
    },
    units=UNITS,
    per="par",
    day=_day,
    date="{day} {month} {year}",
    abbreviations=ABBREVIATIONS,
    signs={
        r"\bde\s(?=euros?\b)": "d’",
        r"\bun demi\s(?=(?:tasse|cuillère|heure|livre|journée|bouteille|douzaine)\b)": "une demi-",
        r"\bMmes\b": "Mesdames",
        r"\bMlles\b": "Mesdemoiselles",
        r"\bDr(?=\s[A-ZÉ])": "Docteur",
        r"\bDrs\b": "Docteurs",
        r"\bDre(?=\s[A-ZÉ])": "Docteure",
        r"\bDres\b": "Docteures",
        r"\bPr(?=\s[A-ZÉ])": "Professeur",
        r"\bMe(?=\s[A-ZÉ])": "Maître",
        r"\bStes?\b(?=[\s-][A-ZÉ])": "Sainte",
        r"\bSt(?=[\s-][A-ZÉ])": "Saint",
        r"\bBd(?=\s)": "boulevard",
        r"\bc-à-d\b": "c’est-à-dire",
        r"\bsvp\b": "s’il vous plaît",
        r"\bMme\b": "Madame",
        r"\bMlle\b": "Mademoiselle",
        r"\b[nN][°º]\s?(?=[0-9\ufdd0])": "numéro ",
        r"(?<=[0-9\ufdd0])\s?%": " pour cent",
        r"\s?&\s?": " et ",
        r"(?<=\w)\s?=\s?(?=\w)": " égale ",
        r"(?<=\w)\s?\+\s?(?=\w)": " plus ",
        r"(?<=[0-9\ufdd0])\s?°": " degrés",
        r"§{1,2}\s?": "paragraphe ",
        r"(?<![\w#])#\s?(?=[0-9\ufdd0])": "numéro ",
        r"(?<![\w#&])#(?=[^\W\d_])": "hashtag ",
        r"(?<![\w.@])@(?=\w)": "arobase ",
        r"©\s?": "copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9\ufdd0])": "environ ",
        r"(?<=\w)²": " au carré",
        r"(?<=\w)³": " au cube",
        r"(?<=[0-9\ufdd0])\s?[×x]\s?(?=[0-9\ufdd0])": " fois ",
        r"(?<=[0-9])[×x](?=\s|$)": " fois",
        r"(?<![\w/])24\s?h\s?/\s?24(?![\w/])": "vingt-quatre heures sur vingt-quatre",
        r"(?<![\w/])24/7(?![\w/])": "vingt-quatre heures sur vingt-quatre, sept jours sur sept",
        r"\bc\.\s?à\s?(?:soupe|s\.)": "cuillère à soupe",
        r"\bc\.\s?à\s?(?:café|c\.)": "cuillère à café",
    },
    to="à",
)
FRENCH = build_rules(
    _LOCALE,
    (
        Rule(
            "ordinal",
            DIGITS,
            Pattern(
                r"(?<![\w.,])(?<![0-9]\s)(?P<number>[0-9]{1,3}(?:\s[0-9]{3})+|[0-9]{1,6})"
                r"(?P<ending>ères?|ere|ers?|res?|(?:i?[eè]me|e)s?|nde?)\b"
            ),
            _ordinal,
        ),
        Rule(
            "century",
            CAPITALS,
            Pattern(r"\b(?P<number>[IVXLC]{2,}|[VX](?=es?\s(?:siècle|Républ|arrond)))es?\b"),
            _century,
        ),
        Rule(
            "ruler",
            CAPITALS,
            Pattern(
                r"\b(?:Louis|Henri|Charles|François|Philippe|Napoléon|Jean|Paul|Pie|Léon|Benoît|Grégoire|Innocent|Clément|"
                r"Urbain|Alexandre|Élisabeth|Elizabeth|Catherine|Guillaume|Frédéric|Albert|Léopold|Georges|Édouard|Jacques|"
                r"Nicolas|Ramsès|Félix|Sixte|Robert|Richard|Ferdinand|Alphonse)\s(?P<said>(?P<number>[IVX]+)(?:er)?)\b"
            ),
            _ruler,
        ),
    ),
)
