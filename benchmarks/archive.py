"""Print what an archive costs: `python benchmarks/archive.py [COUNT]`, a thousand posts of about 140 words by default.

Needs espeak-ng and lame on the path for the comparison with a shell's loop. The floor is the CPU that speaking and
encoding take in bare forks, spread over the cores.
"""

import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from postaloud import reading, speaking, studio
from postaloud.config import Settings
from postaloud.pipeline.sources import chosen
from postaloud.pipeline.writing import write
from postaloud.studio.encoders import Coding, fit_of
from postaloud.studio.mp3 import Mp3
from postaloud.studio.takes import record_part

POSTALOUD = (sys.executable, "-m", "postaloud")
SAMPLE = 20
"""Posts from which the floor is taken."""
TEXT = (
    "the kettle sings while bread and butter wait on a wooden table near an open window where sparrows argue about "
    "crumbs every morning before anyone in this house has finished reading letters from friends who moved to the sea"
)
WORDS = TEXT.split()


def main() -> None:
    """Measure and print."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_posts(folder / "many", count)
        write_posts(folder / "few", count // 10)
        few, _ = narrated(folder, "few")
        many, peak = narrated(folder, "many")
        again, _ = narrated(folder, "many")
        least = floor(folder / "few") * count / len(os.sched_getaffinity(0))
        print(f"{count} posts: {many:.1f} s, {many / few:.1f} times a tenth of them; parent {peak:.0f} MB")
        print(f"floor of speaking and encoding on all cores: {least:.1f} s; ratio {many / least:.2f}")
        print(f"nothing changed: {again:.2f} s")
        if shutil.which("espeak-ng") and shutil.which("lame"):
            print(f"against a loop of espeak-ng | lame: {few / looped(folder / 'few', folder):.2f} of its time")


def write_posts(folder: Path, count: int) -> None:
    """Write posts with a heading and four paragraphs."""
    folder.mkdir()
    for number in range(count):
        chance = random.Random(number)  # noqa: S311 - the same posts every time
        paragraphs = [f"<p>{' '.join(sentence(chance) for _ in range(3))}</p>" for _ in range(4)]
        body = f"{paragraphs[0]}{paragraphs[1]}<h2>More of {chance.choice(WORDS)}</h2>{paragraphs[2]}{paragraphs[3]}"
        title = f"Post {number} about {chance.choice(WORDS)}"
        page = f"<!DOCTYPE html><html lang='en-GB'><title>{title}</title><main><h1>{title}</h1>{body}</main></html>"
        (folder / f"post-{number:05}.html").write_text(page)


def sentence(chance: random.Random) -> str:
    """Return a sentence of eight to sixteen words."""
    return " ".join(chance.choice(WORDS) for _ in range(chance.randint(8, 15))).capitalize() + "."


def narrated(folder: Path, name: str) -> tuple[float, float]:
    """Return the seconds that narrating a folder takes, and the peak of the parent in megabytes."""
    start = time.perf_counter()
    command = [*POSTALOUD, "narrate", str(folder / name), "-o", str(folder / f"{name}-out"), "--no-cache", "--quiet"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as running:
        _, status, usage = os.wait4(running.pid, 0)
        running.returncode = os.waitstatus_to_exitcode(status)
    if running.returncode:
        sys.exit(f"postaloud ended with {running.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def floor(folder: Path) -> float:
    """Return the seconds of CPU that speaking and encoding one post take, in forks of a prepared process."""
    speaker = speaking.open_cast("espeak", speaking.Wanted(lang="en-GB"), {})
    paths = sorted(folder.iterdir())[:SAMPLE]
    pages = [reading.fetch(str(path)) for path in paths]
    scripts = [write(chosen(reading.read_article(page), page, Settings()), Settings()) for page in pages]
    speaker.prepare()
    studio.warm_up()
    coding = Coding((Mp3(),), (0,), fit_of([Mp3()], speaker.rate), speaker.rate)
    total = 0.0
    for part in (part for script in scripts for part in script.parts):
        child = os.fork()
        if child == 0:
            record_part(part, speaker, coding)
            os._exit(0)
        _, _, usage = os.wait4(child, 0)
        total += usage.ru_utime + usage.ru_stime
    return total / len(paths)


def looped(posts: Path, folder: Path) -> float:
    """Return the seconds that a shell's loop over the same posts as plain text takes."""
    texts = folder / "texts"
    texts.mkdir()
    for path in posts.iterdir():
        outline = subprocess.check_output([*POSTALOUD, "script", str(path)], text=True)
        said = [line for line in outline.splitlines() if not line.startswith("[")]
        (texts / f"{path.stem}.txt").write_text("\n".join(said))
    loop = f'for f in {texts}/*.txt; do espeak-ng -v en-gb --stdout -f "$f" | lame --quiet -q 7 -b 64 - "$f.mp3"; done'
    start = time.perf_counter()
    subprocess.run(["sh", "-c", loop], check=True, capture_output=True)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
