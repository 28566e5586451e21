"""Abbreviations in, the English words that they stand for out."""

import re

from postaloud.scripting.english.patterns import full_stop
from postaloud.scripting.rules import ANY, Pattern, Rule

TITLES = {
    "Mr": "Mister",
    "Mrs": "Missus",
    "Ms": "Miz",
    "Dr": "Doctor",
    "Prof": "Professor",
    "Rev": "Reverend",
    "Hon": "Honorable",
    "Gen": "General",
    "Col": "Colonel",
    "Capt": "Captain",
    "Lt": "Lieutenant",
    "Sgt": "Sergeant",
    "Maj": "Major",
    "Cmdr": "Commander",
    "Gov": "Governor",
    "Sen": "Senator",
    "Rep": "Representative",
    "Pres": "President",
    "Fr": "Father",
    "Mt": "Mount",
    "Ft": "Fort",
    "St": "Saint",
    "Messrs": "Messieurs",
    "Supt": "Superintendent",
}
"""Stand before a name."""
PLACES = {
    "St": "Street",
    "Ave": "Avenue",
    "Av": "Avenue",
    "Blvd": "Boulevard",
    "Rd": "Road",
    "Hwy": "Highway",
    "Pkwy": "Parkway",
    "Expy": "Expressway",
    "Sq": "Square",
    "Ln": "Lane",
    "Ct": "Court",
    "Pl": "Place",
    "Dr": "Drive",
    "Ste": "Suite",
    "Apt": "Apartment",
}
"""Stand behind the name of a street."""
NUMBERED = {
    "No": "number",
    "Nos": "numbers",
    "Fig": "figure",
    "Figs": "figures",
    "Vol": "volume",
    "Vols": "volumes",
    "Ch": "chapter",
    "Chap": "chapter",
    "Sec": "section",
    "Sect": "section",
    "Eq": "equation",
    "Pt": "part",
    "Art": "article",
    "p": "page",
    "pp": "pages",
    "pg": "page",
    "Ver": "version",
    "Ed": "edition",
    "Bk": "book",
    "Tel": "telephone",
    "Nr": "number",
    "no": "number",
    "nos": "numbers",
    "fig": "figure",
    "figs": "figures",
    "vol": "volume",
    "vols": "volumes",
    "ch": "chapter",
    "eq": "equation",
}
"""Stand before a number."""
WORDS = {
    "vs": "versus",
    "etc": "et cetera",
    "approx": "approximately",
    "incl": "including",
    "excl": "excluding",
    "e.g": "for example",
    "i.e": "that is",
    "cf": "compare",
    "viz": "namely",
    "ca": "circa",
    "dept": "department",
    "Dept": "Department",
    "est": "established",
    "Est": "Established",
    "govt": "government",
    "Inc": "Incorporated",
    "Corp": "Corporation",
    "Ltd": "Limited",
    "Co": "Company",
    "Bros": "Brothers",
    "Univ": "University",
    "Assn": "Association",
    "Jr": "Junior",
    "Sr": "Senior",
    "Esq": "Esquire",
    "avg": "average",
    "misc": "miscellaneous",
    "appt": "appointment",
    "tsp": "teaspoon",
    "tbsp": "tablespoon",
    "Intl": "International",
    "Natl": "National",
    "ibid": "ibidem",
    "eds": "editors",
    "Mgr": "Manager",
    "Tues": "Tuesday",
    "Thurs": "Thursday",
}
"""Need their full stop."""
BARE = {
    "vs": "versus",
    "w/o": "without",
    "w/": "with",
    "b/c": "because",
    "Mr": "Mister",
    "Mrs": "Missus",
    "Dr": "Doctor",
    "n/a": "not applicable",
    "N/A": "not applicable",
    "and/or": "and or",
    "aka": "A.K.A.",
    "tbsp": "tablespoons",
    "tsp": "teaspoons",
    "approx": "approximately",
    "w/out": "without",
    "c/o": "care of",
}
"""Are understood without a full stop."""
DEGREES = {
    "Ph.D": "P.H.D.",
    "PhD": "P.H.D.",
    "PhDs": "P.H.D.'s",
    "M.Sc": "M.S.C.",
    "MSc": "M.S.C.",
    "B.Sc": "B.S.C.",
    "BSc": "B.S.C.",
    "LLC": "L.L.C.",
    "iOS": "I.O.S.",
    "IoT": "I.O.T.",
    "YouTube": "YouTube",
    "mRNA": "M.R.N.A.",
    "DIY": "D.I.Y.",
    "LGBTQ": "L.G.B.T.Q.",
}
_LOWER = {short.lower(): words for short, words in (*WORDS.items(), *BARE.items())}
_NAME = r"(?=\s[A-Z\ufdd0])"
_FIGURE = r"(?=\s?(?:[0-9#\ufdd0]|[IVXLC]+\b|[A-Z]\b))"


def _either(table: dict[str, str]) -> str:
    return "|".join(re.escape(short) for short in sorted(table, key=len, reverse=True))


def _title(found: re.Match[str]) -> str:
    return TITLES[found["short"]]


def _place(found: re.Match[str]) -> str:
    return PLACES[found["short"]] + (full_stop(found) or _before_sentence(found))


def _before_sentence(found: re.Match[str]) -> str:
    return "." if found[0].endswith(".") and re.match(r"\s+[A-Z]", found.string[found.end() :]) else ""


def _numbered(found: re.Match[str]) -> str:
    short = found["short"]
    return NUMBERED[short].capitalize() if found.start() == 0 else NUMBERED[short]


def _word(found: re.Match[str]) -> str:
    return WORDS.get(found["short"]) or _LOWER[found["short"].lower()]


def _stopped(found: re.Match[str]) -> str:
    stop = full_stop(found) or (_before_sentence(found) if found["short"].lower() == "etc" else "")
    return f"{_word(found)}{stop}"


def _bare(found: re.Match[str]) -> str:
    said = BARE.get(found["short"]) or _LOWER[found["short"].lower()]
    return f"{said} " if found["short"].endswith("/") else said


def _degree(found: re.Match[str]) -> str:
    return DEGREES[found["short"]]


DOT = frozenset(".")
SHORTENED = (
    Rule("degree", ANY, Pattern(rf"\b(?P<short>{_either(DEGREES)})(?:(?<=\.[A-Z])\.|(?<=Sc)\.|(?!\w))"), _degree),
    Rule("et al.", DOT, Pattern(r"\bet al\.?(?!\w)"), lambda found: "and others" + full_stop(found)),
    Rule(
        "street",
        ANY,
        Pattern(
            rf"\b[0-9]+\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’]+\s){{1,3}}(?P<said>"
            rf"(?P<short>{_either(PLACES)})\b\.?)"
        ),
        _place,
    ),
    Rule("title", DOT, Pattern(rf"\b(?P<short>{_either(TITLES)})\.{_NAME}"), _title),
    Rule("saint", frozenset("S"), Pattern(r"\b(?P<short>St)(?=\s[A-Z][a-z]+)"), _title),
    Rule("numbered", DOT, Pattern(rf"\b(?P<short>{_either(NUMBERED)})\.{_FIGURE}"), _numbered),
    Rule("page", frozenset("p"), Pattern(r"\b(?P<short>pp?)(?=\s?[0-9])"), _numbered),
    Rule("word", DOT, Pattern(rf"(?<![\w.@-])(?P<short>{_either(WORDS)})\.(?![\w@])", re.IGNORECASE), _stopped),
    Rule(
        "bare",
        ANY,
        Pattern(rf"(?<![\w./@-])(?P<short>{_either(BARE)})(?![\w.@])(?:(?<=/)\s?)?", re.IGNORECASE),
        _bare,
    ),
)
