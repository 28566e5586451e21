"""The attributes of a list and its items go in, the numbers that the page shows come out (HTML standard, 4.4.5)."""

import re
from collections.abc import Callable, Sequence

_INTEGER = re.compile(r"[ \t\n\f\r]*([+-]?[0-9]+)")
_LONGEST = 9  # browsers clamp to 32 bits
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MOST_ROMAN = 3999


def integer(written: str | None) -> int | None:
    """Return the integer at the start of an attribute, as the HTML standard parses it (2.3.4.1), or None."""
    found = _INTEGER.match(written or "")
    if not found:
        return None
    return int(found[1]) if len(found[1].lstrip("+-0")) <= _LONGEST else None


def numbers(values: Sequence[str | None], start: str | None = None, *, is_reversed: bool = False) -> tuple[int, ...]:
    """Return the number of each visible item; `values` holds their `value` attributes, None where there is none."""
    first = integer(start)
    if first is None:
        first = len(values) if is_reversed else 1
    found: list[int] = []
    for value in values:
        given = integer(value)
        found.append(first if given is None else given)
        first = found[-1] + (-1 if is_reversed else 1)
    return tuple(found)


def shown(number: int, kind: str = "1") -> str:
    """Return a number as a list of this `type` shows it: "3", "c", "C", "iii", "III"; outside its range as digits."""
    return _KINDS.get(kind, str)(number)


def _letters(number: int) -> str:
    if number < 1:
        return str(number)
    written = ""
    while number:
        number, rest = divmod(number - 1, 26)
        written = chr(ord("a") + rest) + written
    return written


def _roman(number: int) -> str:
    if not 1 <= number <= _MOST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


_KINDS: dict[str, Callable[[int], str]] = {
    "a": _letters,
    "A": lambda number: _letters(number).upper(),
    "i": _roman,
    "I": lambda number: _roman(number).upper(),
}
