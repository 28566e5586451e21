"""An episode: one article, published as sound; a show: the episodes of one feed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from postaloud.model.recording import Chapter, Recording

if TYPE_CHECKING:
    from postaloud.model.script import Script


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A sound file of an episode."""

    name: str
    """The file's name inside the episode's folder."""
    mime: str
    size: int
    """Bytes."""
    sha256: str
    """Of the whole file, in hexadecimal."""
    duration_ms: int
    chapter: int = 0
    """The only chapter in it, counted from 1, or 0 where it holds the whole episode."""


def texts_of(slug: str, playlist: str = "") -> dict[str, str]:
    """Return the names of the files beside an episode's sound, by what they hold."""
    names = {"captions": f"{slug}.vtt", "subtitles": f"{slug}.srt", "chapters": "chapters.json"}
    pages = {"transcript": "transcript.html", "player": "index.html"}
    return {**names, **pages, **({"playlist": playlist} if playlist else {})}


def names_of(sounds: Iterable[tuple[str, int]], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the names of all files of an episode by what they hold, in the order in which they are of use."""
    return {"player": texts["player"], **kinds_of(sounds), **texts}


def kinds_of(sounds: Iterable[tuple[str, int]]) -> dict[str, str]:
    """Return the names of sound files by what they hold: the first is "sound", single chapters are "chapter 3".

    Each file is given by its name and its chapter, 0 for the whole.
    """
    kinds: dict[str, str] = {}
    for name, chapter in sounds:
        kind = f"chapter {chapter}" if chapter else "sound"
        kinds[kind if kind not in kinds else f"{kind}, {name.rpartition('.')[2]}"] = name
    return kinds


@dataclass(frozen=True, slots=True)
class Identity:
    """What stays the same when an article is narrated again."""

    key: str
    """The canonical address, else the feed's id, else the path from the working folder."""
    guid: str
    slug: str
    date: str
    """The day or moment of publication (ISO 8601), fixed at the first narration."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """The proof that nothing of a page was lost: each visible text is spoken or left out with a reason."""

    texts: int = 0
    """Utterances that speak for the page's own words."""
    left_out: Mapping[str, int] = field(default_factory=dict)
    """How many texts were left out, by their reason."""
    lost: tuple[str, ...] = ()
    """Texts for which neither holds; there should be none."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What an episode was made from, each as a SHA-256 in hexadecimal: where all is as it was, it is not made again."""

    location: str
    """Where the source was had, and whether all of it was narrated."""
    source: str
    """Its bytes, and what its transport and its feed said of it."""
    settings: str
    """The settings with the bytes of their files, the overrides, and the version of postaloud."""
    voice: str = ""
    """The engine, its version and the voice."""
    script: str = ""
    """All that follows the reading: what is said, how it sounds, and what is told of it."""
    picture: tuple[str, str] = ("", "")
    """The address of the lead picture where it lies beside the page, and its bytes."""
    sizes: Mapping[str, int] = field(default_factory=dict)
    """Bytes of each file of the episode but its record, by name; 0 where they may change later."""


@dataclass(frozen=True, slots=True)
class Episode:
    """Everything that pages, captions and feeds are made of."""

    identity: Identity
    title: str
    lang: str
    script: "Script"
    recording: Recording
    byline: str = ""
    site: str = ""
    description: str = ""
    address: str = ""
    """The article's canonical address, or ""."""
    voice: str = ""
    """Engine and voice, for the note on synthetic speech."""
    enclosures: tuple[Enclosure, ...] = ()
    """Those of the whole first; the first of all is the episode's."""
    playlist: str = ""
    """The file that lists those of single chapters, or ""."""
    preview: str = ""
    """What part of the article this is ("sections 2-3", "the first 60 seconds"), or "" for the whole."""
    coverage: Coverage | None = None
    """None for a part of an article, of which nothing can be proved."""
    origin: Origin | None = None
    """None where it lies in no folder."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed tells of an episode: its record, with what was overridden by hand."""

    identity: Identity
    title: str
    published: datetime
    """In UTC."""
    lang: str
    duration_ms: int
    enclosures: tuple[Enclosure, ...]
    """The first is the episode's; the others are the same in other formats."""
    singles: tuple[Enclosure, ...] = ()
    """Files of single chapters."""
    byline: str = ""
    site: str = ""
    description: str = ""
    address: str = ""
    voice: str = ""
    preview: str = ""
    chapters: tuple[Chapter, ...] = ()
    """Empty where the record had no room for them."""
    files: Mapping[str, str] = field(default_factory=dict)
    """Names in the episode's folder by what they hold: captions, subtitles, chapters, transcript."""
    explicit: bool | None = None
    """None for what the show says."""
    season: int = 0
    episode: int = 0
    """Its number in the season, or 0 for none."""

    @property
    def guid(self) -> str:
        """Return what feeds know it by."""
        return self.identity.guid

    @property
    def slug(self) -> str:
        """Return the name of its folder."""
        return self.identity.slug


@dataclass(frozen=True, slots=True)
class Show:
    """A podcast, as its configuration describes it."""

    title: str = "Articles, read aloud"
    author: str = ""
    email: str = ""
    description: str = ""
    language: str = "en"
    base_url: str = ""
    """Where the folder of episodes will be found on the web, with a slash at its end."""
    categories: tuple[str, ...] = ("Society & Culture/Personal Journals",)
    """Apple's categories, a subcategory behind a slash: "Leisure/Crafts"; directories want one at least."""
    explicit: bool = False
    copyright: str = ""
    license: str = ""
    """An SPDX identifier, or the address of a licence."""
    cover: Path | None = None
    """A square picture; one is drawn where there is none."""
    guid: str = ""
    """The show's podcast:guid, which stays when its address changes."""
    synthetic_voice: bool = True
    """Whether the feed says that a synthetic voice speaks."""
