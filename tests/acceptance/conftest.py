"""The command line as a real process."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page


@pytest.fixture
def postaloud(tmp_path: Path) -> Postaloud:
    """Return a function that runs postaloud in an empty folder with a cache of its own."""
    folders = {"XDG_CACHE_HOME": str(tmp_path / "cache"), "XDG_CONFIG_HOME": str(tmp_path / "config")}
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
