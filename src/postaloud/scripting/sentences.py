"""A paragraph in, the offsets of its sentences out; none longer than a voice can take."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from postaloud.scripting.splitting import split
from postaloud.scripting.surely import sure_starts
from postaloud.scripting.tags import language

MOST_CHARACTERS = 400
MOST_WORDS = 100
MOST_AT_ONCE = 1500
"""Characters that the splitter gets in one piece: its time grows with the square of the length."""
LONGEST_WORD = 80
"""Characters without a space from which on a text is no prose for the splitter."""

_MAY_END = re.compile(r"[.!?…։؟۔।॥。！？｡܀߹၊။።፧][^\s\w]*(?:\s|(?<=[。！？｡])|$)")
_PLAIN_END = re.compile(r"(?:[.!?…։؟۔।॥][\"'”’»)\]]*(?=\s)|[。！？｡][」』”’）]*)\s*")
_NEW_PIECE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-zß-öø-ÿ])|\n+")
_CLAUSE = re.compile(r"[;:,–—…،؛、，；：][\"'”’»)\]]*\s+|[、，；：]|\s[–—-]\s")
_WORD = re.compile(r"\S+")
_SPOKEN = re.compile(r"\w")

Span = tuple[int, int]


def split_sentences(text: str, lang: str) -> tuple[Span, ...]:
    """Return where the sentences of a text start and end; spaces between them belong to none.

    Sentences over 400 characters or 100 words are cut where a clause ends.
    """
    spans: list[Span] = []
    for start, end in _pieces(text):
        for sentence in _sentences(text, start, end, language(lang)):
            spans += _capped(text, *sentence)
    return tuple(_joined(text, spans))


def cut_long(text: str) -> tuple[Span, ...]:
    """Return where the pieces of a text that is no prose start and end: one, unless it is too long for a voice."""
    return tuple(_joined(text, list(_capped(text, 0, len(text)))))


def _pieces(text: str) -> Iterator[Span]:
    """Cut a long text at places that surely lie between sentences."""
    start = 0
    for found in _NEW_PIECE.finditer(text) if len(text) > MOST_AT_ONCE else ():
        if found.end() - start > MOST_AT_ONCE // 2:
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def _sentences(text: str, start: int, end: int, lang: str) -> Iterator[Span]:
    """Yield the sentences of a piece, without the spaces around them."""
    piece = text[start:end]
    if not _MAY_END.search(piece.rstrip()[:-1]):
        places = [0, len(piece)]
    elif len(piece) > MOST_AT_ONCE or any(len(word) > LONGEST_WORD for word in piece.split()):
        places = [0, *(found.end() for found in _PLAIN_END.finditer(piece)), len(piece)]
    else:
        places = [0, *_inner_starts(piece, lang), len(piece)]
    for first, last in pairwise(places):
        yield from _trimmed(text, start + first, start + last)


def _inner_starts(piece: str, lang: str) -> Iterable[int]:
    sure = sure_starts(piece) if lang == "en" else None
    return _starts(piece, split(piece, lang)) if sure is None else sure


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
    clauses = [found.end() for found in _CLAUSE.finditer(text, start, limit)]
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
