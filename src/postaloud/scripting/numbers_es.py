"""Numbers in, the Spanish ordinals and fractions out that num2words gets wrong."""

import re
from collections.abc import Callable

from postaloud.scripting.words import words

_FIRST = words("_ primero segundo tercero cuarto quinto sexto séptimo octavo noveno")
_TEENS = words(
    "décimo undécimo duodécimo decimotercero decimocuarto decimoquinto decimosexto decimoséptimo decimoctavo "
    "decimonoveno"
)
_TENS = words("_ _ vigésimo trigésimo cuadragésimo quincuagésimo sexagésimo septuagésimo octogésimo nonagésimo")
_HUNDREDS = words(
    "_ centésimo ducentésimo tricentésimo cuadringentésimo quingentésimo sexcentésimo septingentésimo octingentésimo "
    "noningentésimo"
)
_PARTS = words("_ _ medio tercio cuarto quinto sexto séptimo octavo noveno décimo")
_ACCENTS = str.maketrans("áéíóú", "aeiou")
LARGEST_PART = 100
"""Above it most fractions are said as one number over another."""

Cardinal = Callable[[int], str]


def ordinal(number: int, cardinal: Cardinal) -> str:
    """Return "vigesimoprimero" for 21, "dosmilésimo" for 2000."""
    thousands, rest = divmod(number, 1000)
    head = f"{'' if thousands == 1 else cardinal(thousands).replace(' ', '')}milésimo" if thousands else ""
    return f"{head} {_below_thousand(rest) if rest or not head else ''}".strip()


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    return " ".join(
        ([_HUNDREDS[hundreds]] if hundreds else []) + ([_below_hundred(rest)] if rest or not hundreds else [])
    )


def _below_hundred(number: int) -> str:
    tens, ones = divmod(number, 10)
    if tens == 0:
        return _FIRST[ones] if ones else "cero"
    if tens == 1:
        return _TEENS[ones]
    if not ones:
        return _TENS[tens]
    return f"vigesimo{_FIRST[ones]}" if tens == 2 else f"{_TENS[tens]} {_FIRST[ones]}"


def bent(words: str, ending: str) -> str:
    """Return an ordinal with the ending that the page shows: "primera", "primer"."""
    if ending.endswith(("a", "ª")):
        return re.sub(r"o\b", "a", words)
    return re.sub(r"(primer|tercer)o$", r"\1", words) if ending == "er" else words


def fraction(above: int, below: int, cardinal: Cardinal) -> str:
    """Return "dos tercios", "un dieciseisavo", "uno sobre ciento cinco"."""
    if below > LARGEST_PART and below % 100:
        return f"{cardinal(above)} sobre {cardinal(below)}"
    if below <= 10:
        part = _PARTS[below]
    elif below < LARGEST_PART:
        part = f"{cardinal(below).translate(_ACCENTS).replace(' ', '').rstrip('a')}avo"
    else:
        part = ordinal(below, cardinal)
    if (above, below) == (1, 2):
        return part
    return f"{'un' if above == 1 else cardinal(above)} {part}{'' if above == 1 else 's'}"
