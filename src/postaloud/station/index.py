"""A folder of episodes in, their entries out: those that did not change since the last time come from an index.

The index only saves time. It lies in `.postaloud/` and may be deleted: no published byte depends on it.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NamedTuple
from zlib import crc32

from postaloud import publishing, shelf
from postaloud.model.episode import Show
from postaloud.publishing import Entry
from postaloud.station.finding import KEPT, Found, find, has_book, read_record

INDEX = KEPT / "index.jsonl"
"""A line for what decides entries besides their episodes, then one for each episode; its last one counts."""
TEXTS = KEPT / "texts"
"""The texts of episodes, one behind the other. Both files only grow, until most of what they hold is of no use."""


class _Place(NamedTuple):
    """Where the texts of an episode lie in `TEXTS`: its item, and behind it its article."""

    start: int
    middle: int
    end: int
    check: int
    """CRC-32 of both."""


class _Row(NamedTuple):
    """What was known of an episode when it was last published."""

    names: list[str]
    """Folder, record and sounds."""
    state: list[int]
    """Their times and sizes."""
    entry: Entry
    place: _Place | None = None
    """None for what is new."""


@dataclass(slots=True)
class Index:
    """What was known of each episode, and what is known of it now."""

    folder: Path
    show: Show
    rows: Mapping[str, _Row] = field(default_factory=dict)
    seen: dict[str, _Row] = field(default_factory=dict)

    def entry(self, name: str) -> Entry:
        """Return an episode's entry, made anew where its record or a sound has another time or size."""
        row = self.rows.get(name)
        if row is None or _state(f"{self.folder}/{name}", row.names) != row.state:
            row = self._made(self.folder / name)
        self.seen[name] = row
        return row.entry

    def _made(self, folder: Path) -> _Row:
        listing = read_record(folder / shelf.RECORD)
        names = [".", shelf.RECORD, *(each.name for each in (*listing.enclosures, *listing.singles))]
        entry = publishing.to_entry(listing, self.show, has_book=has_book(folder))
        return _Row(names, _state(str(folder), names), entry)


def find_entries(folder: Path, show: Show, version: str) -> Found[Entry]:
    """Return the entries of the whole episodes below a folder, and keep them in the index for the next time.

    Another `version` of postaloud may write them differently, and so makes all of them anew.
    """
    key = hashlib.sha256(f"{version} {show!r}".encode()).hexdigest()
    index = Index(folder, show, _load(folder, key))
    found = find(folder, index.entry)
    if index.seen != index.rows:
        with shelf.writing(folder):
            _save(index, key)
    return found


def _state(folder: str, names: Iterable[str]) -> list[int]:
    """Return times and sizes; an empty list where a file is gone."""
    state: list[int] = []
    try:
        for name in names:
            about = os.stat(f"{folder}/{name}")  # noqa: PTH116 - a quarter of the time, tens of thousands of times
            state += (about.st_mtime_ns, about.st_ctime_ns, about.st_size)
    except OSError:
        return []
    return state


def _load(folder: Path, key: str) -> dict[str, _Row]:
    try:
        made_for, *rows = json.loads(b"[%b]" % b",".join((folder / INDEX).read_bytes().splitlines()))
        texts = memoryview((folder / TEXTS).read_bytes()) if made_for == key else memoryview(b"")
        read = {name: _read(texts, name, *row) for name, *row in rows} if made_for == key else {}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}  # none, or none of ours
    return {name: row for name, row in read.items() if row is not None}


def _read(
    texts: memoryview, slug: str, names: list[str], state: list[int], told: list[str], numbers: list[int]
) -> _Row | None:
    """Return what a row of the index says, or None where its texts are not those that it was written for."""
    place = _Place(*numbers)
    if not 0 <= place.start <= place.middle <= place.end or crc32(texts[place.start : place.end]) != place.check:
        return None
    guid, published, preview = told
    item, article = texts[place.start : place.middle], texts[place.middle : place.end]
    return _Row(names, state, Entry(guid, slug, datetime.fromisoformat(published), preview, item, article), place)


def _save(index: Index, key: str) -> None:
    """Put what is new behind what is kept; where most of that is of no use any more, or it is not whole, start anew."""
    kept = sum(row.place.end - row.place.start for row in index.seen.values() if row.place)
    if kept and 2 * kept > (index.folder / TEXTS).stat().st_size:
        new = {name: row for name, row in index.seen.items() if row is not index.rows.get(name)}
        _append(index.folder, new)
        return
    (index.folder / KEPT).mkdir(exist_ok=True)
    with shelf.stage_beside(index.folder / INDEX) as stage:
        (stage / KEPT).mkdir()
        (stage / INDEX).write_text(json.dumps(key) + "\n", encoding="utf-8")
        _append(stage, index.seen)
        for path in (TEXTS, INDEX):
            (stage / path).replace(index.folder / path)


def _append(folder: Path, rows: Mapping[str, _Row]) -> None:
    with (folder / TEXTS).open("ab") as texts, (folder / INDEX).open("a", encoding="utf-8") as index:
        for name, row in rows.items():
            told = [row.entry.guid, row.entry.published.isoformat(), row.entry.preview]
            index.write(json.dumps([name, row.names, row.state, told, _placed(texts, row.entry)]) + "\n")


def _placed(file: BinaryIO, entry: Entry) -> _Place:
    start = file.tell()
    file.write(entry.item)
    middle = file.tell()
    file.write(entry.article)
    return _Place(start, middle, file.tell(), crc32(entry.article, crc32(entry.item)))
