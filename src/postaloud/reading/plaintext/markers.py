"""The text of a line goes in, what marks it as the item of a list comes out: a bullet, or a number in any form."""

import re
from dataclasses import dataclass

from postaloud.reading.ordinals import shown

_BULLET = re.compile(r"(?P<sign>[-*+•·◦▪‣○●■□◆◇➢►▸✓✔☐☑–]|\[[ xX]\])[ \u00a0]+(?=\S)")
_NUMBER = re.compile(
    r"(?P<open>\(?)(?P<value>\d{1,3}|[ivxlcdm]{1,7}|[IVXLCDM]{1,7}|[a-z]|[A-Z])(?P<close>[.)]{1,2}|\.?\))"
    r"(?:[ \u00a0]+(?=\S)|(?<=\d[.)])(?=[A-Z]))"
)
_CHECK = re.compile(r"\[[ xX]\] +(?=\S)")
_MOST_ROMAN = 200


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands before the text of an item."""

    sign: str
    """The bullet, or the signs around the number: ".", ")", "()"."""
    values: tuple[tuple[str, int], ...] = ()
    """What its number may mean, as types of HTML's `ol` with their values; nothing for a bullet."""
    width: int = 2
    """Columns up to the text of the item."""

    @property
    def is_bullet(self) -> bool:
        """Whether it has no number."""
        return not self.values

    def value(self, kind: str) -> int | None:
        """Return its number as one of a type, or None where it cannot be one."""
        return dict(self.values).get(kind)


def marker_of(text: str) -> Marker | None:
    """Return what makes a line the first of an item, or None."""
    if found := _BULLET.match(text):
        checked = _CHECK.match(text, found.end())
        return Marker(found["sign"], width=checked.end() if checked else found.end())
    found = _NUMBER.match(text)
    if not found or (found["open"] and not found["close"].endswith(")")):
        return None
    return Marker(found["open"] + found["close"], tuple(_values(found["value"])), found.end())


def shared_type(first: Marker, second: Marker) -> str:
    """Return the type by which the second marker follows the first, "" where it does not."""
    if first.sign != second.sign:
        return ""
    steps = {kind: (second.value(kind) or 0) - value for kind, value in first.values if second.value(kind) is not None}
    return next((kind for kind, step in steps.items() if step == 1), "")


def _values(written: str) -> list[tuple[str, int]]:
    if written.isdigit():
        return [("1", int(written))]
    values: list[tuple[str, int]] = []
    is_small = written.islower()
    if len(written) == 1:
        values.append(("a" if is_small else "A", ord(written.lower()) - ord("a") + 1))
    roman = _ROMAN.get(written.lower())
    return [*values, ("i" if is_small else "I", roman)] if roman else values


_ROMAN = {shown(number, "i"): number for number in range(1, _MOST_ROMAN)}
