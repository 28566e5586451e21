"""A location goes in (a file, a folder, a web address or "-"), pages come out: bytes, and what is known of them."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

from postaloud.errors import NothingToRead, PostaloudError, SourceError
from postaloud.model.page import Entry, Page
from postaloud.reading.feeds import entries_of, is_feed
from postaloud.reading.kinds import SUFFIXES
from postaloud.reading.limits import MAX_BYTES
from postaloud.reading.web import USUAL, Web
from postaloud.workers import Workers

Source = str | Page | Entry
"""What can be read: a location, a page that was had already, or the entry of a feed."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_OF_A_SHOW = re.compile(r"index\.html|episodes-\d+\.html")
_CREDENTIALS = re.compile(r"(?<=://)[^/?#]*@")


def find_sources(
    location: str, web: Web = USUAL, entries: str = "", workers: Workers | None = None
) -> tuple[Source, ...]:
    """Return what can be read at a location: itself, a folder's pages, sorted, or a feed's entries in its own order.

    `entries` names some entries of a feed, as "1-5" does; a large feed is read by a worker. Raises `SourceError` where
    there is nothing at the location, `NothingToRead` for a folder without pages or a feed without entries, and
    `UsageError` for `entries` that are none.
    """
    if location == "-" or is_address(location):
        page = fetch(location, web)
        return entries_of(page, entries, workers) if is_feed(page) else (page,)
    if _is_folder(location):
        return _sorted_pages(location)
    if location.lower().endswith(SUFFIXES):
        return (location,)
    page = fetch(location)
    return entries_of(page, entries, workers) if is_feed(page) else (location,)


def fetch(source: Source, web: Web = USUAL) -> Page:
    """Have one page, at most 10 MB: a file, a web address, "-" for standard input, or the entry of a feed.

    Raises `SourceError` where it cannot be had and `NothingToRead` where it is over a limit or no page.
    """
    match source:
        case Page():
            return source
        case Entry():
            return _page_of(source, web)
        case str() if is_address(source):
            from postaloud.reading.requesting import fetch_address

            return fetch_address(source, web)
        case str():
            return _local(source)
    assert_never(source)


def is_address(location: str) -> bool:
    """Return whether a location is an address and no file."""
    return _ADDRESS.match(location) is not None


def without_password(location: str) -> str:
    """Return a location as it may be told: without the name and the password that an address can hold."""
    return _CREDENTIALS.sub("", location) if is_address(location) else location


def _page_of(entry: Entry, web: Web) -> Page:
    if entry.content:
        from postaloud.reading.entries import page_of

        return page_of(entry)
    if not entry.address:
        raise NothingToRead(f"{entry.name} has neither a text nor a link.")
    try:
        return replace(fetch(entry.address, web), entry=entry)
    except PostaloudError as error:
        raise type(error)(f"{entry.name.rstrip(',')}: {error}") from error


def _local(location: str) -> Page:
    try:
        page = _read_input() if location == "-" else _read_file(location)
    except OSError as e:
        raise SourceError(f"Cannot open {_name(location)}: {e.strerror}.") from e
    except ValueError as e:
        raise SourceError(f"Cannot open {location!r}: no file can have this name.") from e
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{_name(location)} is over the limit of 10 MB for one page; split it into smaller pages.")
    return page


def _sorted_pages(folder: str) -> tuple[str, ...]:
    pages = sorted(_pages_in(folder))
    if not pages:
        raise NothingToRead(f"The folder {folder} holds no page; put .html, .md or .txt files in it, or name a file.")
    return tuple(pages)


def _is_folder(location: str) -> bool:
    try:
        return stat.S_ISDIR(Path(location).stat().st_mode)
    except OSError as e:
        raise SourceError(f"Cannot open {location}: {e.strerror}.") from e
    except ValueError as e:
        raise SourceError(f"Cannot open {location!r}: no file can have this name.") from e


def _pages_in(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder, onerror=_cannot_list):
        if ".postaloud" in folders:  # so must the pages that stand for all episodes
            files = [name for name in files if not _OF_A_SHOW.fullmatch(name)]  # noqa: PLW2901 - os.walk's own list
        folders[:] = [name for name in folders if not name.startswith(".") and not name.endswith("_files")]
        if "episode.json" in files:  # our own output must not be read back as a source
            folders.clear()
            continue
        yield from (str(Path(here, f)) for f in files if f.lower().endswith(SUFFIXES) and not f.startswith("."))


def _cannot_list(error: OSError) -> None:
    raise SourceError(f"Cannot open {error.filename}: {error.strerror}.") from error


def _read_file(location: str) -> Page:
    with Path(location).open("rb") as file:
        return Page(location, file.read(MAX_BYTES + 1), modified=os.fstat(file.fileno()).st_mtime)


def _read_input() -> Page:
    return Page("-", sys.stdin.buffer.read(MAX_BYTES + 1))


def _name(location: str) -> str:
    return "Standard input" if location == "-" else location
