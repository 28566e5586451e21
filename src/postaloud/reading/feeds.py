"""A page goes in, the entries of the feed that it is come out (RSS 0.9 to 2.0, Atom), in the feed's own order."""

import re
from dataclasses import replace

from postaloud.errors import NothingToRead, UsageError
from postaloud.model.page import Entry, Page
from postaloud.reading.apart import SECONDS, run
from postaloud.reading.decoding import decode
from postaloud.workers import Workers

_WITHIN = 65_536
_SMALL = 200_000
"""Letters of a feed that is read in this process; a larger one goes to a worker."""
_BEFORE = re.compile(r"<\?.*?\?>|<!--.*?-->|<![^>\[]*(?:\[.*?\]\s*)?>", re.DOTALL)
_ROOT = re.compile(r"<(?:\w+:)?([a-z]+)[\s>:]", re.IGNORECASE)
_FEEDS = frozenset(("rss", "feed", "rdf"))
_DECLARATION = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_ENTITY = re.compile(r"<!ENTITY\s+(.*?)>", re.DOTALL | re.IGNORECASE)
_HARMLESS = re.compile(r"[\w.-]+\s+(\"(?:[^&%\"]|&#\w+;){0,200}\"|'(?:[^&%']|&#\w+;){0,200}')\s*", re.DOTALL)
"""An entity that stands for a few letters, as old feeds declare `nbsp`."""


def is_feed(page: Page) -> bool:
    """Return whether a page is an RSS or Atom feed, by its first element."""
    start = decode(page.body[:_WITHIN], page.charset).lstrip("\ufeff \t\n")
    if not start.startswith("<"):
        return False
    root = _ROOT.search(_BEFORE.sub("", start))
    return root is not None and root[1].lower() in _FEEDS


def entries_of(page: Page, wanted: str = "", workers: Workers | None = None) -> tuple[Entry, ...]:
    """Return the entries of a feed, or those that a text such as "1-5" or "2,4-" names, counted from its beginning.

    XML that is not well-formed is repaired where that can be done, and told. Raises `NothingToRead` for a feed without
    entries and for one that declares entities which could grow, and `UsageError` where `wanted` cannot be meant.
    """
    text = _DECLARATION.sub("", decode(page.body, page.charset), count=1)
    refuse_entities(text, page.name)
    from postaloud.reading.entries import read_entries

    arguments = (text, page.location, page.address)
    if workers is None or len(text) <= _SMALL:
        entries = read_entries(*arguments)
    else:
        entries = run(page.name, workers, SECONDS, read_entries, *arguments)()
    if not entries:
        raise NothingToRead(f"{page.name} is a feed without entries.")
    dated = tuple(entry if entry.modified else replace(entry, modified=page.modified) for entry in entries)
    return _chosen(dated, wanted, page.name) if wanted else dated


def refuse_entities(text: str, name: str) -> None:
    """Raise `NothingToRead` for entities that could grow ("billion laughs") or reach for other files."""
    start = _ROOT.search(_BEFORE.sub(lambda found: " " * len(found[0]), text[: 4 * _WITHIN]))
    for found in _ENTITY.finditer(text[: start.start() if start else len(text)]):
        if not _HARMLESS.fullmatch(found[1]):
            raise NothingToRead(
                f"{name} declares XML entities that could grow or open other files, and is not read for safety."
            )


def _chosen(entries: tuple[Entry, ...], wanted: str, name: str) -> tuple[Entry, ...]:
    numbers = frozenset[int]().union(*(_numbers(piece, len(entries), name) for piece in wanted.split(",")))
    return tuple(entry for entry in entries if entry.number in numbers)


def _numbers(piece: str, last: int, name: str) -> range:
    found = re.fullmatch(r"\s*(?P<first>\d{1,6})\s*(?P<dash>-\s*(?P<end>\d{0,6})\s*)?", piece)
    if not found:
        raise UsageError(f'Cannot understand the entry "{piece.strip()}": write entries as 2, 1-5 or 2,4-.')
    first = int(found["first"])
    end = min(int(found["end"] or last), last) if found["dash"] else first
    if not 1 <= first <= end <= last:
        has = f"entries 1 to {last}" if last > 1 else "one entry"
        raise UsageError(f'There is no entry "{piece.strip()}" in {name}: it has {has}.')
    return range(first, end + 1)
