"""A title and a width in, lines of type out; what a glyph looks like is asked of whoever draws."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from postaloud.publishing.plain import one_line

Measure = Callable[[str, int], float]
"""The width of a text in a size, both in pixels."""
Draws = Callable[[str], bool]
"""Whether the font has a glyph for a character."""
_SIZES = (88, 80, 72, 66, 60, 54, 48, 44, 40, 36, 32, 29)
_LEADING = 1.16
_PLAINER = str.maketrans("\u00a0\u202f‐‑‒–—―′″‚„ʼ•", "  ------'\",\"'·")
"""Typographic characters that a plain font may lack, and what a typewriter has for them."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Lines set in one size."""

    size: int
    lines: tuple[str, ...]

    @property
    def leading(self) -> int:
        """Pixels from one line to the next."""
        return round(self.size * _LEADING)

    @property
    def height(self) -> int:
        """Pixels of all lines."""
        return self.leading * len(self.lines)


def drawable(text: str, draws: Draws) -> str:
    """Return the text as the font can draw it, emoji left out; "" where it lacks a letter."""
    plainer = one_line(unicodedata.normalize("NFC", text)).translate(_PLAINER)
    kept = "".join(character for character in plainer if draws(character) or not _is_ornament(character))
    return one_line(kept) if all(map(draws, kept)) else ""


def _is_ornament(character: str) -> bool:
    return unicodedata.category(character) in {"So", "Sk", "Cf", "Me", "Co", "Cn"} or character == "\ufe0f"


def initials(text: str, draws: Draws) -> str:
    """Return the first letters of the first two words, or "" where the first one cannot be drawn."""
    firsts = [word[0].upper() for word in re.findall(r"\w+", unicodedata.normalize("NFC", text))][:2]
    if not firsts or not all(map(draws, firsts[0])):
        return ""
    return "".join(first for first in firsts if len(first) == 1 and draws(first))


def set_title(text: str, width: int, height: int, measure: Measure) -> Setting:
    """Return the largest setting that fits; a text that fits in no size is cut at an ellipsis."""
    words = text.split()
    for size in _SIZES:
        setting = Setting(size, _greedy(words, width, size, measure))
        if _fits(setting, width, height, measure):
            return Setting(size, _evened(setting.lines, width, size, measure))
    return _cut(words, width, height, measure)


def _fits(setting: Setting, width: int, height: int, measure: Measure) -> bool:
    return setting.height <= height and all(measure(line, setting.size) <= width for line in setting.lines)


def _evened(lines: tuple[str, ...], width: int, size: int, measure: Measure) -> tuple[str, ...]:
    """Return lines as even as can be: those of the narrowest measure that needs no more of them."""
    words = " ".join(lines).split()
    longest = max(measure(word, size) for word in words)
    best = lines
    for tenths in range(9, 4, -1):
        narrower = _greedy(words, max(width * tenths / 10, longest), size, measure)
        best = narrower if len(narrower) == len(lines) else best
    return best


def _greedy(words: Sequence[str], width: float, size: int, measure: Measure) -> tuple[str, ...]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        lines[-1:] = [longer] if measure(longer, size) <= width else [lines[-1], word]
    return tuple(lines)


def _cut(words: Sequence[str], width: int, height: int, measure: Measure) -> Setting:
    size = _SIZES[-1]
    whole = [piece for word in words for piece in _pieces(word, width, size, measure)]
    rows = height // Setting(size, ("",)).leading
    lines = _greedy(whole[: rows * 40], width, size, measure)
    if len(lines) > rows:
        lines = (*lines[: rows - 1], shortened(f"{lines[rows - 1]} {lines[rows]}", width, size, measure))
    return Setting(size, lines)


def _pieces(word: str, width: int, size: int, measure: Measure) -> list[str]:
    """Return a word whole, or cut where even alone it is too long for a line."""
    if measure(word, size) <= width:
        return [word]
    count = max(int(0.9 * width * len(word) / measure(word, size)), 1)
    return [word[at : at + count] for at in range(0, len(word), count)]


def shortened(text: str, width: int, size: int, measure: Measure) -> str:
    """Return the text, cut at an ellipsis where it is too long for a line."""
    if measure(text, size) <= width:
        return text
    end = len(text)
    while end and measure(f"{text[:end].rstrip()}…", size) > width:
        end -= 1
    return f"{text[:end].rstrip()}…"
