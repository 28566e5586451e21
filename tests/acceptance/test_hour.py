"""An hour of sound at `postaloud serve`: a browser and mpv seek in it, and its ranges are those of nginx."""

import hashlib
import http.client
import json
import re
import shutil
import socket
import subprocess
import time
from pathlib import Path

import pytest

from peers import needs

HOUR_MS = 3_600_000
SEEK = """async (seconds) => {
    const sound = document.querySelector("audio");
    sound.muted = true;
    sound.preload = "auto";
    if (sound.readyState < 1) await new Promise((done) => { sound.onloadedmetadata = done; sound.load(); });
    await new Promise((done) => { sound.onseeked = done; sound.currentTime = seconds; });
    await sound.play();
    const before = sound.currentTime;
    await new Promise((done) => { sound.ontimeupdate = () => { if (sound.currentTime > before + 0.3) done(); }; });
    sound.pause();
    return [sound.duration, before];
}"""


@pytest.fixture
def hour(show: str, tmp_path: Path) -> Path:
    """Make the episode an hour long, and return its sound."""
    sound = tmp_path / "out" / show / f"{show}.mp3"
    source = ["-f", "lavfi", "-i", "sine=frequency=330:sample_rate=22050", "-t", str(HOUR_MS // 1000)]
    command = ["ffmpeg", "-v", "error", "-y", *source, "-b:a", "64k", "-compression_level", "9", str(sound)]
    subprocess.run(command, check=True, timeout=100)
    about = {"size": sound.stat().st_size, "sha256": hashlib.sha256(sound.read_bytes()).hexdigest()}
    record = sound.with_name("episode.json")
    told = json.loads(record.read_text())
    told["enclosures"][0] |= {**about, "duration_ms": HOUR_MS}
    record.write_text(json.dumps({**told, "duration_ms": HOUR_MS}))
    return sound


@needs("ffmpeg")
@needs("chromium", "playwright")
def test_an_hour_plays_and_seeks_in_a_browser(hour: Path, address: str) -> None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=options)
        page = browser.new_page()
        page.goto(address.removesuffix("feed.xml"))
        places = [page.evaluate(SEEK, seconds) for seconds in (3500, 10, 1800.5)]
        browser.close()

    assert hour.stat().st_size > 28_000_000
    assert [round(duration) for duration, _ in places] == [3600] * 3
    assert [round(at, 1) for _, at in places] == [3500, 10, 1800.5]


@needs("ffmpeg")
@needs("mpv")
def test_an_hour_plays_and_seeks_in_mpv(hour: Path, address: str) -> None:
    sound = f"{address.removesuffix('feed.xml')}{hour.parent.name}/{hour.name}"
    command = ["mpv", "--no-config", "--ao=null", "--vo=null", "--start=3500", "--length=1.2", sound]
    played = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert set(re.findall(r"(\d\d:\d\d:\d\d) / 01:00:00", played.stdout + played.stderr)) & {"00:58:20", "00:58:21"}


@needs("ffmpeg")
@needs("nginx")
def test_ranges_are_those_of_nginx(hour: Path, address: str, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        peer = f"127.0.0.1:{probe.getsockname()[1]}"
    (tmp_path / "nginx.conf").write_text(
        f"daemon off; pid {tmp_path}/nginx.pid; error_log {tmp_path}/nginx.log; events {{}} user root;"
        f"http {{ access_log off; server {{ listen {peer}; root {tmp_path}/out; max_ranges 1; }} }}"
    )
    path = f"/{hour.parent.name}/{hour.name}"
    with subprocess.Popen(["nginx", "-c", tmp_path / "nginx.conf"], stderr=subprocess.DEVNULL) as nginx:
        _wait_for(peer)
        ours = address.removeprefix("http://").removesuffix("/feed.xml")
        answers = [[_range(host, path, span) for host in (ours, peer)] for span in RANGES]
        nginx.terminate()

    for one, other in answers:
        assert one == other


RANGES = (
    "bytes=0-0",
    "bytes=1000-70000",
    "bytes=-1",
    "bytes=28000000-",
    "bytes=28000000-99999999999",
    "bytes=99999999999-",
)


def _range(host: str, path: str, span: str) -> tuple[int, str | None, bytes]:
    client = http.client.HTTPConnection(host, timeout=30)
    client.request("GET", path, headers={"Range": span})
    answer = client.getresponse()
    body = answer.read()
    client.close()
    return answer.status, answer.headers["Content-Range"], body if answer.status == 206 else b""


def _wait_for(host: str) -> None:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", int(host.partition(":")[2])), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
