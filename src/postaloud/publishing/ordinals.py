"""The numbers that a page shows before list items in, what makes HTML show the same ones out."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

_ROMAN = re.compile(r"(?=.)m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_TRIMMINGS = re.compile(r"^\(|[.):]$")


@dataclass(frozen=True, slots=True)
class Numbering:
    """How a list counts."""

    kind: str
    """The attribute `type` of the list, or "" for a list of decimal numbers or of signs that HTML cannot count with."""
    values: tuple[int | None, ...]
    """The attribute `value` of each item, or None where the item needs none."""
    signs: tuple[str, ...] = ()
    """What to write before each item where HTML cannot count so; else empty."""


def numbering(shown: Sequence[str]) -> Numbering:
    """Return how a list must count to show these numbers; "" stands for an item without one."""
    marks = [_TRIMMINGS.sub("", mark.strip()) for mark in shown]
    counted = {kind: [read(mark) if mark else 0 for mark in marks] for kind, read in _KINDS.items()}
    possible = {kind: values for kind, values in counted.items() if None not in values}
    if not possible:
        return Numbering("", (None,) * len(marks), tuple(shown))
    # "c, d" are letters and "i, ii" Roman: what counts lowest is what was meant.
    kind = min(possible, key=lambda kind: sum(value or 0 for value in possible[kind]))
    return Numbering(kind, _needed(possible[kind], marks))


def _needed(values: Sequence[int | None], marks: Sequence[str]) -> tuple[int | None, ...]:
    needed: list[int | None] = []
    expected = 1
    for value, mark in zip(values, marks, strict=True):
        count = value if mark and value is not None else expected
        needed.append(count if count != expected else None)
        expected = count + 1
    return tuple(needed)


def _decimal(mark: str) -> int | None:
    return int(mark) if re.fullmatch(r"-?[1-9][0-9]{0,8}|0", mark) else None


def _letters(mark: str) -> int | None:
    if not re.fullmatch(r"[a-z]{1,4}", mark):
        return None
    value = 0
    for letter in mark:
        value = value * 26 + ord(letter) - ord("a") + 1
    return value


def _roman(mark: str) -> int | None:
    if not _ROMAN.fullmatch(mark):
        return None
    digits = [_ROMAN_DIGITS[letter] for letter in mark]
    return sum(-here if here < after else here for here, after in zip(digits, [*digits[1:], 0], strict=True))


def _capital(read: Callable[[str], int | None]) -> Callable[[str], int | None]:
    return lambda mark: read(mark.lower()) if mark.isupper() else None


_KINDS: Mapping[str, Callable[[str], int | None]] = {
    "": _decimal,
    "a": _letters,
    "A": _capital(_letters),
    "i": _roman,
    "I": _capital(_roman),
}
