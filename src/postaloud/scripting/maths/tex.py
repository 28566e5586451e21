"""A formula in TeX in, the same in MathML out; nothing where it cannot be read."""

import re

_DEFINING = re.compile(r"\\(?:def|let|newcommand|renewcommand|providecommand|newenvironment|DeclareMathOperator)\b")
"""Macros can grow without end, and a page has no need of them inside a formula."""
_NEGATIONS = {"=": r"\ne ", r"\in": r"\notin ", r"\subset": "⊄ ", r"\equiv": "≢ "}
_NEGATED = re.compile(r"\\not\s*(=|\\in\b|\\subset\b|\\equiv\b)")
_ALIGNED = re.compile(r"(\\(?:begin|end)\s*)\{(?:aligned|align|alignat|gathered|gather|eqnarray|multline)\*?\}")
"""What sets equations below each other; the converter knows one of them without numbering the lines."""
_THOUSANDS = re.compile(r"(?<=\d)(?:,|\{,\})(?=\d{3}(?!\d))")
_STUMBLES = (IndexError, KeyError, ValueError, AttributeError, TypeError, RecursionError, StopIteration)
"""What the converter raises, beside its own errors, for TeX that is not closed or not known."""


def mathml_of(tex: str) -> str:
    """Return a formula as MathML, or "" where it is no TeX that can be read."""
    from latex2mathml import exceptions
    from latex2mathml.converter import convert

    refusals = (one for one in vars(exceptions).values() if isinstance(one, type) and issubclass(one, Exception))
    unreadable: tuple[type[Exception], ...] = (*refusals, *_STUMBLES)
    if _DEFINING.search(tex):
        return ""
    tex = _NEGATED.sub(lambda found: _NEGATIONS[found[1]], tex)
    tex = _THOUSANDS.sub("", _ALIGNED.sub(r"\1{align*}", tex))
    try:
        return str(convert(tex))
    except unreadable:
        return ""
