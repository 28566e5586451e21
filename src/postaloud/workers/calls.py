"""What a worker process is asked to do, and how it can fail."""

import signal
from collections.abc import Callable
from typing import NamedTuple


class Call(NamedTuple):
    """A function that can be pickled, its arguments, and how long it may take."""

    function: Callable[..., bytes | None]
    arguments: tuple[object, ...]
    seconds: float = 0
    """Wall and CPU time after which the process is ended."""
    megabytes: int = 512
    """Address space that the call may add to what its process has."""


class Crash(Exception):  # noqa: N818 - what happened, not a mistake of the caller
    """A call's process ended without an answer, or with a fault that is none of our errors."""


class Fault(Crash):
    """A call told its own failure: asking again would give the same."""


def allow(seconds: float) -> None:
    """Give the call that runs in this process so many seconds from now on, where its time is limited at all."""
    if hasattr(signal, "setitimer") and signal.getitimer(signal.ITIMER_REAL)[0]:
        signal.setitimer(signal.ITIMER_REAL, seconds)
