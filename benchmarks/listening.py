"""`postaloud listen` on a terminal: how soon it is heard, and how soon a jump is, with mpv on a null sink.

Prints, for cold recordings (nothing in the cache) and warm ones, the time from the command to the first sound, and for
each kind of jump the time from the key to the sound. CPU is that of the command with all its children.

    python benchmarks/listening.py [ARTICLE]
"""

import os
import pty
import re
import select
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

RUNS = 5
HEARD = b"'playback-restart'"
ARTICLE = next(Path(__file__).parents[1].glob("input/*.html"))
JUMPS = {"section": b"n", "paragraph": b"\x1b[B", "sentence": b"\x1b[C", "sentence back": b"\x1b[D", "chapter": b"p"}


class Listening:
    """A command on a terminal, and what it has printed."""

    def __init__(self, arguments: list[str], folder: Path) -> None:
        self._ours, theirs = pty.openpty()
        places = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
        self._began = time.perf_counter()
        self._process = subprocess.Popen(
            [sys.executable, "-m", "postaloud", "listen", "--verbose", "--from-start", *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env={**os.environ, **places, "POSTALOUD_SOUND": "null"},
        )
        os.close(theirs)
        self._printed = b""

    def until_heard(self) -> float:
        """Return the seconds until the next sound begins, since the command or the last key."""
        count = len(re.findall(HEARD, self._printed))
        while len(re.findall(HEARD, self._printed)) == count:
            if not select.select([self._ours], [], [], 10)[0]:
                raise TimeoutError(self._printed.decode())
            self._printed += os.read(self._ours, 1 << 16)
        return time.perf_counter() - self._began

    def press(self, key: bytes) -> None:
        """Press a key."""
        self._began = time.perf_counter()
        os.write(self._ours, key)

    def quit(self) -> None:
        """Leave and wait for the end."""
        self.press(b"q")
        while self._process.poll() is None:
            if select.select([self._ours], [], [], 0.1)[0]:
                with suppress(OSError):  # how a terminal ends
                    os.read(self._ours, 1 << 16)
        os.close(self._ours)


@contextmanager
def listening(article: Path, folder: Path) -> Iterator[Listening]:
    """Listen to an article and leave."""
    heard = Listening([str(article)], folder)
    yield heard
    heard.quit()


def first_sounds(article: Path, *, warm: bool) -> tuple[list[float], float]:
    """Return the times to the first sound, and the CPU time of one listening that is left at once."""
    times = []
    with tempfile.TemporaryDirectory() as name:
        before = _cpu()
        for run in range(RUNS):
            with listening(article, Path(name, "same" if warm else str(run))) as heard:
                times.append(heard.until_heard())
                if warm:
                    time.sleep(1)
        return times, (_cpu() - before) / RUNS


def jumps(article: Path) -> Iterator[tuple[str, list[float]]]:
    """Yield each kind of jump with the times from the key to the sound."""
    with tempfile.TemporaryDirectory() as name, listening(article, Path(name)) as heard:
        heard.until_heard()
        time.sleep(1)
        for kind, key in JUMPS.items():
            times = []
            for _ in range(RUNS):
                time.sleep(0.3)
                heard.press(key)
                times.append(heard.until_heard())
            yield kind, times


def _cpu() -> float:
    used = getrusage(RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Print the figures."""
    article = Path(sys.argv[1]) if len(sys.argv) > 1 else ARTICLE
    for name, warm in (("cold", False), ("warm", True)):
        times, cpu = first_sounds(article, warm=warm)
        print(f"first sound, {name}: {_told(times)}; CPU {cpu:.2f} s")
    for kind, times in jumps(article):
        print(f"jump, {kind}: {_told(times)}")


def _told(times: list[float]) -> str:
    return f"median {statistics.median(times):.3f} s, longest {max(times):.3f} s"


if __name__ == "__main__":
    main()
