"""A folder in; its whole episodes out, and why the others are none."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from postaloud import publishing, shelf
from postaloud.errors import SourceError
from postaloud.model.episode import Listing
from postaloud.model.recording import Chapter
from postaloud.publishing import BrokenRecord

KEPT = Path(".postaloud")
"""A folder for what only saves time; it may be deleted."""
LARGEST_RECORD = 1_000_000
"""Bytes of an `episode.json` that is read; those we write stay under 16 kB."""


class Dated(Protocol):
    """An episode, as far as it decides the order of all."""

    @property
    def guid(self) -> str:
        """What feeds know it by."""
        ...

    @property
    def slug(self) -> str:
        """The name of its folder."""
        ...

    @property
    def published(self) -> datetime:
        """When it appeared, in UTC."""
        ...

    @property
    def preview(self) -> str:
        """What part of the article it is, or "" for the whole."""
        ...


Episode = TypeVar("Episode", bound=Dated)


@dataclass(frozen=True, slots=True)
class Found(Generic[Episode]):
    """The episodes of a folder, newest first, and what was passed over."""

    folder: Path
    episodes: tuple[Episode, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict)
    """Why an episode cannot be published, by the name of its folder."""


def find_listings(folder: Path) -> Found[Listing]:
    """Return what the whole episodes below a folder tell of themselves."""
    return find(folder, lambda name: read_record(folder / name / shelf.RECORD))


def find(folder: Path, read: Callable[[str], Episode]) -> Found[Episode]:
    """Return the episodes below a folder that can be read by its name there; previews are passed over in silence."""
    whole: dict[str, Episode] = {}
    broken: dict[str, str] = {}
    for name in _names(folder):
        try:
            episode = read(name)
        except FileNotFoundError:
            continue  # a folder of something else
        except BrokenRecord as reason:
            broken[name] = str(reason)
            continue
        first = whole.setdefault(episode.guid, episode) if not episode.preview else episode
        if first is not episode:
            broken[name] = f"it has the guid of {first.slug}"
    newest = sorted(whole.values(), key=lambda each: (each.published, each.slug), reverse=True)
    return Found(folder, tuple(newest), broken)


def _names(folder: Path) -> list[str]:
    """Return the names of folders that may hold a record; tens of thousands of paths would take long to make."""
    try:
        with os.scandir(folder) as entries:
            return sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
    except OSError as error:
        raise SourceError(f"There is no folder {folder}: name the one that `postaloud narrate` wrote to.") from error


def has_book(folder: Path) -> bool:
    """Tell whether an episode is there as an EPUB too."""
    return (folder / f"{folder.name}.epub").is_file()


def read_record(record: Path) -> Listing:
    """Return what an episode tells of itself.

    Raises `BrokenRecord` where it is not whole, `FileNotFoundError` where there is none.
    """
    try:
        if record.stat().st_size > LARGEST_RECORD:
            raise BrokenRecord("it is too large")
        listing = publishing.read_listing(record.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenRecord("it cannot be read as text") from error
    folder = record.parent
    if listing.slug != folder.name:
        raise BrokenRecord(f"it belongs in the folder {listing.slug}")
    for enclosure in (*listing.enclosures, *listing.singles):
        if _size(folder / enclosure.name) != enclosure.size:
            raise BrokenRecord(f"{enclosure.name} is missing or of another size")
    here = {kind: name for kind, name in listing.files.items() if (folder / name).is_file()}
    return replace(listing, files=here, chapters=listing.chapters or _chapters(folder, listing))


def _chapters(folder: Path, listing: Listing) -> tuple[Chapter, ...]:
    """Return the chapters of a record that had no room for them."""
    try:
        text = (folder / listing.files["chapters"]).read_text(encoding="utf-8")
    except (KeyError, OSError, UnicodeDecodeError):
        return ()
    return publishing.read_chapters(text, listing.duration_ms)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else -1
