"""An address in, its bytes on the disk out: the only door of this room to the network.

Nothing is asked of the network but what the user told us to install.
"""

import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import httpx

from postaloud.errors import EngineError, OutputError
from postaloud.speaking.catalogue import Offered

Tell = Callable[[str], None]
"""Takes one plain line of progress."""
LONGEST_CATALOGUE = 20_000_000
"""Bytes."""
PIECE = 1 << 20
STEPS = 10
"""Lines of progress for a file."""
MEGABYTE = 1_000_000
TIMEOUT = httpx.Timeout(30, connect=15)


def fetch_text(address: str) -> str:
    """Return the text at an address; raises `EngineError` where it cannot be had."""
    content = bytearray()
    try:
        with httpx.stream("GET", address, timeout=TIMEOUT, follow_redirects=True) as answer:
            answer.raise_for_status()
            for piece in answer.iter_bytes(PIECE):
                content += piece
                if len(content) > LONGEST_CATALOGUE:
                    raise EngineError(f"{address} is too long for a catalogue of voices.")
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _unreachable(address, error) from error
    return content.decode("utf-8", errors="replace")


def fetch_file(address: str, wanted: Offered, folder: Path, tell: Tell) -> str:
    """Write a file into a folder whole or not at all, and return its SHA-256.

    What an earlier try has left is continued. Raises `EngineError` for bytes that are not what the catalogue says or a
    connection that breaks, `OutputError` for a folder that cannot be written.
    """
    part = folder / f"{wanted.name}.part"
    try:
        _continue(address, wanted, part, tell)
        sha256 = _checked(part, wanted)
        part.replace(folder / wanted.name)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise _unreachable(address, error) from error
    except OSError as error:
        raise OutputError(
            f"Cannot write {part}: {error.strerror}; make room, or free the folder, and try again."
        ) from error
    return sha256


def _continue(address: str, wanted: Offered, part: Path, tell: Tell) -> None:
    have = part.stat().st_size if part.exists() else 0
    if have >= wanted.size:
        return
    headers = {"Range": f"bytes={have}-"} if have else {}
    with httpx.stream("GET", address, headers=headers, timeout=TIMEOUT, follow_redirects=True) as answer:
        answer.raise_for_status()
        goes_on = answer.status_code == httpx.codes.PARTIAL_CONTENT
        with part.open("ab" if goes_on else "wb") as file:
            for piece in answer.iter_bytes(PIECE):
                file.write(piece)
                _tell_of(wanted, file.tell(), len(piece), tell)
                if file.tell() > wanted.size:
                    break
            file.flush()
            os.fsync(file.fileno())


def _tell_of(wanted: Offered, have: int, more: int, tell: Tell) -> None:
    """Tell after each tenth of a file of some size."""
    tenth = max(wanted.size // STEPS, PIECE)
    if have // tenth > (have - more) // tenth:
        tell(f"{wanted.name}: {have / MEGABYTE:.0f} of {wanted.size / MEGABYTE:.0f} megabytes.")


def _checked(part: Path, wanted: Offered) -> str:
    """Return the SHA-256 of a file whose size and MD5 are right; one that is too long or wrong is removed."""
    size = part.stat().st_size
    if size < wanted.size:
        raise EngineError(
            f"Only {size} of {wanted.size} bytes of {wanted.name} came; install again, and it goes on from there."
        )
    with part.open("rb") as file:
        md5 = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
        file.seek(0)
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    if size != wanted.size or md5 != wanted.md5:
        part.unlink()
        raise EngineError(f"{wanted.name} is not what the catalogue says ({size} bytes, MD5 {md5}); try again later.")
    return sha256


def _unreachable(address: str, error: Exception) -> EngineError:
    if isinstance(error, httpx.HTTPStatusError):
        reason = f"the server answers {error.response.status_code}"
    else:
        reason = str(error) or type(error).__name__
    return EngineError(f"Cannot fetch {address}: {reason}; check the connection and the address.")
