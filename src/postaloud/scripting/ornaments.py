"""Marks that only decorate in, the edits that take them away out; the same in every language."""

import re
from collections.abc import Callable

from postaloud.scripting.rules import Pattern, Rule


def always(said: str) -> Callable[[re.Match[str]], str]:
    """Return what says the same for every match."""
    return lambda _: said


def sign(name: str, needs: str, pattern: str, said: str) -> Rule:
    """Return the rule that says some words for a pattern; `needs` lists its telling characters."""
    return Rule(name, frozenset(needs), Pattern(pattern), always(said))


def _name(found: re.Match[str]) -> str:
    return f" {found['name']} "


TAGS = (Rule("tag", frozenset("<"), Pattern(r"</?(?P<name>[A-Za-z][\w-]*)[^<>]{0,200}>"), _name),)
_OPENING = (
    ("scene break", "*#•·~_=∗⁂†‡◆◇○●□■-", r"^(?:\s*[*#•·~_=∗⁂†‡◆◇○●□■-])+\s*$", ""),
    ("emphasis begins", "*_", r"(?<!\w)(?:\*{1,3}|_{1,3})(?=[^\W_])", ""),
    ("emphasis ends", "*_", r"(?<=[\w.!?,;:)])(?:\*{1,3}|_{1,3})(?!\w)|\*{2,}", ""),
    ("code marks", "`", r"`+", ""),
)  # fmt: skip
_CLOSING = (
    ("paragraph sign", "¶", r"¶\s?", ""),
    ("trademark", "®™℠", r"\s?[®™℠]", ""),
    ("daggers", "†‡*", r"(?<=[\w.,;:!?\ufdd0])[†‡*]+|(?<!\w)[†‡]\s?", ""),
    ("bullet", "•‣◦●○■□▪◆◇·", r"^[•‣◦●○■□▪◆◇·]\s+", ""),
    ("middle", "•‣◦●○■□◆◇·|¦", r"\s?[•‣◦●○■□◆◇·|¦]\s?(?=\S)", ", "),
    ("or", "/", r"(?<=\w)\s/\s(?=\w)", ", "),
    ("underscore", "_", r"(?<=\w)_+(?=\w)", " "),
    ("quote marks in pairs", "'`«»‹›„‟", r"''|``|[«»‹›„‟]", '"'),
    ("left over", "", r"[~^\\<>{}|¦•‣◦●○■□◆◇◌]|(?<![0-9\ufdd0])/(?![0-9\ufdd0])|\*|_{2,}|[←-⇿⟵-⟿─-╿▀-▟■-◿]", ""),
)  # fmt: skip
OPENING = tuple(sign(*row) for row in _OPENING)
"""Looked for before any sign is said."""
CLOSING = tuple(sign(*row) for row in _CLOSING)
"""Looked for when all signs with a meaning are said."""
