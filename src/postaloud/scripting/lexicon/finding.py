"""A text and a lexicon in, what the lexicon says of the text out: whole words first, then patterns (DAISY's order)."""

import logging
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from postaloud.model.lexicon import Grapheme, Lexeme, Lexicon
from postaloud.scripting.edits import Edit, Edits
from postaloud.scripting.rules import CLAIMED
from postaloud.scripting.tags import language

LIMIT_S = 0.2
"""What all patterns together may take on one sentence; each gets half of what is left."""
_TOKEN = re.compile(r"\w+|[^\w\s]")
_ALIKE = str.maketrans({"\xa0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u2010": "-", "\u2011": "-"})
"""Spaces, apostrophes and hyphens that a page and a lexicon may write differently; one character for one."""
_BEFORE = re.compile(r"[\w@]$|\w\.$|@[\w.-]+$")
_BEHIND = re.compile(r"[\w@]|\.\w|[\w.-]*@")
_REFERENCE = re.compile(r"\\(.)|\$(\d+)")
_log = logging.getLogger(__name__)


class Match(NamedTuple):
    """A place in a text and the lexeme that speaks of it."""

    start: int
    end: int
    lexeme: Lexeme
    said: str


class _Index(NamedTuple):
    """The lexemes of one language, by the first token of what they match."""

    words: Mapping[str, tuple[tuple[Grapheme, Lexeme], ...]]
    small: Mapping[str, tuple[tuple[Grapheme, Lexeme], ...]]
    """Those written in small letters, which also match where a page writes capitals."""
    patterns: tuple[tuple[Grapheme, Lexeme], ...]


def with_lexicon(
    shown: str, lang: str, fixed: Edits, lexicon: Lexicon
) -> tuple[list[Edit], tuple[tuple[str, str], ...]]:
    """Return the edits that stand already with those of the lexicon where none is, and words with their IPA.

    A word that has phonemes stays as it is written, for engines that do not take them.
    """
    places = [edit.start for edit in fixed if edit.start == edit.end]
    text = shown
    for edit in fixed:
        text = _claim(text, edit.start, edit.end)
    matches = [*find_matches(text, lang, lexicon)]
    for match in matches:
        text = _claim(text, match.start, match.end)
    sounding = [match for match in find_phonemes(text, lang, lexicon) if match.lexeme.alphabet.lower() == "ipa"]
    said = [match._replace(said=shown[match.start : match.end]) for match in sounding]
    found = (
        Edit(match.start, match.end, match.said, is_final=True)
        for match in (*matches, *said)
        if not any(match.start < place < match.end for place in places)
    )
    phonemes = dict(zip((match.said for match in said), (match.lexeme.phoneme for match in sounding), strict=True))
    return sorted([*fixed, *found], key=lambda edit: edit[:2]), tuple(phonemes.items())


def find_matches(text: str, lang: str, lexicon: Lexicon) -> list[Match]:
    """Return what a lexicon says instead of the words of a text, in order, without overlaps."""
    index = _index(lexicon, language(lang))
    deadline = time.monotonic() + LIMIT_S
    found = list(_words(text, index, deadline))
    for match in found:
        text = _claim(text, match.start, match.end)
    for grapheme, lexeme in index.patterns:
        for match in _pattern_matches(text, grapheme, lexeme, deadline):
            found.append(match)
            text = _claim(text, match.start, match.end)
    return sorted(found)


def find_phonemes(text: str, lang: str, lexicon: Lexicon) -> list[Match]:
    """Return where a lexicon has phonemes and no words for a text: engines that take phonemes may use them."""
    bare = Lexicon(tuple(one for one in lexicon.lexemes if one.phoneme and not one.alias))
    return list(_words(text, _made_index(bare.lexemes, language(lang)), time.monotonic() + LIMIT_S))


@lru_cache(maxsize=16)
def _index(lexicon: Lexicon, lang: str) -> _Index:
    return _made_index(tuple(lexeme for lexeme in lexicon.lexemes if lexeme.alias), lang)


def _made_index(lexemes: Iterable[Lexeme], lang: str) -> _Index:
    words: dict[str, list[tuple[Grapheme, Lexeme]]] = {}
    small: dict[str, list[tuple[Grapheme, Lexeme]]] = {}
    patterns: list[tuple[Grapheme, Lexeme]] = []
    for lexeme in lexemes:
        if lexeme.lang and language(lexeme.lang) != lang:
            continue
        for grapheme in lexeme.graphemes:
            if lexeme.is_pattern:
                patterns.append((grapheme, lexeme))
                continue
            first = _TOKEN.findall(grapheme.text.translate(_ALIKE))[0]
            words.setdefault(first, []).append((grapheme, lexeme))
            if grapheme.text == grapheme.text.lower():
                small.setdefault(first, []).append((grapheme, lexeme))
    patterns.sort(key=lambda one: bool(one[0].ahead or one[0].not_ahead))
    return _Index(_longest_first(words), _longest_first(small), tuple(patterns))


def _longest_first(
    found: Mapping[str, list[tuple[Grapheme, Lexeme]]],
) -> Mapping[str, tuple[tuple[Grapheme, Lexeme], ...]]:
    return {first: tuple(sorted(some, key=lambda one: -len(one[0].text))) for first, some in found.items()}


def _words(text: str, index: _Index, deadline: float) -> Iterator[Match]:
    alike = text.translate(_ALIKE)
    small = alike.lower()
    if len(small) != len(alike):
        small = alike
    place = 0
    for token in _TOKEN.finditer(alike):
        start = token.start()
        if start < place:
            continue
        found = _at(alike, start, index.words.get(token[0], ()), deadline)
        found = found or _at(small, start, index.small.get(token[0].lower(), ()), deadline)
        if found:
            yield found
            place = found.end


def _at(text: str, start: int, candidates: Iterable[tuple[Grapheme, Lexeme]], deadline: float) -> Match | None:
    for grapheme, lexeme in candidates:
        written = grapheme.text.translate(_ALIKE)
        end = start + len(written)
        if (
            text.startswith(written, start)
            and _is_whole(text, start, end)
            and _looks_ahead(text, end, grapheme, deadline)
        ):
            return Match(start, end, lexeme, lexeme.alias or lexeme.phoneme)
    return None


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether the words around a place end there; a name inside an address is no word."""
    if text[start].isalnum() and _BEFORE.search(text[max(0, start - 64) : start]):
        return False
    return not (text[end - 1].isalnum() and _BEHIND.match(text, end))


def _looks_ahead(text: str, end: int, grapheme: Grapheme, deadline: float) -> bool:
    """Whether what follows is as the lookaheads want it; not where that takes too long to tell."""
    try:
        is_there = not grapheme.ahead or _matches_at(text, end, grapheme.ahead, deadline)
        return is_there and not (grapheme.not_ahead and _matches_at(text, end, grapheme.not_ahead, deadline))
    except TimeoutError:
        _log.warning('A lookahead of "%s" took too long; the entry is left out here: write it simpler.', grapheme.text)
        return False


def _matches_at(text: str, place: int, pattern: str, deadline: float) -> bool:
    return bool(_compiled(pattern).match(text, place, timeout=_time_left(deadline)))


def _pattern_matches(text: str, grapheme: Grapheme, lexeme: Lexeme, deadline: float) -> list[Match]:
    """Return the matches of one pattern; none at all where it takes too long."""
    try:
        return [
            Match(found.start(), found.end(), lexeme, _filled(lexeme.alias, found))
            for found in _compiled(grapheme.text).finditer(text, timeout=_time_left(deadline))
            if found[0] and CLAIMED not in found[0] and _looks_ahead(text, found.end(), grapheme, deadline)
        ]
    except TimeoutError:
        _log.warning(
            'The pattern "%s" of %s took too long and is left out here: write it simpler.', grapheme.text, lexeme.source
        )
        return []


def _filled(alias: str, found: Any) -> str:  # noqa: ANN401 - the regex package ships no types
    """Return an alias with what the groups of its pattern hold: $1, as DAISY has it, or with a backslash."""

    def group(reference: re.Match[str]) -> str:
        number = reference[2] or reference[1]
        return str(found[int(number)] or "") if number.isdecimal() else str(reference[1])

    return _REFERENCE.sub(group, alias)


def _time_left(deadline: float) -> float:
    return max(0.001, (deadline - time.monotonic()) / 2)


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> Any:  # noqa: ANN401 - the regex package ships no types
    import regex

    return regex.compile(pattern)


def _claim(text: str, start: int, end: int) -> str:
    return text[:start] + CLAIMED * (end - start) + text[end:]
