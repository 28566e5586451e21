"""The command line as a real process."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page

ANSWERS = b'Tea & talk\nNora\nnora@tea.example\nAll about "tea".\nhttps://tea.example/podcast\n'
SLUG = re.compile(r"out/(?P<slug>[a-z0-9-]+)/episode\.json")


@pytest.fixture
def postaloud(tmp_path: Path) -> Postaloud:
    """Return a function that runs postaloud in an empty folder with a cache of its own."""
    folders = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
    folders |= {"POSTALOUD_VOICES": str(tmp_path / "voices"), "XDG_STATE_HOME": str(tmp_path / "state")}
    environment = {**os.environ, **folders, "PYTHONWARNINGS": "error"}

    def run(
        *arguments: str | Path, text: bytes = b"", env: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        command = [sys.executable, "-m", "postaloud", *map(str, arguments)]
        everything = {**environment, **(env or {})}
        return subprocess.run(
            command, cwd=tmp_path, input=text, capture_output=True, env=everything, timeout=120, check=False
        )

    return run


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """Return a small article."""
    path = tmp_path / "tea.html"
    path.write_text(page())
    return path


@pytest.fixture
def show(postaloud: Postaloud, tea: Path) -> str:
    """Return the slug of an episode in the folder `out`, beside a configuration."""
    assert postaloud("init", text=ANSWERS).returncode == 0
    narrated = postaloud("narrate", tea, "-o", "out", "--engine", "silent")
    found = SLUG.search(narrated.stdout.decode())
    assert found, narrated.stderr
    return found["slug"]


@pytest.fixture
def address(show: str, tmp_path: Path) -> Iterator[str]:
    """Serve the folder and return the address of its feed."""
    assert (tmp_path / "out" / show).is_dir()
    command = [sys.executable, "-m", "postaloud", "serve", "out", "--port", "0"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        page, feed = process.stdout.readline().decode(), process.stdout.readline().decode()
        assert page.startswith("Page: http://127.0.0.1:")
        yield feed.removeprefix("Feed: ").strip()
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        assert process.stderr
        assert process.stderr.read().decode().endswith("Stopped.\n")
