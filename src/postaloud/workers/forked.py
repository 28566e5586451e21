"""Calls in, their bytes out: a child of the zygote for every call."""

import fcntl
import os
import pickle
import selectors
import signal
import socket
import subprocess
import sys
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import Self

from postaloud.errors import EngineError
from postaloud.workers import zygote
from postaloud.workers.calls import Call, Crash, Fault

MOST_REPLACED = 3
"""So often a parent that was killed is replaced; one that cannot live is then an error."""
_SERVE = f"from {zygote.__name__} import main; main()"


class ForkedJob:
    """A call in a forked child: what it has answered so far."""

    def __init__(self, call: Call, workers: "ForkedWorkers") -> None:
        self.call = call
        self.answer = bytearray()
        self.is_done = False
        self._workers = workers

    def result(self) -> bytes:
        """Wait for the answer; raises `Crash`, or the error that preparing met."""
        self._workers.wait_for(self)
        size = zygote.HEADER.size
        if len(self.answer) < size:
            raise Crash("the process ended without an answer")
        length, kind = zygote.HEADER.unpack_from(self.answer)
        body = bytes(self.answer[size:])
        self.answer.clear()
        if len(body) != length:
            raise Crash("the process ended in the middle of its answer")
        if kind == zygote.UNPREPARED:
            raise pickle.loads(body)
        if kind == zygote.FAULT:
            raise Fault(body.decode())
        return body


class Parent:
    """The zygote's process and the way to it."""

    def __init__(self) -> None:
        self._connection, theirs = socket.socketpair()
        with theirs:
            self.process = subprocess.Popen(
                [sys.executable, "-P", "-c", _SERVE, str(theirs.fileno())],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )

    def send(self, call: Call, pipes: list[int]) -> None:
        """Send a call; raises `ConnectionError` where the process is gone."""
        body = pickle.dumps(call)
        socket.send_fds(self._connection, [zygote.JOB.pack(len(body))], pipes)
        self._connection.sendall(body)

    def end(self) -> None:
        """End it with all its children."""
        self._connection.close()
        with suppress(ProcessLookupError):  # it may have ended by itself, and all with it
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class ForkedWorkers:
    """Children of a zygote, one for each call."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        """As many at the same time, and one more where there are several: it starts while another ends."""
        self._waiting: deque[ForkedJob] = deque()
        self._running = 0
        self._selector = selectors.DefaultSelector()
        self._preparations: list[Call] = []
        self._parent = Parent()
        self._replaced = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """End all processes, also those in the middle of a call."""
        for key in list(self._selector.get_map().values()):
            os.close(key.fd)
        self._selector.close()
        self._parent.end()

    def prepare(self, function: Callable[[], None]) -> None:
        """Run a function in the zygote before the calls that follow; only once, however often it is asked for."""
        call = Call(function, ())
        if call not in self._preparations:
            self._preparations.append(call)
            self._send(call, [])

    def submit(self, call: Call) -> ForkedJob:
        """Start a call as soon as fewer than `jobs` are running."""
        job = ForkedJob(call, self)
        self._waiting.append(job)
        self._start_waiting()
        return job

    def wait_for(self, job: ForkedJob) -> None:
        """Read answers, and start what waits, until this job is done."""
        while not job.is_done:
            for key, _ in self._selector.select():
                self._read(key.fd, key.data)

    def _read(self, pipe: int, job: ForkedJob) -> None:
        if piece := os.read(pipe, 1 << 20):
            job.answer += piece
            return
        self._selector.unregister(pipe)
        os.close(pipe)
        job.is_done = True
        self._running -= 1
        self._start_waiting()

    def _start_waiting(self) -> None:
        most = self.jobs + 1 if self.jobs > 1 else 1
        while self._waiting and self._running < most:
            job = self._waiting.popleft()
            ours, theirs = _wide_pipe()
            try:
                self._send(job.call, [theirs])
            finally:
                os.close(theirs)
            self._selector.register(ours, selectors.EVENT_READ, job)
            self._running += 1

    def _send(self, call: Call, pipes: list[int]) -> None:
        """Send a call, to a new parent where the old one has ended; raises `EngineError` where it always does."""
        try:
            self._parent.send(call, pipes)
        except ConnectionError as error:
            self._replace_parent(error)
            self._send(call, pipes)

    def _replace_parent(self, error: ConnectionError) -> None:
        self._replaced += 1
        if self._replaced > MOST_REPLACED:
            raise EngineError(
                "The process that loads the voice ends again and again; try another voice, or free memory."
            ) from error
        self._parent.end()
        self._parent = Parent()
        for preparation in self._preparations:
            self._send(preparation, [])


def _wide_pipe() -> tuple[int, int]:
    """Return a pipe that holds a whole take where the system lets it, so that a child need not wait for us."""
    ours, theirs = os.pipe()
    if hasattr(fcntl, "F_SETPIPE_SZ"):
        with suppress(OSError):  # a limit of the user's is reached
            fcntl.fcntl(theirs, fcntl.F_SETPIPE_SZ, 1 << 20)
    return ours, theirs
