"""Keys in, takes out: a folder of takes, each named by everything that decides its sound."""

import logging
import os
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from postaloud.model.recording import Take
from postaloud.studio.takes import BrokenTake, unpack

_log = logging.getLogger(__name__)


class Cache(Protocol):
    """Where takes are kept from one run to the next."""

    def find(self, key: str) -> Take | None:
        """Return a whole take, or None."""
        ...

    def keep(self, key: str, packed: bytes) -> None:
        """Keep a take's bytes; a cache that cannot keep them says so once and costs nothing else."""
        ...


@dataclass(frozen=True, slots=True)
class NoCache:
    """A cache that keeps nothing."""

    def find(self, key: str) -> Take | None:  # noqa: ARG002
        """Return None."""
        return None

    def keep(self, key: str, packed: bytes) -> None:
        """Keep nothing."""


@dataclass(slots=True)
class FolderCache:
    """A folder of takes; any number of processes may share it."""

    folder: Path
    is_writable: bool = True

    def find(self, key: str) -> Take | None:
        """Return a whole take, or None; a broken one is left for `keep` to replace."""
        try:
            return unpack(self._path(key).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, BrokenTake):
            _log.warning("The cached take %s is broken and is recorded again.", key[:12])
            return None

    def keep(self, key: str, packed: bytes) -> None:
        """Write beside and rename, so that another process finds the whole take or none."""
        if not self.is_writable:
            return
        path = self._path(key)
        beside = path.with_name(f".{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(packed)
            beside.replace(path)
        except OSError as error:
            self.is_writable = False
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            _log.warning(
                "The cache %s cannot be written (%s): this run goes on without it.", self.folder, error.strerror
            )

    def _path(self, key: str) -> Path:
        return self.folder / "takes" / key[:2] / f"{key}.take"
