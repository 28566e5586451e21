"""Print what the formats cost, against what a user would type for each: `python benchmarks/formats.py [HTML TEXT]`.

Needs espeak-ng, lame, ffmpeg and opusenc on the path; arguments and pairing are those of `run.py`. The floor is the CPU
of speaking, limiting and encoding, as the workers do them, divided by the cores.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from run import POSTALOUD, inputs, paired, repeated, run, wall

from postaloud import reading, studio
from postaloud.config import Settings
from postaloud.model.recording import Speaker
from postaloud.model.script import Part
from postaloud.pipeline import Desk
from postaloud.pipeline.sources import chosen
from postaloud.pipeline.writing import write
from postaloud.studio.encoders import Coding
from postaloud.studio.takes import record_part

SPOKEN = "espeak-ng -v en-us --stdout -f '{text}'"
PEERS = {
    "mp3": "lame --quiet -q 7 -b 64 - '{folder}/peer.mp3'",
    "m4b": "ffmpeg -v error -y -i - -c:a aac -b:a 64k '{folder}/peer.m4a'",
    "opus": "opusenc --quiet --bitrate 32 - '{folder}/peer.opus'",
}
TIMES = 3


def main() -> None:
    """Measure everything and print it."""
    missing = [program for program in ("espeak-ng", "lame", "ffmpeg", "opusenc") if shutil.which(program) is None]
    if missing:
        sys.exit(f"Needs {' and '.join(missing)} on the path.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        html, text = inputs(folder)
        for form in PEERS:
            against_peer(form, html, text, folder)
        together(html, folder)
        page = repeated(html, 10_000, folder)
        for form in PEERS:
            against_floor(form, page, folder)


def narrating(page: Path, formats: str, folder: Path) -> Callable[[], None]:
    """Return a whole command with an empty cache."""

    def narrate() -> None:
        shutil.rmtree(folder / "cache", ignore_errors=True)
        command = ("narrate", page, "-o", folder / "out", "--cache", folder / "cache", "--force")
        run(*POSTALOUD, *command, "--format", formats)

    return narrate


def against_peer(form: str, html: Path, text: Path, folder: Path) -> None:
    """Compare a format with espeak-ng piped into what encodes it."""
    pipeline = f"{SPOKEN} | {PEERS[form]}".format(text=text, folder=folder)

    def theirs() -> None:
        subprocess.run(["bash", "-c", pipeline], check=True, capture_output=True)

    one, other, ratio = paired(narrating(html, form, folder), theirs)
    print(f"{form}: {one:.2f} s against {other:.2f} s for {PEERS[form].split()[0]}: {ratio:.2f} of its wall time")


def together(html: Path, folder: Path) -> None:
    """Compare two formats in one run with a run for each."""
    each = [narrating(html, form, folder) for form in ("mp3", "m4b")]

    def one_by_one() -> None:
        for narrate in each:
            narrate()

    one, other, ratio = paired(narrating(html, "mp3,m4b", folder), one_by_one)
    print(f"mp3 and m4b together: {one:.2f} s against {other:.2f} s one by one: {ratio:.2f}")


def against_floor(form: str, page: Path, folder: Path) -> None:
    """Compare a long article with the CPU of its speaking and encoding, divided by the cores."""
    narrate = narrating(page, form, folder)
    took = statistics.median(wall(narrate) for _ in range(TIMES))
    cores = len(os.sched_getaffinity(0))
    floor = statistics.median(work(form, page) for _ in range(TIMES)) / cores
    print(f"{form}, 10,000 words: {took:.2f} s, {took / floor:.2f} of the floor of {floor:.2f} s")


def work(form: str, path: Path) -> float:
    """Return the seconds of CPU that speaking and encoding take, in forks of a prepared process."""
    settings = Settings(format=form)
    page = reading.fetch(str(path))
    article = chosen(reading.read_article(page), page, settings)
    with Desk(settings) as desk:
        speaker = desk.speaker_for(settings, article.lang)
        coding = desk.studio_for(speaker, settings).leading()
    speaker.prepare()
    studio.warm_up()
    studio.warm_up_more()
    return sum(cpu_of_part(part, speaker, coding) for part in write(article, settings).parts)


def cpu_of_part(part: Part, speaker: Speaker, coding: Coding) -> float:
    """Return the seconds of CPU of a child that records a part."""
    child = os.fork()
    if child == 0:
        record_part(part, speaker, coding)
        os._exit(0)
    _, _, usage = os.wait4(child, 0)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    main()
