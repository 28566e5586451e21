"""Calls in, their bytes out: worker processes, several at a time, a crash in one of them harming nothing else.

Where the system can fork, a zygote (see `zygote.py`) forks a child for every call. Elsewhere (Windows) a process is
spawned for every call, which takes longer to start.
"""

import os
import socket
from collections.abc import Callable
from typing import Protocol, Self

from postaloud.workers.calls import Call, Crash, Fault, allow

__all__ = ["Call", "Crash", "Fault", "Job", "Workers", "allow", "open_workers"]


class Job(Protocol):
    """A call under way."""

    def result(self) -> bytes:
        """Wait for the answer; raises `Crash`, or the error that preparing met."""
        ...


class Workers(Protocol):
    """Processes that run calls."""

    jobs: int
    """How many calls run at the same time."""

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


def open_workers(jobs: int = 0) -> Workers:
    """Return workers that run up to `jobs` calls at the same time; one a core with 0."""
    jobs = jobs or _cores()
    if hasattr(os, "fork") and hasattr(socket, "send_fds"):
        from postaloud.workers.forked import ForkedWorkers

        return ForkedWorkers(jobs)
    from postaloud.workers.spawned import SpawnedWorkers

    return SpawnedWorkers(jobs)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
