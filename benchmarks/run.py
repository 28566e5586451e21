"""Print what postaloud costs, as ratios against what a user would type instead: `python benchmarks/run.py [HTML TEXT]`.

Needs espeak-ng and lame on the path. Every ratio is the median of paired runs, one after the other, so that a slow
moment of the machine meets both. TEXT is the article as plain text for espeak-ng; without arguments the sample in
`input/` is taken, and its text from `postaloud outline`.
"""

import json
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

PAIRS = 7
POSTALOUD = (sys.executable, "-m", "postaloud")
ROOT = Path(__file__).parents[1]


def main() -> None:
    """Measure everything and print it."""
    missing = [program for program in ("espeak-ng", "lame") if shutil.which(program) is None]
    if missing:
        sys.exit(f"Needs {' and '.join(missing)} on the path.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html, text = inputs(folder)
        cold_start(html, text, folder)
        warm_start(html, folder)
        memory(html, folder)
        help_text()


def inputs(folder: Path) -> tuple[Path, Path]:
    """Return the article as HTML and as plain text."""
    if len(sys.argv) == 3:
        return Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    html = next((ROOT / "input").glob("*.html"))
    (folder / "text.txt").write_text("\n\n".join(texts_read(html)))
    return html, folder / "text.txt"


def texts_read(html: Path) -> list[str]:
    """Return what is read of a page, its title first."""
    outline = json.loads(subprocess.check_output([*POSTALOUD, "outline", "--json", html]))
    blocks = [block.get("text") or block.get("alt") or " ".join(block.get("cells", ())) for block in outline["blocks"]]
    return [outline["title"], *blocks]


def cold_start(html: Path, text: Path, folder: Path) -> None:
    """Whole command with an empty cache against espeak-ng piped into lame."""
    pipeline = f"espeak-ng -v en-us --stdout -f '{text}' | lame --quiet -q 7 -b 64 - '{folder}/peer.mp3'"

    def ours() -> None:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        run(*POSTALOUD, "narrate", html, "--force", "-o", folder / "out", "--cache", folder / "cache")

    def theirs() -> None:
        subprocess.run(["bash", "-c", pipeline], check=True, capture_output=True)

    one, other, ratio = paired(ours, theirs)
    print(f"empty cache: {one:.2f} s against {other:.2f} s for espeak-ng | lame: {ratio:.2f} of its wall time")


def warm_start(html: Path, folder: Path) -> None:
    """Whole command with a filled cache against the shortest command there is."""
    command = (*POSTALOUD, "narrate", html, "--force", "-o", folder / "out", "--cache", folder / "cache")
    one, other, _ = paired(lambda: run(*command), lambda: run(*POSTALOUD, "--version"))
    print(f"filled cache: {one - other:.2f} s more than --version ({one:.2f} s against {other:.2f} s)")


def memory(html: Path, folder: Path) -> None:
    """Largest process for ten and for a hundred thousand words."""
    peaks = [largest_process(repeated(html, words, folder), folder) for words in (10_000, 100_000)]
    print(
        f"largest process: {peaks[0]:.0f} MB for 10,000 words, {peaks[1]:.0f} MB for 100,000: {peaks[1] / peaks[0]:.2f}"
    )


def help_text() -> None:
    """CPU of the help."""
    cpu = [cpu_of(*POSTALOUD, "--help") for _ in range(PAIRS)]
    print(f"--help: {statistics.median(cpu):.2f} s of CPU")


def paired(ours: Callable[[], None], theirs: Callable[[], None]) -> tuple[float, float, float]:
    """Return the medians of both and of their ratio, after a warm-up of each."""
    ours()
    theirs()
    times = [(wall(ours), wall(theirs)) for _ in range(PAIRS)]
    one, other = (statistics.median(column) for column in zip(*times, strict=True))
    return one, other, statistics.median(a / b for a, b in times)


def wall(function: Callable[[], None]) -> float:
    """Return the seconds that a function takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def run(*command: str | Path) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True)


def cpu_of(*command: str) -> float:
    """Return the seconds of CPU that a command and its children take."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run(*command)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def repeated(html: Path, words: int, folder: Path) -> Path:
    """Write the article's sections again and again with changed numbers, up to so many words."""
    page = lxml.html.fromstring(html.read_text())
    first = next(page.iter("h2"))
    container = next(first.iterancestors())
    sections = [first, *first.itersiblings()]
    body = "".join(lxml.html.tostring(each, encoding="unicode") for each in sections)
    for each in sections:
        container.remove(each)
    count = len(re.sub(r"<[^>]+>", " ", body).split())
    for number in range(-(-words // count)):
        copy = re.sub(r"<h2([^>]*)>", rf"<h2\1>Round {number}. ", body)
        container.extend(lxml.html.fragments_fromstring(re.sub(r"(<p>|<li>)", rf"\g<1>Note {number}. ", copy)))
    path = folder / f"{words}.html"
    path.write_bytes(lxml.html.tostring(page, encoding="utf-8", doctype="<!DOCTYPE html>"))
    if (found := len(" ".join(texts_read(path)).split())) < words:
        sys.exit(f"Only {found} of {words} words are read: give an article whose <h2> and paragraphs lie side by side.")
    return path


def largest_process(page: Path, folder: Path) -> float:
    """Return the peak memory, in megabytes, of the largest process of a whole run without a cache."""
    return largest_of((*POSTALOUD, "narrate", page, "-o", folder / "long", "--no-cache"))


def largest_of(command: tuple[str | Path, ...]) -> float:
    """Return the peak memory, in megabytes, of the largest process of a command."""
    peaks: dict[int, int] = {}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        watcher = threading.Thread(target=watch, args=(process, peaks))
        watcher.start()
        process.wait()
        watcher.join()
    return max(peaks.values()) / 1024


def watch(process: subprocess.Popen[bytes], peaks: dict[int, int]) -> None:
    """Keep the high-water mark of each process below one, while it runs."""
    while process.poll() is None:
        for pid in descendants(process.pid):
            try:
                status = Path(f"/proc/{pid}/status").read_text()
            except OSError:
                continue
            if found := re.search(r"VmHWM:\s+(\d+)", status):
                peaks[pid] = int(found[1])
        time.sleep(0.02)


def descendants(root: int) -> set[int]:
    """Return a process and all below it."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    family = {root}
    while grown := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= grown
    return family


if __name__ == "__main__":
    main()
