"""What workers are asked to do in tests; worker processes import it."""

import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn, Self

from postaloud.errors import EngineError
from postaloud.workers.calls import Call

_marks: list[str] = []


def mark() -> None:
    """Leave something for later calls."""
    _marks.append("marked")


def repeat(letter: str, count: int) -> bytes:
    """Return a letter many times, and the marks left while preparing."""
    return letter.encode() * count + "".join(_marks).encode()


def crash() -> bytes:
    """End as a broken native library does."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def crash_with_a_traceback() -> bytes:
    """Fail as broken Python does."""
    return bytes(1 // 0)


def hang() -> bytes:
    """Never answer."""
    time.sleep(600)
    return b""


def hoard(megabytes: int) -> bytes:
    """Take memory."""
    return bytes(len(bytearray(megabytes * 2**20)))


def leave_a_grandchild(path: str) -> bytes:
    """Start a process of our own, tell its number and wait."""
    child = subprocess.Popen(["sleep", "600"])
    Path(f"{path}.new").write_text(str(child.pid))
    Path(f"{path}.new").rename(path)
    child.wait()
    return b""


def end() -> None:
    """End the process that prepares."""
    os.kill(os.getpid(), signal.SIGKILL)


def fail_to_prepare() -> None:
    """Fail as an engine that is not there."""
    raise EngineError("The voice is not installed.")


class NoWorkers:
    """Workers that must not be needed."""

    jobs = 1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """End nothing."""

    def prepare(self, function: Callable[[], None]) -> None:
        """Prepare nothing."""

    def submit(self, call: Call) -> NoReturn:
        """Fail."""
        raise AssertionError(call)
