"""Print what a feed of ten thousand episodes costs, and how soon the server answers: `python benchmarks/feed.py`.

Every episode is a narration of the sample in `input/`, said by the engine `silent`. The server is compared with nginx,
if it is there: both send the same file, asked in turns, so that a slow moment of the machine meets both.
"""

import http.client
import json
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from run import POSTALOUD, ROOT, cpu_of, largest_of, run, wall

EPISODES = 10_000
ROUNDS = 5
ASKED = 200
SOUND_BYTES = 28_800_000
"""An hour at 64 kbit/s."""
Ask = Callable[[int], tuple[float, bytes]]
"""Asks for a stretch that starts at a byte; returns milliseconds until the first byte, and the body."""


def main() -> None:
    """Measure everything and print it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        record = sample(folder)
        feed(record, folder)
        answers(record, folder)


def sample(folder: Path) -> dict[str, Any]:
    """Return the record of an episode, and write a configuration."""
    run(*POSTALOUD, "narrate", next((ROOT / "input").glob("*.html")), "-o", folder / "one", "--engine", "silent")
    (folder / "show.toml").write_text('[show]\nbase_url = "https://tea.example/"\n')
    found: dict[str, Any] = json.loads(next((folder / "one").glob("*/episode.json")).read_text())
    return found


def put_copy(record: dict[str, Any], number: int, folder: Path, sound: bytes = b"0") -> None:
    """Write an episode like another, with a sound of its own."""
    slug = f"episode-{number}"
    (folder / slug).mkdir(parents=True)
    about = {**record["enclosures"][0], "name": f"{slug}.mp3", "size": len(sound)}
    date = f"{2000 + number // 500}-{1 + number // 30 % 12:02}-{1 + number % 28:02}"
    own = {"slug": slug, "guid": str(number), "title": f"Episode {number}", "enclosures": [about], "date": date}
    (folder / slug / "episode.json").write_text(json.dumps({**record, **own}))
    for name in record["files"].values():
        (folder / slug / name).touch()
    (folder / slug / f"{slug}.mp3").write_bytes(sound)


def feed(record: dict[str, Any], folder: Path) -> None:
    """Build the feed of ten thousand episodes, and add one at a time."""
    for number in range(EPISODES):
        put_copy(record, number, folder / "many")
    for options in ((), ("--page-size", "100")):
        command = (
            *map(str, POSTALOUD),
            "publish",
            str(folder / "many"),
            "--config",
            str(folder / "show.toml"),
            *options,
        )
        built, added = [], []
        for _ in range(ROUNDS):
            clear(folder / "many")
            built.append(cost(command))
            put_copy(record, len(list((folder / "many").glob("episode-*"))), folder / "many")
            added.append(cost(command))
        clear(folder / "many")
        report(" ".join(options) or "one feed", built, added, largest_of(command))


def clear(folder: Path) -> None:
    """Take away what was published, and the index."""
    shutil.rmtree(folder / ".postaloud", ignore_errors=True)
    for path in (*folder.glob("*.xml"), *folder.glob("*.html"), *folder.glob("cover.jpg")):
        path.unlink()


def cost(command: tuple[str, ...]) -> tuple[float, float]:
    """Return the seconds of wall time and of CPU that a command takes."""
    cpu = []
    return wall(lambda: cpu.append(cpu_of(*command))), cpu[0]


def report(name: str, built: list[tuple[float, float]], added: list[tuple[float, float]], peak: float) -> None:
    """Print the medians."""
    whole, more = ([statistics.median(column) for column in zip(*rows, strict=True)] for rows in (built, added))
    print(
        f"{EPISODES} episodes, {name}: {whole[0]:.2f} s ({whole[1]:.2f} s of CPU) and {peak:.0f} MB; one more "
        f"{more[0]:.2f} s, {more[0] / whole[0]:.1%} ({more[1]:.2f} s of CPU, {more[1] / whole[1]:.1%})"
    )


def answers(record: dict[str, Any], folder: Path) -> None:
    """Ask for ranges of an hour of sound, one by one and two hundred at once, and compare with nginx."""
    sound = bytes(range(251)) * (SOUND_BYTES // 251)
    put_copy(record, 0, folder / "hour", sound)
    path = "/episode-0/episode-0.mp3"
    with ours(folder / "hour") as one, nginx(folder / "hour", folder) as other:
        ports = {"postaloud serve": one, "nginx": other} if other else {"postaloud serve": one}
        times: dict[str, list[float]] = {name: [] for name in ports}
        for number in range(ASKED):
            for name, port in ports.items():
                times[name].append(first_byte(port, path, number * 100_000, sound))
        for name, port in ports.items():
            with ThreadPoolExecutor(ASKED) as pool:
                slowest = max(pool.map(lambda at, port=port: first_byte(port, path, at * 100_000, sound), range(ASKED)))
            print(
                f"{name}: first byte after {statistics.median(times[name]):.2f} ms, {max(times[name]):.2f} at most; ",
                end="",
            )
            print(f"{slowest:.0f} ms at most of {ASKED} at once")


def first_byte(port: int, path: str, start: int, sound: bytes) -> float:
    """Return the milliseconds until the first byte of a range; its bytes must be those of the sound."""
    before = time.perf_counter()
    client = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    client.request("GET", path, headers={"Range": f"bytes={start}-{start + 65_535}"})
    answer = client.getresponse()
    got = answer.read(1)
    taken = (time.perf_counter() - before) * 1000
    if answer.status != 206 or got + answer.read() != sound[start : start + 65_536]:
        sys.exit(f"Port {port} sent other bytes.")
    client.close()
    return taken


@contextmanager
def ours(folder: Path) -> Iterator[int]:
    """Serve a folder and yield the port."""
    command = (*POSTALOUD, "serve", str(folder), "--port", "0")
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        said = process.stdout or sys.exit("postaloud serve said nothing.")
        yield int(said.readline().strip("/\n").rpartition(":")[2])
        process.terminate()


@contextmanager
def nginx(folder: Path, work: Path) -> Iterator[int]:
    """Serve a folder with nginx, if it is there, and yield the port; 0 where it is not."""
    if shutil.which("nginx") is None:
        yield 0
        return
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    (work / "nginx.conf").write_text(
        f"daemon off; user root; pid {work}/nginx.pid; error_log {work}/nginx.log; events {{}} "
        f"http {{ access_log off; sendfile on; server {{ listen 127.0.0.1:{port}; root {folder}; }} }}"
    )
    with subprocess.Popen(["nginx", "-c", work / "nginx.conf"], stderr=subprocess.DEVNULL) as process:
        time.sleep(1)
        yield port
        process.terminate()


if __name__ == "__main__":
    main()
