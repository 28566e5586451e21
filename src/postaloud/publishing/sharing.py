"""All episodes of a show in, the files that share them out: one of the newest, and archives of the older ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

Piece = bytes | memoryview
"""A stretch of a file, in UTF-8; one that was kept is not copied."""


class Entry(NamedTuple):
    """An episode, written for feed and page; a tuple, because there may be tens of thousands."""

    guid: str
    slug: str
    published: datetime
    preview: str
    item: Piece
    """Its part of the feed."""
    article: Piece
    """Its part of the show's page."""


@dataclass(frozen=True, slots=True)
class Document:
    """One of the files that share out the episodes of a show."""

    name: str
    entries: Sequence[Entry]
    """Newest first."""
    before: str = ""
    """The name of the archive with the episodes before these, or ""."""
    is_archive: bool = False


def documents(entries: Sequence[Entry], size: int, name: str, archive: str) -> list[Document]:
    """Return the document of episodes that come newest first, and the archives of `size` episodes each; 0 for none.

    Archives are filled from the oldest episode on, so that a full one never changes again. `archive` is their name,
    with braces for the number.
    """
    if not size or len(entries) <= size:
        return [Document(name, entries)]
    full = (len(entries) - 1) // size
    ends = [len(entries) - size * number for number in range(full)]
    names = [archive.format(number) for number in range(1, full + 1)]
    archives = [
        Document(each, entries[end - size : end], before, is_archive=True)
        for each, end, before in zip(names, ends, ["", *names], strict=False)
    ]
    return [Document(name, entries[:size], names[-1]), *archives]
