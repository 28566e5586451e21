"""Calls in, their bytes out: worker processes, several at a time, a crash in one of them harming nothing else.

Where the system can fork, a zygote (see `zygote.py`) forks a child for every call. Elsewhere (Windows) a process is
spawned for every call, which takes longer to start.
"""

import os
import socket
from collections.abc import Callable
from typing import Protocol, Self

from postaloud.studio.calls import Call


class Job(Protocol):
    """A call under way."""

    def result(self) -> bytes:
        """Wait for the answer; raises `Crash`, or the error that preparing met."""
        ...


class Workers(Protocol):
    """Processes that run calls."""

    def prepare(self, function: Callable[[], None]) -> None:
        """Run a function in every process before the calls that follow."""
        ...

    def submit(self, call: Call) -> Job:
        """Start a call as soon as a process is free."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *exception: object) -> None:
        """End all processes, also those in the middle of a call."""
        ...


def open_workers(jobs: int) -> Workers:
    """Return workers that run up to `jobs` calls at the same time."""
    if hasattr(os, "fork") and hasattr(socket, "send_fds"):
        from postaloud.studio.forked import ForkedWorkers

        return ForkedWorkers(jobs)
    from postaloud.studio.spawned import SpawnedWorkers

    return SpawnedWorkers(jobs)
