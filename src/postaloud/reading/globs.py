"""A location goes in; of a pattern such as "posts/**/*.md", the files and folders that match come out, sorted."""

import glob
from pathlib import Path

from postaloud.errors import SourceError
from postaloud.reading.fetching import is_address

OURS = "episode.json"
"""Lies beside the pages that we wrote ourselves, which are no sources."""


def expand(location: str) -> tuple[str, ...]:
    """Return what a pattern matches, or the location itself where it is none; `**` stands for folders in folders.

    Hidden files and our own output are passed over. Raises `SourceError` where nothing matches.
    """
    if is_address(location) or not glob.has_magic(location) or Path(location).exists():
        return (location,)
    matches = sorted(glob.glob(location, recursive=True))  # noqa: PTH207 - it keeps the path as it was typed
    found = tuple(match for match in matches if not (Path(match).parent / OURS).exists())
    if not found:
        raise SourceError(f"Nothing matches {location}; check the pattern, and where you are.")
    return found
