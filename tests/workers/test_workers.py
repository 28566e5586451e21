"""Forked and spawned workers: answers, crashes, limits and ends."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from postaloud.errors import EngineError
from postaloud.workers import Workers
from postaloud.workers.calls import Call, Crash
from postaloud.workers.forked import ForkedWorkers
from postaloud.workers.spawned import SpawnedWorkers
from worker_calls import (
    crash,
    crash_with_a_traceback,
    end,
    fail_to_prepare,
    hang,
    hoard,
    leave_a_grandchild,
    mark,
    repeat,
)

CRASHES = 1_000 if os.environ.get("POSTALOUD_EXAMPLES") == "new" else 50
KINDS: list[Callable[[int], Workers]] = [ForkedWorkers, SpawnedWorkers]


@pytest.fixture(params=KINDS, ids=["forked", "spawned"])
def workers(request: pytest.FixtureRequest) -> Iterator[Workers]:
    with request.param(2) as opened:
        yield opened


def test_every_call_gets_its_own_answer(workers: Workers) -> None:
    jobs = [workers.submit(Call(repeat, (letter, 200_000), 20)) for letter in "abcde"]

    assert [job.result() for job in jobs] == [letter.encode() * 200_000 for letter in "abcde"]


def test_a_crash_harms_no_other_call(workers: Workers) -> None:
    good, bad, next_good = (
        workers.submit(Call(*each)) for each in ((repeat, ("a", 1), 20), (crash, (), 20), (repeat, ("b", 1), 20))
    )

    assert good.result() == b"a"
    with pytest.raises(Crash):
        bad.result()
    assert next_good.result() == b"b"


def test_an_error_in_preparing_is_told_by_every_call(workers: Workers) -> None:
    workers.prepare(fail_to_prepare)

    with pytest.raises(EngineError, match="not installed"):
        workers.submit(Call(repeat, ("a", 1), 20)).result()


def test_the_parent_survives_crash_after_crash_and_keeps_no_process_or_file_open() -> None:
    with ForkedWorkers(2) as workers:
        workers.submit(Call(repeat, ("a", 1), 20)).result()
        before = len(list(Path("/proc/self/fd").iterdir()))
        for _ in range(CRASHES):
            with pytest.raises(Crash, match="without an answer"):
                workers.submit(Call(crash, (), 20)).result()

        assert workers.submit(Call(repeat, ("a", 1), 20)).result() == b"a"
        assert len(list(Path("/proc/self/fd").iterdir())) == before
        zygote = workers._parent.process.pid
        assert [pid for pid in children_of(zygote) if pid != zygote] == []
    assert ends(zygote)


def test_a_parent_that_is_killed_is_replaced_with_all_that_was_prepared() -> None:
    with ForkedWorkers(1) as workers:
        workers.prepare(mark)
        workers.submit(Call(repeat, ("a", 1), 20)).result()
        os.kill(workers._parent.process.pid, signal.SIGKILL)
        workers._parent.process.wait()

        assert workers.submit(Call(repeat, ("b", 1), 20)).result() == b"bmarked"


def test_a_parent_that_ends_whenever_it_is_prepared_is_an_error() -> None:
    with ForkedWorkers(1) as workers, pytest.raises(EngineError, match="ends again and again"):  # noqa: PT012
        workers.prepare(end)
        for _ in range(100):
            with suppress(Crash):
                workers.submit(Call(repeat, ("a", 1), 20)).result()
            time.sleep(0.05)


def children_of(parent: int) -> list[int]:
    """Return the processes that a process has started, after those that are ending have had their time."""
    deadline = time.monotonic() + 5
    while (found := _children(parent)) and time.monotonic() < deadline:
        time.sleep(0.02)
    return found


def _children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def test_a_fault_brings_its_traceback() -> None:
    with ForkedWorkers(1) as workers, pytest.raises(Crash, match="ZeroDivisionError"):
        workers.submit(Call(crash_with_a_traceback, (), 20)).result()


def test_a_call_that_hangs_is_ended_in_its_time() -> None:
    start = time.monotonic()

    with ForkedWorkers(1) as workers, pytest.raises(Crash):
        workers.submit(Call(hang, (), 0.3)).result()

    assert time.monotonic() - start < 10


def test_a_call_that_wants_too_much_memory_fails_alone() -> None:
    with ForkedWorkers(1) as workers:
        with pytest.raises(Crash, match="MemoryError"):
            workers.submit(Call(hoard, (400,), 20, megabytes=100)).result()

        assert workers.submit(Call(repeat, ("a", 1), 20)).result() == b"a"


def test_leaving_ends_calls_in_the_middle_and_their_own_children(tmp_path: Path) -> None:
    with ForkedWorkers(2) as workers:
        workers.submit(Call(leave_a_grandchild, (str(tmp_path / "pid"),), 60))
        pid = wait_for_pid(tmp_path / "pid")

    assert ends(pid)


def test_a_killed_parent_leaves_no_process_behind(tmp_path: Path) -> None:
    code = (
        "import sys, time; from postaloud.workers import Call; from postaloud.workers.forked import ForkedWorkers;"
        "from worker_calls import leave_a_grandchild; w = ForkedWorkers(1);"
        "w.submit(Call(leave_a_grandchild, (sys.argv[1],), 60)); time.sleep(60)"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    parent = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "pid")], env=environment)
    pid = wait_for_pid(tmp_path / "pid")

    parent.kill()
    parent.wait()

    assert ends(pid)


def test_what_was_prepared_is_there_in_every_call(workers: Workers) -> None:
    workers.prepare(mark)

    assert workers.submit(Call(repeat, ("", 1), 20)).result() == b"marked"


def wait_for_pid(path: Path) -> int:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        if path.exists() and (text := path.read_text()):
            return int(text)
        time.sleep(0.02)
    raise AssertionError("the call never started")


def ends(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        if "Z" in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2]:
            return True
        time.sleep(0.02)
    return False
