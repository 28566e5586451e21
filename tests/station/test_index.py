"""The index saves time and decides nothing."""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zlib import crc32

import pytest

from postaloud.station.finding import find_listings
from postaloud.station.index import INDEX, TEXTS, find_entries
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


def _rewrite_with_the_same_time(folder: Path) -> None:
    record = folder / "tea-000001" / "episode.json"
    before = record.stat().st_mtime_ns
    record.write_text(record.read_text().replace('"Tea 1"', '"Pea 1"'))
    os.utime(record, ns=(before, before))


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
        lambda folder: (folder / TEXTS).unlink(),
        lambda folder: (folder / TEXTS).write_bytes(b""),
        lambda folder: (folder / TEXTS).write_bytes((folder / TEXTS).read_bytes().replace(b"Tea", b"Pea")),
        _rewrite_with_the_same_time,
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
    """Change a text that is kept, and the sum that guards it."""
    kept = (folder / TEXTS).read_bytes()
    changed = kept.replace(b"<title>Tea 1<", b"<title>Kept!<")
    (folder / TEXTS).write_bytes(changed)
    (folder / INDEX).write_text((folder / INDEX).read_text().replace(str(crc32(kept)), str(crc32(changed))))


def test_what_did_not_change_comes_from_the_index(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    find_entries(tmp_path, SHOW, "1")
    _make_recognisable(tmp_path)

    (entry,) = find_entries(tmp_path, SHOW, "1").episodes

    assert b"<title>Kept!<" in bytes(entry.item)


@pytest.mark.parametrize(("title", "version"), [("Tea talk", "2"), ("Another show", "1")])
def test_another_version_or_show_makes_everything_anew(tmp_path: Path, title: str, version: str) -> None:
    put_episode(tmp_path, 1)
    find_entries(tmp_path, SHOW, "1")
    _make_recognisable(tmp_path)

    (entry,) = find_entries(tmp_path, replace(SHOW, title=title), version).episodes

    assert b"<title>Tea 1<" in bytes(entry.item)


def test_texts_that_are_of_no_use_any_more_do_not_pile_up(tmp_path: Path) -> None:
    put_episode(tmp_path, 1)
    find_entries(tmp_path, SHOW, "1")
    size = (tmp_path / TEXTS).stat().st_size

    for number in range(10):
        _override(tmp_path)
        os.utime(tmp_path / "tea-000001" / "episode.json", ns=(number, number))
        assert _is_as_without(tmp_path)

    assert (tmp_path / TEXTS).stat().st_size < 4 * size
