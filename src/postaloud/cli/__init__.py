"""The command line: the only room that prints, asks and exits."""

import signal
import sys
from types import FrameType
from typing import NoReturn

__all__ = ["main"]

INTERRUPTED, TERMINATED = 130, 143


def main() -> NoReturn:
    """Run the command line and exit with its code; an error of ours is one sentence on standard error."""
    signal.signal(signal.SIGTERM, _terminate)
    try:
        sys.exit(_run())
    except KeyboardInterrupt:
        print("Interrupted. What was finished before is kept.", file=sys.stderr)
        sys.exit(INTERRUPTED)


def _run() -> int:
    from postaloud.cli.app import app
    from postaloud.cli.printing import closed_pipes_quietly, complain
    from postaloud.errors import PostaloudError

    with closed_pipes_quietly():
        try:
            code = app(standalone_mode=True)
        except PostaloudError as error:
            complain(error)
            return error.exit_code
    return int(code or 0)


def _terminate(signum: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001 - the shape of a signal handler
    sys.exit(TERMINATED)
