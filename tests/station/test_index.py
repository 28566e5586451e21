"""The index saves time and decides nothing."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from postaloud.station.finding import find_listings
from postaloud.station.index import INDEX, find_entries
from postaloud.station.release import entries_of
from shows import SHOW, put_episode


def _is_as_without(folder: Path) -> bool:
    """Tell whether the index gives what the records give."""
    known, fresh = find_entries(folder, SHOW, "1"), entries_of(find_listings(folder), SHOW)
    texts = [[(each.item, each.article) for each in found.episodes] for found in (known, fresh)]
    return texts[0] == texts[1] and known.broken == fresh.broken


def _override(folder: Path) -> None:
    record = folder / "tea-000001" / "episode.json"
    record.write_text(json.dumps({**json.loads(record.read_text()), "overrides": {"title": "Better tea"}}))


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: None,  # noqa: ARG005
        _override,
        lambda folder: put_episode(folder, 3),
        lambda folder: (folder / "tea-000001" / "episode.json").unlink(),
        lambda folder: (folder / "tea-000001" / "tea-000001.mp3").unlink(),
        lambda folder: (folder / "tea-000001" / "tea-000001.mp3").write_bytes(b"?"),
        lambda folder: (folder / "tea-000001" / "tea-000001.srt").unlink(),
        lambda folder: (folder / "tea-000001" / "tea-000001.epub").touch(),
        lambda folder: (folder / "tea-000001" / "episode.json").write_text("{"),
        lambda folder: (folder / INDEX).write_text("[1, 2"),
        lambda folder: (folder / INDEX).write_text('["x"]'),
        lambda folder: (folder / INDEX).write_text("7"),
        lambda folder: (folder / INDEX).unlink(),
    ],
)
def test_whatever_changes_the_index_gives_what_the_records_give(
    tmp_path: Path, change: Callable[[Path], object]
) -> None:
    put_episode(tmp_path, 1)
    put_episode(tmp_path, 2)
    find_entries(tmp_path, SHOW, "1")

    change(tmp_path)

    assert _is_as_without(tmp_path)


def _make_recognisable(folder: Path) -> None:
    text = (folder / INDEX).read_text()
    (folder / INDEX).write_text(text.replace("<title>Tea 1<", "<title>Kept<"))


def test_what_did_not_change_comes_from_the_index(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    find_entries(tmp_path, SHOW, "1")
    _make_recognisable(tmp_path)

    (entry,) = find_entries(tmp_path, SHOW, "1").episodes

    assert "<title>Kept<" in entry.item


@pytest.mark.parametrize(("title", "version"), [("Tea talk", "2"), ("Another show", "1")])
def test_another_version_or_show_makes_everything_anew(tmp_path: Path, title: str, version: str) -> None:
    put_episode(tmp_path, 1)
    find_entries(tmp_path, SHOW, "1")
    _make_recognisable(tmp_path)

    (entry,) = find_entries(tmp_path, replace(SHOW, title=title), version).episodes

    assert "<title>Tea 1<" in entry.item
