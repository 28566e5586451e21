"""A folder in; its whole episodes out, and why the others are none."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from postaloud import publishing, shelf
from postaloud.errors import SourceError
from postaloud.model.episode import Listing
from postaloud.model.recording import Chapter
from postaloud.publishing import BrokenRecord

LARGEST_RECORD = 1_000_000
"""Bytes of an `episode.json` that is read; those we write stay under 16 kB."""


@dataclass(frozen=True, slots=True)
class Found:
    """The episodes of a folder, newest first, and what was passed over."""

    folder: Path
    listings: tuple[Listing, ...] = ()
    broken: Mapping[str, str] = field(default_factory=dict)
    """Why an episode cannot be published, by the name of its folder."""
    books: frozenset[str] = frozenset()
    """The slugs of episodes that are there as an EPUB too."""


def find_episodes(folder: Path) -> Found:
    """Return the whole episodes below a folder and why others are none; previews are passed over in silence."""
    if not folder.is_dir():
        raise SourceError(f"There is no folder {folder}: name the one that `postaloud narrate` wrote to.")
    listings: dict[str, Listing] = {}
    broken: dict[str, str] = {}
    for record in sorted(folder.glob(f"[!.]*/{shelf.RECORD}")):
        try:
            listing = _read(record)
        except BrokenRecord as reason:
            broken[record.parent.name] = str(reason)
            continue
        first = listings.setdefault(listing.identity.guid, listing) if not listing.preview else listing
        if first is not listing:
            broken[record.parent.name] = f"it has the guid of {first.identity.slug}"
    newest = sorted(listings.values(), key=lambda each: (each.published, each.identity.slug), reverse=True)
    return Found(folder, tuple(newest), broken, _books(folder, listings.values()))


def _books(folder: Path, listings: Iterable[Listing]) -> frozenset[str]:
    slugs = (listing.identity.slug for listing in listings)
    return frozenset(slug for slug in slugs if (folder / slug / f"{slug}.epub").is_file())


def _read(record: Path) -> Listing:
    try:
        if record.stat().st_size > LARGEST_RECORD:
            raise BrokenRecord("it is too large")
        listing = publishing.read_listing(record.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenRecord("it cannot be read as text") from error
    folder = record.parent
    if listing.identity.slug != folder.name:
        raise BrokenRecord(f"it belongs in the folder {listing.identity.slug}")
    for enclosure in listing.enclosures:
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
