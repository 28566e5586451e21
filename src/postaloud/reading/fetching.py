"""A location goes in (a file, a folder or "-"), pages come out: their bytes and when they were last changed."""

import os
import re
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from postaloud.errors import NothingToRead, SourceError
from postaloud.model.page import Page
from postaloud.reading.kinds import SUFFIXES

MAX_BYTES = 10_000_000
_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def find_sources(location: str) -> tuple[str, ...]:
    """Return the pages at a location, sorted: itself, or the HTML, Markdown and text files in a folder and below it.

    Raises `SourceError` where there is nothing at the location, and `NothingToRead` for a folder without pages.
    """
    if location == "-" or _ADDRESS.match(location):
        return (location,)
    if not _is_folder(location):
        return (location,)
    pages = sorted(_pages_in(location))
    if not pages:
        raise NothingToRead(f"The folder {location} holds no page; put .html, .md or .txt files in it, or name a file.")
    return tuple(pages)


def fetch(location: str) -> Page:
    """Read one page, at most 10 MB; "-" is standard input.

    Raises `SourceError` where it cannot be had and `NothingToRead` where it is over the limit.
    """
    if _ADDRESS.match(location):
        raise SourceError(f"{location} is a web address: save the page as an HTML file first, then give its path.")
    try:
        page = _read_input() if location == "-" else _read_file(location)
    except OSError as e:
        raise SourceError(f"Cannot open {_name(location)}: {e.strerror}.") from e
    except ValueError as e:
        raise SourceError(f"Cannot open {location!r}: no file can have this name.") from e
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{_name(location)} is over the limit of 10 MB for one page; split it into smaller pages.")
    return page


def _is_folder(location: str) -> bool:
    try:
        return stat.S_ISDIR(Path(location).stat().st_mode)
    except OSError as e:
        raise SourceError(f"Cannot open {location}: {e.strerror}.") from e
    except ValueError as e:
        raise SourceError(f"Cannot open {location!r}: no file can have this name.") from e


def _pages_in(folder: str) -> Iterator[str]:
    for here, folders, files in os.walk(folder, onerror=_cannot_list):
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
