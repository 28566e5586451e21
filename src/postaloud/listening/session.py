"""Events in, an article played: one loop that takes what the player, the maker and the listener tell, in turn."""

import logging
import time
from collections.abc import Callable
from queue import Empty, SimpleQueue

from postaloud.listening.attending import Attendant, Outcome
from postaloud.listening.events import Began, Broke, Continued, Ended, Event, Gone, Made, Suspended, Typed
from postaloud.listening.memory import Memory
from postaloud.listening.obeying import obey
from postaloud.listening.terminal import Terminal

TICK_S = 0.1
SAVE_S = 10
"""So often the place is kept while somebody listens, in case the power fails."""
WAIT_S = 0.7
"""A wait that is longer is told."""
_log = logging.getLogger(__name__)

Keep = Callable[[Memory], None]
"""Keeps what is to be remembered."""


def play(attendant: Attendant, events: SimpleQueue[Event], terminal: Terminal | None, keep: Keep) -> Outcome:
    """Play until the end or until the listener leaves; raises the error of a player or a maker that broke."""
    attendant.begin()
    kept = time.monotonic()
    waiting = _Waiting()
    outcome = None
    try:
        while outcome is None:
            outcome = _take(_next(events), attendant, terminal)
            if outcome is None:
                attendant.tick()
                waiting.tick(attendant)
            if time.monotonic() - kept >= SAVE_S:
                kept = time.monotonic()
                keep(attendant.remember())
    finally:
        keep(attendant.forget_place() if outcome is Outcome.ENDED else attendant.remember())
    return outcome


def _next(events: SimpleQueue[Event]) -> Event | None:
    try:
        return events.get(timeout=TICK_S)
    except Empty:
        return None


def _take(event: Event | None, attendant: Attendant, terminal: Terminal | None) -> Outcome | None:
    deck = attendant.deck
    match event:
        case Typed(command):
            return obey(attendant, command)
        case Made(part):
            deck.made(part)
        case Began(path):
            _log.debug("Sound begins: %s", path)
            deck.began(path)
        case Ended(path):
            return Outcome.ENDED if deck.ended(path) else None
        case Broke(error):
            raise error
        case Gone(is_terminal):
            return Outcome.GONE if is_terminal else None
        case Suspended() if terminal:
            attendant.suspend(terminal.suspend)
        case Continued() if terminal:
            terminal.take()
    return None


class _Waiting:
    """Tells a listener who waits for a part that it is still being made, once."""

    def __init__(self) -> None:
        self._since = 0.0

    def tick(self, attendant: Attendant) -> None:
        now = time.monotonic()
        if not attendant.deck.is_waiting:
            self._since = 0.0
        elif not self._since:
            self._since = now
        elif 0 < self._since <= now - WAIT_S:
            self._since = float("inf")
            attendant.say("Not made yet: one moment.")
