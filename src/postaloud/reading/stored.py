"""An address in, the answer that was had there before out: bodies with what a server needs to say "not modified"."""

import hashlib
import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

_log = logging.getLogger(__name__)
MOST_ANSWERS = 200
"""Answers that are kept; the ones that were not used longest go."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: the body, unpacked, and what it said of it."""

    body: bytes
    content_type: str = ""
    etag: str = ""
    last_modified: str = ""
    is_private: bool = False
    """Whether it may not be kept: it said so, or it was given to a name and a password."""

    @property
    def conditions(self) -> dict[str, str]:
        """The headers that ask for it again, if it changed (RFC 9110, 13.1)."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in headers.items() if value}


def find(folder: Path, address: str) -> Answer | None:
    """Return the whole answer that is kept for an address, or None."""
    path = _path(folder, address)
    try:
        head, _, body = path.read_bytes().partition(b"\n")
        said = json.loads(head)
        digest = said.pop("sha256")
        answer = Answer(body, **said)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None  # a broken one is replaced by `keep`
    if hashlib.sha256(address.encode() + body).hexdigest() != digest:
        return None
    with suppress(OSError):
        os.utime(path)
    return answer


def keep(folder: Path, address: str, answer: Answer) -> None:
    """Keep an answer that can be asked for again; write beside and rename, so that another process finds it whole."""
    if answer.is_private or not answer.conditions:
        return
    said = asdict(answer) | {"sha256": hashlib.sha256(address.encode() + answer.body).hexdigest()}
    body = said.pop("body")
    path = _path(folder, address)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(json.dumps(said).encode() + b"\n" + body)
        beside.replace(path)
        _drop_oldest(path.parent)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        _log.debug("The page could not be kept in %s: %s", path.parent, error)


def _path(folder: Path, address: str) -> Path:
    return folder / f"{hashlib.sha256(address.encode()).hexdigest()}.page"


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("*.page"), key=lambda path: path.stat().st_mtime)
    for path in kept[:-MOST_ANSWERS]:
        path.unlink(missing_ok=True)
