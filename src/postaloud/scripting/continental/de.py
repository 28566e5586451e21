"""German text in, German words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Locale
from postaloud.scripting.numbering import ordinal_words
from postaloud.scripting.phrases.de import GERMAN as PHRASES
from postaloud.scripting.rules import DIGITS, Pattern, Rule

_BENDING = re.compile(r"\b(?:am|vom|zum|den|dem|bis|seit|ab|im|des)\s+$", re.IGNORECASE)


def _day(number: int, before: str) -> str:
    return f"{ordinal_words(number, 'de')}{'n' if _BENDING.search(before) else 'r'}"


def _ordinal(found: re.Match[str]) -> str:
    bent = "n" if _BENDING.search(found.string[: found.start()]) else ""
    return ordinal_words(int(found["number"]), "de") + bent


_LOCALE = Locale(
    lang="de",
    months=PHRASES.months,
    month_names={
        **{month.lower(): place for place, month in enumerate(PHRASES.months, start=1)},
        **{month.lower()[:3]: place for place, month in enumerate(PHRASES.months, start=1)},
        "jänner": 1,
        "sept": 9,
    },
    currencies={
        "€": ("Euro", "Euro"),
        "EUR": ("Euro", "Euro"),
        "$": ("Dollar", "Dollar"),
        "US-$": ("US-Dollar", "US-Dollar"),
        "£": ("Pfund", "Pfund"),
        "CHF": ("Franken", "Franken"),
        "¥": ("Yen", "Yen"),
    },
    scales={
        "Mio": "Millionen",
        "Mrd": "Milliarden",
        "Tsd": "tausend",
        "Millionen": "Millionen",
        "Milliarden": "Milliarden",
    },
    units={
        "km": ("Kilometer", "Kilometer"),
        "m": ("Meter", "Meter"),
        "cm": ("Zentimeter", "Zentimeter"),
        "mm": ("Millimeter", "Millimeter"),
        "m²": ("Quadratmeter", "Quadratmeter"),
        "km²": ("Quadratkilometer", "Quadratkilometer"),
        "m³": ("Kubikmeter", "Kubikmeter"),
        "kg": ("Kilogramm", "Kilogramm"),
        "g": ("Gramm", "Gramm"),
        "mg": ("Milligramm", "Milligramm"),
        "t": ("Tonne", "Tonnen"),
        "l": ("Liter", "Liter"),
        "ml": ("Milliliter", "Milliliter"),
        "h": ("Stunde", "Stunden"),
        "min": ("Minute", "Minuten"),
        "Min.": ("Minute", "Minuten"),
        "Std.": ("Stunde", "Stunden"),
        "s": ("Sekunde", "Sekunden"),
        "°C": ("Grad Celsius", "Grad Celsius"),
        "kWh": ("Kilowattstunde", "Kilowattstunden"),
        "GB": ("Gigabyte", "Gigabyte"),
        "MB": ("Megabyte", "Megabyte"),
        "kcal": ("Kilokalorie", "Kilokalorien"),
    },
    per="pro",
    comma="Komma",
    one="ein",
    day=_day,
    date="{day} {month} {year}",
    abbreviations={
        "z.B": "zum Beispiel",
        "d.h": "das heißt",
        "u.a": "unter anderem",
        "u.U": "unter Umständen",
        "i.d.R": "in der Regel",
        "o.ä": "oder ähnliches",
        "u.ä": "und ähnliches",
        "v.a": "vor allem",
        "z.T": "zum Teil",
        "s.o": "siehe oben",
        "s.u": "siehe unten",
        "n.Chr": "nach Christus",
        "v.Chr": "vor Christus",
        "usw": "und so weiter",
        "bzw": "beziehungsweise",
        "bspw": "beispielsweise",
        "ggf": "gegebenenfalls",
        "evtl": "eventuell",
        "ca": "circa",
        "inkl": "inklusive",
        "exkl": "exklusive",
        "vgl": "vergleiche",
        "Nr": "Nummer",
        "Nrn": "Nummern",
        "Abb": "Abbildung",
        "Kap": "Kapitel",
        "Abs": "Absatz",
        "Bd": "Band",
        "Dr": "Doktor",
        "Prof": "Professor",
        "Hr": "Herr",
        "Fr": "Frau",
        "St": "Sankt",
        "Str": "Straße",
        "etc": "et cetera",
        "max": "maximal",
        "min": "mindestens",
        "Mio": "Millionen",
        "Mrd": "Milliarden",
        "Tel": "Telefon",
        "geb": "geboren",
        "Jh": "Jahrhundert",
        "sog": "sogenannte",
    },
    signs={
        r"(?<=[0-9])\s?%": " Prozent",
        r"\s?&\s?": " und ",
        r"(?<=\w)\s?=\s?(?=\w)": " gleich ",
        r"(?<=\w)\s?\+\s?(?=\w)": " plus ",
        r"(?<=[0-9])\s?°": " Grad",
        r"§{1,2}\s?": "Paragraf ",
        r"(?<![\w#])#\s?(?=[0-9])": "Nummer ",
        r"(?<![\w#&])#(?=[^\W\d_])": "Hashtag ",
        r"(?<![\w.@])@(?=\w)": "at ",
        r"©\s?": "Copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9])": "etwa ",
        r"(?<=\w)²": " Quadrat",
        r"(?<=\w)³": " hoch drei",
        r"(?<![\w)])[-−](?=[0-9])": "minus ",
        r"(?<=[0-9])\s?[×x]\s?(?=[0-9])": " mal ",
        "½": "ein halb",
        "¼": "ein Viertel",
        "¾": "drei Viertel",
    },
    to="bis",
    clock="{hour} Uhr {minute}",
)
GERMAN = (
    *build_rules(_LOCALE),
    Rule(
        "ordinal",
        DIGITS,
        Pattern(
            r"(?<![\w.,:/-])(?P<number>[0-9]{1,3})\.(?=\s(?:[a-zäöü]|Mal\b|Jahrhundert|Kapitel|Platz|Tag\b|Klasse|Stock))"
        ),
        _ordinal,
    ),
)
