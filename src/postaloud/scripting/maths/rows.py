"""Things side by side in, their words out: signs between them, products, functions and what they are applied to."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from postaloud.scripting.maths.brackets import is_quiet, say_application
from postaloud.scripting.maths.fractions import is_fraction_of_numbers, is_rate, say_rate
from postaloud.scripting.maths.telling import LONG, MINUS, RELATIONS, Telling, is_compound, is_plain, is_whole
from postaloud.scripting.maths.tree import APPLY, BARS, PLUS, TIMES, Node, items
from postaloud.scripting.maths.units import is_unit, say_unit
from postaloud.scripting.maths.vocabulary import Shape

_INVISIBLE = APPLY + TIMES + PLUS
_ENDS = ".,;"
_CHANCES = frozenset(("P", "Pr", "ℙ", "E"))
"""What is true of something given something else."""
_LETTERS = frozenset("fgh")
"""Letters that stand for functions by custom."""
_OPERANDS_END = frozenset(("mn", "fenced", "mfrac", "msqrt", "mroot", "mtable"))


def say_row(nodes: Sequence[Node], tell: Telling) -> str:
    """Return the words of things side by side."""
    nodes = _without_end(nodes)
    parts: list[str] = []
    for place, node in enumerate(nodes):
        parts.extend(_say_one(nodes, place, node, tell, parts))
    return " ".join(filter(None, parts))


def _without_end(nodes: Sequence[Node]) -> Sequence[Node]:
    """Leave out the full stop or comma that belongs to the sentence around the formula."""
    return nodes[:-1] if len(nodes) > 1 and nodes[-1].is_sign(_ENDS) else nodes


def _say_one(nodes: Sequence[Node], place: int, node: Node, tell: Telling, said: list[str]) -> Iterator[str]:
    before = nodes[place - 1] if place else Node("mrow")
    if node.is_sign(_INVISIBLE):
        return
    if node.name == "mo":
        yield _pause(node, said) + _sign(nodes, place, node, tell)
        return
    yield _joint(nodes, place, tell)
    if is_unit(node):
        yield say_unit(node, tell, is_one=before.text == "1")
    elif is_rate(node):
        yield say_rate(node, tell, is_one=before.text == "1")
    elif node.name == "fenced" and _is_applied(nodes, place, tell):
        yield say_application(_with_given(node, before, tell), tell)
    else:
        yield tell.say(node) + _end_of(nodes, place, tell)
        if _takes_argument(nodes, place, tell):
            yield "" if _is_spoken_bracket(nodes, place, tell) else tell.shape(Shape.OF, "").strip()


def _end_of(nodes: Sequence[Node], place: int, tell: Telling) -> str:
    """Tell where a long root ends, if something follows that could belong to it."""
    node = nodes[place]
    is_long = node.name in ("msqrt", "mroot") and bool(node.children) and is_compound(node.children[0])
    return tell.shape(Shape.END_ROOT) if is_long and place + 1 < len(nodes) else ""


def _pause(node: Node, said: Sequence[str]) -> str:
    """Part a long operand from a relation or a sum behind it."""
    since = " ".join(said[-3 * LONG :]).rsplit(",", 1)[-1]
    is_joint = node.text in RELATIONS or node.is_sign("+±" + MINUS)
    return ", " if is_joint and len(since.split()) > LONG else ""


def _sign(nodes: Sequence[Node], place: int, node: Node, tell: Telling) -> str:
    words = tell.words
    before = nodes[place - 1] if place else Node("mo")
    is_first = (before.name == "mo" and not before.is_sign("!%′)")) or (
        node.is_sign(MINUS) and _is_function(before, tell)
    )
    if is_first and place + 1 < len(nodes) and node.text in words.prefixes:
        return words.prefixes[node.text]
    if not is_first and node.text in words.postfixes:
        return words.postfixes[node.text]
    large = node.text in words.large and place + 1 < len(nodes)
    return tell.shape(Shape.OF, tell.say(node)) if large else tell.say(node)


def _joint(nodes: Sequence[Node], place: int, tell: Telling) -> str:
    """Return the word between two things without a sign: times, and, or none."""
    if not place:
        return ""
    node, before = nodes[place], nodes[place - 1]
    if is_fraction_of_numbers(node) and (is_whole(before) or before.is_sign(PLUS)):
        return tell.shape(Shape.MIXED, "", "").strip()
    is_explicit = before.is_sign(TIMES)
    at = place - 2 if is_explicit and place > 1 else place - 1
    left = nodes[at]
    if left.name == "fenced" and _is_applied(nodes, at, tell):
        return ""
    return tell.shape(Shape.TIMES) if _is_product(left, node, is_explicit=is_explicit, tell=tell) else ""


def _is_product(left: Node, node: Node, *, is_explicit: bool, tell: Telling) -> bool:
    if left.name in ("mo", "mtext", "mrow") or node.name == "mtext" or is_unit(node) or _is_function(left, tell):
        return False
    if node.name == "fenced":
        return is_explicit or left.name in _OPERANDS_END or (left.name != "mi" and not _has_letter_base(left))
    if left.name == "fenced":
        return is_quiet(left)
    is_heavy = node.name in ("msqrt", "mroot", "mfrac", "mtable") and left.name in ("msqrt", "mroot", "mfrac")
    return is_heavy or (node.name == "mn" and left.name == "mn")


def _is_applied(nodes: Sequence[Node], place: int, tell: Telling) -> bool:
    """Whether what stands in brackets is what a function is applied to."""
    if not place or nodes[place].text != "()":
        return False
    before = nodes[place - 1]
    if before.is_sign(APPLY):
        return True
    inner = nodes[place].children
    is_short = (len(inner) == 1 and is_plain(inner[0])) or any(one.is_sign(",") for one in inner)
    is_chance = before.text in _CHANCES and any(one.is_sign(BARS) for one in inner)
    is_function = _is_function(before, tell) or _is_letter_function(before) or is_chance
    return is_function or (_has_letter_base(before) and is_short)


def _with_given(node: Node, before: Node, tell: Telling) -> Node:
    """Read the bar in P(A | B) as "given"."""
    if before.text not in _CHANCES:
        return node
    given = Node("mtext", tell.shape(Shape.GIVEN))
    return replace(node, children=tuple(given if one.is_sign(BARS) else one for one in node.children))


def _is_letter_function(node: Node) -> bool:
    return node.name == "mi" and node.text in _LETTERS


def _has_letter_base(node: Node) -> bool:
    if node.name in ("msub", "msup", "msubsup", "mover") and node.children:
        return _has_letter_base(node.children[0])
    return node.name == "mi"


def _is_function(node: Node, tell: Telling) -> bool:
    """Whether it is the name of a function, raised or not."""
    if node.name in ("msup", "msub", "msubsup", "mover", "munder", "munderover") and node.children:
        return _is_function(node.children[0], tell)
    return node.name in ("mi", "mo", "mtext") and (node.text in tell.words.functions or node.text in tell.words.large)


def _takes_argument(nodes: Sequence[Node], place: int, tell: Telling) -> bool:
    node = nodes[place]
    follows = next((one for one in nodes[place + 1 :] if not one.is_sign(_INVISIBLE)), None)
    if follows is None or node.text == "ln" or not _is_function(node, tell):
        return False
    return follows.name != "mo" or follows.is_sign(MINUS) or follows.text in tell.words.large


def _is_spoken_bracket(nodes: Sequence[Node], place: int, tell: Telling) -> bool:
    """Whether brackets follow, which say "of" themselves."""
    after = nodes[place + 1]
    at = place + 2 if after.is_sign(APPLY) and place + 2 < len(nodes) else place + 1
    return nodes[at].name == "fenced" and _is_applied(nodes, at, tell)


def say_items(node: Node, tell: Telling) -> str:
    """Return the words of a row, or of a single thing."""
    return say_row(items(node), tell)
