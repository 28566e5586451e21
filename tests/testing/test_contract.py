"""The contract of engines: ours keep it, and broken ones are told what they break."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from postaloud.errors import EngineError
from postaloud.speaking import Wanted
from postaloud.testing import engine_contract

ENTRY_POINTS = """\
[postaloud.engines]
humming = humming
broken = humming:BROKEN
empty = humming:EMPTY
gone = humming_gone
"""
HUMMING = Path(__file__).with_name("humming.py")


@pytest.mark.parametrize("engine", ["espeak", "pyttsx3", "silent"])
def test_our_own_engines_keep_the_contract(engine: str) -> None:
    assert engine_contract(engine) == []


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """Install a package with engines, as pip would, and return the environment in which Python finds it."""
    (tmp_path / "humming.py").write_text(HUMMING.read_text())
    info = tmp_path / "humming-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: humming\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(ENTRY_POINTS)
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])}


def ran(code: str, environment: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)


def test_an_engine_of_another_package_keeps_the_contract(installed: dict[str, str]) -> None:
    done = ran("from postaloud.testing import engine_contract as c\nprint(c('humming'))", installed)

    assert done.stdout == "[]\n", done.stderr


def test_a_broken_engine_is_told_everything_that_it_breaks(installed: dict[str, str]) -> None:
    done = ran("from postaloud.testing import engine_contract as c\nprint(*c('broken'), sep='\\n')", installed)

    for breach in (
        "Two voices have the same name.",
        "An unknown voice is replaced silently.",
        "The fingerprint does not change with the rate.",
        "which are no 16-bit samples",
        "silence at an end",
        "are not in order",
        "lies behind its end",
        "is no empty clip",
        "something is lost",
        "At 350 words a minute",
        "ends the engine: crash",
        "sound different in another process",
        "is_slow must be true",
    ):
        assert breach in done.stdout, (breach, done.stdout, done.stderr)


def test_an_engine_of_another_package_speaks_an_article_and_its_losses_are_named(
    installed: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "tea.html").write_text(
        "<title>Tea</title><h1>Tea</h1><p>It is hot.</p><h2>Cups</h2><p>We crash. Cups are round.</p>"
    )
    command = [sys.executable, "-m", "postaloud", "narrate", "tea.html", "--engine", "humming", "--no-cache"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=installed, check=False)

    losses = [line for line in done.stderr.splitlines() if line.startswith("Not spoken")]
    assert losses == [
        'Not spoken, because the voice failed on it: "crash." of the sentence "We crash.", chapter "Cups" of tea.html.'
    ]
    assert done.returncode == 3
    assert len(list(tmp_path.glob("output/*/*.mp3"))) == 1


def test_its_voices_are_listed(installed: dict[str, str]) -> None:
    done = ran("from postaloud.speaking import list_voices\nprint({v.engine for v in list_voices()})", installed)

    assert "humming" in done.stdout


@pytest.mark.parametrize(
    ("engine", "sentence"),
    [
        ("gone", r"The engine gone (humming_gone) cannot be loaded: No module named 'humming_gone'"),
        ("empty", "The engine empty (humming:EMPTY) has no function open_voice"),
        ("hum", 'There is no engine "hum"; the engines are espeak, pyttsx3, '),
    ],
)
def test_an_engine_that_cannot_be_had_is_named(engine: str, sentence: str, installed: dict[str, str]) -> None:
    done = ran(f"from postaloud.speaking import open_engine\nopen_engine({engine!r})", installed)

    assert sentence in done.stderr


def test_an_engine_is_tested_in_the_language_that_it_speaks() -> None:
    assert engine_contract("espeak", Wanted(lang="fr")) == []


def test_an_engine_without_a_voice_for_the_language_cannot_be_tested() -> None:
    with pytest.raises(EngineError, match="tlh"):
        engine_contract("espeak", Wanted(lang="tlh"))
