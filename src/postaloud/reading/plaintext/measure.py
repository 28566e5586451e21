"""The lines of a text go in, where its margins are comes out."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from postaloud.reading.plaintext.lines import Line, Look

LONG = 120
"""Columns that no line broken by hand or by a mail program is longer than."""
_NARROW = 40
_MOST_LINES = 0.95
_OFTEN = 0.4
_SELDOM = 0.1


@dataclass(frozen=True, slots=True)
class Measure:
    """The margins of a text, in columns."""

    width: int = 0
    """Where its lines are broken, or 0 where each paragraph is one line."""
    margin: int = 0
    """Where most of its prose starts."""
    is_flowing: bool = False
    """Whether its paragraphs are long lines."""

    def is_forced(self, line: Line, following: Line) -> bool:
        """Whether a line ends where it does only because the next word had no room on it."""
        return self.width > 0 and _needed(line, following) > self.width


def measure_of(lines: Sequence[Line]) -> Measure:
    """Measure a text by the lines that others follow without a gap."""
    texts = [line for line in lines if line.look is Look.TEXT]
    margin = _margin(texts)
    if sum(line.end > LONG for line in texts) > _SELDOM * len(texts):
        return Measure(0, margin, is_flowing=True)
    pairs = [(a, b) for a, b in pairwise(lines) if a.look is Look.TEXT and b.look is Look.TEXT]
    ends = sorted(a.end for a, _ in pairs)
    width = ends[int((len(ends) - 1) * _MOST_LINES)] if ends else 0
    forced = sum(1 for a, b in pairs if _needed(a, b) > width)
    is_broken = _NARROW <= width <= LONG and forced >= _OFTEN * len(pairs)
    return Measure(width if is_broken else 0, margin)


def _needed(line: Line, following: Line) -> int:
    return line.end + 1 + len(following.text.partition(" ")[0])


def _margin(lines: Iterable[Line]) -> int:
    columns: Counter[int] = Counter()
    for line in lines:
        columns[line.indent] += len(line.text)
    return max(columns, key=lambda column: (columns[column], -column), default=0)
