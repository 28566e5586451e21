"""A MathML element or a text with TeX in delimiters goes in, formulas as one line of text come out (MathML Core)."""

import re
from collections.abc import Callable, Iterator

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.tree import attr, children, elements, squeeze

_TEX = re.compile(r"\\\((?P<a>.+?)\\\)|\\\[(?P<b>.+?)\\\]|\$\$(?P<c>(?=[^$]*[\\^_={}])[^$]{1,2000})\$\$", re.DOTALL)
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_SPACED = re.compile(r"[=+−<>≤≥≠≈±×÷→⇒⇔∈∪∩∧∨·|*-]|[a-z]{2,}")
_UNSPACED = "\u2061\u2062\u2063\u2064"  # invisible operators: function application, times, separator, plus
_UNREAD = ("annotation", "annotation-xml", "mphantom", "mspace")
_DEEPEST = 40
_WORDS = re.compile(r"[^\\{}^_$]*[^\W\d_]{2}[^\\{}^_$]*")


def formula(tag: Tag) -> str:
    """Return a formula as one line; what only repeats it, such as its TeX, is left out."""
    return squeeze(_line(tag)) or squeeze(tag.get_text(" "))


def formula_in_words(tag: Tag) -> str:
    """Return what the author says that a formula means, where that is words and no TeX, or ""."""
    said = squeeze(attr(tag, "alttext") or attr(tag, "aria-label"))
    return said if _WORDS.fullmatch(said) and " " in said else ""


def tex_parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a text in order, each with whether it is TeX; delimiters are left out."""
    if "\\" not in text and "$$" not in text:
        yield text, False
        return
    place = 0
    for found in _TEX.finditer(text):
        if text[place : found.start()]:
            yield text[place : found.start()], False
        yield squeeze(found["a"] or found["b"] or found["c"]), True
        place = found.end()
    if text[place:]:
        yield text[place:], False


def tex_of(tag: Tag) -> str:
    """Return the TeX of a picture or script that stands for a formula, or ""."""
    if tag.name == "script":
        return squeeze(tag.get_text()) if attr(tag, "type").startswith("math/tex") else ""
    is_formula = tag.name == "img" and re.search(r"\bmath|\blatex|\btex\b", attr(tag, "class").lower())
    return re.sub(r"^\{\\displaystyle (.*)\}$", r"\1", squeeze(attr(tag, "alt"))) if is_formula else ""


def hidden_formula(tag: Tag) -> Tag | None:
    """Return the formula that a page hides from the eye for those who listen, beside a picture of it."""
    is_for_listeners = re.search(r"mathml|mml|a11y|assistive", attr(tag, "class").lower())
    return next((child for child in elements(tag) if child.name == "math"), None) if is_for_listeners else None


def _line(tag: Tag, levels: int = _DEEPEST) -> str:
    if tag.name in _UNREAD:
        return ""
    if not levels:
        return squeeze(tag.get_text(" "))
    arrange = _SHAPES.get(tag.name)
    parts = [_line(child, levels - 1) for child in children(tag)]
    if arrange is not None and len(parts) >= 2:
        return arrange(parts)
    texts = (str(node) for node in tag.contents if isinstance(node, NavigableString))
    own = squeeze("".join(texts)).strip(_UNSPACED)
    if tag.name == "mo":
        return f" {own} " if _SPACED.fullmatch(own) else own
    if tag.name == "mtext":
        return f" {own} "
    joint = {"mtr": ", ", "mlabeledtr": ", ", "mtable": "; "}.get(tag.name, "")
    inside = joint.join(part for part in parts if part)
    return f"√{_grouped(inside)}" if tag.name == "msqrt" else f"{own}{inside}"


def _grouped(text: str) -> str:
    bare = text.strip()
    return bare if re.fullmatch(r"[\w.]+", bare) else f"({bare})"


def _raised(parts: list[str]) -> str:
    return _base(parts) + _shifted(parts[1], "^", _RAISED)


def _lowered(parts: list[str]) -> str:
    return _base(parts) + _shifted(parts[1], "_", _LOWERED)


def _both(parts: list[str]) -> str:
    high = _shifted(parts[2], "^", _RAISED) if len(parts) > 2 else ""
    return _lowered(parts[:2]) + high


def _base(parts: list[str]) -> str:
    return parts[0].rstrip()


def _shifted(text: str, sign: str, table: dict[int, int]) -> str:
    bare = text.strip()
    moved = bare.translate(table)
    is_whole = 0 < len(bare) <= 2 and not any(letter in bare for letter in moved)
    return moved if is_whole else f"{sign}{_grouped(bare)}" if bare else ""


def _fraction(parts: list[str]) -> str:
    return f"{_grouped(parts[0])}/{_grouped(parts[1])}"


def _root(parts: list[str]) -> str:
    return f"{_shifted(parts[1], '', _RAISED)}√{_grouped(parts[0])}"


_SHAPES: dict[str, Callable[[list[str]], str]] = {
    "msup": _raised,
    "mover": "".join,
    "munder": _lowered,
    "msub": _lowered,
    "msubsup": _both,
    "munderover": _both,
    "mfrac": _fraction,
    "mroot": _root,
    "mmultiscripts": "".join,
}
