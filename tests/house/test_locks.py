"""One run works in a folder; the others wait, and a dead one is in nobody's way."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from postaloud import locks

HOLD = (
    "import sys, time; from pathlib import Path; from postaloud import locks;\n"
    "with locks.held(Path(sys.argv[1]), print): print('held', flush=True); time.sleep(float(sys.argv[2]))"
)


def holder(folder: Path, seconds: float) -> "subprocess.Popen[bytes]":
    running = subprocess.Popen([sys.executable, "-c", HOLD, str(folder), str(seconds)], stdout=subprocess.PIPE)
    assert running.stdout
    assert running.stdout.readline() == b"held\n"
    return running


def test_another_run_is_waited_for_and_named(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path, 0.5) as other:
        start = time.monotonic()
        with locks.held(tmp_path, told.append):
            waited = time.monotonic() - start

    assert 0.1 < waited < 5
    assert told[0].startswith(f"Waiting for another run that works in {tmp_path}")
    assert len(told) == 1
    if Path("/proc/locks").exists():
        assert str(other.pid) in told[0]


def test_a_lock_ends_with_the_process_that_held_it(tmp_path: Path) -> None:
    told: list[str] = []
    with holder(tmp_path, 60) as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        with locks.held(tmp_path, told.append):
            pass

    assert told == []


def test_a_folder_that_was_taken_away_meanwhile_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    with holder(folder, 0.3):
        folder.rename(tmp_path / "gone")
        with locks.held(folder, lambda _: None):
            assert folder.is_dir()


def test_a_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    with locks.held(tmp_path, print):
        pass

    assert list(tmp_path.iterdir()) == []
