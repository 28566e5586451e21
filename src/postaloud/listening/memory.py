"""What is remembered of an article between two listenings: the place, the speed and the bookmarks, in a small file."""

import json
import os
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from postaloud.listening.course import Course

VERSION = 1
SLOWEST, FASTEST, STEP = 50, 400, 10
"""Of speeds, in percent of the voice's own."""
LONGEST_SHOWN = 200
"""Characters of a sentence that are kept, to find it again in an article that has changed."""


class BrokenMemory(ValueError):  # noqa: N818 - it names the thing
    """A text that is nothing we have written."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A sentence that was heard."""

    sentence: int
    shown: str


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of one article."""

    place: Spot | None = None
    """None for the beginning."""
    rate_percent: int = 0
    """0 where none was chosen."""
    bookmarks: tuple[Spot, ...] = ()
    """In the order of the article."""


def spot_of(course: Course, sentence: int) -> Spot:
    """Return what is remembered of a sentence."""
    return Spot(sentence, _kept(course.sentences[sentence].shown))


def found(course: Course, spot: Spot) -> int | None:
    """Return where a remembered sentence stands now; where it is gone, the one in its place, if there is one."""
    same = [number for number, each in enumerate(course.sentences) if _kept(each.shown) == spot.shown]
    if same:
        return min(same, key=lambda number: abs(number - spot.sentence))
    return spot.sentence if spot.sentence < len(course.sentences) else None


def toggled(memory: Memory, spot: Spot) -> Memory:
    """Set a bookmark at a sentence, or take away the one that is there."""
    others = tuple(each for each in memory.bookmarks if each.sentence != spot.sentence)
    if len(others) < len(memory.bookmarks):
        return replace(memory, bookmarks=others)
    return replace(memory, bookmarks=tuple(sorted((*others, spot), key=lambda each: each.sentence)))


def moved(memory: Memory, course: Course) -> Memory:
    """Return the memory with every spot where it stands in the article as it is now."""
    numbers = {number for each in memory.bookmarks if (number := found(course, each)) is not None}
    bookmarks = tuple(spot_of(course, number) for number in sorted(numbers))
    place = found(course, memory.place) if memory.place else None
    return replace(memory, place=None if place is None else spot_of(course, place), bookmarks=bookmarks)


def to_text(memory: Memory) -> str:
    """Return a memory as JSON."""
    spots = [_described(each) for each in memory.bookmarks]
    place = _described(memory.place) if memory.place else None
    whole = {"version": VERSION, "place": place, "rate": memory.rate_percent, "bookmarks": spots}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def from_text(text: str) -> Memory:
    """Return the memory that a text holds; raises `BrokenMemory`."""
    try:
        whole = json.loads(text)
        rate = _number(whole["rate"])
        place = _spot(whole["place"]) if whole["place"] is not None else None
        bookmarks = tuple(_spot(each) for each in whole["bookmarks"])
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise BrokenMemory from error
    if whole.get("version") != VERSION or (rate and not SLOWEST <= rate <= FASTEST):
        raise BrokenMemory
    return Memory(place, rate, bookmarks)


def recall(path: Path) -> Memory:
    """Return what a file remembers, and nothing where there is none; raises `BrokenMemory` and `OSError`."""
    try:
        return from_text(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Memory()
    except UnicodeDecodeError as error:
        raise BrokenMemory from error


def keep(path: Path, memory: Memory) -> None:
    """Write a memory beside its file and rename, so that it is there whole or not at all; raises `OSError`."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_text(to_text(memory), encoding="utf-8")
        beside.replace(path)
    except OSError:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def _described(spot: Spot) -> dict[str, object]:
    return {"sentence": spot.sentence, "shown": spot.shown}


def _spot(values: dict[str, Any]) -> Spot:
    shown = values["shown"]
    if not isinstance(shown, str):
        raise BrokenMemory
    return Spot(_number(values["sentence"]), shown)


def _number(value: object) -> int:
    if type(value) is not int or not 0 <= value < 2**31:
        raise BrokenMemory
    return value


def _kept(shown: str) -> str:
    return " ".join(shown.split())[:LONGEST_SHOWN]
