"""The headings of a text go in, the level of each kind of heading comes out."""

from collections.abc import Mapping, Sequence

from postaloud.reading.plaintext.blocks import Heading
from postaloud.reading.plaintext.opening import TITLE

_STRENGTH = ("part", "chapter", "marked", "underlined", "boxed", "numbered", "capitals", "title")
"""The families of headings, those that stand for more first."""
_FIXED = ("part", "chapter")
_COUNTED = ("marked", "numbered")
"""Families whose kinds say themselves how deep they lie."""
_TOP, _DEEPEST = 2, 6
Places = Mapping[str, Sequence[int]]


def levels_of(headings: Sequence[Heading]) -> dict[str, int]:
    """Return the level of each kind of heading, 2 to 6.

    Parts hold chapters, "1" holds "1.2", and a kind of underline all that come after it. A kind of another family lies
    below the one that it stands within, unless it is the stronger.
    """
    places: dict[str, list[int]] = {}
    for at, heading in enumerate(headings):
        if heading.kind != TITLE:
            places.setdefault(heading.kind, []).append(at)
    levels: dict[str, int] = {}
    for kind in sorted(places, key=lambda kind: _turn(kind, places)):
        above = (levels[other] + 1 for other in levels if _is_below(kind, other, places))
        levels[kind] = min(_DEEPEST, max(above, default=_TOP))
    return levels


def _turn(kind: str, places: Places) -> tuple[bool, int, str, int]:
    """Return when it is a kind's turn: parts and chapters, then families as they come, within them by depth."""
    family = _family(kind)
    first = min(places[other][0] for other in places if _family(other) == family)
    return family not in _FIXED, first, kind if family in _COUNTED else "", places[kind][0]


def _is_below(kind: str, other: str, places: Places) -> bool:
    family, holder = _family(kind), _family(other)
    if family == holder or (family == "chapter" and holder == "part"):
        return True
    is_within = places[other][0] < places[kind][0] < places[other][-1]
    return is_within and _STRENGTH.index(family) > _STRENGTH.index(holder)


def _family(kind: str) -> str:
    return kind.partition(" ")[0]
