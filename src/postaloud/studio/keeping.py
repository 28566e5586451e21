"""A folder of kept recordings in: what lies in it, emptied, or cut down to a size with the oldest out first."""

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

NEW = "new"
"""The folder of files that are not whole yet, each with the number of the process that writes it."""
OURS = ("takes", "clips", "pages", NEW)
"""The folders in a cache; nothing else in it is touched."""
LONG_AGO = 86_400
"""Seconds after which a file that is not whole belongs to nobody."""


def kept_files(cache: Path) -> list[tuple[float, int, Path]]:
    """Return when each file was last used, its bytes and its path, the oldest first."""
    return sorted(_files(cache))


def _files(cache: Path) -> Iterator[tuple[float, int, Path]]:
    for name in OURS:
        for path in (cache / name).rglob("*"):
            with suppress(FileNotFoundError):  # another run may be cleaning
                about = path.lstat()
                if not path.is_dir():
                    yield about.st_mtime, about.st_size, path


def trim(cache: Path, limit: int) -> int:
    """Remove the oldest files until no more than `limit` bytes are left, and return how many went."""
    kept = kept_files(cache)
    rest = sum(size for _, size, _ in kept)
    gone = 0
    for _, size, path in kept:
        if rest <= limit:
            break
        with suppress(OSError):
            path.unlink()
            gone, rest = gone + 1, rest - size
    return gone


def clean(cache: Path) -> None:
    """Remove all recordings and pages that are kept; raises `OSError` where that fails."""
    for name in OURS:
        with suppress(FileNotFoundError):
            shutil.rmtree(cache / name)


def clear_abandoned(cache: Path) -> None:
    """Remove what runs that were killed left half; what belongs to a process that still runs stays."""
    for path in (cache / NEW).iterdir():
        number = path.suffix[1:]
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LONG_AGO or not (number.isdigit() and _runs(int(number))):
                path.unlink()


def _runs(pid: int) -> bool:
    if pid == os.getpid():
        return False  # an earlier process had our number, as in a container
    if os.name == "nt":
        return True  # signal 0 is Ctrl-C there
    try:
        os.kill(pid, 0)
    except PermissionError:
        return True
    except (OSError, OverflowError):
        return False
    return True
