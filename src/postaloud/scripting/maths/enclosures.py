"""Something struck out, boxed or circled in, words out (`menclose`)."""

from collections.abc import Iterator, Sequence

from postaloud.scripting.maths.telling import Telling
from postaloud.scripting.maths.tree import Node, row
from postaloud.scripting.maths.vocabulary import Shape

_SIDES = frozenset(("top", "right", "bottom", "left"))


def say_enclosed(node: Node, tell: Telling) -> str:
    """Return what is drawn around or across something, and the thing itself."""
    drawn = node.attributes.get("notation", "").split() or ["longdiv"]
    names = [*_drawn(drawn, tell)]
    inside = tell.say(row(node.children))
    if not names:
        return inside
    return tell.shape(Shape.ENCLOSED, ", ".join(names), inside) + tell.shape(Shape.END_ENCLOSED)


def _drawn(drawn: Sequence[str], tell: Telling) -> Iterator[str]:
    """Yield what is drawn: lines at the sides together, then the rest, strokes across it together and last."""
    names = {key: name for key, name in tell.words.enclosures.items() if key in drawn}
    sides = [name for key, name in names.items() if key in _SIDES]
    strokes = [name for key, name in names.items() if key.endswith("strike")]
    if sides:
        yield tell.shape(Shape.LINES_AT, ", ".join(sides))
    yield from (name for key, name in names.items() if key not in _SIDES and not key.endswith("strike"))
    if strokes:
        yield tell.shape(Shape.STRUCK, ", ".join(strokes))
