"""Calls in, bytes out: a warmed-up process that runs each call in a forked child of its own.

Started by `forked.py` as a fresh interpreter, so that it never forks a process with threads. It takes pickled calls
over a socket, each with the pipe on which its child answers, and never speaks itself: libespeak-ng gives the same bytes
only in a fork of a process that has loaded it and never spoken. When the socket closes, it ends its whole process
group, so that no child outlives the command that asked for it, however that command ended.
"""

import gc
import os
import pickle
import resource
import signal
import socket
import struct
import sys
import traceback
from pathlib import Path

from postaloud.errors import PostaloudError
from postaloud.workers.calls import Call

HEADER = struct.Struct("<QB")
"""The answer's length, and whether it is a result, a fault of the call, or the error that preparing met."""
JOB = struct.Struct("<Q")

RESULT, FAULT, UNPREPARED = range(3)


def serve(connection: socket.socket) -> None:
    """Run calls from the connection until it closes; a call without a pipe runs here, to prepare what all need."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # children are reaped by the kernel
    failure: PostaloudError | None = None
    while job := _receive(connection):
        call, pipe = job
        if pipe is None:
            failure = failure or _prepare(call)
        elif os.fork() == 0:
            connection.close()
            _answer(call, pipe, failure)
        else:
            os.close(pipe)


def _prepare(call: Call) -> PostaloudError | None:
    try:
        call.function(*call.arguments)
    except PostaloudError as error:
        return error
    gc.freeze()  # or each child's collections would copy the pages of all that is loaded here
    return None


def _receive(connection: socket.socket) -> tuple[Call, int | None] | None:
    try:
        head, pipes, _, _ = socket.recv_fds(connection, JOB.size, 1)
    except ConnectionError:
        return None
    if len(head) < JOB.size:
        return None
    body = connection.recv(JOB.unpack(head)[0], socket.MSG_WAITALL)
    return pickle.loads(body), pipes[0] if pipes else None


def _answer(call: Call, pipe: int, failure: PostaloudError | None) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    _limit(call)
    kind, body = (UNPREPARED, pickle.dumps(failure)) if failure else _outcome(call)
    signal.setitimer(signal.ITIMER_REAL, 0)  # a slow reader of the answer is no fault of the call
    try:
        with open(pipe, "wb") as answer:
            answer.write(HEADER.pack(len(body), kind))
            answer.write(body)
    except OSError:
        os._exit(1)
    os._exit(0)


def _limit(call: Call) -> None:
    signal.setitimer(signal.ITIMER_REAL, call.seconds)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _lower(resource.RLIMIT_CPU, int(call.seconds) + 1)
    _lower(resource.RLIMIT_AS, _address_space() + call.megabytes * 2**20)


def _lower(kind: int, wanted: int) -> None:
    _, hard = resource.getrlimit(kind)
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (limit, hard))


def _address_space() -> int:
    """Return the bytes of address space in use; 0 where the system does not tell (it then limits less exactly)."""
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
    except OSError:
        return 0
    return int(pages) * resource.getpagesize()


def _outcome(call: Call) -> tuple[int, bytes]:
    try:
        return RESULT, call.function(*call.arguments) or b""
    except PostaloudError as error:
        return FAULT, str(error).encode()
    except BaseException:  # noqa: BLE001 - the child ends here; what happened is told to the parent, not swallowed
        return FAULT, traceback.format_exc().encode()


def main() -> None:
    """Serve the socket whose number is the first argument, then end the whole process group."""
    with socket.socket(fileno=int(sys.argv[1])) as connection:
        serve(connection)
    os.killpg(0, signal.SIGKILL)
