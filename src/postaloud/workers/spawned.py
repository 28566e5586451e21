"""Calls in, their bytes out: a spawned process for every call, for systems that cannot fork."""

import pickle
from collections import deque
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Self

from postaloud.errors import PostaloudError
from postaloud.workers.calls import Call, Crash

SECONDS_TO_START = 20
"""What a busy machine may need to start an interpreter; added to a call's own time."""


def answer(connection: Connection, preparations: tuple[Callable[[], None], ...], call: Call) -> None:
    """Run a call in this process and send its result, or the error that preparing met."""
    try:
        for prepare in preparations:
            prepare()
    except PostaloudError as error:
        connection.send_bytes(b"-" + pickle.dumps(error))
    else:
        connection.send_bytes(b"+" + (call.function(*call.arguments) or b""))


class SpawnedJob:
    """A call in a process of its own, once it has started."""

    def __init__(self, call: Call, workers: "SpawnedWorkers") -> None:
        self.call = call
        self._workers = workers
        self._context = get_context("spawn")

    def start(self, preparations: tuple[Callable[[], None], ...]) -> None:
        """Start the process."""
        self._receiver, sender = self._context.Pipe(duplex=False)
        self._process = self._context.Process(target=answer, args=(sender, preparations, self.call), daemon=True)
        self._process.start()
        sender.close()

    def result(self) -> bytes:
        """Wait for the answer; raises `Crash`, or the error that preparing met."""
        self._workers.start_up_to(self)
        try:
            body = self._receive()
        finally:
            self.end()
            self._workers.ended(self)
        if body.startswith(b"-"):
            raise pickle.loads(body[1:])
        return body[1:]

    def _receive(self) -> bytes:
        if not self._receiver.poll(self.call.seconds + SECONDS_TO_START):
            raise Crash("the process took too long")
        try:
            return self._receiver.recv_bytes()
        except EOFError as error:
            raise Crash("the process ended without an answer") from error

    def end(self) -> None:
        """End the process, also in the middle of the call."""
        self._process.kill()
        self._process.join()
        self._receiver.close()


class SpawnedWorkers:
    """Processes that are spawned one for each call."""

    def __init__(self, jobs: int) -> None:
        self.jobs = jobs
        self._waiting: deque[SpawnedJob] = deque()
        self._running: list[SpawnedJob] = []
        self._preparations: tuple[Callable[[], None], ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        """End all processes, also those in the middle of a call."""
        for job in self._running:
            job.end()

    def prepare(self, function: Callable[[], None]) -> None:
        """Run a function in every process before its call; only once, however often it is asked for."""
        if function not in self._preparations:
            self._preparations += (function,)

    def submit(self, call: Call) -> SpawnedJob:
        """Start a call as soon as fewer than `jobs` are running."""
        job = SpawnedJob(call, self)
        self._waiting.append(job)
        self._start_waiting(self.jobs)
        return job

    def start_up_to(self, job: SpawnedJob) -> None:
        """Start what waits in front of a job, and the job."""
        while job in self._waiting:
            self._start_waiting(len(self._running) + 1)

    def ended(self, job: SpawnedJob) -> None:
        """Take note that a job is over, and start the next."""
        self._running.remove(job)
        self._start_waiting(self.jobs)

    def _start_waiting(self, limit: int) -> None:
        while self._waiting and len(self._running) < limit:
            job = self._waiting.popleft()
            job.start(self._preparations)
            self._running.append(job)
