"""A sentence as the page shows it in, the same sentence as a voice says it out, with the offsets between both."""

from dataclasses import replace
from functools import lru_cache

from postaloud.model.lexicon import EMPTY, Lexicon
from postaloud.scripting.cleaning import TIDYING, cleaning_for
from postaloud.scripting.edits import Edits, Said, compose, edited, put_back, set_aside
from postaloud.scripting.languages import rules_for
from postaloud.scripting.rules import Rules, find_edits
from postaloud.scripting.tags import language

__all__ = ["Said", "as_said", "said_with"]

MOST_PASSES = 8
"""Rules may make room for others ("$5–$10"); after so many passes nothing is left to do."""


def as_said(shown: str, lang: str, lexicon: Lexicon = EMPTY) -> Said:
    """Return what a voice says for a text: full words, whatever the engine; `lang` is a BCP 47 tag."""
    return said_with(shown, lang, (), lexicon)


def said_with(shown: str, lang: str, fixed: Edits, lexicon: Lexicon = EMPTY) -> Said:
    """Return what a voice says for a text in which some edits stand already; they win over the lexicon."""
    phonemes: tuple[tuple[str, str], ...] = ()
    if lexicon.lexemes:
        from postaloud.scripting.lexicon.finding import with_lexicon

        fixed, phonemes = with_lexicon(shown, lang, fixed, lexicon)
    fixed, aside = set_aside(shown, fixed)
    edits = find_edits(shown, cleaning_for(language(lang)), fixed)
    rules = _rules_for(lang)
    for _ in range(MOST_PASSES):
        middle = edited(shown, edits).text if edits else shown
        found = find_edits(middle, rules)
        if not found:
            break
        edits = compose(shown, edits, found)
    said = edited(shown, put_back(edits, aside))
    return replace(said, phonemes=phonemes) if phonemes else said


@lru_cache(maxsize=64)
def _rules_for(tag: str) -> Rules:
    return (*TIDYING, *rules_for(tag))
