"""Lines in any order of pauses in, lines with one pause between two sounds out."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Line, Pause, Utterance


def settle(lines: Iterable[Line]) -> Iterator[Line]:
    """Collapse adjoining pauses to the longest.

    A pause comes behind the blocks that end and in front of those that begin, so that a script can be cut there.
    """
    silence_ms = 0
    entered: list[Enter] = []
    for line in lines:
        match line:
            case Pause():
                silence_ms = max(silence_ms, line.ms)
            case Enter():
                entered.append(line)
            case Leave():
                yield from entered
                entered.clear()
                yield line
            case Utterance() | Earcon() | ChapterMark():
                if silence_ms:
                    yield Pause(silence_ms)
                yield from entered
                yield line
                silence_ms = 0
                entered.clear()
            case _:
                assert_never(line)
    if silence_ms:
        yield Pause(silence_ms)
