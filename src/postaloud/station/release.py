"""Episodes in; feed, pages and cover out: written where they changed, or compared with what lies there."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from postaloud import publishing, shelf
from postaloud.errors import NothingToRead, UsageError
from postaloud.model.episode import Listing, Show
from postaloud.publishing import Entry
from postaloud.publishing.feed import COVER, FEED, FEED_ARCHIVE
from postaloud.publishing.show_page import PAGE, PAGE_ARCHIVE, PAGE_SIZE
from postaloud.station.finding import Found, has_book

_DERIVED = re.compile(r"feed-archive-\d+\.xml|episodes-\d+\.html")
"""Archives, which go when no episode is left for them."""


def made_files(show: Show, found: Found[Entry], page_size: int) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the name and the pieces of each file that follows from the episodes, the cover last."""
    yield from made_documents(show, found, page_size)
    yield COVER, [made_cover(show)]


def made_documents(show: Show, found: Found[Entry], page_size: int) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Yield the name and the pieces of each feed and page."""
    for document in publishing.documents(found.episodes, page_size, FEED, FEED_ARCHIVE):
        yield document.name, (piece.encode() for piece in publishing.to_rss(show, document))
    for document in publishing.documents(found.episodes, PAGE_SIZE, PAGE, PAGE_ARCHIVE):
        yield document.name, [publishing.to_show_page(show, document).encode()]


def made_cover(show: Show) -> bytes:
    """Return the show's cover; raises `UsageError` where the one that was given cannot be opened."""
    picture = b""
    if show.cover is not None:
        try:
            picture = show.cover.read_bytes()
        except OSError as error:
            raise UsageError(f"Cannot open the cover {show.cover}: {error.strerror}. See cover in [show].") from error
    return publishing.artwork_for(picture, show.title, show.author)


def publish(show: Show, found: Found[Entry], page_size: int) -> list[str]:
    """Write what follows from the episodes and return the names of files that changed; the rest is not touched.

    No file is replaced until all are whole.
    """
    if found.broken and not found.episodes:
        raise NothingToRead(f"No episode in {found.folder} is whole, so what was published before stays.")
    with shelf.writing(found.folder), shelf.stage_beside(found.folder / FEED) as stage:
        names = []
        for name, pieces in made_files(show, found, page_size):
            with (stage / name).open("wb") as file:
                file.writelines(pieces)
            names.append(name)
        changed = [name for name in names if shelf.replace_changed(stage / name, found.folder / name)]
        changed += _drop_archives(found.folder, names)
    return changed


def _drop_archives(folder: Path, names: Sequence[str]) -> Iterator[str]:
    for path in sorted(folder.iterdir()):
        if _DERIVED.fullmatch(path.name) and path.name not in names:
            path.unlink()
            yield path.name


def differences(show: Show, listings: Found[Listing], page_size: int) -> Iterator[str]:
    """Yield a sentence for each file that is not what the episodes say: feed, pages, cover and sounds."""
    yield from _file_differences(show, entries_of(listings, show), page_size)
    for listing in listings.episodes:
        yield from _sound_differences(listings.folder / listing.identity.slug, listing)


def entries_of(found: Found[Listing], show: Show) -> Found[Entry]:
    """Return episodes as feed and page show them."""
    entries = (
        publishing.to_entry(listing, show, has_book=has_book(found.folder / listing.identity.slug))
        for listing in found.episodes
    )
    return Found(found.folder, tuple(entries), found.broken)


def _file_differences(show: Show, found: Found[Entry], page_size: int) -> Iterator[str]:
    names = []
    for name, pieces in made_files(show, found, page_size):
        names.append(name)
        if not _holds(found.folder / name, pieces):
            yield f"{name} is missing or not what the episodes say: run postaloud publish."
    for path in sorted(found.folder.iterdir()):
        if _DERIVED.fullmatch(path.name) and path.name not in names:
            yield f"{path.name} belongs to no episode any more: run postaloud publish."


def _holds(path: Path, pieces: Iterable[bytes]) -> bool:
    try:
        with path.open("rb") as file:
            return all(file.read(len(piece)) == piece for piece in pieces) and not file.read(1)
    except OSError:
        return False


def _sound_differences(folder: Path, listing: Listing) -> Iterator[str]:
    for enclosure in (*listing.enclosures, *listing.singles):
        with (folder / enclosure.name).open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        if digest != enclosure.sha256:
            yield f"{folder.name}/{enclosure.name} is not the sound that was narrated: narrate the article again."
    for kind in ("captions", "subtitles", "chapters", "transcript"):
        if kind not in listing.files:
            yield f"{folder.name} has no {kind}: narrate the article again."
