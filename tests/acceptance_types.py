"""The shape of the function that runs postaloud as a process."""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol


class Postaloud(Protocol):
    """Runs postaloud with arguments, standard input and further environment variables."""

    def __call__(
        self, *arguments: str | Path, text: bytes = b"", env: Mapping[str, str] | None = None
    ) -> "subprocess.CompletedProcess[bytes]":
        """Return what it printed, and its exit code."""
        ...
