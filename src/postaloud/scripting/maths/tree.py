"""The source of a formula in MathML goes in, a tidy tree comes out: no layout, brackets joined with what they hold."""

import html
import re
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from postaloud.scripting.xml import Element, parse_xml

TOKENS = frozenset(("mi", "mn", "mo", "mtext", "ms"))
ROWS = frozenset(("math", "mrow", "mstyle", "mpadded", "merror", "a", "mtd"))
"""Elements that only hold a row of others."""
INFERRED = frozenset(("msqrt", "menclose"))
"""Elements whose children are a row of their own (MathML Core, 3.2.3)."""
UNSAID = frozenset(("annotation", "annotation-xml", "mphantom", "mspace", "none", "mprescripts", "maligngroup"))
INVISIBLE = "\u2063\u200b\u2060\ufeff"
"""Separators and other characters that stand for nothing."""
APPLY, TIMES, PLUS = "\u2061", "\u2062", "\u2064"
OPENING, CLOSING, BARS = "([{⟨⌊⌈⟦", ")]}⟩⌋⌉⟧", "|∣‖∥"
_SIGNS = frozenset("'′″‴:,;=<>+-−" + OPENING + CLOSING + BARS)
"""Signs that converters from TeX set as letters."""
_NAMED = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\w+);)(\w+;)")


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a formula: the names are those of MathML, and "fenced" for what stands in brackets."""

    name: str
    text: str = ""
    """The token's text; for "fenced" the opening and the closing bracket."""
    children: "tuple[Node, ...]" = ()
    attributes: Mapping[str, str] = field(default_factory=dict)

    def is_sign(self, signs: str) -> bool:
        """Whether it is an operator, and one of these single characters."""
        return self.name == "mo" and len(self.text) == 1 and self.text in signs


def read_mathml(source: str) -> Node:
    """Return the tree of a formula; raises `XmlError` for what is no MathML that can be read."""
    return _tidy(parse_xml(_NAMED.sub(lambda found: html.unescape(found[0]), source)))


def row(nodes: Iterable[Node]) -> Node:
    """Return nodes as one: a row, unless there is only one."""
    children = tuple(nodes)
    return children[0] if len(children) == 1 else Node("mrow", "", children)


def items(node: Node) -> tuple[Node, ...]:
    """Return what stands in a row, one behind the other."""
    return node.children if node.name == "mrow" else (node,)


def _tidy(element: Element) -> Node:
    if element.name in TOKENS:
        return _token(element)
    if element.name in UNSAID:
        return Node("mrow")
    special = _SPECIAL.get(element.name)
    if special:
        return special(element)
    children = [_tidy(child) for child in element.children if child.name not in ("annotation", "annotation-xml")]
    if element.name in ROWS:
        return _with_intent(tuple(_grouped(children)), element)
    if element.name in INFERRED:
        children = [row(_grouped(children))]
    return Node(element.name, "", tuple(children), element.attributes)


def _token(element: Element) -> Node:
    """Read a letter, a number, a sign or a text; a function's name is a name, also where it is set as a sign."""
    text = " ".join(element.text.split()).strip(INVISIBLE)
    name = element.name
    if name == "mo" and len(text) > 1 and text.isalpha() and text.isascii():
        name = "mi"
    if name == "mi" and text in _SIGNS and "intent" not in element.attributes:
        name = "mo"
    return Node(name, text, (), element.attributes)


def _with_intent(nodes: tuple[Node, ...], element: Element) -> Node:
    """Keep what the author says of a row, also of a row of one."""
    kept = {key: value for key, value in element.attributes.items() if key in ("intent", "arg")}
    return Node("mrow", "", nodes, kept) if kept else row(nodes)


def _semantics(element: Element) -> Node:
    shown = [child for child in element.children if child.name not in ("annotation", "annotation-xml")]
    mathml = [
        child for child in element.find("annotation-xml") if "Presentation" in child.attributes.get("encoding", "")
    ]
    return row(_grouped([_tidy(child) for child in (shown or [one for part in mathml for one in part.children])]))


def _fenced(element: Element) -> Node:
    """Read `mfenced`, which MathML 3 had for brackets and commas."""
    found = element.attributes
    marks = "".join(found.get("separators", ",").split())
    inner: list[Node] = []
    for place, child in enumerate(element.children):
        if place and marks:
            inner.append(Node("mo", marks[min(place, len(marks)) - 1]))
        inner.append(_tidy(child))
    return Node("fenced", found.get("open", "(")[:1] + found.get("close", ")")[:1], tuple(_grouped(inner)))


def _chosen(element: Element) -> Node:
    chosen = element.attributes.get("selection", "1")
    at = int(chosen) - 1 if chosen.isdecimal() else 0
    return _tidy(element.children[at]) if 0 <= at < len(element.children) else Node("mrow")


def _scripts(element: Element) -> Node:
    """Read `mmultiscripts`, and keep the gaps between its scripts."""
    parts = [Node("mprescripts") if child.name == "mprescripts" else _tidy(child) for child in element.children]
    return Node(element.name, "", tuple(parts), element.attributes)


_SPECIAL: Mapping[str, Callable[[Element], Node]] = {
    "semantics": _semantics,
    "mfenced": _fenced,
    "maction": _chosen,
    "mmultiscripts": _scripts,
}


def _grouped(nodes: Iterable[Node]) -> Iterator[Node]:
    """Yield a row's nodes without gaps and rows inside rows, brackets joined with what they hold."""
    flat = [node for one in nodes for node in _flat(one)]
    paired = {sign for sign, times in Counter(node.text for node in flat if node.is_sign(BARS)).items() if times > 1}
    stack: list[list[Node]] = [[]]
    for one in flat:
        node = _closing_of(one)
        if node.is_sign(CLOSING) or (node.is_sign(BARS) and _closes(stack, node)):
            _close(stack, node, one)
        elif node.is_sign(OPENING) or (node.is_sign(BARS) and _opens(stack[-1], paired, node)):
            stack.append([node])
        else:
            stack[-1].append(one)
    while len(stack) > 1:
        left = stack.pop()
        stack[-1] += [Node("fenced", "{", tuple(left[1:]))] if _is_cases(left) else left
    yield from stack[0]


def _flat(node: Node) -> tuple[Node, ...]:
    if node.name == "mrow" and "intent" not in node.attributes and "arg" not in node.attributes:
        return node.children
    if node.name in ("mtext", "mo", "mi") and not node.text and "intent" not in node.attributes:
        return ()
    return (node,)


def _closes(stack: list[list[Node]], bar: Node) -> bool:
    """Whether a bar ends what another began."""
    group = stack[-1]
    return len(stack) > 1 and group[0].text == bar.text and len(group) > 1 and group[-1].name != "mo"


def _opens(before: list[Node], paired: Container[str], bar: Node) -> bool:
    """Whether a bar begins something: behind nothing or a sign, and there is another to end it."""
    return bar.text in paired and (not before or before[-1].name == "mo")


def _closing_of(node: Node) -> Node:
    """Return the bracket that a power or an index hangs on, as TeX sets "(x + y)²"; else the node itself."""
    base = node.children[0] if node.name in ("msup", "msub", "msubsup") and node.children else node
    return base if base.is_sign(CLOSING + BARS) else node


def _close(stack: list[list[Node]], closing: Node, whole: Node) -> None:
    """Join what stands between two brackets; `whole` is the closing one with what is raised behind it."""
    if len(stack) == 1 or (stack[-1][0].is_sign(BARS) and not closing.is_sign(BARS)):
        stack[-1].append(whole)
        return
    group = stack.pop()
    fenced = Node("fenced", group[0].text + closing.text, tuple(group[1:]))
    stack[-1].append(replace(whole, children=(fenced, *whole.children[1:])) if whole.children else fenced)


def _is_cases(group: list[Node]) -> bool:
    return group[0].text == "{" and len(group) == 2 and group[1].name == "mtable"
