"""A Roman numeral in, its value out."""

import re

_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHAPE = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE)


def roman_value(written: str) -> int:
    """Return the value of a Roman numeral in capitals or small letters, 0 where it is none."""
    if not _SHAPE.fullmatch(written):
        return 0
    values = [_VALUES[letter] for letter in written.upper()]
    return sum(-value if value < max(values[i:]) else value for i, value in enumerate(values))
