"""The command line: the only room that prints, asks and exits."""

import signal
import sys
from contextlib import AbstractContextManager, nullcontext
from types import FrameType
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from postaloud.workers import Workers

__all__ = ["main"]

INTERRUPTED, TERMINATED = 130, 143
READERS = frozenset(("check", "listen", "narrate", "outline", "script"))
"""Commands that read a page, which worker processes do."""


class Interrupt(KeyboardInterrupt):
    """Ctrl-C, as a kind of its own: Python ends by signal where its own kind passed through generated code."""


def main() -> NoReturn:
    """Run the command line and exit with its code; an error of ours is one sentence on standard error."""
    signal.signal(signal.SIGTERM, _terminate)
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _interrupt)
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        print("Interrupted. What was finished before is kept.", file=sys.stderr)
        sys.exit(INTERRUPTED)


def _run() -> int:
    with _early_workers(sys.argv[1:]) as workers:
        from postaloud.cli.app import app
        from postaloud.cli.printing import closed_pipes_quietly, complain
        from postaloud.errors import PostaloudError

        with closed_pipes_quietly():
            try:
                code = app(standalone_mode=True, obj=workers)
            except PostaloudError as error:
                complain(error)
                return error.exit_code
    return int(code or 0)


def _early_workers(arguments: list[str]) -> "AbstractContextManager[Workers | None]":
    """Start the workers that the command will want, so that they load what reading needs beside the command line."""
    if not READERS.intersection(arguments[:1]) or not {"-h", "--help"}.isdisjoint(arguments):
        return nullcontext()
    from postaloud.workers import open_workers

    workers = open_workers()
    workers.prepare(_prepare_to_read)
    return workers


def _prepare_to_read() -> None:
    from postaloud import reading

    reading.prepare()


def _interrupt(signum: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the shape of a signal handler
    raise Interrupt


def _terminate(signum: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the shape of a signal handler
    sys.exit(TERMINATED)
