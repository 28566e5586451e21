"""German text in, German words out."""

import re

from postaloud.scripting.continental.building import build_rules
from postaloud.scripting.continental.locale import Clock, Counting, Gender, Locale
from postaloud.scripting.continental.tables_de import ABBREVIATIONS, CURRENCIES, HUNDREDTHS, UNITS
from postaloud.scripting.numbering import cardinal_words, ordinal_words
from postaloud.scripting.numbers_de import fraction, year
from postaloud.scripting.phrases.de import GERMAN as PHRASES
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import CAPITALS, DIGITS, Pattern, Rule
from postaloud.scripting.words import words

_DETERMINED = re.compile(r"\b(?:der|die|das|diese[rs]?|jede[rs]?|eine)\s+$", re.IGNORECASE)
_BENDING = re.compile(r"\b(?:am|vom|zum|den|dem|bis|seit|ab|im|des)\s+$", re.IGNORECASE)


def _day(number: int, before: str) -> str:
    ending = "n" if _BENDING.search(before) else "" if _DETERMINED.search(before) else "r"
    return f"{ordinal_words(number, 'de')}{ending}"


def _ordinal(found: re.Match[str]) -> str:
    before = found.string[: found.start()]
    ending = "n" if _BENDING.search(before) else "" if _DETERMINED.search(before) else found["noun"] and "r"
    return f"{ordinal_words(int(found['number']), 'de')}{ending or ''}"


def _alone(found: re.Match[str]) -> str:
    return f"{ordinal_words(int(found['number']), 'de')}r"


def _time(hour: int, minute: int, half: str) -> str:
    part = {"a": " vormittags", "p": " nachmittags"}.get(half, "")
    minutes = f" {cardinal_words(minute, 'de')}" if minute else ""
    return f"{_agree(cardinal_words(hour, 'de'), Gender.OTHER)} Uhr{minutes}{part}"


def _agree(words: str, gender: Gender) -> str:
    if words == "eins" and gender is Gender.FEMININE:
        return "eine"
    return words.removesuffix("s") if words.endswith("eins") else words


def _ruler(found: re.Match[str]) -> str:
    word = ordinal_words(roman_value(found["number"]), "de")
    stop = "" if found.string[found.end() :].strip() else "."
    return f"{'die' if found['queen'] else 'der'} {word}{stop}"


def _mixed(whole: str, part: str) -> str:
    return f"{_agree(whole, Gender.OTHER)}einhalb" if part == "ein halb" else f"{whole} {part}"


def _decimals(digits: str) -> str:
    return " ".join(cardinal_words(int(digit), "de") for digit in digits)


_FEMININE = frozenset(
    words(
        "Stunde Minute Sekunde Tonne Kalorie Kilokalorie Krone Lira Rupie Meile Kilowattstunde Wattstunde Unze Million "
        "Milliarde Woche"
    )
)
_LOCALE = Locale(
    lang="de",
    counting=Counting(
        comma="Komma",
        decimals=_decimals,
        agree=_agree,
        noun="[A-ZÄÖÜ][a-zäöüß]",
        feminine=r"[A-ZÄÖÜ][a-zäöüß]+(?:e|ung|heit|keit|schaft|ion|tät|ik)\b",
        fraction=fraction,
        mixed=_mixed,
        part_of="",
        minus="minus",
        plus="plus",
        year=year,
    ),
    clock=Clock(
        time=_time,
        units=(("Uhr", "Uhr"), ("Minute", "Minuten"), ("Sekunde", "Sekunden")),
        last="",
    ),
    months=PHRASES.months,
    month_names={
        **{month.lower(): place for place, month in enumerate(PHRASES.months, start=1)},
        **{month.lower()[:3]: place for place, month in enumerate(PHRASES.months, start=1)},
        "jänner": 1,
        "sept": 9,
    },
    currencies=CURRENCIES,
    hundredths=HUNDREDTHS,
    gender=lambda name: Gender.FEMININE if name.split()[-1] in _FEMININE else Gender.OTHER,
    scales={
        "Mio": "Millionen",
        "Mrd": "Milliarden",
        "Tsd": "tausend",
        "Millionen": "Millionen",
        "Milliarden": "Milliarden",
    },
    units=UNITS,
    per="pro",
    day=_day,
    date="{day} {month} {year}",
    abbreviations=ABBREVIATIONS,
    signs={
        r"(?<=[0-9\ufdd0])\s?%": " Prozent",
        r"\s?&\s?": " und ",
        r"(?<=\w)\s?=\s?(?=\w)": " gleich ",
        r"(?<=\w)\s?\+\s?(?=\w)": " plus ",
        r"(?<=[0-9\ufdd0])\s?°": " Grad",
        r"§{1,2}\s?": "Paragraf ",
        r"(?<![\w#])#\s?(?=[0-9\ufdd0])": "Nummer ",
        r"(?<![\w#&])#(?=[^\W\d_])": "Hashtag ",
        r"(?<![\w.@])@(?=\w)": "at ",
        r"©\s?": "Copyright ",
        r"(?<![\w~])[~≈]\s?(?=[0-9\ufdd0])": "etwa ",
        r"(?<=\w)²": " Quadrat",
        r"(?<=\w)³": " hoch drei",
        r"(?<=[0-9\ufdd0])\s?[×x]\s?(?=[0-9\ufdd0])": " mal ",
        r"(?<=[0-9])[×x](?=\s|$)": " mal",
        r"(?<![\w/])24/7(?![\w/])": "rund um die Uhr",
        r"\bein halb(?=\s(?:Teelöffel|Esslöffel|Liter|Meter|Becher|Löffel|Bund|Tag|Kilometer)\b)": "ein halber",
        r"\bein halb(?=\s(?:Tasse|Stunde|Minute|Dose|Packung|Zwiebel|Zitrone|Million|Portion|Seite)\b)": "eine halbe",
        r"\bein halb(?=\s(?:Kilogramm|Kilo|Pfund|Glas|Jahr|Prozent)\b)": "ein halbes",
    },
    to="bis",
)
_QUEENS = "Elisabeth|Elizabeth|Katharina|Margarethe|Beatrix|Viktoria|Victoria|Maria|Anna|Christina"
_KINGS = (
    "Ludwig|Heinrich|Friedrich|Wilhelm|Karl|Otto|Franz|Joseph|Josef|Leopold|Maximilian|Georg|Charles|Eduard|Jakob|Johannes|"
    "Paul|Pius|Benedikt|Franziskus|Leo|Gregor|Innozenz|Urban|Clemens|Alexander|Nikolaus|Peter|Iwan|Philipp|Ferdinand|"
    "Rudolf|Albrecht|Ramses|Napoleon|Gustav|Christian|Harald|Olaf|Richard|Konrad|Sigismund|August|Albert|Felipe|Henry"
)
_RANKED = (
    "Mal|Jahrhundert|Kapitel|Platz|Tag|Klasse|Stock|Geburtstag|Jahrestag|Hochzeitstag|Auflage|Weltkrieg|Bundesliga|Liga|"
    "Etage|Stufe|Woche|Monat|Jahr|Quartal|Halbjahr|Spieltag|Runde|Teil|Band|Akt|Schritt|Rang|Semester|Schuljahr|"
    "Lebensjahr|Armee|Division|Preis|Gang|Staffel|Folge|Ausgabe|Jubiläum|Todestag|Advent|Person|Stelle"
)
GERMAN = build_rules(
    _LOCALE,
    (
        Rule(
            "ordinal",
            DIGITS,
            Pattern(rf"(?<![\w.,:/-])(?P<number>[0-9]{{1,4}})\.(?=\s(?:[a-zäöü]|(?P<noun>(?:{_RANKED})\w{{0,2}}\b)))"),
            _ordinal,
        ),
        Rule(
            "ruler",
            CAPITALS,
            Pattern(rf"\b(?:(?P<queen>{_QUEENS})|{_KINGS})\s(?P<said>(?P<number>[IVX]+)\.)(?=\s?[^\s]|$)"),
            _ruler,
        ),
        Rule("ordinal alone", DIGITS, Pattern(r"^(?P<number>[0-9]{1,6})\.$"), _alone),
    ),
)
