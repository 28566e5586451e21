"""A folder in, what a server may send of it out."""

import logging
import re
import time
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock

from postaloud import shelf
from postaloud.listening.assets import Asset, Assets
from postaloud.model.episode import Listing, Show
from postaloud.publishing.feed import COVER
from postaloud.station.artwork import made_cover
from postaloud.station.finding import Found, find_listings, has_book
from postaloud.station.release import entries_of, made_documents

CALM_SECONDS = 1.0
"""How long a folder is taken for unchanged."""
_MIMES = {
    ".xml": "application/rss+xml; charset=utf-8",
    ".html": "text/html; charset=utf-8",
}
_KINDS = {
    "captions": "text/vtt; charset=utf-8",
    "subtitles": "application/x-subrip; charset=utf-8",
    "chapters": "application/json+chapters",
    "transcript": "text/html; charset=utf-8",
    "playlist": "audio/x-mpegurl",
}
_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="(default-src &#x27;none&#x27;; [ -~]+?)"')
_HEAD = 2000
"""Characters within which a page of ours names its policy."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class Library:
    """What a server may send of a folder; looked at again when an episode has come, changed or gone."""

    folder: Path
    show: Show
    _seen: float = field(default=-CALM_SECONDS, init=False)
    _state: object = field(default=None, init=False)
    _made: dict[str, Assets] = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def assets(self, base_url: str) -> Assets:
        """Return what may be asked for, with the feed's addresses below a base address."""
        with self._lock:
            if time.monotonic() - self._seen >= CALM_SECONDS:
                state = [(path, path.stat().st_mtime_ns) for path in sorted(self.folder.glob(f"*/{shelf.RECORD}"))]
                if state != self._state:
                    self._made, self._state = {}, state
                self._seen = time.monotonic()
            if base_url not in self._made:
                self._made[base_url] = _assets(replace(self.show, base_url=base_url), find_listings(self.folder))
            return self._made[base_url]


def _assets(show: Show, found: Found[Listing]) -> Assets:
    for name, reason in found.broken.items():
        _log.warning("Not served: %s, because %s.", name, reason)
    made = made_documents(show, entries_of(found, show), 0)
    assets = {f"/{name}": Asset(_MIMES[Path(name).suffix], body=b"".join(pieces)) for name, pieces in made}
    cover = found.folder / COVER
    drawn = Asset("image/jpeg", cover) if cover.is_file() else Asset("image/jpeg", body=made_cover(show))
    assets[f"/{COVER}"] = drawn
    for listing in found.episodes:
        slug = listing.slug
        mimes = {name: _KINDS[kind] for kind, name in listing.files.items() if kind in _KINDS}
        mimes |= {enclosure.name: enclosure.mime for enclosure in (*listing.enclosures, *listing.singles)}
        mimes |= {f"{slug}.epub": "application/epub+zip"} if has_book(found.folder / slug) else {}
        assets |= {f"/{slug}/{name}": Asset(mime, found.folder / slug / name) for name, mime in mimes.items()}
        if player := listing.files.get("player"):
            page = found.folder / slug / player
            assets[f"/{slug}/{player}"] = Asset(_MIMES[".html"], page, policy=_policy_of(page))
    return assets


def _policy_of(page: Path) -> str:
    """Return what a player says that it may load: the hashes of its script and style are those of its version."""
    with page.open(encoding="utf-8", errors="replace") as file:
        found = _POLICY.search(file.read(_HEAD))
    return found[1].replace("&#x27;", "'") if found else ""
