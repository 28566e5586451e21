"""Keys in, takes and clips out: a folder of them, each named by everything that decides its sound."""

import logging
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar

from postaloud.model.recording import Clip, Take
from postaloud.studio.keeping import NEW, clear_abandoned
from postaloud.studio.takes import BrokenTake, pack_clip, pack_level, unpack, unpack_clip, unpack_level

Kept = TypeVar("Kept")
_log = logging.getLogger(__name__)


class Cache(Protocol):
    """Where takes are kept from one run to the next."""

    def find(self, key: str) -> Take | None:
        """Return a whole take, or None."""
        ...

    def keep(self, key: str, packed: bytes) -> None:
        """Keep a take's bytes; a cache that cannot keep them says so once and costs nothing else."""
        ...

    def find_clip(self, key: str) -> Clip | None:
        """Return the clip of a sentence of a slow voice, or None."""
        ...

    def keep_clip(self, key: str, clip: Clip) -> None:
        """Keep the clip of a sentence."""
        ...

    def find_loudness(self, key: str) -> float | None:
        """Return the loudness of a voice in LUFS, or None."""
        ...

    def keep_loudness(self, key: str, lufs: float) -> None:
        """Keep the loudness of a voice."""
        ...


@dataclass(frozen=True, slots=True)
class NoCache:
    """A cache that keeps nothing."""

    def find(self, key: str) -> Take | None:  # noqa: ARG002
        """Return None."""
        return None

    def keep(self, key: str, packed: bytes) -> None:
        """Keep nothing."""

    def find_clip(self, key: str) -> Clip | None:  # noqa: ARG002
        """Return None."""
        return None

    def keep_clip(self, key: str, clip: Clip) -> None:
        """Keep nothing."""

    def find_loudness(self, key: str) -> float | None:  # noqa: ARG002
        """Return None."""
        return None

    def keep_loudness(self, key: str, lufs: float) -> None:
        """Keep nothing."""


@dataclass(slots=True)
class FolderCache:
    """A folder of takes; any number of processes may share it."""

    folder: Path
    is_writable: bool = True
    is_cleared: bool = False
    """Whether what killed runs left is gone."""

    def find(self, key: str) -> Take | None:
        """Return a whole take, or None; a broken one is left for `keep` to replace."""
        return self._found(self._path(key, "take"), unpack)

    def keep(self, key: str, packed: bytes) -> None:
        """Write beside and rename, so that another process finds the whole take or none."""
        self._write(self._path(key, "take"), packed)

    def find_clip(self, key: str) -> Clip | None:
        """Return a whole clip, or None; a broken one is left for `keep_clip` to replace."""
        return self._found(self._path(key, "clip"), unpack_clip)

    def keep_clip(self, key: str, clip: Clip) -> None:
        """Write a clip as `keep` writes a take."""
        self._write(self._path(key, "clip"), pack_clip(clip))

    def find_loudness(self, key: str) -> float | None:
        """Return the loudness of a voice, or None; a broken number is left for `keep_loudness` to replace."""
        return self._found(self._path(key, "level"), unpack_level)

    def keep_loudness(self, key: str, lufs: float) -> None:
        """Write a loudness as `keep` writes a take."""
        self._write(self._path(key, "level"), pack_level(lufs))

    def _found(self, path: Path, unpack: Callable[[bytes], Kept]) -> Kept | None:
        try:
            found = unpack(path.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, BrokenTake):
            _log.warning("The cached %s %s is broken and is recorded again.", path.suffix[1:], path.name[:12])
            return None
        with suppress(OSError):
            os.utime(path)  # what was used last is kept longest
        return found

    def _write(self, path: Path, packed: bytes) -> None:
        if not self.is_writable:
            return
        beside = self.folder / NEW / f"{path.name}.{os.getpid()}"
        try:
            self._make_room(path)
            beside.write_bytes(packed)
            beside.replace(path)
        except OSError as error:
            self.is_writable = False
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            _log.warning(
                "The cache %s cannot be written (%s): this run goes on without it.", self.folder, error.strerror
            )

    def _make_room(self, path: Path) -> None:
        """Make the folders of a file, and once clear away what killed runs left half."""
        path.parent.mkdir(parents=True, exist_ok=True)
        if not self.is_cleared:
            (self.folder / NEW).mkdir(exist_ok=True)
            clear_abandoned(self.folder)
            self.is_cleared = True

    def _path(self, key: str, kind: str) -> Path:
        return self.folder / f"{kind}s" / key[:2] / f"{key}.{kind}"
