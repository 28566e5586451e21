"""Abbreviations in, the English words that they stand for out."""

import re

from postaloud.scripting.english.abbreviations import BARE, LIVES, MIXED, NUMBERED, SLASHED, TITLES, WORDS
from postaloud.scripting.english.patterns import either, ends_sentence, full_stop
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import ANY, DIGITS, Pattern, Rule

_LOWER = {short.lower(): words for short, words in (*WORDS.items(), *BARE.items())}
_NAME = r"(?=\s[A-Z\ufdd0])"
_FIGURE = r"(?=\s?(?:[0-9#\ufdd0]|[IVXLC]+\b|[A-Z]\b))"


def _title(found: re.Match[str]) -> str | None:
    return TITLES.get(found["short"].capitalize())


def _numbered(found: re.Match[str]) -> str | None:
    words = NUMBERED.get(found["short"])
    if not words:
        return None
    space = " " if found.string[found.end() : found.end() + 1].isdigit() else ""
    return f"{words.capitalize() if found.start() == 0 else words}{space}"


def _stopped(found: re.Match[str]) -> str | None:
    short = found["short"]
    word = WORDS.get(short) or (None if short.isupper() else _LOWER.get(short.lower()))
    if not word or (short in _UNITS and re.search(r"[0-9]\s?$", found.string[: found.start()])):
        return None
    stop = ends_sentence(found) if found["short"].lower() == "etc" else full_stop(found)
    return f"{word}{stop}"


def _bare(found: re.Match[str]) -> str:
    return _LOWER[found["short"].lower()]


def _slashed(found: re.Match[str]) -> str:
    said = SLASHED[found["short"].lower()]
    return f"{said} " if found["short"].endswith("/") else said


def _degree(found: re.Match[str]) -> str:
    return MIXED[found["short"]]


_UNITS = frozenset(["min", "sec", "max", "yd"])
"""Stand for something else behind a number."""
_BARE = either(form for short in BARE for form in {short, short.lower(), short.upper(), short.capitalize()})
DOT = frozenset(".")
SHORTENED = (
    Rule("degree", ANY, Pattern(rf"(?<!#)\b(?P<short>{either(MIXED)})(?:(?<=\.[A-Z])\.|(?<=Sc)\.|(?!\w))"), _degree),
    Rule("et al.", DOT, Pattern(r"\bet al\.(?!\w)"), lambda found: "et al" + full_stop(found)),
    Rule("title", DOT, Pattern(rf"\b(?P<short>[A-Z][a-z]{{1,5}})\.{_NAME}"), _title),
    Rule(
        "title beside another",
        DOT,
        Pattern(r"\b(?P<said>(?P<short>Mrs?|Ms|Dr|Prof)\.)(?=\s(?:&|and|or)\s)"),
        _title,
    ),
    Rule("saint", frozenset("tT"), Pattern(r"(?<![\w.])(?P<short>[Ss]t)(?=\s[A-Z][a-z]+)"), _title),
    Rule("numbered", DOT, Pattern(rf"(?<![\w.])(?P<short>[A-Za-z][a-z]{{0,3}})\.{_FIGURE}"), _numbered),
    Rule("page", frozenset("p"), Pattern(r"\b(?P<short>pp(?=\s?[0-9])|p(?=\s[0-9]+(?![\w.])))"), _numbered),
    Rule("number of", frozenset("N"), Pattern(r"\b(?P<short>Nos?)\.(?=\sof\b)"), _numbered),
    Rule("numero", frozenset("°º№"), Pattern(r"(?:\b[Nn][º°]|№)\s?(?=[0-9])"), always("number ")),
    Rule(
        "born, died, about",
        DOT,
        Pattern(r"(?<![\w.])(?P<short>c|b|d|r|fl)\.\s?(?=1[0-9]{3}|20[0-9]{2}|[5-9][0-9]{2}\b)"),
        lambda found: f"{LIVES[found['short']]} ",
        also=DIGITS,
    ),
    Rule(
        "century",
        DOT,
        Pattern(r"[0-9](?:st|nd|rd|th)\s(?P<said>c\.)(?=\s(?:[a-z]|BC|AD|B\.C|A\.D|CE))"),
        always("century"),
    ),
    Rule(
        "spoon",
        frozenset("tT"),
        Pattern(r"(?<![\w./-])(?<![0-9½¼¾⅓⅔⅛][\s-])(?P<short>tsp|tbsp|Tbsp)(?P<many>s?)\b\.?"),
        lambda found: f"{'tea' if found['short'] == 'tsp' else 'table'}spoon{found['many']}{ends_sentence(found)}",
    ),
    Rule("and between words", frozenset("'’‘"), Pattern(r"\s['’‘][nN]['’]\s|(?<=\w)\s['’]n\s"), always(" and ")),
    Rule(
        "word",
        DOT,
        Pattern(r"(?<![\w.@-])(?P<short>[A-Za-z]{2,6}|[a-z]\.[a-z](?:\.[a-z])?|[EI]\.[ge])\.(?![\w@])"),
        _stopped,
    ),
    Rule("bare", ANY, Pattern(rf"(?<![\w./@-])(?P<short>{_BARE})(?![\w.@])"), _bare),
    Rule(
        "slashed",
        frozenset("/"),
        Pattern(rf"(?<![\w./@-])(?P<short>{either(SLASHED)})(?![\w.@])(?:(?<=/)\s?)?", re.IGNORECASE),
        _slashed,
    ),
)
