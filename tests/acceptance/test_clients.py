"""Podcast clients and a browser at `postaloud serve`: every byte arrives, and nothing else happens."""

import json
import os
import pty
import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from peers import needs
from postaloud.station.library import CALM_SECONDS

PLAY_FROM_THE_MIDDLE = """async () => {
    const sound = document.querySelector("audio");
    sound.muted = true;
    sound.preload = "auto";
    await new Promise((done) => { sound.onloadedmetadata = done; sound.load(); });
    await new Promise((done) => { sound.onseeked = done; sound.currentTime = sound.duration / 2; });
    return sound.currentTime;
}"""


@needs("xmllint")
@pytest.mark.usefixtures("show")
def test_xmllint_reads_the_feed(postaloud: Postaloud, tmp_path: Path) -> None:
    postaloud("publish", "out")

    subprocess.run(["xmllint", "--noout", tmp_path / "out" / "feed.xml"], check=True)


@needs("gpo")
def test_gpodder_downloads_every_byte(address: str, show: str, tmp_path: Path) -> None:
    environment = {**os.environ, "GPODDER_HOME": str(tmp_path / "gpodder"), "HOME": str(tmp_path)}
    for arguments in (["subscribe", address], ["update"], ["download"]):
        subprocess.run(["gpo", *arguments], check=True, env=environment, capture_output=True, timeout=60)

    (got,) = (tmp_path / "gpodder").rglob("*.mp3")
    assert got.read_bytes() == _sound(tmp_path, show)


@needs("podget")
def test_podget_downloads_every_byte(address: str, show: str, tmp_path: Path) -> None:
    environment = {**os.environ, "HOME": str(tmp_path)}
    subprocess.run(["podget", "-d", tmp_path, "--create-config", "podgetrc"], check=True, env=environment)
    with (tmp_path / "podgetrc").open("a") as file:
        file.write(f"DIR_LIBRARY={tmp_path}/podcasts\nDIR_SESSION={tmp_path}/session\nMIN_SPACE=1\n")
    (tmp_path / "serverlist").write_text(f"{address} Talk Tea\n")

    subprocess.run(["podget", "-d", tmp_path], check=True, env=environment, capture_output=True, timeout=60)

    (got,) = (tmp_path / "podcasts").rglob("*.mp3")
    assert got.read_bytes() == _sound(tmp_path, show)


@needs("podboat")
def test_newsboat_and_podboat_download_every_byte(address: str, show: str, tmp_path: Path) -> None:
    (tmp_path / "urls").write_text(f"{address}\n")
    (tmp_path / "config").write_text(f'podcast-auto-enqueue yes\ndownload-path "{tmp_path}/podcasts/"\n')
    environment = {**os.environ, "HOME": str(tmp_path), "TERM": "xterm"}
    files = ["-u", "urls", "-c", "cache.db", "-C", "config"]
    subprocess.run(["newsboat", *files, "-x", "reload"], check=True, cwd=tmp_path, env=environment, timeout=60)

    (queue,) = tmp_path.rglob("queue")
    _run_on_a_terminal(["podboat", "-C", "config", "-q", queue, "-a"], tmp_path, environment)

    (got,) = (tmp_path / "podcasts").rglob("*.mp3")
    assert got.read_bytes() == _sound(tmp_path, show)


def _run_on_a_terminal(command: list[str | Path], folder: Path, environment: dict[str, str]) -> None:
    """Run podboat, which wants a terminal and does not end, until it has a file."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=folder, env=environment, stdin=theirs, stdout=theirs, stderr=theirs) as process:
        deadline = time.monotonic() + 30
        while not list(folder.rglob("podcasts/**/*.mp3")) and time.monotonic() < deadline:
            time.sleep(0.1)
        process.terminate()
    os.close(ours)
    os.close(theirs)


def _sound(folder: Path, show: str) -> bytes:
    return (folder / "out" / show / f"{show}.mp3").read_bytes()


@needs("mpv")
def test_mpv_seeks_over_http(address: str, show: str) -> None:
    sound = f"{address.removesuffix('feed.xml')}{show}/{show}.mp3"
    command = ["mpv", "--no-config", "--ao=null", "--vo=null", "--start=5", "--length=1.5", sound]
    played = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    times = re.findall(r"(\d\d:\d\d:\d\d) / ", played.stdout + played.stderr)
    assert set(times) & {"00:00:05", "00:00:06"}
    assert min(times) >= "00:00:05"


@needs("chromium", "playwright")
def test_a_browser_shows_and_plays_the_page_without_running_anything(address: str, show: str, tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    record = tmp_path / "out" / show / "episode.json"
    hostile = {"title": "Tea <script>alert(1)</script><img src=//evil.example/x onerror=alert(2)>"}
    record.write_text(json.dumps({**json.loads(record.read_text()), "overrides": hostile}))
    time.sleep(CALM_SECONDS)
    asked: list[str] = []
    said: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.on("console", lambda message: said.append(message.text))
        page.goto(address.removesuffix("feed.xml"))
        title = page.locator("h3").inner_text()
        at = page.evaluate(PLAY_FROM_THE_MIDDLE)
        browser.close()

    assert title == hostile["title"]
    assert at > 3
    assert not said
    assert all(url.startswith(address.removesuffix("feed.xml")) for url in asked if not url.startswith("data:"))
