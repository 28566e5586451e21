"""Two pieces of text in, what stands between them out: a space, nothing, or a new line of code."""

import re

_UNSPACED = r"\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_TOUCHING = re.compile(rf"[{_UNSPACED}]\n[{_UNSPACED}]|[(\[]\n|\n[,.;:!?)\]]")
"""Two pieces with nothing between them. Quotation marks decide nothing: some open in one language, close in another."""


def gap(before: str, after: str) -> str:
    """Return what parts two pieces of prose."""
    return "" if _TOUCHING.search(f"{before[-1]}\n{after[0]}") else " "


def code_gap(before: str) -> str:
    """Return what parts a line of code from the next."""
    return "" if before.endswith("\n") else "\n"
