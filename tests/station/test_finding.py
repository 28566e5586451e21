"""Which episodes of a folder are whole."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from postaloud.errors import SourceError
from postaloud.station.finding import find_listings
from shows import put_episode


def _edit(record: Path, **values: object) -> None:
    record.write_text(json.dumps({**json.loads(record.read_text()), **values}))


def test_whole_episodes_come_newest_first(tmp_path: Path) -> None:
    for number, day in ((1, "2024-01-01"), (2, "2024-03-01"), (3, "2024-02-01")):
        put_episode(tmp_path, number, day=day)

    found = find_listings(tmp_path)

    assert [listing.title for listing in found.episodes] == ["Tea 2", "Tea 3", "Tea 1"]
    assert not found.broken


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        (lambda place: (place / "episode.json").write_text('{"version": 1'), "it is no JSON"),
        (lambda place: (place / "episode.json").write_bytes(b"\xff\xfe"), "it cannot be read as text"),
        (lambda place: (place / "episode.json").write_text("[" + "1," * 600_000), "it is too large"),
        (lambda place: (place / "tea-000001.mp3").unlink(), "tea-000001.mp3 is missing or of another size"),
        (lambda place: (place / "tea-000001.mp3").write_bytes(b"?"), "tea-000001.mp3 is missing or of another size"),
        (lambda place: place.rename(place.with_name("other")), "it belongs in the folder tea-000001"),
        (lambda place: _edit(place / "episode.json", guid="5f2c9d0e-0000-5000-8000-000000000002"),
         "it has the guid of tea-000000"),
    ],
)  # fmt: skip
def test_an_episode_that_is_not_whole_is_named(tmp_path: Path, harm: Callable[[Path], object], reason: str) -> None:
    put_episode(tmp_path, 0)
    _edit(tmp_path / "tea-000000" / "episode.json", guid="5f2c9d0e-0000-5000-8000-000000000002")
    put_episode(tmp_path, 1)
    harm(tmp_path / "tea-000001")

    found = find_listings(tmp_path)

    assert list(found.broken.values()) == [reason]
    assert [listing.title for listing in found.episodes] == ["Tea 0"]


def test_previews_and_hidden_folders_are_no_episodes(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    put_episode(tmp_path, 2)
    _edit(tmp_path / "tea-000002" / "episode.json", preview="sections 2-3")
    put_episode(tmp_path / "x", 3)
    (tmp_path / "x" / "tea-000003").rename(tmp_path / ".tea-000003")

    found = find_listings(tmp_path)

    assert [listing.title for listing in found.episodes] == ["Tea 1"]
    assert not found.broken


def test_chapters_that_had_no_room_come_from_their_own_file(tmp_path: Path) -> None:
    put_episode(tmp_path)
    _edit(tmp_path / "tea-000001" / "episode.json", chapters=[])

    (listing,) = find_listings(tmp_path).episodes

    assert [(chapter.start_ms, chapter.end_ms, chapter.title) for chapter in listing.chapters] == [(0, 4000, "Tea")]


def test_a_file_that_is_gone_is_not_told_of(tmp_path: Path) -> None:
    put_episode(tmp_path)
    (tmp_path / "tea-000001" / "tea-000001.srt").unlink()

    (listing,) = find_listings(tmp_path).episodes

    assert list(listing.files) == ["captions", "chapters", "transcript", "player"]


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"There is no folder .*nowhere"):
        find_listings(tmp_path / "nowhere")
