"""Roman numerals in, English numbers out: the word in front tells how they are said."""

import re

from postaloud.scripting.english.common import is_shouted
from postaloud.scripting.numbers_en import cardinal, ordinal
from postaloud.scripting.roman import roman_value
from postaloud.scripting.rules import Pattern, Rule
from postaloud.scripting.words import words

RULERS = frozenset(
    words(
        "Henry Louis Charles Elizabeth George Edward James William Richard John Paul Benedict Pius Leo "
        "Francis Gregory  Clement Innocent Urban Boniface Julius Alexander Napoleon Philip Ferdinand "
        "Frederick Catherine Nicholas Peter  Ivan Ramses Ramesses Mary Emmanuel Otto Rudolf Wilhelm Gustav "
        "Gustaf Christian Haakon Harald Olav Carl Karl  Leopold Albert Alfonso Pedro Juan Umberto Robert "
        "David Malcolm Sixtus Celestine Adrian Ptolemy Cleopatra Darius  Xerxes Sigismund Stephen Ludwig "
        "Maximilian Joseph Margaret Beatrix Murad Mehmed Selim Thutmose Amenhotep  Theodosius"
    )
)
COUNTED = frozenset(
    words(
        "chapter part book act scene volume vol section title article type phase stage class grade level "
        "appendix figure  table bowl mark division category schedule annex rocky corps war chapters parts "
        "books acts scenes volumes types  phases stages classes grades levels figures tables"
    )
)
"""Words with a number behind them."""
UNSURE = frozenset(words("IV VI XL CC CI CV LI LV CD CX XC XXX XX CL CLI CLV CCI CXI LX LC LL XI XC MI"))
"""May as well be initials; read as numbers only behind a name."""
_REACH = 24
"""Characters in which the word in front of a numeral is looked for."""
_WORD = re.compile(r"(?P<word>[^\W\d_]+)\.?\s$")


def _numeral(found: re.Match[str]) -> str | None:
    value, own = roman_value(found["roman"]), found["own"] or ""
    before = _WORD.search(found.string[max(0, found.start() - _REACH) : found.start()])
    word = before["word"] if before else ""
    if not value:
        return None
    if word in RULERS:
        return f"the {ordinal(value)}{own}"
    if own or found["joined"]:
        return None
    if word.lower() in COUNTED and (value > 1 or not word.islower()):
        return cardinal(value)
    is_named = word[:1].isupper() and not word.isupper()
    return None if _is_unsure(found["roman"], found.string, is_named=is_named) else cardinal(value)


def _is_unsure(roman: str, text: str, *, is_named: bool) -> bool:
    return len(roman) < 2 or is_shouted(text) or (roman in UNSURE and not is_named)


def _small(found: re.Match[str]) -> str | None:
    value = roman_value(found["roman"])
    return cardinal(value) if value else None


ROMAN = (
    Rule(
        "Roman numeral",
        frozenset("IVXLC"),
        Pattern(r"(?<![\w.&'’/-])(?P<roman>[IVXLC]+)(?P<own>['’]s)?(?!\w|\.[A-Z])(?=(?P<joined>[&'’/-])?)"),
        _numeral,
    ),
    Rule(
        "small Roman numeral",
        frozenset("("),
        Pattern(r"(?<![\w(])\((?P<said>(?P<roman>i|ii|iii|iv|v|vi|vii|viii|ix))\)"),
        _small,
    ),
    Rule(
        "small Roman numeral behind a word",
        frozenset("ivx"),
        Pattern(r"\b(?:[Pp]art|[Ss]cene|[Aa]ct|[Cc]hapter|[Aa]ppendix|[Ss]tage)\s(?P<said>(?P<roman>[ivx]{2,5}))\b"),
        _small,
    ),
)
