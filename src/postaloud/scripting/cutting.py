"""The lines of a script in, its parts out: a section each, a long one in slices, cut only at silence."""

from collections.abc import Iterable, Iterator

from postaloud.model.script import ChapterMark, Line, Part, Pause, Utterance
from postaloud.scripting.measure import word_count

CUTS = ((120, 150), (90, 400))
"""After so many words, a pause of so many milliseconds ends a part; short parts keep all processes busy to the end."""


def cut_parts(lines: Iterable[Line]) -> Iterator[Part]:
    """Yield the parts in order; each ends with a pause and holds an utterance."""
    part: list[Line] = []
    words = section = 0
    for line in lines:
        if isinstance(line, ChapterMark):
            if any(isinstance(one, Utterance) for one in part):
                yield Part(tuple(part), section)
                part, words = [], 0
            section = line.number
        part.append(line)
        words += word_count(line)
        if isinstance(line, Pause) and any(words >= most and line.ms >= least for most, least in CUTS):
            yield Part(tuple(part), section)
            part, words = [], 0
    if part:
        yield Part(tuple(part), section)
