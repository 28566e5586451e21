"""A player that plays nothing and a tape that is made by hand: what a deck does with them can be read afterwards."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from postaloud.listening.tape import Piece


@dataclass
class Still:
    """A player that stands where it was sent."""

    at: tuple[Path, int] | None = None
    queue: list[Path] = field(default_factory=list)
    is_paused: bool = False
    rate_percent: int = 100

    def play(self, path: Path, at_ms: int) -> None:
        """Stand there."""
        self.at, self.queue = (path, at_ms), []

    def append(self, path: Path) -> None:
        """Take note."""
        self.queue.append(path)

    def stop(self) -> None:
        """Stand nowhere."""
        self.at, self.queue = None, []

    def pause(self, *, paused: bool) -> None:
        """Take note."""
        self.is_paused = paused

    def set_rate(self, percent: int) -> None:
        """Take note."""
        self.rate_percent = percent

    def position(self) -> tuple[Path, int] | None:
        """Return where it was sent."""
        return self.at

    def close(self) -> None:
        """Do nothing."""


@dataclass
class HandMade:
    """A tape whose parts are put there by the test."""

    guesses_ms: Sequence[int]
    pieces: dict[int, Piece] = field(default_factory=dict)
    wanted: int = -1

    def add(self, part: int, length_ms: int, *starts_ms: int) -> Path:
        """Put a part there."""
        path = Path(f"{part}.mp3")
        self.pieces[part] = Piece(path, length_ms, starts_ms)
        return path

    def piece(self, part: int) -> Piece | None:
        """Return a part if it was put there."""
        return self.pieces.get(part)

    def want(self, part: int) -> None:
        """Take note."""
        self.wanted = part

    def close(self, patience: float | None = None) -> None:
        """Do nothing."""
