"""A letter as mathematics writes it in, its name out: bold, script, fraktur, double-struck, Greek (Unicode TR 25)."""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from postaloud.scripting.maths.vocabulary import Vocabulary

_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΘΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂εθκφρπ"
_DIGITS = "0123456789"
_PLAIN: tuple[str, ...] = ()
_BOLD = ("bold",)


class Alphabet(NamedTuple):
    """Letters that stand one behind the other in Unicode, all in one style."""

    start: int
    letters: str
    styles: tuple[str, ...]


def _alphabets() -> Iterator[Alphabet]:
    """Yield the alphabets of the block Mathematical Alphanumeric Symbols; slant and serifs are not said."""
    script, fraktur, double = ("script",), ("fraktur",), ("double struck",)
    latin = (
        *(_BOLD, _PLAIN, _BOLD, script, ("script", "bold"), fraktur, double, ("fraktur", "bold")),
        *(_PLAIN, _BOLD, _PLAIN, _BOLD, _PLAIN),
    )
    for place, styles in enumerate(latin):
        yield Alphabet(0x1D400 + 52 * place, _LATIN, styles)
    for place, styles in enumerate((_BOLD, _PLAIN, _BOLD, _BOLD, _BOLD)):
        yield Alphabet(0x1D6A8 + 58 * place, _GREEK, styles)
    for place, styles in enumerate((_BOLD, double, _PLAIN, _BOLD, _PLAIN)):
        yield Alphabet(0x1D7CE + 10 * place, _DIGITS, styles)
    yield Alphabet(0x24B6, _LATIN, ("circled",))
    yield Alphabet(0x1F150, _LATIN[:26], ("black circled",))
    yield Alphabet(0x1F170, _LATIN[:26], ("black squared",))
    yield Alphabet(0x1F130, _LATIN[:26], ("squared",))
    yield Alphabet(0x249C, _LATIN[26:], ("parenthesized",))
    yield Alphabet(0xF180, _LATIN, _PLAIN)


_ALPHABETS = tuple(_alphabets())
_MATHTYPE = (
    (0xF000, 0xF033, 0x1D504),
    (0xF040, 0xF073, 0x1D56C),
    (0xF080, 0xF0B3, 0x1D538),
    (0xF100, 0xF133, 0x1D49C),
    (0xF140, 0xF173, 0x1D4D0),
    (0xF260, 0xF2FB, 0x1D400),
    (0xF300, 0xF403, 0x1D5A0),
    (0xF408, 0xF55F, 0x1D6A8),
)
"""First and last of the private characters that MathType wrote for letters, and where Unicode has them."""
_HOLES = {"ℬ": "B", "ℰ": "E", "ℱ": "F", "ℋ": "H", "ℐ": "I", "ℒ": "L", "ℳ": "M", "ℛ": "R", "ℯ": "e", "ℊ": "g", "ℴ": "o"}
_FRAKTUR = {"ℭ": "C", "ℌ": "H", "ℑ": "I", "ℜ": "R", "ℨ": "Z"}
_DOUBLE = {"ℂ": "C", "ℍ": "H", "ℕ": "N", "ℙ": "P", "ℚ": "Q", "ℝ": "R", "ℤ": "Z"}
_ODD = re.compile(r"^(?:dingbat|mathematical|greek|latin|cyrillic|hebrew) |(?:sans-serif|negative) |(?:letter|symbol) ")
_VARIANTS = str.maketrans("ϕϑϵϰϱϖϒϴℎ", "φθεκρπΥΘh")
_STYLED = {"bold": _BOLD, "double-struck": ("double struck",), "script": ("script",), "fraktur": ("fraktur",)}


def letter_name(letter: str, words: Vocabulary, variant: str = "") -> str:
    """Return how a single character is called; `variant` is its MathML `mathvariant`."""
    plain, styles = _plain(letter)
    styles = styles or _STYLED.get(variant, _PLAIN)
    name = words.letters.get(plain) or _name_of(plain, words)
    return " ".join((*(words.styles.get(style, style) for style in styles), name))


def _plain(letter: str) -> tuple[str, tuple[str, ...]]:
    """Return the letter itself and its styles."""
    for table, style in ((_HOLES, "script"), (_FRAKTUR, "fraktur"), (_DOUBLE, "double struck")):
        if letter in table:
            return table[letter], (style,)
    place = ord(letter)
    place = next((place - first + to for first, last, to in _MATHTYPE if first <= place <= last), place)
    for alphabet in _ALPHABETS:
        if alphabet.start <= place < alphabet.start + len(alphabet.letters):
            return alphabet.letters[place - alphabet.start], alphabet.styles
    return letter.translate(_VARIANTS), _PLAIN


def _name_of(letter: str, words: Vocabulary) -> str:
    small = letter.lower()
    if letter != small:
        return words.capital.format(words.letters.get(small, small))
    if letter.isalnum() and letter.isprintable() and unicodedata.numeric(letter, None) is None:
        return letter
    name = unicodedata.name(letter, "").lower()
    if not name or letter.isdecimal():
        return letter if letter.isprintable() and letter.isalnum() else ""
    is_black = "negative circled" in name
    return ("black " if is_black else "") + _ODD.sub("", _ODD.sub("", name)).replace("digit ", "")
