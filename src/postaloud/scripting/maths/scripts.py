"""Something raised, lowered, above or below in, words out: powers, indices, primes, accents, bounds of sums."""

from collections.abc import Sequence

from postaloud.scripting.maths.brackets import is_quiet, spoken
from postaloud.scripting.maths.fractions import is_fraction_of_numbers, ordinal
from postaloud.scripting.maths.telling import MINUS, Telling, is_compound, is_negative, is_whole
from postaloud.scripting.maths.tree import Node, items, row
from postaloud.scripting.maths.vocabulary import Shape

_PRIMES = frozenset("'′″‴⁗")
_CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def say_super(node: Node, tell: Telling) -> str:
    """Return a power, a prime, an inverse, a set of numbers with a sign."""
    base, high = node.children
    if _is_large(base, tell):
        return tell.shape(Shape.UP_TO, tell.say(base), tell.say(high))
    if base.text in tell.words.numbers:
        return _numbers(base, high, tell)
    if base.name == "mi" and base.text in tell.words.functions:
        return _raised_function(base, high, tell)
    if base.name == "fenced" and is_quiet(base) and not is_fraction_of_numbers(base.children[0]):
        return say_power(spoken(base, tell), high, tell)
    return say_power(tell.say(base), high, tell, is_matrix=base.text in _CAPITALS and base.name == "mi")


def _numbers(base: Node, high: Node, tell: Telling) -> str:
    name = tell.words.numbers[base.text]
    if high.is_sign("+" + MINUS):
        return tell.shape(Shape.POSITIVE_NUMBERS if high.text == "+" else Shape.NEGATIVE_NUMBERS, name)
    letter = {"ℕ": "N", "ℤ": "Z", "ℚ": "Q", "ℝ": "R", "ℂ": "C"}.get(base.text, base.text)
    return f"{letter} {tell.say(high)}"


def _raised_function(base: Node, high: Node, tell: Telling) -> str:
    name = tell.words.functions[base.text]
    if is_negative(high) and items(high)[1].text == "1":
        return tell.shape(Shape.INVERSE, name)
    if is_whole(high) and high.text not in ("2", "3"):
        return tell.shape(Shape.FOURTH_OF, name, ordinal(high, tell))
    return say_power(name, high, tell)


def say_power(base: str, high: Node, tell: Telling, *, is_matrix: bool = False) -> str:
    """Return "x squared", "x to the n-th power", "x raised to the 1 third power", "x prime"."""
    if high.name == "mo" or (high.name == "mrow" and all(one.is_sign("'′″‴⁗") for one in high.children)):
        return _signed(base, high, tell)
    if is_matrix and high.text == "T":
        return tell.shape(Shape.TRANSPOSE, base)
    if high.text in ("2", "3") and high.name == "mn":
        return tell.shape(Shape.SQUARED if high.text == "2" else Shape.CUBED, base)
    if is_negative(high) or high.text == "0" or (high.name == "mn" and not is_whole(high)):
        return tell.shape(Shape.TO_ORDINAL, base, tell.say(high))
    if is_whole(high) or (high.name == "mi" and len(high.text) == 1):
        return tell.shape(Shape.TO_ORDINAL, base, ordinal(high, tell))
    return tell.shape(Shape.TO_POWER, base, tell.say(high))


def _signed(base: str, high: Node, tell: Telling) -> str:
    if all(one.text in _PRIMES or one.text == "°" for one in items(high)):
        joined = "".join("′" if one.text == "'" else one.text for one in items(high))
        joined = {"′′": "″", "′′′": "‴"}.get(joined, joined)
        return f"{base} {tell.words.signs.get(joined) or tell.say(high)}"
    if high.text in ("∘", "⊤"):
        return f"{base} {tell.words.signs['°']}" if high.text == "∘" else tell.shape(Shape.TRANSPOSE, base)
    star = tell.words.signs.get(f"^{high.text}", "")
    return f"{base} {star}" if star else tell.shape(Shape.SUPER, base, tell.say(high))


def say_sub(node: Node, tell: Telling) -> str:
    """Return an index, a base of a logarithm, a choice, a norm, or the range of a sum."""
    base, low = node.children
    if _is_large(base, tell):
        return _ranged(base, low, tell)
    if base.text in ("log", "lg"):
        return tell.shape(Shape.LOG_BASE, tell.say(base), tell.say(low))
    parts = [one for one in items(low) if not one.is_sign(",")]
    if base.text in ("C", "P") and len(parts) == 2 and len(items(low)) == 3:
        shape = Shape.CHOOSE if base.text == "C" else Shape.PERMUTATIONS
        return tell.shape(shape, *map(tell.say, parts))
    if base.name == "fenced" and base.text in ("∥∥", "‖‖"):
        return tell.shape(Shape.NORM, tell.say(row(base.children)), tell.say(low))
    return _indexed(tell.say(base), low, tell)


def _indexed(base: str, low: Node, tell: Telling) -> str:
    end = tell.shape(Shape.END_SUB) if is_compound(low) else ""
    return tell.shape(Shape.SUB, base, tell.say(low)) + end


def say_both(node: Node, tell: Telling) -> str:
    """Return an index and a power, or the bounds of a sum."""
    base, low, high = node.children
    if _is_large(base, tell):
        return tell.shape(Shape.FROM_TO, tell.say(base), tell.say(low), tell.say(high))
    if low == Node("mrow"):
        return say_super(Node("msup", "", (base, high)), tell)
    lowered = say_sub(Node("msub", "", (base, low)), tell)
    return say_power(lowered if high.name == "mo" else f"{lowered},", high, tell)


def say_above(node: Node, tell: Telling) -> str:
    """Return a letter with its accent, or with what stands above it."""
    base, high = node.children
    if _is_large(base, tell):
        return tell.shape(Shape.UP_TO, tell.say(base), tell.say(high))
    accent = (tell.words.accents.get(f"AB{high.text}") if _is_pair(base) else "") or tell.words.accents.get(high.text)
    return accent.format(tell.say(base)) if accent else tell.shape(Shape.ABOVE, tell.say(base), tell.say(high))


def _is_pair(node: Node) -> bool:
    """Whether it names two points."""
    text = "".join(one.text for one in items(node))
    return len(text) == 2 and set(text) <= _CAPITALS


def say_below(node: Node, tell: Telling) -> str:
    """Return the range of a sum or a limit, or something with what stands below it."""
    base, low = node.children
    if _is_large(base, tell):
        return _ranged(base, low, tell)
    accent = tell.words.accents.get(low.text)
    return accent.format(tell.say(base)) if accent else tell.shape(Shape.BELOW, tell.say(base), tell.say(low))


def _ranged(base: Node, low: Node, tell: Telling) -> str:
    """Say "the limit as x approaches 0", "the sum over S"."""
    name = tell.words.large[base.text]
    if base.text.startswith("lim"):
        return tell.shape(Shape.LIMIT, name, _approach(items(low), tell))
    return tell.shape(Shape.RUNS_OVER, name, tell.say(low))


def _approach(nodes: Sequence[Node], tell: Telling) -> str:
    approaches = tell.words.signs["lim→"]
    return tell.say(row(Node("mtext", approaches) if one.is_sign("→⟶") else one for one in nodes))


def _is_large(node: Node, tell: Telling) -> bool:
    return node.name in ("mo", "mi", "mtext") and node.text in tell.words.large


def say_many(node: Node, tell: Telling) -> str:
    """Return a choice, or scripts on both sides of a letter (`mmultiscripts`)."""
    base, *parts = node.children
    split = next((place for place, one in enumerate(parts) if one.name == "mprescripts"), len(parts))
    after, before = parts[:split], parts[split + 1 :]
    shown = [one for one in (*before, *after) if one != Node("mrow")]
    if base.text in ("C", "P") and len(shown) == 2 and before and after:
        shape = Shape.CHOOSE if base.text == "C" else Shape.PERMUTATIONS
        return tell.shape(shape, *map(tell.say, shown))
    words = _paired("", before, tell)
    return _paired(f"{words} {tell.say(base)}".strip(), after, tell)


def _paired(base: str, parts: Sequence[Node], tell: Telling) -> str:
    for low, high in zip(parts[::2], parts[1::2], strict=False):
        base = _indexed(base, low, tell) if low != Node("mrow") else base
        base = tell.shape(Shape.SUPER, base, tell.say(high)) if high != Node("mrow") else base
    return base
