"""A show in, its cover out; one that lies there already is not drawn again."""

import hashlib
import json
from pathlib import Path

from postaloud import publishing
from postaloud.errors import UsageError
from postaloud.model.episode import Show
from postaloud.publishing.feed import COVER
from postaloud.station.finding import KEPT

MADE = KEPT / "cover.json"
"""What the cover was made of, and its SHA-256; it only saves time."""


def made_cover(show: Show) -> bytes:
    """Return the show's cover; raises `UsageError` where the one that was given cannot be opened."""
    return publishing.artwork_for(_given(show), show.title, show.author)


def lies_there(folder: Path, show: Show, version: str) -> bool:
    """Tell whether the cover that lies in a folder is the show's, as a version of postaloud makes it."""
    try:
        kept = json.loads((folder / MADE).read_bytes())
        return bool(kept == _kept(folder, show, version))
    except (OSError, ValueError, RecursionError):
        return False


def keep(folder: Path, show: Show, version: str) -> None:
    """Remember that the cover in a folder is the show's."""
    (folder / KEPT).mkdir(exist_ok=True)
    (folder / MADE).write_text(json.dumps(_kept(folder, show, version)), encoding="utf-8")


def _kept(folder: Path, show: Show, version: str) -> list[str]:
    made_of = hashlib.sha256(repr((version, show.title, show.author)).encode(errors="replace") + _given(show))
    return [made_of.hexdigest(), hashlib.sha256((folder / COVER).read_bytes()).hexdigest()]


def _given(show: Show) -> bytes:
    if show.cover is None:
        return b""
    try:
        return show.cover.read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot open the cover {show.cover}: {error.strerror}. See cover in [show].") from error
