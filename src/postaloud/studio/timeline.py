"""A script and its takes' times in, a recording out: every cue, word and chapter in whole milliseconds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postaloud.model.recording import Chapter, Cue, Recording, Take
from postaloud.model.script import ChapterMark, Part
from postaloud.model.timing import packed


def lay_out(parts: Iterable[Part], takes: Iterable[Take], rate: int) -> Recording:
    """Place the takes one behind the other, each let go before the next is asked for; chapters tile the recording."""
    start = 0
    cues: list[Cue] = []
    marks: list[tuple[int, ChapterMark]] = []
    for part, take in zip(parts, takes, strict=True):
        cues += _cues(part, take, start, rate)
        marks += _marks(part, take, start, rate)
        start += take.samples
    duration_ms = milliseconds(start, rate)
    return Recording(duration_ms, tuple(_chapters(marks, duration_ms)), tuple(cues))


def milliseconds(samples: int, rate: int) -> int:
    """Return the nearest whole millisecond."""
    return (samples * 1000 + rate // 2) // rate


def _cues(part: Part, take: Take, start: int, rate: int) -> Iterator[Cue]:
    for utterance, spoken in zip(part.utterances(), take.spoken, strict=True):
        begin, end = milliseconds(start + spoken.start, rate), milliseconds(start + spoken.end, rate)
        words = packed((word.offset, milliseconds(start + word.sample, rate)) for word in spoken.words)
        yield Cue(begin, end, utterance, spoken.is_lost, spoken.unspoken, words)


def _marks(part: Part, take: Take, start: int, rate: int) -> Iterator[tuple[int, ChapterMark]]:
    chapter_marks = (line for line in part.lines if isinstance(line, ChapterMark))
    for mark, sample in zip(chapter_marks, take.marks, strict=True):
        yield milliseconds(start + sample, rate), mark


def _chapters(marks: Sequence[tuple[int, ChapterMark]], duration_ms: int) -> Iterator[Chapter]:
    """The first chapter starts with the recording, so that its opening silence belongs to it."""
    starts = [0, *(start for start, _ in marks[1:])]
    for (start, end), (_, mark) in zip(pairwise([*starts, duration_ms]), marks, strict=True):
        yield Chapter(start, end, mark.title, mark.level, mark.number, mark.anchor)
