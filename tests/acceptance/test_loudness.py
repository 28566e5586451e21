"""How loud a narration is when it is decoded, measured by another program."""

import re
import subprocess
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from peers import needs

SAMPLE = next((Path(__file__).parents[2] / "input").glob("*.html"))


def measured(path: Path) -> tuple[float, float]:
    """Return integrated loudness (LUFS) and true peak (dBTP), as FFmpeg measures them by EBU R 128."""
    command = ["ffmpeg", "-nostdin", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stderr.rpartition("Summary:")[2]
    loudness, peak = re.search(r"I:\s+(\S+) LUFS", told), re.search(r"Peak:\s+(\S+) dBFS", told)
    assert loudness
    assert peak
    return float(loudness[1]), float(peak[1])


@needs("ffmpeg")
@pytest.mark.parametrize(
    ("options", "target"),
    [
        ((), -19),
        (("--voice", "en-us"), -19),
        (("--voice", "en-gb+f3"), -19),
        (("--voice", "en-us+m3"), -19),
        (("--rate", "280"), -19),
        (("--loudness", "-23"), -23),
    ],
)
def test_an_article_is_as_loud_as_podcasts_are(
    postaloud: Postaloud, tmp_path: Path, options: tuple[str, ...], target: float
) -> None:
    assert postaloud("narrate", SAMPLE, "-o", "out", *options).returncode == 0

    (sound,) = (tmp_path / "out").glob("*/*.mp3")
    loudness, peak = measured(sound)
    assert loudness == pytest.approx(target, abs=0.5)
    assert peak <= -1


def test_a_loudness_that_nobody_asks_for_is_refused(postaloud: Postaloud, tmp_path: Path) -> None:
    ran = postaloud("narrate", SAMPLE, "-o", "out", "--loudness", "3")

    assert ran.returncode == 2
    assert "The loudness must be from -31 to -13 LUFS." in ran.stderr.decode()
    assert not (tmp_path / "out").exists()
