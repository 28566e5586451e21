"""A recording as far as it is made: pieces of sound, one for each part, some of them perhaps still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Piece:
    """A part as sound."""

    path: Path
    """A file, whose first sample is the part's."""
    length_ms: int
    starts_ms: tuple[int, ...]
    """When each sentence of the part starts."""


class Tape(Protocol):
    """The parts of a recording."""

    @property
    def guesses_ms(self) -> Sequence[int]:
        """About how long each part is, for those that are still to come."""
        ...

    def piece(self, part: int) -> Piece | None:
        """Return a part, or None where it is not made yet."""
        ...

    def want(self, part: int) -> None:
        """Tell where the listener is: this part and the next ones are made first."""
        ...

    def close(self, patience: float | None = None) -> None:
        """Make no more; waits until that is so, at most so many seconds."""
        ...


@dataclass(frozen=True, slots=True)
class Finished:
    """A tape that is one whole file."""

    whole: Piece

    @property
    def guesses_ms(self) -> Sequence[int]:
        """The file's length."""
        return (self.whole.length_ms,)

    def piece(self, part: int) -> Piece | None:
        """Return the file, whatever the part."""
        return self.whole if part == 0 else None

    def want(self, part: int) -> None:
        """Everything is there."""

    def close(self, patience: float | None = None) -> None:
        """Nothing is being made."""
