"""What checkers of markup and accessibility say of the pages: nothing."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from listeners import served
from peers import NODE, needs, needs_node

PAGES = ["garden", "two words", "right to left", "flat", "german"]
PA11Y = {"chromeLaunchConfig": {"args": ["--no-sandbox"]}, "runners": ["axe", "htmlcs"], "standard": "WCAG2AA"}


def _environment() -> dict[str, str]:
    chromium = shutil.which("chromium") or "chromium"
    return {**os.environ, "PUPPETEER_EXECUTABLE_PATH": chromium, "CHROME_PATH": chromium}


def _pages(episodes: Callable[[str], Path]) -> list[str]:
    return [str(episodes(name) / file) for name in PAGES for file in ("index.html", "transcript.html")]


@needs_node("html-validate")
def test_html_validate_finds_no_error(episodes: Callable[[str], Path], tmp_path: Path) -> None:
    (tmp_path / ".htmlvalidate.json").write_text('{"extends": ["html-validate:recommended"], "root": true}')
    command: list[str | Path] = [
        NODE / ".bin/html-validate",
        "--config",
        tmp_path / ".htmlvalidate.json",
        *_pages(episodes),
    ]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert (done.returncode, done.stdout) == (0, "")


@needs("java")
@needs_node("vnu-jar")
def test_vnu_finds_no_error(episodes: Callable[[str], Path]) -> None:
    jar = NODE / "vnu-jar/build/dist/vnu.jar"

    done = subprocess.run(
        ["java", "-jar", jar, "--errors-only", *_pages(episodes)], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


@needs("chromium")
@needs_node("pa11y")
@pytest.mark.parametrize("name", ["garden", "right to left"])
def test_pa11y_finds_nothing(episodes: Callable[[str], Path], tmp_path: Path, name: str) -> None:
    (tmp_path / "pa11y.json").write_text(json.dumps(PA11Y))
    page = episodes(name) / "index.html"
    command: list[str | Path] = [
        NODE / ".bin/pa11y",
        "--config",
        tmp_path / "pa11y.json",
        "--reporter",
        "json",
        page.as_uri(),
    ]

    done = subprocess.run(command, capture_output=True, text=True, check=False, env=_environment())

    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stderr


@needs("chromium")
@needs_node("lighthouse")
def test_lighthouse_gives_all_points_for_accessibility(garden: Path) -> None:
    flags = ["--quiet", "--only-categories=accessibility", "--output=json", "--chrome-flags=--headless --no-sandbox"]
    with served(garden, with_ranges=True) as address:
        done = subprocess.run(
            [NODE / ".bin/lighthouse", address, *flags], capture_output=True, text=True, check=False, env=_environment()
        )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["categories"]["accessibility"]["score"] == 1
