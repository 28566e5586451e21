"""The tree of a formula in, its words out (in the manner of ClearSpeak)."""

from collections.abc import Callable, Mapping

from postaloud.scripting.maths import fractions, scripts, tables, tokens
from postaloud.scripting.maths.brackets import say_fenced
from postaloud.scripting.maths.enclosures import say_enclosed
from postaloud.scripting.maths.intents import say_intent
from postaloud.scripting.maths.rows import say_items
from postaloud.scripting.maths.telling import Telling, tidy_words
from postaloud.scripting.maths.tree import Node, row
from postaloud.scripting.maths.vocabulary import Vocabulary

_Say = Callable[[Node, Telling], str]
_TWO, _THREE = 2, 3
_ARITY = {"mfrac": _TWO, "mroot": _TWO, "msup": _TWO, "msub": _TWO, "mover": _TWO, "munder": _TWO}
_SHAPES: Mapping[str, _Say] = {
    "mi": tokens.say_identifier,
    "mo": tokens.say_sign,
    "mn": tokens.say_text,
    "mtext": tokens.say_text,
    "ms": tokens.say_text,
    "mrow": say_items,
    "fenced": say_fenced,
    "mfrac": fractions.say_fraction,
    "msqrt": fractions.say_square_root,
    "mroot": fractions.say_root,
    "msup": scripts.say_super,
    "msub": scripts.say_sub,
    "msubsup": scripts.say_both,
    "munderover": scripts.say_both,
    "mover": scripts.say_above,
    "munder": scripts.say_below,
    "mmultiscripts": scripts.say_many,
    "mtable": tables.say_table,
    "menclose": say_enclosed,
}


def speak(tree: Node, words: Vocabulary) -> str:
    """Return the words of a formula; commas and semicolons are its pauses."""

    def say(node: Node) -> str:
        stated = say_intent(node, tell)
        if stated is not None:
            return stated
        shape = _SHAPES.get(node.name)
        wanted = _ARITY.get(node.name, _THREE if node.name in ("msubsup", "munderover") else len(node.children))
        if shape is None or len(node.children) != wanted or (node.name == "mmultiscripts" and not node.children):
            return say_items(Node("mrow", "", node.children), tell)
        return shape(node, tell)

    tell = Telling(words, say)
    return tidy_words(say(row([tree])), words.doubled)
