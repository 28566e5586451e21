"""Digits in, a choice from a list out: they come one by one from keys, or as a whole number from a line."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_DIGITS = 6


@dataclass(slots=True)
class Choosing:
    """The list that was read out last, and the digits that were typed since."""

    rows: Mapping[int, int] = field(default_factory=dict)
    """Sentences by the numbers that choose them."""
    typed: str = ""

    def add(self, digits: str) -> bool:
        """Take in digits; tells whether they can mean only one number now."""
        self.typed = (self.typed + digits)[-MOST_DIGITS:]
        return not any(name.startswith(self.typed) and name != self.typed for name in map(str, self.rows))

    def taken(self) -> str:
        """Return what was typed and forget it."""
        typed, self.typed = self.typed, ""
        return typed


def refusal(rows: Mapping[int, int], typed: str) -> str:
    """Return what is said where a number chooses nothing."""
    known = f"choose {min(rows)} to {max(rows)}" if rows else "the list is empty"
    return f"There is no number {typed}: {known}."
