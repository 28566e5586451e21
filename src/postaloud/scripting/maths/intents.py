"""What the author says that a part of a formula means in, its words out (MathML 4, `intent`)."""

import re
from collections.abc import Iterator

from postaloud.scripting.maths.telling import Telling
from postaloud.scripting.maths.tree import Node
from postaloud.scripting.maths.vocabulary import Shape

_CALL = re.compile(r"(?P<name>[\w.-]*)(?P<property>(?::[\w-]+)*)(?:\((?P<arguments>[^()]*)\))?")
_INTERVALS = {
    "open-interval": (Shape.OPEN, Shape.OPEN),
    "closed-interval": (Shape.CLOSED, Shape.CLOSED),
    "open-closed-interval": (Shape.OPEN, Shape.CLOSED),
    "closed-open-interval": (Shape.CLOSED, Shape.OPEN),
}


def say_intent(node: Node, tell: Telling) -> str | None:
    """Return the words for what a part means, or None where its author does not say."""
    written = node.attributes.get("intent", "").strip()
    found = _CALL.fullmatch(written) if written else None
    if not found or not (found["name"] or found["property"] == ":silent"):
        return None
    name = found["name"].strip("_").replace("-", " ").replace("_", " ").strip()
    if found["arguments"] is None:
        return "" if not found["name"] else name
    if not found["arguments"].strip():
        return None
    parts = [_argument(one.strip(), node, tell) for one in found["arguments"].split(",") if one.strip()]
    ends = _INTERVALS.get(found["name"])
    if ends and len(parts) == 2:
        kinds = dict.fromkeys(map(tell.shape, ends))
        return tell.shape(Shape.INTERVAL, " ".join(kinds), *parts)
    return _called(name, found["property"], parts, tell)


def _called(name: str, how: str, parts: list[str], tell: Telling) -> str:
    if ":silent" in how or not name:
        return " ".join(parts)
    if ":infix" in how:
        return f" {name} ".join(parts) if len(parts) > 1 else " ".join((name, *parts))
    if ":prefix" in how or ":literal" in how:
        return " ".join((name, *parts))
    if ":postfix" in how:
        return " ".join((*parts, name))
    comma = f" {tell.words.signs[',']}, "
    return tell.shape(Shape.APPLIED, name, comma.join(parts)) if parts else name


def _argument(written: str, node: Node, tell: Telling) -> str:
    if not written.startswith("$"):
        return written.strip("_").replace("-", " ")
    return next((tell.say(part) for part in _within(node) if part.attributes.get("arg") == written[1:]), "")


def _within(node: Node) -> Iterator[Node]:
    for child in node.children:
        yield child
        if "arg" not in child.attributes:
            yield from _within(child)
