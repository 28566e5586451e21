"""A letter, a number, a word or a sign of a formula in, its name out."""

import re

from postaloud.scripting.maths.letters import letter_name
from postaloud.scripting.maths.telling import Telling
from postaloud.scripting.maths.tree import Node
from postaloud.scripting.maths.vocabulary import Shape


def say_identifier(node: Node, tell: Telling) -> str:
    """Return the name of a letter, of a function or of a set of numbers."""
    words, text = tell.words, node.text
    if text in words.numbers:
        return tell.shape(Shape.NUMBERS, words.numbers[text])
    for table in (words.functions, words.large):
        if text in table:
            return table[text]
    if len(text) == 1:
        return _symbol(node, tell)
    return words.signs.get(text) or (
        " ".join(_symbol(Node("mi", one), tell) for one in text) if _is_letters(text) else text
    )


def say_sign(node: Node, tell: Telling) -> str:
    """Return the words for a sign."""
    words = tell.words
    return (
        words.signs.get(node.text)
        or words.large.get(node.text)
        or words.brackets.get(node.text)
        or _unknown(node, tell)
    )


def say_text(node: Node, tell: Telling) -> str:
    """Return a number or a text as it stands, in letters that a voice can read."""
    if node.name == "mn":
        return "".join(letter_name(one, tell.words) if ord(one) > 0x2FF else one for one in node.text)
    return " ".join(node.text.split())


def _symbol(node: Node, tell: Telling) -> str:
    signs = tell.words.signs
    if node.text in signs and not node.text.isalpha():
        return signs[node.text]
    return letter_name(node.text, tell.words, node.attributes.get("mathvariant", ""))


def _is_letters(text: str) -> bool:
    """Whether a token of several characters holds mathematical letters that a voice could not read."""
    return bool(re.search(r"[^\x00-\u024f\u2018-\u201d]", text)) and len(text) <= 4


def _unknown(node: Node, tell: Telling) -> str:
    if node.text.isascii():
        return node.text
    return " ".join(letter_name(one, tell.words) for one in node.text)
