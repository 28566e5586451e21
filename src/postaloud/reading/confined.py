"""A call goes in, its result comes out of a process that may use so much time and memory and no more.

The process is a fresh interpreter and no fork, because threads may run here; where the system knows no limits of
memory (Windows; macOS does not enforce them) the time alone is limited.
"""

import contextlib
import logging
import sys
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import ParamSpec, TypeVar, cast

from postaloud.errors import NothingToRead, PostaloudError

_log = logging.getLogger(__name__)
_START = "import sys; sys.path[:] = sys.argv[3:]; from postaloud.reading.confined import serve; serve()"
_DEEPEST_CALLS = 10_000
"""Calls in calls that pickling an article of 512 elements in each other may need."""
P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Confines:
    """What one call may use."""

    seconds: float = 50
    """Seconds by the clock on the wall; with what goes before and after, a page takes at most a minute."""
    megabytes: int = 1500
    """Megabytes of address space, the interpreter's own included."""


@dataclass(frozen=True, slots=True)
class _Failure:
    kind: str
    trace: str


def confined(name: str, confines: Confines, function: Callable[P, T], /, *arguments: P.args, **named: P.kwargs) -> T:
    """Return what a function of a module returns in a process of its own; `name` is the source in sentences.

    Raises the `PostaloudError` that the function raised, or `NothingToRead` where it broke its confines.
    """
    import pickle
    import subprocess

    megabytes, seconds = str(confines.megabytes), str(int(confines.seconds) + 1)
    command = [sys.executable, "-c", _START, megabytes, seconds, *sys.path]
    call = pickle.dumps((function, arguments, named))
    try:
        done = subprocess.run(command, input=call, stdout=subprocess.PIPE, timeout=confines.seconds, check=False)
    except subprocess.TimeoutExpired as e:
        raise NothingToRead(
            f"{name} is over the limit of {confines.seconds:g} seconds for reading; save a simpler version of it."
        ) from e
    answer = pickle.loads(done.stdout) if done.stdout else _Failure(f"exit code {done.returncode}", "")
    if isinstance(answer, PostaloudError):
        raise answer
    if isinstance(answer, _Failure):
        _log.debug("Reading %s failed: %s\n%s", name, answer.kind, answer.trace)
        raise NothingToRead(
            f"{name} cannot be read within {confines.megabytes / 1000:g} GB of memory ({answer.kind}); "
            "save a simpler version of it."
        )
    return cast("T", answer)


def serve() -> None:
    """Answer the call on standard input, in the process that was started for it."""
    import pickle

    sys.excepthook = _tell_failure
    _limit(int(sys.argv[1]) * 1_000_000, int(sys.argv[2]))
    sys.setrecursionlimit(_DEEPEST_CALLS)
    logging.basicConfig(format="%(message)s")
    function, arguments, named = pickle.load(sys.stdin.buffer)
    try:
        answer = function(*arguments, **named)
    except PostaloudError as error:
        answer = error
    _send(answer)


def _limit(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    for kind, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        with contextlib.suppress(OSError, ValueError):  # a lower limit is set already
            resource.setrlimit(kind, (most, most))


def _send(answer: object) -> None:
    import pickle

    sys.stdout.buffer.write(pickle.dumps(answer))
    sys.stdout.buffer.flush()


def _tell_failure(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    import traceback

    _send(_Failure(kind.__name__, "".join(traceback.format_exception(kind, error, trace))))
