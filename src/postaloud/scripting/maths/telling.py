"""What every shape's words depend on: the language, and a way to say the parts."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from postaloud.scripting.maths.tree import Node, items
from postaloud.scripting.maths.vocabulary import Shape, Vocabulary

MINUS = "-−\u2012\u2013"
RELATIONS = frozenset("=≠<>≤≥⩽⩾≪≫≈≃≅≡≢∼~∝≔≜∈∉∋⊂⊆⊄⊊⊃⊇⇒⟹⇔⟺→⟶↦⟼⇌")
LONG = 2
"""Words from which on a pause parts an operand from the sign behind it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How the parts of a formula are told."""

    words: Vocabulary
    say: Callable[[Node], str]

    def shape(self, shape: Shape, *parts: str) -> str:
        """Return a shape's phrase with its parts."""
        return self.words.shape(shape, *parts)


def is_whole(node: Node) -> bool:
    """Whether it is a whole number."""
    return node.name == "mn" and node.text.isascii() and node.text.isdecimal()


def is_negative(node: Node) -> bool:
    """Whether it is a number or a letter with a minus sign."""
    inner = items(node)
    return len(inner) == 2 and inner[0].is_sign(MINUS) and inner[1].name in ("mn", "mi")


def is_plain(node: Node) -> bool:
    """Whether it is short enough to need no words around it: a number, a letter, or some of them side by side."""
    inner = items(node)
    if inner and inner[0].is_sign(MINUS):
        inner = inner[1:]
    return 0 < len(inner) <= 3 and all(one.name in ("mn", "mi", "mtext") or one.text == "∂" for one in inner)


def is_compound(node: Node) -> bool:
    """Whether there are signs inside it, so that the ear needs to hear where it ends."""
    inner = items(node)
    return len(inner) > 2 and any(one.name == "mo" for one in inner)


def tidy_words(text: str, doubled: frozenset[str] = frozenset()) -> str:
    """Return words with single spaces and no pause before another or at an end; `doubled` words are said once."""
    for word in doubled:
        text = re.sub(rf"\b({word})((?:[\s,;]+{word})+)\b", r"\1", text)
    text = re.sub(r"\s+([,;])", r"\1", " ".join(text.split()))
    return re.sub(r"[,;]+([,;])", r"\1", text).strip(" ,;")
