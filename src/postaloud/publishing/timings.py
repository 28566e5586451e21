"""An episode's cues in, what a player needs to follow them out: times small enough to lie in the page."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from postaloud.model.recording import Cue
from postaloud.publishing.captions import captions
from postaloud.publishing.words import Word, words_of

WORD_MS = 10
"""The unit of the words' times."""
Row = list[object]
"""For one utterance: how much higher its number is than the last one's, milliseconds since the end of the last one,
its length, the times of its words, how much higher the number of the sentence is that it leads to, and, only where
words are cut within, the character at which each starts. Every time and place counts from the one before it."""


def timings(cues: Sequence[Cue]) -> Iterator[Row]:
    """Yield a row for each cue that is heard, in the order of time; what is 0 or empty at a row's end is left out."""
    last_number, last_ms = 0, 0
    numbered = {id(cue): number for number, cue in enumerate(cues, 1)}
    for caption in captions(cues):
        for cue in caption.cues:
            number, start = numbered[id(cue)], max(cue.start_ms, last_ms)
            end = max(cue.end_ms, start)
            words = words_of(cue)
            yield _without_blanks(
                [number - last_number, start - last_ms, end - start, _times(words, cue.start_ms)],
                [caption.number - number, _places(words)],
            )
            last_number, last_ms = number, end


def _without_blanks(row: Row, more: Row) -> Row:
    row += more
    while not row[-1]:
        row.pop()
    return row


def _times(words: Sequence[Word], start_ms: int) -> list[int]:
    """Return for each word how long after the one before it sounds; 0 where both sound together."""
    units = [0]
    for word in words:
        at = units[-1] if word.start_ms is None else (word.start_ms - start_ms) // WORD_MS
        units.append(max(at, units[-1]))
    steps = [after - before for before, after in pairwise(units)]
    return steps if any(word.start_ms is not None for word in words) else []


def _places(words: Sequence[Word]) -> list[int]:
    """Return where each word starts, counted from the start of the one before it, if spaces alone do not tell it."""
    if not any(word.is_joined for word in words):
        return []
    places: list[int] = []
    place = 0
    for word in words:
        place += 0 if word.is_joined or not places else 1
        places.append(place)
        place += len(word.text)
    return [after - before for before, after in pairwise([0, *places])]
