"""A folder of episodes in, their entries out: those that did not change since the last time come from an index.

The index only saves time. It lies in `.postaloud/index.json` and may be deleted: no published byte depends on it.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from postaloud import publishing, shelf
from postaloud.model.episode import Identity, Show
from postaloud.publishing import Entry
from postaloud.station.finding import Found, find, has_book, read_record

INDEX = Path(".postaloud", "index.json")
_State = dict[str, list[int]]
"""Time and size of the folder, the record and the sounds, by name."""


@dataclass(slots=True)
class Index:
    """What was known of each episode when it was last published."""

    key: str
    """Of all that decides an entry besides its episode."""
    show: Show
    rows: Mapping[str, tuple[_State, Entry]] = field(default_factory=dict)
    seen: dict[str, tuple[_State, Entry]] = field(default_factory=dict)
    """What is known of each now."""

    def entry(self, record: Path) -> Entry:
        """Return an episode's entry, made anew where its record or a sound has another time or size."""
        folder = record.parent
        row = self.rows.get(folder.name)
        if row is None or not _is_still(folder, row[0]):
            listing = read_record(record)
            sounds = (enclosure.name for enclosure in (*listing.enclosures, *listing.singles))
            row = (
                {name: _stat(folder / name) for name in (".", record.name, *sounds)},
                publishing.to_entry(listing, self.show, has_book=has_book(folder)),
            )
        self.seen[folder.name] = row
        return row[1]


def find_entries(folder: Path, show: Show, version: str) -> Found[Entry]:
    """Return the entries of the whole episodes below a folder, and keep them in the index for the next time.

    Another `version` of postaloud may write them differently, and so makes all of them anew.
    """
    key = hashlib.sha256(f"{version} {show!r}".encode()).hexdigest()
    index = Index(key, show, _load(folder / INDEX, key))
    found = find(folder, index.entry)
    if index.seen != index.rows:
        _save(folder, index)
    return found


def _is_still(folder: Path, state: _State) -> bool:
    try:
        return all(_stat(f"{folder}/{name}") == known for name, known in state.items())
    except OSError:
        return False


def _stat(path: str | Path) -> list[int]:
    about = os.stat(path)  # noqa: PTH116 - a quarter of the time, tens of thousands of times
    return [about.st_mtime_ns, about.st_size]


def _load(path: Path, key: str) -> dict[str, tuple[_State, Entry]]:
    try:
        made_for, rows = json.loads(path.read_bytes())
        return {name: (state, _entry(name, *row)) for name, state, row in rows} if made_for == key else {}
    except (OSError, ValueError, TypeError, RecursionError):
        return {}  # none, or none of ours


def _entry(slug: str, guid: str, published: str, preview: str, item: str, article: str) -> Entry:
    return Entry(Identity("", guid, slug, ""), datetime.fromisoformat(published), preview, item, article)


def _row(entry: Entry) -> list[Any]:
    return [entry.identity.guid, entry.published.isoformat(), entry.preview, entry.item, entry.article]


def _save(folder: Path, index: Index) -> None:
    rows = [[name, state, _row(entry)] for name, (state, entry) in index.seen.items()]
    with shelf.writing(folder), shelf.stage_beside(folder / INDEX.name) as stage:
        (folder / INDEX).parent.mkdir(exist_ok=True)
        (stage / INDEX.name).write_text(json.dumps([index.key, rows]), encoding="utf-8")
        (stage / INDEX.name).replace(folder / INDEX)
