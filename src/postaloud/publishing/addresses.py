"""An article's address in, links out that are safe in any page or chapter file."""

import re
from functools import lru_cache
from urllib.parse import quote, urldefrag, urlsplit

_ID = re.compile(r"#(?P<id>[^\s>#]+)")
"""The selector of an element that has an id; any other selector is a path through the page."""
_UNWRITABLE = re.compile(r"[^!-~]|[\"<>\\^`{|}]")
"""What an address may not hold as it stands (RFC 3986, 2)."""


@lru_cache(maxsize=256)
def web_address(address: str) -> str:
    """Return an http or https address in ASCII, or "" for anything else: "javascript:" is no link."""
    try:
        parts = urlsplit(address.strip())
        if parts.scheme.lower() not in {"http", "https"} or not parts.hostname:
            return ""
        netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode("ascii")
    except ValueError:  # UnicodeError is one
        return ""
    written = parts._replace(netloc=netloc).geturl()
    return _UNWRITABLE.sub(lambda found: quote(found[0], errors="replace"), written)


def chapter_address(address: str, anchor: str) -> str:
    """Return the place of a chapter in its article, or the article's address where the chapter has no id."""
    page = urldefrag(web_address(address)).url
    if not page:
        return ""
    before, mark, query = page.partition("?")
    # AntennaPod decodes "+" in chapter addresses to a space.
    page = f"{before.replace('+', '%2B')}{mark}{query.replace('+', '%20')}"
    found = _ID.fullmatch(anchor)
    return f"{page}#{quote(found['id'], safe='', errors='replace')}" if found else page


def is_id(anchor: str) -> bool:
    """Tell whether an anchor is the id of an element, and not a path through the page."""
    return _ID.fullmatch(anchor) is not None
