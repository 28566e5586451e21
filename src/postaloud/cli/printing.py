"""Lines in, terminal out: results on standard output, progress and errors on standard error, plain lines only."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from postaloud.errors import OutputError

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""Everything that could steer a terminal; a page's texts are printed and must not."""


def result(line: str) -> None:
    """Print a line that was asked for."""
    print(_CONTROL.sub(" ", line))


def results(lines: Iterable[str]) -> None:
    """Print lines that were asked for."""
    for line in lines:
        result(line)


def progress(line: str) -> None:
    """Tell at once what is going on."""
    print(_CONTROL.sub(" ", line), file=sys.stderr, flush=True)


def complain(error: Exception) -> None:
    """Print an error's sentence."""
    progress(f"Error: {error}")


@contextmanager
def closed_pipes_quietly() -> Iterator[None]:
    """End quietly where the reader of our output has gone, and with a sentence where it cannot be written."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_output()
        sys.exit(OutputError.exit_code)
    except OSError as error:
        _drop_output()
        complain(OutputError(f"Cannot write to standard output: {error.strerror}."))
        sys.exit(OutputError.exit_code)


def _drop_output() -> None:
    """Keep the interpreter from failing once more when it flushes standard output at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
