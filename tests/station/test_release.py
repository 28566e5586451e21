"""What is published, and what is not touched."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from postaloud.errors import NothingToRead, UsageError
from postaloud.station.books import make_books
from postaloud.station.finding import find_listings
from postaloud.station.index import find_entries
from postaloud.station.release import differences, publish
from postaloud.station.removing import remove
from shows import SHOW, put_episode


def _published(folder: Path, page_size: int = 0) -> list[str]:
    return publish(SHOW, find_entries(folder, SHOW, "1"), page_size, "1")


def _state(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir() if path.is_file()}


def test_feed_page_and_cover_are_written(tmp_path: Path) -> None:
    put_episode(tmp_path)

    assert _published(tmp_path) == ["feed.xml", "index.html", "cover.jpg"]
    with Image.open(tmp_path / "cover.jpg") as cover:
        assert (cover.format, cover.size, cover.mode) == ("JPEG", (3000, 3000), "RGB")
    assert {path.name for path in tmp_path.iterdir()} == {
        ".postaloud", "cover.jpg", "feed.xml", "index.html", "tea-000001",
    }  # fmt: skip


def test_nothing_changed_changes_nothing(tmp_path: Path) -> None:
    put_episode(tmp_path)
    _published(tmp_path)
    before = _state(tmp_path)

    assert _published(tmp_path) == []
    assert _state(tmp_path) == before


def test_a_changed_sound_keeps_guid_and_date_and_gets_a_new_address(tmp_path: Path) -> None:
    put_episode(tmp_path)
    _published(tmp_path)
    before = (tmp_path / "feed.xml").read_text()
    for path in (tmp_path / "tea-000001").iterdir():
        path.unlink()
    (tmp_path / "tea-000001").rmdir()
    put_episode(tmp_path, sound=b"another sound")

    assert _published(tmp_path) == ["feed.xml", "index.html"]
    lines = [
        (old, new)
        for old, new in zip(before.splitlines(), (tmp_path / "feed.xml").read_text().splitlines(), strict=True)
        if old != new
    ]
    assert [old.split("?v=")[0] for old, _ in lines] == [new.split("?v=")[0] for _, new in lines]
    assert len(lines) == 1


def test_full_archives_never_change(tmp_path: Path) -> None:
    for number in range(1, 6):
        put_episode(tmp_path, number, day=f"2024-01-{number:02}")
    _published(tmp_path, page_size=2)
    before = _state(tmp_path)
    put_episode(tmp_path, 6, day="2024-01-06")

    assert _published(tmp_path, page_size=2) == ["feed.xml", "index.html"]
    after = _state(tmp_path)
    assert {name: after[name] for name in ("feed-archive-1.xml", "feed-archive-2.xml")} == {
        name: before[name] for name in ("feed-archive-1.xml", "feed-archive-2.xml")
    }


def test_archives_without_episodes_go(tmp_path: Path) -> None:
    for number in range(1, 6):
        put_episode(tmp_path, number)
    _published(tmp_path, page_size=2)

    assert _published(tmp_path, page_size=4) == ["feed.xml", "feed-archive-1.xml", "feed-archive-2.xml"]
    assert sorted(path.name for path in tmp_path.glob("feed*")) == ["feed-archive-1.xml", "feed.xml"]


def test_what_was_published_stays_where_no_episode_is_whole(tmp_path: Path) -> None:
    put_episode(tmp_path)
    _published(tmp_path)
    before = _state(tmp_path)
    (tmp_path / "tea-000001" / "episode.json").write_text("{")

    with pytest.raises(NothingToRead, match=r"No episode in .* is whole"):
        _published(tmp_path)
    assert _state(tmp_path) == before


def _cover(size: tuple[int, int], mode: str = "RGB") -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, "red").save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize(
    ("size", "side"), [((1400, 1400), 1400), ((300, 300), 1400), ((5000, 4000), 3000), ((2000, 1000), 2000)]
)
def test_a_given_cover_becomes_what_directories_want(tmp_path: Path, size: tuple[int, int], side: int) -> None:
    put_episode(tmp_path / "out")
    (tmp_path / "art.png").write_bytes(_cover(size, "RGBA"))

    publish(replace(SHOW, cover=tmp_path / "art.png"), find_entries(tmp_path / "out", SHOW, "1"), 0, "1")

    with Image.open(tmp_path / "out" / "cover.jpg") as cover:
        assert (cover.format, cover.size, cover.mode) == ("JPEG", (side, side), "RGB")


def test_a_cover_that_would_be_the_same_is_not_drawn_and_any_other_is(tmp_path: Path) -> None:
    put_episode(tmp_path)
    _published(tmp_path)
    drawn = (tmp_path / "cover.jpg").read_bytes()
    assert _published(tmp_path) == []

    (tmp_path / "cover.jpg").write_bytes(b"mine")
    assert _published(tmp_path) == ["cover.jpg"]
    assert (tmp_path / "cover.jpg").read_bytes() == drawn
    other = replace(SHOW, title="Coffee")
    assert "cover.jpg" in publish(other, find_entries(tmp_path, other, "1"), 0, "1")


def test_a_cover_that_is_not_there_is_named(tmp_path: Path) -> None:
    put_episode(tmp_path)

    with pytest.raises(UsageError, match=r"Cannot open the cover .*art.png: No such file"):
        publish(replace(SHOW, cover=tmp_path / "art.png"), find_entries(tmp_path, SHOW, "1"), 0, "1")
    assert not (tmp_path / "feed.xml").exists()


def test_differences_are_named(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    put_episode(tmp_path, 2)
    _published(tmp_path)
    assert list(differences(SHOW, find_listings(tmp_path), 0)) == []

    (tmp_path / "feed.xml").write_bytes((tmp_path / "feed.xml").read_bytes() + b" ")
    (tmp_path / "cover.jpg").unlink()
    (tmp_path / "episodes-9.html").touch()
    sound = tmp_path / "tea-000001" / "tea-000001.mp3"
    sound.write_bytes(sound.read_bytes()[::-1])
    (tmp_path / "tea-000002" / "tea-000002.vtt").unlink()

    assert list(differences(SHOW, find_listings(tmp_path), 0)) == [
        "feed.xml is missing or not what the episodes say: run postaloud publish.",
        "cover.jpg is missing or not what the episodes say: run postaloud publish.",
        "episodes-9.html belongs to no episode any more: run postaloud publish.",
        "tea-000002 has no captions: narrate the article again.",
        "tea-000001/tea-000001.mp3 is not the sound that was narrated: narrate the article again.",
    ]


def test_an_episode_is_removed_and_nothing_else(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    put_episode(tmp_path, 2)
    list(make_books(find_listings(tmp_path)))
    (tmp_path / "tea-000002" / "mine.txt").write_text("kept")

    assert remove(tmp_path, "tea-000001") == []
    assert remove(tmp_path, "tea-000002") == ["mine.txt"]
    assert [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*"))] == [
        "tea-000002",
        "tea-000002/mine.txt",
    ]


def test_a_broken_episode_can_be_removed(tmp_path: Path) -> None:
    put_episode(tmp_path)
    (tmp_path / "tea-000001" / "episode.json").write_text("{")

    assert remove(tmp_path, "tea-000001") == []
    assert not (tmp_path / "tea-000001").exists()


@pytest.mark.parametrize("slug", ["tea-9", "../tea-000001", ".", "", "tea-000001/../tea-000001"])
def test_what_is_no_episode_cannot_be_removed(tmp_path: Path, slug: str) -> None:
    put_episode(tmp_path / "out")
    put_episode(tmp_path)

    with pytest.raises(UsageError, match="There is no episode"):
        remove(tmp_path / "out", slug)
    assert (tmp_path / "tea-000001" / "episode.json").is_file()


def test_a_book_is_made_again_only_when_it_changes(tmp_path: Path) -> None:
    put_episode(tmp_path)
    (path,) = make_books(find_listings(tmp_path))
    before = path.stat().st_mtime_ns

    assert list(make_books(find_listings(tmp_path))) == [path]
    assert path.stat().st_mtime_ns == before
