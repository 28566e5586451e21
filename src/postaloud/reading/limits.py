"""The text of a page goes in, the limit that it breaks comes out; one linear scan, before parsing."""

import re

from postaloud.reading.nesting import Nesting

MAX_BYTES = 10_000_000
MAX_TAGS = 200_000
MAX_DEPTH = 512
MAX_ATTRIBUTES = 1_000

_TAG = re.compile(
    r"<(?:!--(?:.*?-->|.*\Z)|(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>?)", re.DOTALL
)
_RAW = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_ATTRIBUTE = re.compile(r"[^\s=/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_SHORTEST_ATTRIBUTE = 2  # a letter and a space


def broken_limit(text: str) -> str:
    """Return the first limit that a page breaks ("200,000 tags"), or "" for none.

    A tag counts again each time that the parser has to open it again: 20 kB of unclosed `font` become a million.
    """
    tags, position = 0, 0
    nesting = Nesting()
    while found := _TAG.search(text, position):
        if found.start() > position:
            nesting.text()
        position = found.end()
        if not found[2]:
            continue
        tags += 1
        name = found[2].lower()
        if found[1]:
            nesting.end(name)
        else:
            nesting.start(name, found[3])
            position = _after_raw(text, name, position)
        if broken := _broken(tags + nesting.reopened, nesting.depth, found[3]):
            return broken
    return ""


def _broken(tags: int, depth: int, attributes: str) -> str:
    for limit, is_broken in (
        (f"{MAX_TAGS:,} tags", tags > MAX_TAGS),
        (f"a nesting depth of {MAX_DEPTH}", depth > MAX_DEPTH),
        (f"{MAX_ATTRIBUTES:,} attributes on one tag", _has_too_many(attributes)),
    ):
        if is_broken:
            return limit
    return ""


def _has_too_many(attributes: str) -> bool:
    if len(attributes) < MAX_ATTRIBUTES * _SHORTEST_ATTRIBUTE:
        return False
    return sum(1 for _ in _ATTRIBUTE.finditer(attributes)) > MAX_ATTRIBUTES


def _after_raw(text: str, name: str, position: int) -> int:
    if name not in _RAW:
        return position
    end = _RAW[name].search(text, position)
    return end.start() if end else len(text)
