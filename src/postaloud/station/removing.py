"""The name of an episode in, its files gone."""

from pathlib import Path

from postaloud import publishing, shelf
from postaloud.errors import UsageError
from postaloud.model.episode import texts_of
from postaloud.model.preset import FORMATS
from postaloud.publishing import BrokenRecord


def remove(folder: Path, slug: str) -> list[str]:
    """Remove an episode's own files, and its folder where nothing else lies in it; returns the names of what stays."""
    place = folder / slug
    if Path(slug).name != slug or not (place / shelf.RECORD).is_file():
        raise UsageError(f"There is no episode {slug} in {folder}: give the name of its folder.")
    try:
        listing = publishing.read_listing((place / shelf.RECORD).read_text(encoding="utf-8"))
        names = {each.name for each in (*listing.enclosures, *listing.singles)} | set(listing.files.values())
    except (OSError, UnicodeDecodeError, BrokenRecord):
        names = {f"{slug}.{name}" for name in FORMATS} | set(texts_of(slug, f"{slug}.m3u8").values())
    with shelf.writing(folder):
        for name in sorted({*names, f"{slug}.epub", shelf.RECORD}):
            (place / name).unlink(missing_ok=True)
        shelf.remove_if_empty([place])
    return sorted(path.name for path in place.iterdir()) if place.is_dir() else []
