"""What the server may send: nothing is found by joining paths, only by looking up an address in a list."""

import os
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from email.utils import formatdate
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import BinaryIO


@dataclass(frozen=True, slots=True)
class Asset:
    """Something that can be asked for: a file on the disk, or bytes."""

    mime: str
    path: Path | None = None
    body: bytes = b""


Assets = Mapping[str, Asset]
"""By the path of their address, "/tea-0a1b2c/tea-0a1b2c.mp3"."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An asset that is ready to be sent."""

    file: BinaryIO
    size: int
    etag: str
    modified: str
    """An HTTP date, or "" for bytes."""


def opened(asset: Asset, root: Path) -> AbstractContextManager[Opened]:
    """Open an asset; raises `OSError` where its file is gone, is no file or a link leads out of the folder."""
    if asset.path is None:
        etag = f'"{sha256(asset.body).hexdigest()[:16]}"'
        return nullcontext(Opened(BytesIO(asset.body), len(asset.body), etag, ""))
    return _opened_file(asset.path, root)


@contextmanager
def _opened_file(path: Path, root: Path) -> Iterator[Opened]:
    real = path.resolve(strict=True)
    if not real.is_relative_to(root) or not real.is_file():
        raise FileNotFoundError
    with real.open("rb") as file:
        about = os.fstat(file.fileno())
        etag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
        yield Opened(file, about.st_size, etag, formatdate(about.st_mtime, usegmt=True))
