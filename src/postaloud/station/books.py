"""Episodes in, an e-book with sound beside each out."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from postaloud import publishing, shelf
from postaloud.errors import OutputError
from postaloud.model.episode import Listing
from postaloud.station.finding import Found

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a book: the same episode gives the same bytes."""
_FILE = 0o644 << 16
"""Rights of a file, as ZIP keeps them."""


def make_books(found: Found[Listing]) -> Iterator[Path]:
    """Write an EPUB for each episode and yield its path; a book that would not change is not touched."""
    for listing in found.episodes:
        if not {"transcript", "captions"} <= listing.files.keys():
            raise OutputError(f"{listing.slug} has no transcript or captions: narrate the article again.")
        yield _make_book(found.folder / listing.slug, listing)


def _make_book(folder: Path, listing: Listing) -> Path:
    name = f"{listing.slug}.epub"
    with shelf.writing(folder), shelf.stage_beside(folder) as stage:
        _write(stage / name, folder, listing)
        shelf.replace_changed(stage / name, folder / name)
        _name_in_player(stage, folder, listing)
    return folder / name


def _name_in_player(stage: Path, folder: Path, listing: Listing) -> None:
    """Let an episode's player offer the book; the next narration, which makes the book old, takes that back."""
    if player := listing.files.get("player"):
        page = (folder / player).read_text(encoding="utf-8")
        named = publishing.with_book(page, f"{listing.identity.slug}.epub", listing.lang)
        (stage / player).write_text(named, encoding="utf-8", newline="\n")
        shelf.replace_changed(stage / player, folder / player)


def _write(path: Path, folder: Path, listing: Listing) -> None:
    """The type comes first and as it is (OCF 4.2); sound and pictures do not get smaller."""
    texts = [(folder / listing.files[kind]).read_text(encoding="utf-8") for kind in ("transcript", "captions")]
    sound = listing.enclosures[0].name
    with zipfile.ZipFile(path, "w") as book:
        book.writestr(_entry("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in publishing.book_files(listing, *texts):
            book.writestr(_entry(name), text, zipfile.ZIP_DEFLATED)
        book.writestr(_entry("EPUB/cover.jpg"), publishing.to_cover(listing.title, listing.site), zipfile.ZIP_STORED)
        entry = _entry(f"EPUB/{sound}")
        entry.file_size = listing.enclosures[0].size
        with book.open(entry, "w") as target, (folder / sound).open("rb") as source:
            while chunk := source.read(1 << 16):
                target.write(chunk)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EARLIEST)
    entry.create_system = 3  # as on Unix, wherever it is made
    entry.external_attr = _FILE
    return entry
