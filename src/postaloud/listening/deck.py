"""A course, a tape and a player in; a recording that goes where it is told, and waits for what is not made yet."""

from bisect import bisect_left, bisect_right
from pathlib import Path

from postaloud.listening.course import Course
from postaloud.listening.player import Player
from postaloud.listening.steering import Here
from postaloud.listening.tape import Piece, Tape
from postaloud.listening.wording import Clock

ROUNDING_MS = 40
"""A player may land so much before the place that it was sent to."""


class Deck:
    """What plays one article."""

    def __init__(self, course: Course, tape: Tape, player: Player) -> None:
        self.course = course
        self.is_paused = False
        self.is_waiting = False
        """Whether what is to be played next is still being made."""
        self._tape = tape
        self._player = player
        self._part = 0
        self._goal: int | None = None
        """The sentence that was asked for last, or None for the beginning of a part."""
        self._last = (0, 0)
        """Where the player was when it last told, for when it cannot tell any more."""
        self._paths: dict[Path, int] = {}
        parts = [each.part for each in course.sentences]
        self._firsts = [bisect_left(parts, part) for part in range(len(tape.guesses_ms) + 1)]
        """The first sentence of each part."""

    def go(self, sentence: int) -> None:
        """Play from a sentence on, at once or when it is made."""
        self._start(self.course.sentences[sentence].part, sentence)

    def pause(self, *, paused: bool) -> None:
        """Hold the sound, or let it go on."""
        self.is_paused = paused
        self._player.pause(paused=paused)

    def made(self, part: int) -> None:
        """Take note that a part is made."""
        if self.is_waiting and part == self._part:
            self._start(part, self._goal)
        elif not self.is_waiting and part == self._part + 1:
            self._follow()

    def began(self, path: Path) -> None:
        """Take note that the player has gone over to the next part by itself."""
        part = self._paths.get(path, self._part)
        if not self.is_waiting and part == self._part + 1:
            self._part = part
            self._tape.want(part)
            self._follow()

    def ended(self, path: Path) -> bool:
        """Take note that the player has nothing left to play; tell whether all has been heard."""
        if self.is_waiting or self._paths.get(path) != self._part:
            return False
        if self._part + 1 == len(self._tape.guesses_ms):
            return True
        self._start(self._part + 1, None)
        return False

    def here(self) -> Here:
        """Return what is heard now."""
        part, at_ms = self._at()
        piece = self._piece(part)
        if self.is_waiting or piece is None:
            return Here(max(self._firsts[part] - 1, 0) if self._goal is None else self._goal)
        count = bisect_right(piece.starts_ms, at_ms + ROUNDING_MS)
        sentence = max(self._firsts[part] + count - 1, 0)
        return Here(sentence, max(at_ms - piece.starts_ms[count - 1], 0) if count else at_ms)

    def clock(self) -> Clock:
        """Return how far the listener is."""
        part, at_ms = self._at()
        lengths = [self._length_ms(each) for each in range(len(self._tape.guesses_ms))]
        is_exact = all(self._tape.piece(each) for each in range(len(lengths)))
        return Clock(sum(lengths[:part]) + at_ms, sum(lengths), is_exact)

    def time_of(self, sentence: int) -> int | None:
        """Return when a sentence is heard, or None where something before it is still to be made."""
        part = self.course.sentences[sentence].part
        piece = self._tape.piece(part)
        if piece is None or not all(self._tape.piece(each) for each in range(part)):
            return None
        return sum(map(self._length_ms, range(part))) + piece.starts_ms[sentence - self._firsts[part]]

    def _start(self, part: int, sentence: int | None) -> None:
        """Play a part from a sentence or from its beginning on; closing words may be a part without any sentence."""
        self._part, self._goal = part, sentence
        self._tape.want(part)
        piece = self._piece(part)
        self.is_waiting = piece is None
        if piece is None:
            self._player.stop()
            return
        at_ms = piece.starts_ms[sentence - self._firsts[part]] if sentence else 0
        self._last = part, at_ms
        self._player.play(piece.path, at_ms)
        self._follow()

    def _follow(self) -> None:
        if piece := self._piece(self._part + 1):
            self._player.append(piece.path)

    def _at(self) -> tuple[int, int]:
        """Return the part that plays and the place in it."""
        if self.is_waiting:
            return self._part, 0
        position = self._player.position()
        if position is not None:
            self._last = self._paths.get(position[0], self._part), position[1]
        return self._last

    def _piece(self, part: int) -> Piece | None:
        piece = self._tape.piece(part) if part < len(self._tape.guesses_ms) else None
        if piece is not None:
            self._paths[piece.path] = part
        return piece

    def _length_ms(self, part: int) -> int:
        piece = self._tape.piece(part)
        return piece.length_ms if piece else self._tape.guesses_ms[part]
