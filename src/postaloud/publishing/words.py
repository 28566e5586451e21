"""A cue in, the words that it shows out, each with the time at which it is heard; and words in, lines out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from postaloud.model.recording import Cue
from postaloud.model.script import Span
from postaloud.model.timing import unpacked
from postaloud.publishing.plain import one_line

_WORD = re.compile("[^ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"(?<=[^<「『（【〈《])(?=[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
"""Before a character of a script that is written without spaces, where no bracket has just opened."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word that is shown, or a piece of one where a line may end inside it."""

    text: str
    start_ms: int | None = None
    """When it starts to sound, or None where it sounds with the word before it."""
    is_joined: bool = False
    """True where no space stands in front of it."""


def words_of(cue: Cue) -> list[Word]:
    """Return the words of a cue, with times that never fall back."""
    heard = list(_heard(cue))
    places = [place for place, _ in heard]
    words: list[Word] = []
    for found in _WORD.finditer(cue.utterance.shown):
        cuts = _cuts(found, places)
        for start, end in pairwise(cuts):
            at = bisect_left(places, start)
            time = heard[at][1] if at < len(places) and places[at] < end else None
            if text := one_line(cue.utterance.shown[start:end]):
                words.append(Word(text, time, start > found.start()))
    return words


def _cuts(found: re.Match[str], places: Sequence[int]) -> list[int]:
    """Return where a word of the page starts, ends, and is cut because the voice starts a word of its own there."""
    inner = places[bisect_left(places, found.start() + 1) : bisect_left(places, found.end())]
    return [found.start(), *sorted({place for place in inner if _BREAK.match(found.string, place)}), found.end()]


def _heard(cue: Cue) -> Iterator[tuple[int, int]]:
    """Yield for each word that is said the character that shows it, and its time; both only ever grow."""
    last, now = -1, cue.start_ms
    for offset, ms in unpacked(cue.words):
        place = shown_offset(cue.utterance.spans, offset)
        if place > last and ms >= now:
            yield place, ms
            last, now = place, ms


def shown_offset(spans: Sequence[Span], said: int) -> int:
    """Return the character of `shown` that a character of `said` speaks for."""
    at = bisect_left(spans, said, key=lambda span: span.said_end)
    if at < len(spans) and spans[at].said_start <= said < spans[at].said_end:
        return spans[at].shown_start
    before = spans[at - 1] if at and spans[at - 1].said_end <= said else None
    if at < len(spans) and spans[at].said_end == said:
        before = spans[at]
    return said + (before.shown_end - before.said_end if before else 0)


def rising(words: Iterable[Word], start_ms: int, end_ms: int) -> Iterator[Word]:
    """Take away each time that is not after the one before it, or lies outside the caption."""
    now = start_ms
    for word in words:
        if word.start_ms is not None and now < word.start_ms < end_ms:
            now = word.start_ms
            yield word
        else:
            yield replace(word, start_ms=None)


def short(word: Word, width: int) -> Iterator[Word]:
    """Cut what no line could hold, an address mostly."""
    yield replace(word, text=word.text[:width])
    for at in range(width, len(word.text), width):
        yield Word(word.text[at : at + width], is_joined=True)


def lines_of(words: Iterable[Word], width: int) -> Iterator[list[Word]]:
    """Yield words in lines of at most so many characters; a word that is longer (see `short`) stands alone."""
    line: list[Word] = []
    length = 0
    for piece in (piece for word in words for piece in _pieces(word, width)):
        glue = 1 if line and not piece.is_joined else 0
        if line and length + glue + len(piece.text) > width:
            yield line
            line, length, glue = [], 0, 0
        line.append(piece)
        length += glue + len(piece.text)
    if line:
        yield line


def text_of(line: Sequence[Word]) -> str:
    """Return a line as it is read."""
    return "".join(word.text if word.is_joined or not at else f" {word.text}" for at, word in enumerate(line))


def _pieces(word: Word, width: int) -> list[Word]:
    """Return a word whole, or where a line may end inside one that is too long and written without spaces."""
    if len(word.text) <= width:
        return [word]
    first, *rest = _BREAK.split(word.text)
    return [replace(word, text=first), *(Word(text, is_joined=True) for text in rest)]
