"""The text of a feed goes in, its entries come out, and a page for each; feedparser reads, also what is malformed."""

import calendar
import io
import logging
import re
import time
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from html import escape
from typing import Any

from postaloud.model.page import Entry, Page
from postaloud.reading.web import joined

_log = logging.getLogger(__name__)
Said = Mapping[str, Any]
"""What feedparser gives: texts, lists and mappings by name."""
WHOLE_TEXT = 100
"""Words from which a description is taken for the whole text and its link is not fetched."""
_CUT = re.compile(
    r"(?:\[?(?:…|&hellip;|&#8230;|\.\.\.)\]?|\b(?:read (?:more|on)|continue reading)\W*)\s*$", re.IGNORECASE
)
_MARKUP = re.compile(r"<[^>]*>")
_VOID_ENDS = re.compile(r"</(?:br|hr|img|wbr|source|track|input)\s*>", re.IGNORECASE)
"""End tags that only XML has; HTML takes `</br>` for one more break."""
_TEXTS = re.compile(r"text/|application/xhtml")
_NOTHING: Said = {}
_YEARS = range(1000, 10_000)
"""Years that are written with four digits."""
_WEB = ("http://", "https://")


def read_entries(text: str, location: str, address: str) -> tuple[Entry, ...]:
    """Return the entries of a feed's text; `address` is where it was had, or ""."""
    import feedparser

    headers = {"content-location": address, "content-type": "application/xml; charset=utf-8"}
    read = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers=headers,
        resolve_relative_uris=False,
        sanitize_html=False,  # what is read aloud runs nothing, and our own reader knows what is not shown
    )
    if read.bozo and not isinstance(read.bozo_exception, feedparser.CharacterEncodingOverride):
        _log.warning("%s is not well-formed XML; it was repaired, and something may be missing.", location)
    base = address or _link(read.feed)
    found = [
        replace(_entry(said, read.feed, base), location=location, number=number)
        for number, said in enumerate(read.entries, 1)
    ]
    return _told_apart(found, _link(read.feed), read.feed.get("id") or address or _link(read.feed))


def page_of(entry: Entry) -> Page:
    """Return the page of an entry whose text the feed holds."""
    lang = f' lang="{escape(entry.lang)}"' if entry.lang else ""
    title = escape(entry.title)
    html = (
        f"<!DOCTYPE html><html{lang}><head><title>{title}</title></head><body><main>"
        f"<h1>{title}</h1>{entry.content}</main></body></html>"
    )
    return Page(
        location=entry.location,
        body=html.encode("utf-8", "replace"),
        charset="utf-8",
        modified=entry.modified,
        address=entry.address,
        media="text/html",
        entry=entry,
    )


def _entry(said: Said, feed: Said, home: str) -> Entry:
    written = _link(said) or _source(said)
    link = joined(home, written) if written else ""
    address = link if link.startswith(_WEB) else ""
    kind, text, base, lang = _content(said, address)
    # Asked for by `get`, a missing time of update is answered with that of publication and a warning.
    published = said.get("published_parsed") or (said["updated_parsed"] if "updated_parsed" in said.keys() else None)  # noqa: SIM118
    title = said.get("title_detail") or {}
    return Entry(
        location="",
        number=0,
        title=_plain(str(title.get("value") or ""), str(title.get("type") or "")),
        byline=_names(said) or _names(feed),
        date=_day(published),
        modified=_moment(published),
        lang=str(lang or title.get("language") or feed.get("language") or ""),
        site=_plain(str(feed.get("title") or ""), "text/html"),
        identity=str(said.get("id") or ""),
        address=address,
        base=joined(link or home, base),
        content=_as_html(text, kind),
    )


def _content(said: Said, address: str) -> tuple[str, str, str, str]:
    """Return type, text, base and language of the text that an entry has: its content, or a long description."""
    contents: list[Said] = [one for one in said.get("content") or () if _TEXTS.match(str(one.get("type")))]
    best = max(contents, key=lambda one: len(one.get("value") or ""), default=_NOTHING)
    summary: Said = said.get("summary_detail") or _NOTHING
    chosen = best if best.get("value") else summary if _is_whole(summary, address) else _NOTHING
    kind, value, base, lang = (str(chosen.get(name) or "") for name in ("type", "value", "base", "language"))
    return kind, value, base, lang or str(summary.get("language") or "")


def _is_whole(summary: Said, address: str) -> bool:
    """A description is the text where it is long and not cut off, or where there is nothing else."""
    words = _MARKUP.sub(" ", str(summary.get("value") or "")).strip()
    if not words or not address:
        return bool(words)
    return len(words.split()) >= WHOLE_TEXT and not _CUT.search(words)


def _as_html(text: str, kind: str) -> str:
    if kind == "text/plain":
        return "".join(f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())
    return _VOID_ENDS.sub("", text) if "xhtml" in kind else text


def _plain(text: str, kind: str) -> str:
    if kind == "text/plain" or not re.search(r"[<&]", text):
        return _squeeze(text)
    from postaloud.reading.starting import start_soup

    start_soup()
    from postaloud.reading.parsing import parse

    return _squeeze(parse(text).get_text())


def _names(said: Said) -> str:
    people: Iterable[Said] = said.get("authors") or ()
    names = dict.fromkeys(_squeeze(str(person.get("name") or "")) for person in people)
    return ", ".join(filter(None, names))


def _link(said: Said) -> str:
    return str(said.get("feedburner_origlink") or said.get("link") or "")


def _source(said: Said) -> str:
    """Return where Atom's content lies that is not in the feed (RFC 4287, 4.1.3.2)."""
    return next((str(one["src"]) for one in said.get("content") or () if one.get("src")), "")


def _day(moment: time.struct_time | None) -> str:
    return time.strftime("%Y-%m-%d", moment) if moment and moment.tm_year in _YEARS else ""


def _moment(moment: time.struct_time | None) -> float | None:
    return float(calendar.timegm(moment)) if moment and moment.tm_year in _YEARS else None


def _told_apart(entries: list[Entry], home: str, feed: str) -> tuple[Entry, ...]:
    """Give each entry an identity of its own: those that share a link go by their ids."""
    links = Counter(entry.address for entry in entries)
    ids = Counter(entry.identity for entry in entries)
    seen: Counter[str] = Counter()
    told: list[Entry] = []
    for entry in entries:
        is_known = bool(entry.address) and links[entry.address] == 1 and entry.address.rstrip("/") != home.rstrip("/")
        identity = entry.identity if ids[entry.identity] == 1 else ""
        if not identity:
            seen[entry.title] += 1
            identity = entry.title if seen[entry.title] == 1 else f"{entry.title} {seen[entry.title]}"
        if ":" not in identity or identity != entry.identity:
            identity = f"{feed}#{identity}"
        told.append(replace(entry, identity="" if is_known else identity))
    return tuple(told)


def _squeeze(text: str) -> str:
    return " ".join(text.split())
