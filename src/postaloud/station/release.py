"""Episodes in; feed, pages and cover out: written where they changed, or compared with what lies there."""

import hashlib
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from postaloud import publishing, shelf
from postaloud.errors import NothingToRead
from postaloud.model.episode import Listing, Show
from postaloud.publishing import Entry, Piece
from postaloud.publishing.feed import COVER, FEED, FEED_ARCHIVE
from postaloud.publishing.show_page import PAGE, PAGE_ARCHIVE, PAGE_SIZE
from postaloud.station import artwork
from postaloud.station.finding import KEPT, Found, has_book

_DERIVED = re.compile(r"feed-archive-\d+\.xml|episodes-\d+\.html")
"""Archives, which go when no episode is left for them."""
_BUFFER = 1 << 20
"""Bytes: a large feed consists of small pieces."""


def made_files(show: Show, found: Found[Entry], page_size: int) -> Iterator[tuple[str, Iterable[Piece]]]:
    """Yield the name and the pieces of each file that follows from the episodes, the cover last."""
    yield from made_documents(show, found, page_size)
    yield COVER, [artwork.made_cover(show)]


def made_documents(show: Show, found: Found[Entry], page_size: int) -> Iterator[tuple[str, Iterable[Piece]]]:
    """Yield the name and the pieces of each feed and page."""
    for document in publishing.documents(found.episodes, page_size, FEED, FEED_ARCHIVE):
        yield document.name, publishing.to_rss(show, document)
    for document in publishing.documents(found.episodes, PAGE_SIZE, PAGE, PAGE_ARCHIVE):
        yield document.name, publishing.to_show_page(show, document)


def publish(show: Show, found: Found[Entry], page_size: int, version: str) -> list[str]:
    """Write what follows from the episodes and return the names of files that changed; the rest is not touched.

    No file is replaced until all are whole.
    """
    if found.broken and not found.episodes:
        raise NothingToRead(f"No episode in {found.folder} is whole, so what was published before stays.")
    is_drawn = artwork.lies_there(found.folder, show, version)
    make = made_documents if is_drawn else made_files
    with shelf.writing(found.folder), _stage(found.folder) as stage:
        names, changed = [], []
        for name, made in make(show, found, page_size):
            names.append(name)
            pieces = list(made)
            if not _holds(found.folder / name, pieces):
                with (stage / name).open("wb", _BUFFER) as file:
                    file.writelines(pieces)
                changed.append(name)
        for name in changed:
            (stage / name).replace(found.folder / name)
        if not is_drawn:
            artwork.keep(found.folder, show, version)
        return [*changed, *_drop_archives(found.folder, names)]


@contextmanager
def _stage(folder: Path) -> Iterator[Path]:
    """Yield an empty folder that is quickly found again, among few others, where a run was killed."""
    kept = folder / KEPT
    kept.mkdir(exist_ok=True)
    with shelf.stage_beside(kept / FEED) as stage:
        yield stage


def _drop_archives(folder: Path, names: Sequence[str]) -> Iterator[str]:
    for name in _abandoned(folder, names):
        (folder / name).unlink()
        yield name


def _abandoned(folder: Path, names: Sequence[str]) -> list[str]:
    """Return the names of archives that belong to no episode any more."""
    with os.scandir(folder) as entries:
        return sorted(each.name for each in entries if _DERIVED.fullmatch(each.name) and each.name not in names)


def differences(show: Show, listings: Found[Listing], page_size: int) -> Iterator[str]:
    """Yield a sentence for each file that is not what the episodes say: feed, pages, cover and sounds."""
    yield from _file_differences(show, entries_of(listings, show), page_size)
    for listing in listings.episodes:
        yield from _sound_differences(listings.folder / listing.slug, listing)


def entries_of(found: Found[Listing], show: Show) -> Found[Entry]:
    """Return episodes as feed and page show them."""
    entries = (
        publishing.to_entry(listing, show, has_book=has_book(found.folder / listing.slug)) for listing in found.episodes
    )
    return Found(found.folder, tuple(entries), found.broken)


def _file_differences(show: Show, found: Found[Entry], page_size: int) -> Iterator[str]:
    names = []
    for name, pieces in made_files(show, found, page_size):
        names.append(name)
        if not _holds(found.folder / name, pieces):
            yield f"{name} is missing or not what the episodes say: run postaloud publish."
    for name in _abandoned(found.folder, names):
        yield f"{name} belongs to no episode any more: run postaloud publish."


def _holds(path: Path, pieces: Iterable[Piece]) -> bool:
    try:
        with path.open("rb", _BUFFER) as file:
            return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)
    except OSError:
        return False


def _sound_differences(folder: Path, listing: Listing) -> Iterator[str]:
    for enclosure in (*listing.enclosures, *listing.singles):
        with (folder / enclosure.name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != enclosure.sha256:
            yield f"{folder.name}/{enclosure.name} is not the sound that was narrated: narrate the article again."
    for kind in ("captions", "subtitles", "chapters", "transcript", "player"):
        if kind not in listing.files:
            yield f"{folder.name} has no {kind}: narrate the article again."
