"""What stands in brackets in, words out: grouped terms, arguments, sets, intervals, absolute values, binomials."""

from collections.abc import Callable, Sequence

from postaloud.scripting.maths.fractions import is_fraction_of_numbers
from postaloud.scripting.maths.tables import say_cases, say_matrix
from postaloud.scripting.maths.telling import Telling, is_compound, is_negative
from postaloud.scripting.maths.tree import BARS, Node, row
from postaloud.scripting.maths.vocabulary import Shape

_SUCH_THAT = BARS + ":"


def say_fenced(node: Node, tell: Telling) -> str:
    """Return the words of what stands in brackets."""
    inner = node.children
    if len(inner) == 1 and inner[0].name == "mtable":
        return say_cases(inner[0], tell) if node.text == "{" else say_matrix(inner[0], node.text, tell)
    if node.text in tell.words.within:
        phrase, end = tell.words.within[node.text]
        return phrase.format(tell.say(row(inner))) + (end if is_compound(row(inner)) else "")
    special = _SPECIAL.get(node.text)
    found = special(inner, node.text, tell) if special else ""
    if found:
        return found
    return tell.say(row(inner)) if is_quiet(node) else spoken(node, tell)


def is_quiet(node: Node) -> bool:
    """Whether its brackets need no words: they hold a number, a letter or a simple fraction."""
    if node.text != "()" or not node.children:
        return False
    inner = node.children
    if len(inner) == 1:
        return inner[0].name in ("mn", "mi") or is_fraction_of_numbers(inner[0]) or _is_binomial(inner[0])
    return is_negative(row(inner)) or (len(inner) == 3 and is_negative(row(inner[:2])) and inner[2].name == "mi")


def say_application(node: Node, tell: Telling) -> str:
    """Return "of x", or "of, open paren x plus y, close paren"."""
    inner = node.children
    is_list = any(one.is_sign(",") for one in inner) and all(
        one.name in ("mi", "mn") or one.is_sign(",") for one in inner
    )
    if is_list or (len(inner) == 1 and inner[0].name != "fenced") or is_quiet(node):
        return tell.shape(Shape.OF, "").strip() + " " + _listed(inner, tell)
    return tell.shape(Shape.OF, "").strip() + spoken(node, tell)


def _listed(inner: Sequence[Node], tell: Telling) -> str:
    return (
        " ".join("," if one.is_sign(",") else tell.say(one) for one in inner)
        if len(inner) != 2
        else tell.say(row(inner))
    )


def spoken(node: Node, tell: Telling) -> str:
    """Return what stands in brackets with the brackets named."""
    opening, closing = node.text[:1], node.text[1:]
    inside = tell.say(row(node.children))
    end = ", " if is_compound(row(node.children)) else " "
    names = tell.words.brackets
    return f", {names.get(opening, opening)} {inside}{end}{names.get(closing, closing)}"


def _round(inner: Sequence[Node], brackets: str, tell: Telling) -> str:
    return _half_open(inner, brackets, tell) if brackets != "()" else ""


def _half_open(inner: Sequence[Node], brackets: str, tell: Telling) -> str:
    """Say "[a, b)" as an interval."""
    commas = [place for place, one in enumerate(inner) if one.is_sign(",")]
    if len(commas) != 1 or not 0 < commas[0] < len(inner) - 1:
        return ""
    opening, closing = (tell.shape(Shape.CLOSED if one in "[]" else Shape.OPEN) for one in brackets)
    kind = opening if opening == closing else f"{opening} {closing}"
    start, end = row(inner[: commas[0]]), row(inner[commas[0] + 1 :])
    return tell.shape(Shape.INTERVAL, kind, tell.say(start), tell.say(end))


def _set(inner: Sequence[Node], brackets: str, tell: Telling) -> str:  # noqa: ARG001 - one shape for all brackets
    if not inner:
        return tell.shape(Shape.EMPTY_SET)
    at = next((place for place, one in enumerate(inner) if one.is_sign(_SUCH_THAT)), 0)
    if not 0 < at < len(inner) - 1:
        return tell.shape(Shape.SET, tell.say(row(inner)))
    members = [_member(one, tell) for one in inner[:at]]
    return tell.shape(Shape.SET_OF_ALL, " ".join(members), tell.say(row(inner[at + 1 :])))


def _member(node: Node, tell: Telling) -> str:
    return tell.shape(Shape.MEMBER_IN_SET) if node.is_sign("∈") else tell.say(node)


def _is_binomial(node: Node) -> bool:
    return node.name == "mfrac" and node.attributes.get("linethickness", "").strip("pxemt% ") == "0"


_Bracket = Callable[[Sequence[Node], str, Telling], str]
_SPECIAL: dict[str, _Bracket] = {"()": _round, "[)": _round, "(]": _round, "[]": _round, "{}": _set}
