"""A script and its takes' times in, a recording out: every cue and chapter in whole milliseconds."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from postaloud.model.recording import Chapter, Cue, Recording, Take
from postaloud.model.script import ChapterMark, Part


def lay_out(parts: Sequence[Part], takes: Sequence[Take], rate: int) -> Recording:
    """Place the takes one behind the other; chapters tile the recording.

    Takes are asked for their times only, so their packets may have been dropped.
    """
    starts = _starts(takes)
    duration_ms = milliseconds(starts.pop(), rate)
    marks = list(_marks(parts, takes, starts, rate))
    return Recording(duration_ms, tuple(_chapters(marks, duration_ms)), tuple(_cues(parts, takes, starts, rate)))


def milliseconds(samples: int, rate: int) -> int:
    """Return the nearest whole millisecond."""
    return (samples * 1000 + rate // 2) // rate


def _starts(takes: Iterable[Take]) -> list[int]:
    """Return the sample at which each take starts, and the end of the last."""
    starts = [0]
    for take in takes:
        starts.append(starts[-1] + take.samples)
    return starts


def _cues(parts: Sequence[Part], takes: Sequence[Take], starts: Sequence[int], rate: int) -> Iterator[Cue]:
    for part, take, start in zip(parts, takes, starts, strict=True):
        for utterance, spoken in zip(part.utterances(), take.spoken, strict=True):
            begin, end = milliseconds(start + spoken.start, rate), milliseconds(start + spoken.end, rate)
            yield Cue(begin, end, utterance, spoken.is_lost, spoken.unspoken)


def _marks(
    parts: Sequence[Part], takes: Sequence[Take], starts: Sequence[int], rate: int
) -> Iterator[tuple[int, ChapterMark]]:
    for part, take, start in zip(parts, takes, starts, strict=True):
        chapter_marks = (line for line in part.lines if isinstance(line, ChapterMark))
        for mark, sample in zip(chapter_marks, take.marks, strict=True):
            yield milliseconds(start + sample, rate), mark


def _chapters(marks: Sequence[tuple[int, ChapterMark]], duration_ms: int) -> Iterator[Chapter]:
    """The first chapter starts with the recording, so that its opening silence belongs to it."""
    starts = [0, *(start for start, _ in marks[1:])]
    for (start, end), (_, mark) in zip(pairwise([*starts, duration_ms]), marks, strict=True):
        yield Chapter(start, end, mark.title, mark.level, mark.number, mark.anchor)
