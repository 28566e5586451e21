"""Lines in any order of pauses in, lines with one pause between two sounds out."""

from collections.abc import Iterable, Iterator

from postaloud.model.script import Enter, Leave, Line, Pause


def settle(lines: Iterable[Line]) -> Iterator[Line]:
    """Collapse adjoining pauses to the longest.

    A pause comes behind the blocks that end and in front of those that begin, so that a script can be cut there.
    """
    silence_ms = 0
    entered: list[Enter] = []
    for line in lines:
        if isinstance(line, Pause):
            silence_ms = max(silence_ms, line.ms)
        elif isinstance(line, Enter):
            entered.append(line)
        else:
            if silence_ms and not isinstance(line, Leave):
                yield Pause(silence_ms)
                silence_ms = 0
            yield from entered
            entered.clear()
            yield line
    if silence_ms:
        yield Pause(silence_ms)
