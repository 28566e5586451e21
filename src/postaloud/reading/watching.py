"""A number of seconds goes in; when they are over, every connection ends, however slowly it drips."""

import contextlib
import socket
import time
from collections.abc import Mapping
from threading import Timer
from typing import Self


class Watch:
    """A clock on the wall for all connections of one request; to be used in a `with` statement.

    A client's own limits are those between two pieces, and a server that sends a byte a second never meets them.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.is_over = False
        self._until = time.monotonic() + seconds
        self._sockets: list[socket.socket] = []
        self._timer = Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> Self:
        self._timer.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._timer.cancel()
        self._timer.join()
        for each in self._sockets:
            each.close()

    @property
    def rest(self) -> float:
        """Seconds that are left, never less than a little."""
        return max(0.01, self._until - time.monotonic())

    def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Take note of each connection (the `trace` extension of httpcore); a twin of its socket can end it."""
        if event != "connection.connect_tcp.complete":
            return
        connected = getattr(info["return_value"], "get_extra_info")("socket")  # noqa: B009 - httpcore gives an object
        self._sockets.append(connected.dup())
        if self.is_over:
            self._end()

    def _end(self) -> None:
        self.is_over = True
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
