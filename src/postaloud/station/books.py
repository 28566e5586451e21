"""Episodes in, an e-book with sound beside each out."""

from collections.abc import Iterator
from pathlib import Path

from postaloud.station.finding import Found


def make_books(found: Found) -> Iterator[Path]:
    """Write an EPUB for each episode."""
    yield from ()
