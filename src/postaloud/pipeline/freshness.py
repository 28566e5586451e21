"""A page and settings in; out, whether the episode made of them would be the same. No date of a file counts."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from urllib.parse import quote, unquote

from postaloud import __version__, publishing, shelf
from postaloud.config import Settings
from postaloud.model.article import Article
from postaloud.model.episode import Origin
from postaloud.model.page import Page
from postaloud.model.recording import Speaker
from postaloud.model.script import Script
from postaloud.pipeline.covers import chapter_pictures, picture_at_hand
from postaloud.publishing import Made

NEVER = frozenset(("jobs", "cache", "cache_limit_mb", "allow_private", "entries", "base", "output", "catalogue"))
"""Settings that decide how an episode is made, and nothing of it."""
ONLY_BY_SCRIPT = frozenset(
    ("verbosity", "images", "links", "code", "footnotes", "tables", "earcons", "extractor", "select", "skip")
) | frozenset(("lexicons", "lang", "default_lang", "title", "author", "date", "album", "sections", "sample_ms"))
"""Settings whose whole effect is in the script and in what is known of the article."""
LONGEST_ADDRESSES = 2_000
"""Characters of the addresses of pictures that are looked at again."""


@dataclass(slots=True)
class Digests:
    """The settings of one run as hashes; files that they name are read once."""

    settings: Settings
    _made: dict[frozenset[str], str] = field(default_factory=dict, init=False)

    def without(self, names: frozenset[str]) -> str:
        """Return what stands for all settings but some, for the files that they name and for our version."""
        if names not in self._made:
            chosen = [each.name for each in fields(self.settings) if each.name not in names | NEVER]
            values = [[name, _content(getattr(self.settings, name))] for name in chosen]
            self._made[names] = digest(json.dumps([__version__, values]).encode())
        return self._made[names]

    def with_overrides(self, overrides: Mapping[str, object]) -> str:
        """Return what stands for all settings, and for what was decided by hand for one episode."""
        return digest((self.without(frozenset()) + json.dumps(overrides, sort_keys=True)).encode())


def digest(octets: bytes) -> str:
    """Return the SHA-256 in hexadecimal."""
    return hashlib.sha256(octets).hexdigest()


def _content(value: object) -> object:
    match value:
        case Path():
            return _digest_of(value)
        case tuple():
            return [_content(each) for each in value]
        case _:
            return value


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return str(path)  # who needs it will say so


def origin_of(page: Page, settings: Settings, digests: Digests) -> Origin:
    """Return where a page comes from, before it is read."""
    return Origin(_location_of(page, settings), _source_of(page), digests.with_overrides({}))


def _location_of(page: Page, settings: Settings) -> str:
    """A file is known by its path from the base, an entry by its feed's name for it, standard input by its bytes."""
    entry = page.entry
    if entry is not None:
        place = [entry.location, entry.identity or entry.address or entry.number]
    elif page.location == "-":
        place = ["-", digest(page.body)]
    elif page.address:
        place = [page.location]
    else:
        place = [Path(os.path.relpath(page.location, settings.base or Path.cwd())).as_posix()]
    return digest(json.dumps([*place, bool(settings.sections or settings.sample_ms)]).encode())


def _source_of(page: Page) -> str:
    entry = replace(page.entry, location="", number=0, modified=None, content="") if page.entry else None
    told = [page.charset, page.media, page.address, repr(entry)]
    return digest(json.dumps(told).encode() + b"\n" + page.body)


def script_digest(script: Script, article: Article, told: tuple[object, ...]) -> str:
    """Return what stands for all that follows the reading; `article` is what is known of it, without its text."""
    whole = hashlib.sha256()
    for piece in (*_lines(script), repr(replace(article, lost=(), lang_origin="")), repr(told)):
        whole.update(piece.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()


def _lines(script: Script) -> Iterator[str]:
    yield repr((script.title, script.lang, script.skips))
    for part in script.parts:
        yield f"part {part.section}"
        yield from map(repr, part.lines)


def sound_settings(digests: Digests, speaker: Speaker) -> str:
    """Return what stands for all that decides a sound besides the script."""
    return f"{digests.without(ONLY_BY_SCRIPT)} {speaker.fingerprint}"


def pictures_of(article: Article, script: Script, page: Page) -> tuple[str, str]:
    """Return the addresses of the pictures that sound files show, and their bytes as a hash, where they lie near."""
    addresses = [article.picture, *chapter_pictures(script).values()]
    near = " ".join(quote(address) for address in dict.fromkeys(addresses) if address and ":" not in address)
    near = near if len(near) <= LONGEST_ADDRESSES else near[:LONGEST_ADDRESSES].rpartition(" ")[0]
    return near, pictures_digest(near, page)


def pictures_digest(addresses: str, page: Page) -> str:
    """Return the bytes of pictures beside a page as a hash, or "" where there is none of them."""
    pictures = [picture_at_hand(unquote(address), page) for address in addresses.split()]
    return digest(json.dumps(list(map(digest, pictures))).encode()) if any(pictures) else ""


@dataclass(slots=True)
class Memory:
    """What the records in an output folder tell of the making of their episodes, by the location of the source."""

    output: Path
    folders: dict[str, str] = field(default_factory=dict)
    """The name of an episode's folder, by its source's location."""

    def find(self, location: str) -> Made | None:
        """Return what was made of a source, where its files are all there and whole by their sizes."""
        name = self.folders.get(location)
        return None if name is None else self.made(name)

    def made(self, name: str) -> Made | None:
        """Return what an episode's record tells, where its files are all there and whole by their sizes."""
        folder = self.output / name
        try:
            made = publishing.read_made((folder / shelf.RECORD).read_bytes())
            return made if made and made.slug == name and _is_whole(folder, made) else None
        except OSError:
            return None


def remember(output: Path) -> Memory:
    """Return what is known of the episodes in a folder; it need not be there."""
    memory = Memory(output)
    for folder in _folders(output):
        try:
            with open(f"{folder}/{shelf.RECORD}", "rb") as record:  # noqa: PTH123 - half the time, ten thousand times
                location = publishing.location_in(record.read())
        except OSError:
            continue
        if location:
            memory.folders[location] = os.path.basename(folder)  # noqa: PTH119
    return memory


def _folders(output: Path) -> list[str]:
    try:
        return sorted(entry.path for entry in os.scandir(output) if not entry.name.startswith("."))
    except OSError:
        return []


def _is_whole(folder: Path, made: Made) -> bool:
    """A size of 0 stands for any."""
    sizes = made.origin.sizes
    return bool(sizes) and all(_size(f"{folder}/{name}") == size or not size for name, size in sizes.items())


def _size(path: str) -> int:
    return os.stat(path).st_size  # noqa: PTH116 - a quarter of the time, tens of thousands of times


def is_fresh(made: Made, page: Page, found: Origin, digests: Digests, voice: str) -> bool:
    """Return whether an episode would come out the same; `voice` stands for the one that would speak now."""
    origin = made.origin
    return (
        origin.source == found.source
        and origin.settings == digests.with_overrides(made.overrides)
        and origin.voice == voice
        and origin.picture[1] == pictures_digest(origin.picture[0], page)
    )
