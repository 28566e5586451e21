"""An episode in, the stretches out that a listener may want to pass over: its lists, tables and code."""

from collections.abc import Iterator
from typing import NamedTuple

from postaloud.model.episode import Episode
from postaloud.model.script import BlockKind, Enter, Leave, Line, Utterance
from postaloud.publishing.plain import cut, one_line

KINDS = {
    BlockKind.ORDERED_LIST: "list",
    BlockKind.BULLET_LIST: "list",
    BlockKind.DEFINITIONS: "list",
    BlockKind.TABLE: "table",
    BlockKind.CODE: "code",
}
LONGEST_TITLE = 80


class Mark(NamedTuple):
    """A block that can be passed over."""

    kind: str
    title: str
    """How it begins."""
    start_ms: int
    end_ms: int


def marks(episode: Episode) -> Iterator[Mark]:
    """Yield the outermost lists, tables and code that sound, in order."""
    cues = iter(episode.recording.cues)
    kind, depth = "", 0
    inside: list[tuple[str, int, int]] = []
    for line in episode.script.lines():
        depth += _step(line)
        if isinstance(line, Enter) and depth == 1 and not kind:
            kind, inside = KINDS[line.kind], []
        if isinstance(line, Utterance) and (cue := next(cues, None)) and depth:
            inside.append((line.shown, cue.start_ms, cue.end_ms))
        if kind and not depth:
            if inside:
                yield Mark(kind, cut(one_line(inside[0][0]), LONGEST_TITLE), inside[0][1], inside[-1][2])
            kind = ""


def _step(line: Line) -> int:
    """Return by how much a line goes deeper into what can be passed over."""
    if isinstance(line, Enter | Leave) and line.kind in KINDS:
        return 1 if isinstance(line, Enter) else -1
    return 0
