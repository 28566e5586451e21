"""A paragraph in, the offsets of its sentences out; none longer than a voice can take."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from postaloud.scripting.rules import Pattern
from postaloud.scripting.splitting import split
from postaloud.scripting.surely import sure_starts
from postaloud.scripting.tags import language

MOST_CHARACTERS = 400
MOST_WORDS = 100
MOST_AT_ONCE = 1500
"""Characters that the splitter gets in one piece: its time grows with the square of the length."""
LONGEST_WORD = 80
"""Characters without a space from which on a text is no prose for the splitter."""

_MAY_END = Pattern(r"[.!?…։؟۔।॥。！？｡܀߹၊။።፧](?:\[?[0-9]{1,3}\]?){0,4}[^\s\w]*(?:\s|(?<=[。！？｡])|$)")
_PLAIN_END = Pattern(r"(?:[.!?…։؟۔।॥][\"'”’»)\]]*(?=\s)|[。！？｡][」』”’）]*)\s*")
_NEW_PIECE = Pattern(r"(?<=[.!?…])\s+(?=[^\W\d_a-zß-öø-ÿ])|\n+")
_NOTE_END = Pattern(
    r"(?:(?<=[^\W\d_]{2})|(?<=[)\]\"”]))[.!?](?:(?:\[[0-9a-z]{1,3}\]){1,4}|[0-9]{1,3})\s+(?=[^\W\da-zß-öø-ÿ_])"
)
"""Marks of notes behind a sentence's end: part of the sentence, where no space parts them from it."""
_BREAK = Pattern(r"[ \t]*\n\s*")
_ITEM = Pattern(r"[•·⁃*-]|[0-9]+[.)]|[a-z]\)")
_MARKER = Pattern(r"(?:[•·⁃*-]\s?)?(?:[0-9]{1,3}|[A-Za-z])[.)]{1,2}|[•·⁃*-]")
_UNSPACED = Pattern(r"[。！？｡।॥؟။።」』”’）)]$")
"""Ends of sentences that need no space behind them."""
_COUNTING = Pattern(
    r"(?<![\w.])(?:approx|max|min|ca|est|nos?|vols?|pp?|figs?|chs?|sec|tel|ext|art|incl|avg|nr|abb|kap|env|aprox|n[uú]m|"
    r"p[aá]gs?|t[eé]l|bd|chap|cap|mind|s)\.$",
    re.IGNORECASE,
)
"""Abbreviations that stand before a number."""
LONG_LINE = 50
"""Characters; a longer line that goes on in small letters was wrapped, and is not over."""
_CLAUSE = Pattern(r"[;:,–—…،؛、，；：][\"'”’»)\]]*\s+|[、，；：]|\s[–—-]\s")
_WORD = re.compile(r"\S+")
_SPOKEN = re.compile(r"\w")

Span = tuple[int, int]


def split_sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Return where the sentences of a text start and end; spaces between them belong to none.

    Sentences over 400 characters or 100 words are cut where a clause ends.
    """
    spans: list[Span] = []
    for first, last in _lines(text):
        for start, end in _pieces(text, first, last):
            for sentence in _sentences(text, start, end, language(lang)):
                spans += _capped(text, *sentence)
    return tuple(_joined(text, spans))


def cut_long(text: str) -> tuple[Span, ...]:
    """Return where the pieces of a text that is no prose start and end: one, unless it is too long for a voice."""
    return tuple(_joined(text, list(_capped(text, 0, len(text)))))


def _lines(text: str) -> Iterator[Span]:
    """Cut a text where its lines are broken on purpose, not where they were wrapped."""
    start = 0
    for found in _BREAK.compiled.finditer(text):
        if not _is_wrapped(text, text.rfind("\n", 0, found.start()) + 1, found):
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def _is_wrapped(text: str, line_start: int, found: re.Match[str]) -> bool:
    """Whether a line goes on behind its break: a space stands before it, or it is long and small letters follow."""
    if (
        found[0].count("\n") > 1
        or _ITEM.compiled.match(text, found.end())
        or text[found.start() - 1 : found.start()] in ".!?…:"
    ):
        return False
    is_long = found.start() - line_start >= LONG_LINE and text[found.end() : found.end() + 1].islower()
    return found[0][0] in " \t" or is_long


def _pieces(text: str, first: int, last: int) -> Iterator[Span]:
    """Cut a long text at places that surely lie between sentences."""
    start = first
    for found in _NEW_PIECE.compiled.finditer(text, first, last) if last - first > MOST_AT_ONCE else ():
        if found.end() - start > MOST_AT_ONCE // 2:
            yield start, found.end()
            start = found.end()
    yield start, last


def _sentences(text: str, start: int, end: int, lang: str) -> Iterator[Span]:
    """Yield the sentences of a piece, without the spaces around them."""
    piece = text[start:end].replace("\n", " ")
    if not _MAY_END.compiled.search(piece.rstrip()[:-1]):
        places = [0, len(piece)]
    elif len(piece) > MOST_AT_ONCE or any(len(word) > LONGEST_WORD for word in piece.split()):
        places = [0, *(found.end() for found in _PLAIN_END.compiled.finditer(piece)), len(piece)]
    else:
        places = [0, *_inner_starts(piece, lang), len(piece)]
    for first, last in pairwise(places):
        yield from _trimmed(text, start + first, start + last)


def _inner_starts(piece: str, lang: str) -> Iterable[int]:
    sure = sure_starts(piece) if lang == "en" else None
    if sure is not None:
        return sure
    starts = sorted(
        {*_starts(piece, split(piece, lang)), *(found.end() for found in _NOTE_END.compiled.finditer(piece))}
    )
    return [place for before, place in pairwise([0, *starts]) if _is_start(piece, before, place)]


def _is_start(piece: str, before: int, place: int) -> bool:
    """Whether a sentence may start here: not behind a lone number, within a word, or behind an abbreviation."""
    last, following = piece[:place].rstrip(), piece[place : place + 2]
    if _MARKER.compiled.fullmatch(piece[before:place].strip()) or not (
        last != piece[:place] or _UNSPACED.compiled.search(last)
    ):
        return False
    if last.endswith(".") and following[:1].islower() and not following[1:].isupper():
        return False
    return not (following[:1].isdigit() and _COUNTING.compiled.search(last))


def _starts(piece: str, sentences: list[str]) -> Iterator[int]:
    """Find the sentences one behind the other; from where one cannot be found, the rest stays whole."""
    place = 0
    for sentence in sentences:
        start = piece.find(sentence.strip(), place)
        if start < 0:
            return
        yield start
        place = start + len(sentence.strip())


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    left = start + len(inner) - len(inner.lstrip())
    right = start + len(inner.rstrip())
    if left < right:
        yield left, right


def _capped(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MOST_CHARACTERS or len(_WORD.findall(text, start, end)) > MOST_WORDS:
        cut = _cut(text, start, end)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int, end: int) -> int:
    """Return where to cut: behind the last clause that fits, else behind the last word, else at the limit."""
    words = [found.end() for found in _WORD.finditer(text, start, min(end, start + MOST_CHARACTERS + 1))]
    limit = min(start + MOST_CHARACTERS, words[min(MOST_WORDS, len(words)) - 1])
    clauses = [found.end() for found in _CLAUSE.compiled.finditer(text, start, limit)]
    if clauses and clauses[-1] - start >= MOST_CHARACTERS // 8:
        return clauses[-1]
    return next((place for place in reversed(words) if start < place <= limit), limit)


def _joined(text: str, spans: list[Span]) -> Iterator[Span]:
    """Join pieces without a letter or digit to the sentence before them."""
    waiting: Span | None = None
    for start, end in spans:
        if waiting and not _SPOKEN.search(text, start, end):
            waiting = waiting[0], end
            continue
        if waiting:
            yield waiting
        waiting = start, end
    if waiting:
        yield waiting
