"""Spanish text in, Spanish words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.numbering import cardinal_words, ordinal_words
from postaloud.scripting.phrases.es import SPANISH as PHRASES
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule


def _day(number: int, _: str) -> str:
    return "primero" if number == 1 else cardinal_words(number, "es")


def _ordinal(found: re.Match[str]) -> str:
    words = ordinal_words(int(found["number"]), "es")
    if found["ending"] in ("ª", "a"):
        return re.sub(r"o\b", "a", words)
    return re.sub(r"(primer|tercer)o$", r"\1", words) if found["ending"] == "er" else words


def _century(found: re.Match[str]) -> str | None:
    value = roman_value(found["number"])
    return cardinal_words(value, "es") if value else None


_LOCALE = Locale(
    lang="es",
    months=PHRASES.months,
    month_names={
        **{month: place for place, month in enumerate(PHRASES.months, start=1)},
        **{month[:3]: place for place, month in enumerate(PHRASES.months, start=1)},
        "sept": 9,
    },
    currencies={
        "€": ("euro", "euros"),
        "EUR": ("euro", "euros"),
        "$": ("dólar", "dólares"),
        "US$": ("dólar estadounidense", "dólares estadounidenses"),
        "£": ("libra", "libras"),
        "¥": ("yen", "yenes"),
    },
    scales={
        "M": "millones de",
        "mill": "millones de",
        "millones": "millones de",
        "millón": "millón de",
        "billones": "billones de",
    },
    units={
        "km": ("kilómetro", "kilómetros"),
        "m": ("metro", "metros"),
        "cm": ("centímetro", "centímetros"),
        "mm": ("milímetro", "milímetros"),
        "m²": ("metro cuadrado", "metros cuadrados"),
        "km²": ("kilómetro cuadrado", "kilómetros cuadrados"),
        "m³": ("metro cúbico", "metros cúbicos"),
        "kg": ("kilogramo", "kilogramos"),
        "g": ("gramo", "gramos"),
        "mg": ("miligramo", "miligramos"),
        "t": ("tonelada", "toneladas"),
        "l": ("litro", "litros"),
        "ml": ("mililitro", "mililitros"),
        "h": ("hora", "horas"),
        "min": ("minuto", "minutos"),
        "s": ("segundo", "segundos"),
        "°C": ("grado centígrado", "grados centígrados"),
        "kWh": ("kilovatio hora", "kilovatios hora"),
        "GB": ("gigabyte", "gigabytes"),
        "MB": ("megabyte", "megabytes"),
        "kcal": ("kilocaloría", "kilocalorías"),
    },
    per="por",
    comma="coma",
    one="un",
    day=_day,
    date="{day} de {month} de {year}",
    abbreviations={
        "p.ej": "por ejemplo",
        "EE.UU": "Estados Unidos",
        "a.C": "antes de Cristo",
        "d.C": "después de Cristo",
        "etc": "etcétera",
        "Sr": "señor",
        "Sra": "señora",
        "Srta": "señorita",
        "Dr": "doctor",
        "Dra": "doctora",
        "Prof": "profesor",
        "D": "don",
        "Dña": "doña",
        "Ud": "usted",
        "Uds": "ustedes",
        "aprox": "aproximadamente",
        "núm": "número",
        "pág": "página",
        "págs": "páginas",
        "vol": "volumen",
        "cap": "capítulo",
        "fig": "figura",
        "tel": "teléfono",
        "Tel": "teléfono",
        "Avda": "avenida",
        "máx": "máximo",
        "mín": "mínimo",
    },
    signs={
        r"\b[nN]\.?[°º]\s?(?=[0-9])": "número ",
        r"(?<=[0-9])\s?%": " por ciento",
        r"\s?&\s?": " y ",
        r"(?<=\w)\s?=\s?(?=\w)": " igual a ",
        r"(?<=\w)\s?\+\s?(?=\w)": " más ",
        r"(?<=[0-9])\s?°": " grados",
        r"§{1,2}\s?": "sección ",
        r"(?<![\w#])#\s?(?=[0-9])": "número ",
        r"(?<![\w#&])#(?=[^\W\d_])": "hashtag ",
        r"(?<![\w.@])@(?=\w)": "arroba ",
        r"©\s?": "copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9])": "unos ",
        r"(?<=\w)²": " al cuadrado",
        r"(?<=\w)³": " al cubo",
        r"(?<![\w)])[-−](?=[0-9])": "menos ",
        r"(?<=[0-9])\s?[×x]\s?(?=[0-9])": " por ",
        "½": "medio",
        "¼": "un cuarto",
        "¾": "tres cuartos",
    },
    to="a",
    clock="{hour} {minute}",
)
SPANISH = (
    *build_rules(_LOCALE),
    Rule("ordinal", DIGITS, Pattern(r"(?<![\w.,])(?P<number>[0-9]{1,6})\.?(?P<ending>[ºª]|er)(?!\w)"), _ordinal),
    Rule("century", CAPITALS, Pattern(r"\b[Ss]iglos?\s(?P<said>(?P<number>[IVXLC]+))\b"), _century),
)
