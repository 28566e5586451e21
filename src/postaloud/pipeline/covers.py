"""An article and its page in, its cover out, drawn by a worker."""

import base64
import logging
import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote

from postaloud import publishing
from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.model.script import ChapterMark, Enter, Script
from postaloud.workers import Call, Crash, Job, Workers

LARGEST_PICTURE = 20_000_000
"""Bytes of a picture at hand that is looked at for a cover."""
MOST_PICTURES = 100
"""Of chapters; so a file's tags stay under 6 MB."""
_PICTURE = re.compile(r"data:image/(jpeg|png|webp|gif)[;,]|[^:?#]+\.(jpe?g|png|webp|gif)(\?|$)", re.IGNORECASE)
"""The address of a picture that is near and of a kind that covers are made from."""
_log = logging.getLogger(__name__)


def cover_of(article: Article, page: Page, album: str) -> Call:
    """Return what draws the cover.

    Pictures of strangers are opened in a worker, where they can harm nothing.
    """
    picture = picture_at_hand(article.picture, page)
    return Call(publishing.cover_for, (picture, article.title, album), seconds=20)


def drawn(cover: Job) -> bytes:
    """Return the picture once it is drawn, or nothing where drawing it failed."""
    try:
        return cover.result()
    except Crash as crash:
        _log.warning("The episode has no cover, because drawing it failed.")
        _log.debug("%s", crash)
        return b""


def chapter_pictures(script: Script) -> dict[int, str]:
    """Return the address of the first picture that each chapter shows, as the page has it, by the chapter's number."""
    found: dict[int, str] = {}
    number: int | None = None
    for line in script.lines():
        if isinstance(line, ChapterMark):
            number = line.number
        elif number is not None and isinstance(line, Enter) and _PICTURE.match(line.value):
            found.setdefault(number, line.value)
    return found


def begin_pictures(script: Script, page: Page, workers: Workers) -> dict[int, Job]:
    """Start making the pictures of the chapters that have one at hand."""
    jobs: dict[int, Job] = {}
    for chapter, address in chapter_pictures(script).items():
        if len(jobs) < MOST_PICTURES and (picture := picture_at_hand(address, page)):
            jobs[chapter] = workers.submit(Call(publishing.picture_for, (picture,), seconds=20))
    return jobs


def drawn_pictures(jobs: Mapping[int, Job]) -> dict[int, bytes]:
    """Return the pictures that could be made; one that is broken or too large is named."""
    made: dict[int, bytes] = {}
    for number, job in jobs.items():
        try:
            picture = job.result()
        except Crash as crash:
            _log.debug("%s", crash)
            picture = b""
        if picture:
            made[number] = picture
        else:
            _log.warning(
                "The picture of chapter %d is broken or too large, and is left out of the sound files.", number
            )
    return made


def picture_at_hand(address: str, page: Page) -> bytes:
    """Return a picture that the page holds itself, or that lies in its own folder or below; nothing is asked for."""
    if address.startswith("data:"):
        return _picture_within(address)
    location = "-" if page.address else page.location
    if not address or location == "-" or ":" in address:
        return b""
    folder = Path(location).resolve().parent
    try:
        path = (folder / unquote(address.partition("?")[0])).resolve()
        is_there = path.is_relative_to(folder) and path.is_file() and path.stat().st_size <= LARGEST_PICTURE
        return path.read_bytes() if is_there else b""
    except (OSError, ValueError):  # a name that is too long, holds a null, or may not be read
        return b""


def _picture_within(address: str) -> bytes:
    """Return the picture of a data address (RFC 2397) in base 64."""
    kind, comma, text = address.partition(",")
    if not (comma and kind.startswith("data:image/") and kind.endswith(";base64")) or len(text) > LARGEST_PICTURE:
        return b""
    try:
        return base64.b64decode(unquote(text))
    except ValueError:
        return b""
