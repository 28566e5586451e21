"""A text in, the edits that leave only what can be spoken out: no controls, no pictographs, single spaces."""

import re
from functools import cache

from postaloud.scripting.pictographs import EMOJI, say_pictographs
from postaloud.scripting.rules import ANY, Pattern, Rule, Rules

DROPPED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd1-\ufdef\U000f0000-\U0010ffff"
)
"""Controls, invisible marks, halves of characters, private characters: an icon font's letters are no text."""
SPACES = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000"


def _dropped(_: re.Match[str]) -> str:
    return ""


def _space(_: re.Match[str]) -> str:
    return " "


def _hyphen(_: re.Match[str]) -> str:
    return "-"


_NO_JOIN = "(?<![^\\W\\d_])[\u200c\u200d]+|[\u200c\u200d]+(?![^\\W\\d_])|(?<=[A-Za-z])[\u200c\u200d]+"
"""Joiners shape letters in Arabic and Indian scripts; elsewhere they are litter."""
_EDGES = Rule("edges", ANY, Pattern(rf"^[{SPACES}{DROPPED}\ufe0f]+|[{SPACES}{DROPPED}\ufe0f]+$"), _dropped)
_PICTOGRAPHS = Pattern(f"{EMOJI}(?: ?{EMOJI})*")
_CLEANING = (
    Rule("joiners alone", ANY, Pattern(f"[\ufe0f\u20e3{chr(0x1F3FB)}-{chr(0x1F3FF)}\U000e0020-\U000e007f]+"), _dropped),
    Rule("invisible", ANY, Pattern(f"[{DROPPED}]+"), _dropped),
    Rule("hyphens", frozenset("\u2010\u2011"), Pattern("[\u2010\u2011]"), _hyphen),
    Rule("joiners between no letters", frozenset("\u200c\u200d"), Pattern(_NO_JOIN), _dropped),
    Rule("spaces", ANY, Pattern(f"[{SPACES}]{{2,}}|[\t-\r\x1c-\x1f\x85\u2028\u2029\u3000\u2800]"), _space),
)
"""A single no-break or thin space stays: it means a space to every engine, and \\s in our patterns."""
TIDYING = (_EDGES, *(rule for rule in _CLEANING if rule.name in {"spaces", "joiners between no letters"}))
"""Takes away the spaces that the rules of a language leave."""


@cache
def cleaning_for(lang: str) -> Rules:
    """Return what cleans a text; pictographs are named in its language."""

    def named(found: re.Match[str]) -> str:
        return say_pictographs(found, lang)

    return (_EDGES, Rule("pictographs", ANY, _PICTOGRAPHS, named), *_CLEANING)
