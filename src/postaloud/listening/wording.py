"""Places, times and lists in, plain lines out: the important words first, and every time as it is said."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from postaloud.listening.course import Course, Sentence
from postaloud.listening.steering import Jump

LONGEST_QUOTE = 60
"""Characters of a sentence that names a bookmark."""
MANY = 5
"""So many minutes or hours are told without the seconds or minutes beyond."""
_UNITS = ((3600, "hour"), (60, "minute"), (1, "second"))

NOWHERE = {
    Jump.NEXT_SENTENCE: "This is the last sentence.",
    Jump.PREVIOUS_SENTENCE: "This is the first sentence.",
    Jump.NEXT_PARAGRAPH: "This is the last paragraph.",
    Jump.PREVIOUS_PARAGRAPH: "This is the first paragraph.",
    Jump.NEXT_SECTION: "This is the last section.",
    Jump.PREVIOUS_SECTION: "This is the first section.",
    Jump.LEAVE: "Nothing follows this list.",
}
"""What is said where a jump leads nowhere."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How far into the recording the listener is, at normal speed."""

    at_ms: int
    total_ms: int
    is_exact: bool = True
    """False while parts are still to be made, whose length is guessed."""


def where(course: Course, sentence: Sentence, clock: Clock) -> str:
    """Return "Section 2 of 5, How to Darn; item 2 of 3; 1 minute 40 of 9."."""
    pieces = [section_name(course, sentence.section), _place(course, sentence), _of_total(clock)]
    return "; ".join(filter(None, pieces)) + "."


def section_name(course: Course, number: int) -> str:
    """Return a section as it is announced: "Section 2 of 5, How to Darn"."""
    section = course.sections[number]
    if not section.number:
        return section.title.rstrip(".")
    last = max(each.number for each in course.sections)
    return f"Section {section.number} of {last}, {section.title.rstrip('.')}"


def time(clock: Clock, rate_percent: int) -> str:
    """Return how much was heard and how much is left, also as the speed has it."""
    about = "" if clock.is_exact else "about "
    left_ms = max(clock.total_ms - clock.at_ms, 0)
    pieces = [f"{in_full(clock.at_ms)} heard", f"{about}{in_full(left_ms)} left"]
    if rate_percent != 100:
        pieces.append(f"{about}{in_full(left_ms * 100 // rate_percent)} at speed {speed(rate_percent)}")
    return ", ".join(pieces).capitalize() + "."


def opening(title: str, course: Course, clock: Clock) -> str:
    """Return what is said of an article when it begins."""
    count = sum(section.number > 0 for section in course.sections)
    sections = f"{counted(count, 'section')}, " if count else ""
    return f"{title.rstrip('.')}: {sections}{'' if clock.is_exact else 'about '}{in_full(clock.total_ms, 2)}."


def chapters(course: Course, sentence: Sentence, times_ms: Sequence[int | None]) -> Iterator[str]:
    """Yield a line for each section, with the number that chooses it."""
    for number, (section, at_ms) in enumerate(zip(course.sections, times_ms, strict=True)):
        here = "; you are here" if number == sentence.section else ""
        time = "" if at_ms is None else f"; {_short(at_ms)}"
        yield _closed(f"{label_of(course, number)}: {section.title.rstrip('.')}{here}{time}")


def bookmark(course: Course, number: int, sentence: int) -> str:
    """Return a bookmark's number, its sentence and its section."""
    each = course.sentences[sentence]
    return _closed(f"{number}: {quoted(each.shown)}; {section_name(course, each.section)}")


def label_of(course: Course, number: int) -> int:
    """Return the number by which a listener chooses a section: as announced, where every section has its own."""
    labels = [section.number for section in course.sections]
    return labels[number] if len(set(labels)) == len(labels) else number + 1


def quoted(shown: str) -> str:
    """Return the beginning of a sentence in quotation marks."""
    text = shown if len(shown) <= LONGEST_QUOTE else shown[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
    return f'"{text}"'


def speed(rate_percent: int) -> str:
    """Return a speed as it is said: "1.5"."""
    return f"{rate_percent / 100:g}"


def counted(count: int, what: str) -> str:
    """Return "1 minute" or "2 minutes"."""
    return f"{count} {what}{'' if count == 1 else 's'}"


def percent_of(typed: str) -> int | None:
    """Return the speed that is meant by "1.5" or "1,5", or None."""
    try:
        return round(float(typed.replace(",", ".")) * 100)
    except (ValueError, OverflowError):
        return None


def in_full(ms: int, most: int = 3) -> str:
    """Return a length in words, "9 minutes 12 seconds", of at most so many units; those that are 0 are left out."""
    counts = [counted(count, unit) for count, unit in _counts(ms) if count]
    return " ".join(counts[:most]) or "0 seconds"


def _closed(line: str) -> str:
    return line if line.endswith(("?", "!", "…")) else f"{line}."


def _place(course: Course, sentence: Sentence) -> str:
    """Return the items and rows around a sentence, innermost first."""
    pieces = []
    for place in reversed(sentence.places):
        holder = course.holders[place.holder]
        number, count = place.number - holder.has_header, holder.count - holder.has_header
        if number > 0:
            pieces.append(f"{holder.kind} {number} of {count}")
    return ", in ".join(pieces)


def _of_total(clock: Clock) -> str:
    """Return "1 minute 40 of 9", and "40 seconds of 9 minutes", which would else be heard as 40 of 9 seconds."""
    at, total = _short(clock.at_ms), _short(_rounded(clock.total_ms))
    number, unit, *rest = total.split()
    is_same = not rest and at.split()[1].rstrip("s") == unit.rstrip("s")
    return f"{at} of {'' if clock.is_exact else 'about '}{number if is_same else total}"


def _rounded(ms: int) -> int:
    """Round what is long to its largest unit."""
    seconds = next((seconds for seconds, _ in _UNITS if ms >= MANY * seconds * 1000), 1)
    return (ms + seconds * 500) // (seconds * 1000) * seconds * 1000


def _short(ms: int) -> str:
    """Return the two largest units, the smaller one without its name: "1 minute 40", "1 hour 5", "40 seconds"."""
    counts = list(_counts(ms))
    for place, (count, unit) in enumerate(counts):
        if count:
            rest = counts[place + 1][0] if place + 1 < len(counts) else 0
            return counted(count, unit) + (f" {rest}" if rest else "")
    return "0 seconds"


def _counts(ms: int) -> Iterator[tuple[int, str]]:
    rest = max(ms, 0) // 1000
    for seconds, unit in _UNITS:
        count, rest = divmod(rest, seconds)
        yield count, unit
