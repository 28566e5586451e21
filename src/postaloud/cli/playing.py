"""Sources in, each played in its turn: where they meet player, terminal and memory."""

import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

from postaloud.cli.printing import complain, progress, result
from postaloud.config import Settings
from postaloud.errors import EngineError, PostaloudError

if TYPE_CHECKING:
    from postaloud.listening.attending import Outcome
    from postaloud.listening.events import Event
    from postaloud.listening.memory import Memory
    from postaloud.listening.player import Player
    from postaloud.listening.terminal import Terminal
    from postaloud.pipeline import Desk, Opener, Programme
    from postaloud.workers import Workers

DONE_IN_PART, HUNG_UP = 3, 129
LEAVING_S = 0.3
"""Seconds that a part under way is waited for when the listener leaves."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the listener wants everything to be played."""

    settings: Settings
    player: str
    rate_percent: int
    """0 for the remembered one."""
    from_start: bool
    follow: bool
    lines: bool


@dataclass(slots=True)
class Queue:
    """What is to be played: locations that have not been looked at, and what was found at the others."""

    items: list["str | Opener"]
    desk: "Desk"
    wishes: Wishes
    at: int = 0
    codes: list[int] = field(default_factory=list)
    played: int = 0

    def open(self, step: int) -> "Programme | None":
        """Open what is next in a direction; what cannot be opened is named and leaves the queue."""
        while 0 <= self.at < len(self.items):
            try:
                return self._opened()
            except EngineError:
                raise
            except PostaloudError as error:
                complain(error)
                self.codes.append(error.exit_code)
                del self.items[self.at]
                self.at = max(self.at - 1, 0) if step < 0 and self.items else self.at
        return None

    def _opened(self) -> "Programme":
        from postaloud.pipeline import find_programmes

        item = self.items[self.at]
        if not isinstance(item, str):
            return item()
        self.items[self.at : self.at + 1] = find_programmes(item, self.wishes.settings, self.desk, progress)
        return self._opened()

    @property
    def exit_code(self) -> int:
        """0 for all played, 3 for some, else the lowest code."""
        return 0 if not self.codes else DONE_IN_PART if self.played else min(self.codes)


def play_all(sources: list[str], wishes: Wishes, workers: "Workers | None") -> int:
    """Play every source and return the exit code; raises `EngineError` where nothing can be heard."""
    from postaloud.listening.player import open_player
    from postaloud.listening.terminal import Terminal

    events: SimpleQueue[Event] = SimpleQueue()
    with closing(open_player(wishes.player, events.put)) as player, _desk(wishes.settings, workers) as desk:
        queue = Queue(list(sources), desk, wishes)
        programme = queue.open(1)
        if programme is None:
            return queue.exit_code
        with _keyboard(sources) as keyboard:
            if keyboard is None:
                return _play_queue(queue, programme, player, events, None)
            with Terminal(keyboard, events.put, has_keys=not wishes.lines) as terminal:
                return _play_queue(queue, programme, player, events, terminal)


def _play_queue(
    queue: Queue,
    programme: "Programme | None",
    player: "Player",
    events: "SimpleQueue[Event]",
    terminal: "Terminal | None",
) -> int:
    from postaloud.listening.attending import Outcome

    while programme is not None:
        outcome = _play(programme, queue, player, events, terminal)
        queue.played += 1
        if outcome in (Outcome.QUIT, Outcome.GONE):
            return HUNG_UP if outcome is Outcome.GONE else queue.exit_code
        step = -1 if outcome is Outcome.PREVIOUS else 1
        queue.at += step
        programme = queue.open(step)
    return queue.exit_code


def _play(
    programme: "Programme",
    queue: Queue,
    player: "Player",
    events: "SimpleQueue[Event]",
    terminal: "Terminal | None",
) -> "Outcome":
    from postaloud.listening.attending import Attendant, Manners, Outcome
    from postaloud.listening.deck import Deck
    from postaloud.listening.session import play

    tape = programme.open_tape(events.put)
    outcome = Outcome.QUIT
    try:
        deck = Deck(programme.course, tape, player)
        manners = Manners(
            say=_say,
            follows=queue.wishes.follow,
            has_keys=terminal is not None and terminal.has_keys,
            has_next=queue.at + 1 < len(queue.items),
            has_previous=queue.at > 0,
        )
        path = _memory_path(programme.guid)
        attendant = Attendant(deck, player, manners, _memory(path, programme, queue.wishes))
        attendant.greet(programme.title)
        outcome = play(attendant, events, terminal, _Keeper(path).keep)
        attendant.bid_farewell(outcome)
    finally:
        player.stop()
        tape.close(None if outcome in (Outcome.NEXT, Outcome.PREVIOUS, Outcome.ENDED) else LEAVING_S)
    return outcome


@contextmanager
def _desk(settings: Settings, workers: "Workers | None") -> "Iterator[Desk]":
    """Open the desk, which takes the modules of every room, while the player starts."""
    from postaloud.pipeline import Desk

    with Desk(settings, workers) as desk:
        yield desk


@contextmanager
def _keyboard(sources: list[str]) -> Iterator[int | None]:
    """Yield where the listener types: standard input, or the terminal itself where that holds an article."""
    if "-" not in sources:
        yield 0
        return
    try:
        descriptor = os.open("/dev/tty", os.O_RDWR | getattr(os, "O_NOCTTY", 0))
    except OSError:
        yield None
        return
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _say(line: str) -> None:
    result(line)
    sys.stdout.flush()


def _memory_path(guid: str) -> Path:
    import platformdirs

    name = sha256(guid.encode()).hexdigest()[:32]
    return platformdirs.user_state_path("postaloud", appauthor=False) / "listening" / f"{name}.json"


def _memory(path: Path, programme: "Programme", wishes: Wishes) -> "Memory":
    """Return what is remembered of an article, with what the listener wants otherwise now."""
    from postaloud.listening.memory import BrokenMemory, Memory, moved, recall

    try:
        memory = moved(recall(path), programme.course)
    except (BrokenMemory, OSError):
        progress(f"What was remembered of this article in {path} cannot be read, so it starts anew.")
        memory = Memory()
    place = None if wishes.from_start else memory.place
    return replace(memory, place=place, rate_percent=wishes.rate_percent or memory.rate_percent)


@dataclass(slots=True)
class _Keeper:
    """Writes a memory, and says once where it cannot."""

    path: Path
    can_write: bool = True

    def keep(self, memory: "Memory") -> None:
        from postaloud.listening.memory import keep

        try:
            keep(self.path, memory)
        except OSError as error:
            if self.can_write:
                progress(f"The place cannot be remembered in {self.path}: {error.strerror}.")
            self.can_write = False
