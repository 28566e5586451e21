"""A folder in; its whole episodes out, and why the others are none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from postaloud import publishing, shelf
from postaloud.errors import SourceError
from postaloud.model.episode import Identity, Listing
from postaloud.model.recording import Chapter
from postaloud.publishing import BrokenRecord

LARGEST_RECORD = 1_000_000
"""Bytes of an `episode.json` that is read; those we write stay under 16 kB."""


class Dated(Protocol):
    """An episode, as far as it decides the order of all."""

    @property
    def identity(self) -> Identity:
        """Who it is."""
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
    return find(folder, read_record)


def find(folder: Path, read: Callable[[Path], Episode]) -> Found[Episode]:
    """Return the episodes below a folder that can be read; previews are passed over in silence."""
    if not folder.is_dir():
        raise SourceError(f"There is no folder {folder}: name the one that `postaloud narrate` wrote to.")
    whole: dict[str, Episode] = {}
    broken: dict[str, str] = {}
    for record in sorted(folder.glob(f"[!.]*/{shelf.RECORD}")):
        try:
            episode = read(record)
        except BrokenRecord as reason:
            broken[record.parent.name] = str(reason)
            continue
        first = whole.setdefault(episode.identity.guid, episode) if not episode.preview else episode
        if first is not episode:
            broken[record.parent.name] = f"it has the guid of {first.identity.slug}"
    newest = sorted(whole.values(), key=lambda each: (each.published, each.identity.slug), reverse=True)
    return Found(folder, tuple(newest), broken)


def has_book(folder: Path) -> bool:
    """Tell whether an episode is there as an EPUB too."""
    return (folder / f"{folder.name}.epub").is_file()


def read_record(record: Path) -> Listing:
    """Return what an episode tells of itself; raises `BrokenRecord` where it is not whole."""
    try:
        if record.stat().st_size > LARGEST_RECORD:
            raise BrokenRecord("it is too large")
        listing = publishing.read_listing(record.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenRecord("it cannot be read as text") from error
    folder = record.parent
    if listing.identity.slug != folder.name:
        raise BrokenRecord(f"it belongs in the folder {listing.identity.slug}")
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
