"""A text and an ordered table of rules in, the edits that they make out."""

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from typing import NamedTuple

from postaloud.scripting.edits import Edit, Edits

ANY = frozenset[str]()
DIGITS = frozenset("0123456789")
CAPITALS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
CLAIMED = "\ufdd0"
"""Stands for each character that an earlier rule has taken: a noncharacter, which no text should hold."""
_ANOTHER = "\ufdd1"
"""Stands for the noncharacter above where a text holds it all the same; cleaning drops it."""


class Pattern:
    """A regular expression that is compiled when a text first needs it; few texts need most of them."""

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source = source
        self.flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The expression itself."""
        return re.compile(self.source, self.flags)


class Rule(NamedTuple):
    """What a pattern's matches are said as; None leaves a match to the rules below.

    Where a pattern has a group named "said", only that group is replaced, and the rest of the match stays open.
    """

    name: str
    needs: frozenset[str]
    """A text with none of these characters cannot match; empty where any can."""
    pattern: Pattern
    say: Callable[[re.Match[str]], str | None]
    also: frozenset[str] = ANY
    """The same for a second set of characters."""


Rules = Sequence[Rule]


def find_edits(text: str, rules: Rules, fixed: Edits = ()) -> list[Edit]:
    """Return the edits of the rules in the order of the text; each character goes to the first rule that wants it.

    `fixed` edits stand already: no rule touches what they replace, or speaks across a place where they put words in.
    """
    edits = list(fixed)
    insertions = [edit.start for edit in fixed if edit.start == edit.end]
    open_text = text.replace(CLAIMED, _ANOTHER)
    open_text = _claim(open_text, sorted(fixed))
    characters = set(open_text)
    for rule in rules:
        if _lacks(characters, rule.needs) or _lacks(characters, rule.also):
            continue
        matches = rule.pattern.compiled.finditer(open_text)
        made = [edit for found in matches if (edit := _edit(found, rule, insertions))]
        edits += made
        open_text = _claim(open_text, made)
    edits.sort(key=lambda edit: edit[:2])
    return edits


def _lacks(characters: set[str], needed: frozenset[str]) -> bool:
    return bool(needed) and needed.isdisjoint(characters)


def _edit(found: re.Match[str], rule: Rule, insertions: Sequence[int]) -> Edit | None:
    group = "said" if "said" in rule.pattern.compiled.groupindex else 0
    start, end = found.span(group)
    said = rule.say(found)
    if said is None or said == found[group] or any(start < place < end for place in insertions):
        return None
    return Edit(start, end, said)


def _claim(text: str, edits: Sequence[Edit]) -> str:
    """Return a text in which what the edits replace is claimed; edits stand in order and never overlap."""
    pieces, start = [], 0
    for edit in edits:
        pieces += [text[start : edit.start], CLAIMED * (edit.end - edit.start)]
        start = edit.end
    return "".join(pieces) + text[start:]
