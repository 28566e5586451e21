"""What the server may send: nothing is found by joining paths, only by looking up an address in a list."""

import os
from collections.abc import Mapping
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
    policy: str = ""
    """What it may load (CSP Level 3), where it is a page that says so itself, or ""."""


Assets = Mapping[str, Asset]
"""By the path of their address, "/tea-0a1b2c/tea-0a1b2c.mp3"."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An asset that is ready to be sent; whoever opened it closes its file."""

    file: BinaryIO
    size: int
    etag: str
    modified: str
    """An HTTP date, or "" for bytes."""


def opened(asset: Asset, root: Path) -> Opened | None:
    """Open an asset; None where its file is gone, is no file or a link leads out of the folder."""
    if asset.path is None:
        etag = f'"{sha256(asset.body).hexdigest()[:16]}"'
        return Opened(BytesIO(asset.body), len(asset.body), etag, "")
    try:
        real = asset.path.resolve(strict=True)
        if not real.is_relative_to(root) or not real.is_file():
            return None
        file = real.open("rb")
    except OSError:
        return None
    about = os.fstat(file.fileno())
    etag = f'"{about.st_mtime_ns:x}-{about.st_size:x}"'
    return Opened(file, about.st_size, etag, formatdate(about.st_mtime, usegmt=True))
