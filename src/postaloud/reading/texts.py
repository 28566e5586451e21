"""A page goes in, its text comes out: decoded and mended, and what was wrong with it is told."""

import logging

from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading.decoding import decode_told, why_not_text
from postaloud.reading.garbled import mend
from postaloud.reading.limits import MAX_BYTES

_log = logging.getLogger(__name__)
_UNKNOWN = "\ufffd"


def text_of_page(page: Page) -> str:
    """Return a page's text; raises `NothingToRead` where it is empty, no text or over 10 MB."""
    if why := why_not_text(page.body):
        raise NothingToRead(f"{page.name} {why}.")
    if len(page.body) > MAX_BYTES:
        raise NothingToRead(f"{page.name} is over the limit of 10 MB for one page; split it into smaller pages.")
    decoded = decode_told(page.body, page.charset)
    if decoded.remark:
        _log.warning("%s %s.", page.name, decoded.remark)
    text = mend(decoded.text)
    if text != decoded.text:
        _log.warning("Some letters of %s were garbled and were repaired.", page.name)
    if _UNKNOWN in text:
        _log.warning("Some characters of %s could not be decoded.", page.name)
    return text
