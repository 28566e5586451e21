"""A course and where the listener is in, the sentence to go to out. Pure: nothing here knows of sound or time."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from postaloud.listening.course import Course

GRACE_MS = 1_500
"""Who goes back this early in a sentence means the one before it; later, its beginning."""


@dataclass(frozen=True, slots=True)
class Here:
    """What is heard now."""

    sentence: int
    into_ms: int = 0
    """How long it has been sounding, at normal speed."""


class Jump(Enum):
    """A way to go that the article's structure has."""

    NEXT_SENTENCE = "next sentence"
    PREVIOUS_SENTENCE = "previous sentence"
    NEXT_PARAGRAPH = "next paragraph"
    PREVIOUS_PARAGRAPH = "previous paragraph"
    NEXT_SECTION = "next section"
    PREVIOUS_SECTION = "previous section"
    LEAVE = "leave"


Unit = Callable[[int], int]
"""The number of what a sentence belongs to; it never falls from one sentence to the next."""


def landing(course: Course, here: Here, jump: Jump) -> int | None:
    """Return the sentence that a jump leads to, or None where there is none."""
    return _JUMPS[jump](course, here)


def _forward(course: Course, here: Here, unit: Unit) -> int | None:
    now = unit(here.sentence)
    return next((each for each in _stops(course, range(here.sentence + 1, _end(course))) if unit(each) != now), None)


def _back(course: Course, here: Here, unit: Unit) -> int | None:
    """Go to the beginning of the unit, or of the one before where this one has only begun."""
    start = _start(course, here.sentence, unit)
    if start is not None and (start < here.sentence or here.into_ms > GRACE_MS):
        return start
    before = next(iter(_stops(course, range((here.sentence if start is None else start) - 1, -1, -1))), None)
    return None if before is None else _start(course, before, unit)


def _start(course: Course, sentence: int, unit: Unit) -> int | None:
    """Return the first stop of the unit up to this sentence."""
    start = None
    for each in _stops(course, range(sentence, -1, -1)):
        if unit(each) != unit(sentence):
            break
        start = each
    return start


def _leave(course: Course, here: Here) -> int | None:
    places = course.sentences[here.sentence].places
    end = course.holders[places[-1].holder].end if places else _end(course)
    return next(iter(_stops(course, range(end, _end(course)))), None)


def _stops(course: Course, numbers: Iterable[int]) -> Iterable[int]:
    return (number for number in numbers if not course.sentences[number].is_announcement)


def _end(course: Course) -> int:
    return len(course.sentences)


def _units(course: Course) -> tuple[Unit, Unit, Unit]:
    sentences = course.sentences
    return (lambda each: each, lambda each: sentences[each].block, lambda each: sentences[each].section)


def _going(step: Callable[[Course, Here, Unit], int | None], size: int) -> Callable[[Course, Here], int | None]:
    return lambda course, here: step(course, here, _units(course)[size])


_JUMPS: Mapping[Jump, Callable[[Course, Here], int | None]] = {
    Jump.NEXT_SENTENCE: _going(_forward, 0),
    Jump.PREVIOUS_SENTENCE: _going(_back, 0),
    Jump.NEXT_PARAGRAPH: _going(_forward, 1),
    Jump.PREVIOUS_PARAGRAPH: _going(_back, 1),
    Jump.NEXT_SECTION: _going(_forward, 2),
    Jump.PREVIOUS_SECTION: _going(_back, 2),
    Jump.LEAVE: _leave,
}
