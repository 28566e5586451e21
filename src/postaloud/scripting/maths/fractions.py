"""A fraction or a root in, its words out."""

from postaloud.scripting.maths.telling import Telling, is_compound, is_plain, is_whole
from postaloud.scripting.maths.tree import Node, items, row
from postaloud.scripting.maths.units import is_unit, say_unit
from postaloud.scripting.maths.vocabulary import Shape

MOST_PARTS = 20
"""Larger numerators are said "21 over 2", as ClearSpeak has it."""


def is_fraction_of_numbers(node: Node) -> bool:
    """Whether both parts are whole numbers."""
    return node.name == "mfrac" and len(node.children) == 2 and all(map(is_whole, node.children))


def say_fraction(node: Node, tell: Telling) -> str:
    """Return "1 half", "x over y" or "the fraction with numerator …"; a binomial where there is no line."""
    above, below = node.children
    if node.attributes.get("linethickness", "").strip("pxemt% ") == "0":
        return _choice(above, below, tell)
    if any(map(is_unit, (*_parts(below), *_parts(above)[-1:]))):
        return _rate(above, below, tell)
    common = _common(above, below, tell)
    if common:
        return common
    shape = Shape.OVER if _is_short(above, tell) and _is_short(below, tell) else Shape.FRACTION
    opening = "; " if above.name == "mfrac" and shape is Shape.FRACTION and not is_fraction_of_numbers(above) else ""
    return tell.shape(shape, opening + tell.say(above), tell.say(below))


def is_rate(node: Node) -> bool:
    """Whether it is a fraction of units: metres per second."""
    return node.name == "mfrac" and len(node.children) == 2 and is_unit(node.children[0])


def say_rate(node: Node, tell: Telling, *, is_one: bool) -> str:
    """Return "miles per hour", or "mile per hour" behind a one."""
    above, below = node.children
    return _rate(Node("mtext", say_unit(above, tell, is_one=is_one)), below, tell)


def _parts(node: Node) -> tuple[Node, ...]:
    if node.name == "msup":
        return node.children[:1]
    return node.children if node.name == "mrow" else (node,)


def _rate(above: Node, below: Node, tell: Telling) -> str:
    """Say "metres per second": what stands below is one of it."""
    under = say_unit(below, tell, is_one=True) if is_unit(below) else tell.say(below)
    if below.name == "msup" and is_unit(below.children[0]):
        raised = Node("msup", "", (Node("mtext", say_unit(below.children[0], tell, is_one=True)), below.children[1]))
        under = tell.say(raised)
    return tell.shape(Shape.PER, tell.say(above), under)


def _common(above: Node, below: Node, tell: Telling) -> str:
    if not (is_whole(above) and is_whole(below)) or int(above.text) > MOST_PARTS:
        return ""
    names = tell.words.denominators.get(int(below.text))
    return f"{above.text} {names[int(above.text) != 1]}" if names else ""


def _is_short(node: Node, tell: Telling) -> bool:
    return is_plain(node) and not any(one.text in tell.words.functions for one in items(node))


def _choice(above: Node, below: Node, tell: Telling) -> str:
    if is_plain(above) and is_plain(below) and not is_compound(above):
        return tell.shape(Shape.CHOOSE, tell.say(above), tell.say(below))
    end = tell.shape(Shape.END_BINOMIAL) if is_compound(below) else ""
    return tell.shape(Shape.BINOMIAL, tell.say(above), tell.say(below)) + end


def say_square_root(node: Node, tell: Telling) -> str:
    """Return "the square root of x"."""
    return tell.shape(Shape.SQUARE_ROOT, tell.say(row(node.children)))


def say_root(node: Node, tell: Telling) -> str:
    """Return "the cube root of x", "the n-th root of x"."""
    inside, degree = node.children
    if degree.text in ("2", "3"):
        return tell.shape(Shape.SQUARE_ROOT if degree.text == "2" else Shape.CUBE_ROOT, tell.say(inside))
    return tell.shape(Shape.ROOT, tell.say(inside), ordinal(degree, tell))


def ordinal(node: Node, tell: Telling) -> str:
    """Return "fourth", "15-th", "n-th"."""
    return tell.words.ordinals.get(node.text) or tell.shape(Shape.ORDINAL, tell.say(node))
