"""An article and its page in, its cover out, drawn by a worker."""

import logging
from pathlib import Path
from urllib.parse import unquote

from postaloud import publishing
from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.workers import Call, Crash, Job

LARGEST_PICTURE = 20_000_000
"""Bytes of a picture at hand that is looked at for a cover."""
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


def picture_at_hand(address: str, page: Page) -> bytes:
    """Return the lead picture where it lies in the page's own folder or below; nothing else on the disk is opened."""
    if not address or page.address or page.location == "-" or ":" in address:
        return b""
    folder = Path(page.location).resolve().parent
    path = (folder / unquote(address)).resolve()
    if not path.is_relative_to(folder) or not path.is_file() or path.stat().st_size > LARGEST_PICTURE:
        return b""
    return path.read_bytes()
