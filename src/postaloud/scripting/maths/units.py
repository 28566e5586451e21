"""A unit of measurement in a formula in, its name out, for one or for many."""

from postaloud.scripting.maths.telling import Telling
from postaloud.scripting.maths.tree import Node


def is_unit(node: Node) -> bool:
    """Whether the author marks it as a unit (MathML 4 intent, MathML 3 class)."""
    marks = (node.attributes.get("intent", ""), node.attributes.get("class", ""))
    return node.name in ("mi", "mo", "mtext") and (":unit" in marks[0] or "MathML-Unit" in marks[1])


def say_unit(node: Node, tell: Telling, *, is_one: bool) -> str:
    """Return the name of a unit; "mega-volts" for one with a prefix."""
    units, text = tell.words.units, node.text
    if text in units:
        return units[text][not is_one]
    for length in (2, 1):
        prefix = tell.words.unit_prefixes.get(text[:length])
        if prefix and text[length:] in units:
            return f"{prefix}-{units[text[length:]][not is_one]}"
    return text
