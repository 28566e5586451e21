"""An episode: one article, published as sound."""

from dataclasses import dataclass

from postaloud.model.recording import Recording
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
class Episode:
    """Everything that pages, captions and feeds are made of."""

    identity: Identity
    title: str
    lang: str
    script: Script
    recording: Recording
    byline: str = ""
    site: str = ""
    description: str = ""
    address: str = ""
    """The article's canonical address, or ""."""
    voice: str = ""
    """Engine and voice, for the note on synthetic speech."""
    enclosures: tuple[Enclosure, ...] = ()
    preview: str = ""
    """What part of the article this is ("sections 2-3", "the first 60 seconds"), or "" for the whole."""
