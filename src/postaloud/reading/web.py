"""What one address may cost and which hosts may be asked, and which address a link means."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urljoin

from postaloud.reading.limits import MAX_BYTES


@dataclass(frozen=True, slots=True)
class Web:
    """How addresses are had; the defaults are what a stranger's page is allowed."""

    allow_private: bool = False
    """Whether hosts of the own network may be asked."""
    store: Path | None = None
    """The folder of pages that were had before, or None to have each afresh."""
    connect_s: float = 10
    """Seconds to find a host and to connect to it."""
    total_s: float = 60
    """Seconds by the clock on the wall, for all of it."""
    redirects: int = 5
    max_bytes: int = MAX_BYTES
    """Bytes of a body, unpacked."""
    max_ratio: int = 100
    """Bytes that one packed byte may become."""


USUAL = Web()


def joined(base: str, written: str) -> str:
    """Return the whole address that a link means, or the link as it is written where it can mean none."""
    try:
        return urljoin(base, written.strip())
    except ValueError:  # a bracket that is not closed
        return written
