"""Spanish text in, Spanish words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Clock, Counting, Gender, Locale
from postaloud.scripting.continental.tables_es import ABBREVIATIONS, CURRENCIES, HUNDREDTHS, UNITS
from postaloud.scripting.numbering import cardinal_words, ordinal_words
from postaloud.scripting.numbers_es import bent, fraction
from postaloud.scripting.phrases.es import SPANISH as PHRASES
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule


def _day(number: int, _: str) -> str:
    return "primero" if number == 1 else cardinal_words(number, "es")


def _ordinal(found: re.Match[str]) -> str | None:
    number = int(re.sub(r"[.\s]", "", found["number"]))
    return bent(ordinal_words(number, "es"), found["ending"].lower()) if 0 < number < LARGEST_ORDINAL else None


def _century(found: re.Match[str]) -> str | None:
    value = roman_value(found["number"])
    return cardinal_words(value, "es") if value else None


def _ruler(found: re.Match[str]) -> str | None:
    """Say up to ten in order, beyond it as a number: Felipe sexto, Luis catorce."""
    value = roman_value(found["number"])
    words = ordinal_words(value, "es") if value <= 10 else cardinal_words(value, "es")
    is_queen = found[0].startswith(("Isabel", "Catalina", "Juana"))
    return (bent(words, "a") if is_queen else words) if value else None


def _cardinal(number: int) -> str:
    return cardinal_words(number, "es")


def _time(hour: int, minute: int, half: str) -> str:
    minutes = {0: "", 15: " y cuarto", 30: " y media"}.get(minute, f" y {_cardinal(minute)}")
    return f"{'una' if hour == 1 else _cardinal(hour)}{minutes}{_part_of_day(hour, half)}"


def _part_of_day(hour: int, half: str) -> str:
    if not half:
        return ""
    if half == "a":
        return " de la noche" if hour == 12 else " de la mañana"
    return " de la tarde" if hour == 12 or hour < 8 else " de la noche"


def _agree(words: str, gender: Gender) -> str:
    if gender is Gender.FEMININE:
        return re.sub(r"uno$", "una", re.sub(r"ientos\b", "ientas", words.replace("quinientos", "quinientas")))
    return re.sub(r"(?<=\w)tiuno$", "tiún", words) if words.endswith("veintiuno") else re.sub(r"\buno$", "un", words)


def _decimals(digits: str) -> str:
    """Say the figures behind the comma in pairs, as they are read in Spanish, zeros one by one."""
    pairs = [digits[place : place + 2] for place in range(0, len(digits), 2)]
    return " ".join(_pair(pair) for pair in pairs)


def _pair(pair: str) -> str:
    return " ".join(map(_cardinal, map(int, pair))) if pair[0] == "0" else _cardinal(int(pair))


def _fraction(above: int, below: int) -> str:
    return fraction(above, below, _cardinal)


_MASCULINE_NOUNS = (
    "día|problema|sistema|programa|tema|idioma|mapa|planeta|turista|clima|poema|drama|gramo|atleta|artista"
)
_MASCULINE = frozenset(["córdoba", "balboa", "lempira"])
LARGEST_ORDINAL = 1_000_000
_NO_NOUN = (
    "por|para|con|que|más|menos|como|pero|entre|hasta|desde|sobre|del|los|las|una|uno|son|fue|era|sin|según|coma|punto|"
    "veces|grados|también|está|están|tiene|cada|al|si|sí|aunque|porque|y|e|o|u|de|en|el|la"
)
_HALVED = "taza|cucharada|cucharadita|hora|docena|libra|cebolla|botella|naranja|página|milla|semana"
_LOCALE = Locale(
    lang="es",
    counting=Counting(
        comma="coma",
        decimals=_decimals,
        agree=_agree,
        noun=rf"(?!(?:{_NO_NOUN})\b)[a-záéíóúñ]{{3}}",
        feminine=rf"(?!(?:{_MASCULINE_NOUNS})s?\b)[a-záéíóúñ]+(?:as?|ci[oó]n|ciones|sión|siones|dad|dades|tud|tudes)\b",
        fraction=_fraction,
        mixed="{} y {}".format,
        part_of="de ",
        minus="menos",
        plus="más",
        year=_cardinal,
    ),
    clock=Clock(
        time=_time,
        units=(("hora", "horas"), ("minuto", "minutos"), ("segundo", "segundos")),
        last="y ",
    ),
    months=PHRASES.months,
    month_names={
        **{month: place for place, month in enumerate(PHRASES.months, start=1)},
        **{month[:3]: place for place, month in enumerate(PHRASES.months, start=1)},
        "sept": 9,
    },
    currencies=CURRENCIES,
    hundredths=HUNDREDTHS,
    gender=lambda name: Gender.FEMININE if name.split()[0].endswith("a") and name not in _MASCULINE else Gender.OTHER,
    scales={
        "M": "millones de",
        "mill": "millones de",
        "millones": "millones de",
        "millón": "millón de",
        "billones": "billones de",
    },
    units=UNITS,
    per="por",
    day=_day,
    date="{day} de {month} de {year}",
    abbreviations=ABBREVIATIONS,
    signs={
        r"\b[nN]\.?[°º]\s?(?=[0-9\ufdd0])": "número ",
        r"(?<=[0-9\ufdd0])\s?%": " por ciento",
        r"\s?&\s?": " y ",
        r"(?<=\w)\s?=\s?(?=\w)": " igual a ",
        r"(?<=\w)\s?\+\s?(?=\w)": " más ",
        r"(?<=[0-9\ufdd0])\s?°": " grados",
        r"§{1,2}\s?": "sección ",
        r"(?<![\w#])#\s?(?=[0-9\ufdd0])": "número ",
        r"(?<![\w#&])#(?=[^\W\d_])": "hashtag ",
        r"(?<![\w.@])@(?=\w)": "arroba ",
        r"©\s?": "copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9\ufdd0])": "unos ",
        r"(?<=\w)²": " al cuadrado",
        r"(?<=\w)³": " al cubo",
        r"(?<=[0-9\ufdd0])\s?[×x]\s?(?=[0-9\ufdd0])": " por ",
        r"(?<=[0-9])[×x](?=\s|$)": " veces",
        r"(?<![\w/])24/7(?![\w/])": "veinticuatro horas, siete días",
        rf"\bmedio(?=\s(?:{_HALVED})\b)": "media",
    },
    to="a",
)
SPANISH = build_rules(
    _LOCALE,
    (
        Rule(
            "ordinal",
            DIGITS,
            Pattern(
                r"(?<![\w.,])(?<![0-9]\s)(?P<number>[0-9]{1,3}(?:[.\s][0-9]{3})+|[0-9]{1,6})"
                r"(?:\.?(?P<ending>[ºª]|er|ra|ro|da|do|ta|to|ma|mo|va|vo|na|no|as|os))(?!\w)",
                re.IGNORECASE,
            ),
            _ordinal,
        ),
        Rule(
            "ruler",
            CAPITALS,
            Pattern(
                r"\b(?:Felipe|Alfonso|Carlos|Fernando|Isabel|Enrique|Luis|Jorge|Eduardo|Jaime|Pedro|Juan|Pablo|Pío|León|"
                r"Benedicto|Gregorio|Inocencio|Clemente|Urbano|Alejandro|Napoleón|Nicolás|Sancho|Ramiro|Guillermo|Federico|"
                r"Leopoldo|Ricardo|Sixto|Ramsés|Catalina|Juana)\s(?P<said>(?P<number>[IVX]+))\b"
            ),
            _ruler,
        ),
        Rule("century", CAPITALS, Pattern(r"\b[Ss]iglos?\s(?P<said>(?P<number>[IVXLC]+))\b"), _century),
    ),
)
