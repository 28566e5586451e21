"""A terminal or a pipe in, commands out: single keys where there is a terminal, else a word a line.

The terminal hears no echo of keys meanwhile and is always given back as it was found. Nothing is ever written to it
here. Where there are no termios (Windows), commands are words.
"""

import os
import signal
import sys
from contextlib import suppress
from threading import Thread
from types import FrameType
from typing import Any, Self

from postaloud.listening.commands import keys_in, of_key, of_line
from postaloud.listening.events import Continued, Gone, Post, Suspended, Typed


class Terminal:
    """Where the listener types; to be used in a `with` statement."""

    def __init__(self, descriptor: int, post: Post, *, has_keys: bool) -> None:
        """Read single keys from a terminal, else lines."""
        self.has_keys = has_keys and can_have_keys(descriptor)
        self._descriptor = descriptor
        self._post = post
        self._found: Any = None  # what termios gives, to be given back

    def __enter__(self) -> Self:
        if self.has_keys:
            import termios

            self._found = termios.tcgetattr(self._descriptor)
            self.take()
        if os.name == "posix":
            signal.signal(signal.SIGTSTP, self._suspended)
            signal.signal(signal.SIGCONT, self._continued)
            signal.signal(signal.SIGHUP, self._hung_up)
        Thread(target=self._read, daemon=True).start()
        return self

    def __exit__(self, *exception: object) -> None:
        self.give_back()
        if os.name == "posix":
            for number in (signal.SIGTSTP, signal.SIGCONT, signal.SIGHUP):
                signal.signal(number, signal.SIG_DFL)

    def take(self) -> None:
        """Have keys one by one and without echo, where the terminal is ours at present; Ctrl-C still works."""
        if self._found is None or not self._is_ours():
            return
        import termios

        mode = termios.tcgetattr(self._descriptor)
        mode[3] &= ~(termios.ICANON | termios.ECHO)
        mode[6][termios.VMIN], mode[6][termios.VTIME] = 1, 0
        termios.tcsetattr(self._descriptor, termios.TCSADRAIN, mode)

    def give_back(self) -> None:
        """Leave the terminal as it was found; one that is gone needs nothing."""
        if self._found is None:
            return
        import termios

        with suppress(termios.error, OSError):
            if self._is_ours():
                termios.tcsetattr(self._descriptor, termios.TCSADRAIN, self._found)

    def _is_ours(self) -> bool:
        """Tell whether the terminal may be set: not while we are in its background."""
        try:
            return os.tcgetpgrp(self._descriptor) == os.getpgrp()
        except OSError:
            return True  # it is nobody's terminal, and knows no background

    def suspend(self) -> None:
        """Stop this process, as Ctrl-Z should; returns when it goes on."""
        self.give_back()
        os.kill(os.getpid(), signal.SIGSTOP)

    def _suspended(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a handler
        self._post(Suspended())

    def _continued(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a handler
        self._post(Continued())

    def _hung_up(self, signum: int, frame: FrameType | None) -> None:  # noqa: ARG002 - the shape of a handler
        self._post(Gone(is_terminal=True))

    def _read(self) -> None:
        """Read until nothing comes any more, in a thread of its own."""
        rest = b""
        with suppress(OSError):
            while piece := os.read(self._descriptor, 1024):
                rest = self._take_keys(rest + piece) if self.has_keys else self._take_lines(rest + piece)
            if rest and not self.has_keys:
                self._take_lines(rest + b"\n")
        self._post(Gone(is_terminal=self.has_keys))

    def _take_keys(self, typed: bytes) -> bytes:
        keys, rest = keys_in(typed.decode("utf-8", "ignore"))
        for key in keys:
            self._post(Typed(of_key(key)))
        return rest.encode()

    def _take_lines(self, typed: bytes) -> bytes:
        *lines, rest = typed.split(b"\n")
        for line in lines:
            self._post(Typed(of_line(line.decode("utf-8", "replace"))))
        return rest


def can_have_keys(descriptor: int) -> bool:
    """Tell whether single keys can be read there."""
    return sys.platform != "win32" and os.isatty(descriptor)
