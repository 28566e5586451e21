"""A show and its episodes in, a podcast feed out: RSS 2.0 with the tags of iTunes, Podcasting 2.0, Podlove and Atom."""

import base64
import re
import uuid
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime

from postaloud.model.episode import Enclosure, Listing, Show
from postaloud.publishing.addresses import chapter_address, web_address
from postaloud.publishing.durations import timestamp
from postaloud.publishing.markup import element, escaped, opening
from postaloud.publishing.notes import to_description, to_notes
from postaloud.publishing.plain import cut, one_line
from postaloud.publishing.sharing import Document, Piece

FEED, FEED_ARCHIVE, COVER = "feed.xml", "feed-archive-{}.xml", "cover.jpg"
_NAMESPACES = {
    "xmlns:atom": "http://www.w3.org/2005/Atom",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
    "xmlns:fh": "http://purl.org/syndication/history/1.0",
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    "xmlns:psc": "http://podlove.org/simple-chapters",
}
_PODCASTS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of podcast:guid (Podcasting 2.0)."""
_LONGEST_NAME = 255
"""Bytes of an author that Apple takes."""
_COMMENT = re.compile(r"[()\\\s]+")
"""What cannot stand in the comment of an address (RFC 5322, 3.2.2)."""
_TRANSCRIPTS = (("captions", "text/vtt"), ("subtitles", "application/x-subrip"), ("transcript", "text/html"))


def podcast_guid(base_url: str) -> str:
    """Return the UUIDv5 of the feed's address without its scheme and the slashes at its end."""
    return str(uuid.uuid5(_PODCASTS, f"{base_url}{FEED}".partition("://")[2].rstrip("/")))


def to_rss(show: Show, document: Document) -> Iterator[Piece]:
    """Yield the pieces of a feed's file."""
    about = _lines([*_about(show, document), *_links(show, document), *_itunes(show), *_podcast(show)])
    root = opening("rss", {"version": "2.0", **_NAMESPACES})
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n{root}\n<channel>\n{about}'.encode()
    yield from (entry.item for entry in document.entries)
    yield b"</channel>\n</rss>\n"


def _about(show: Show, document: Document) -> Iterator[str]:
    title = _text("title", show.title)
    yield title
    yield _text("link", show.base_url)
    yield _text("description", show.description or show.title)
    yield _text("language", show.language.lower())
    if show.copyright:
        yield _text("copyright", show.copyright)
    if show.email:
        yield _text("managingEditor", f"{show.email} ({_COMMENT.sub(' ', show.author or show.title)})")
    if document.entries:
        yield _text("lastBuildDate", _date(max(entry.published for entry in document.entries)))
    yield _text("generator", "postaloud")
    yield element("image", _text("url", show.base_url + COVER) + title + _text("link", show.base_url))


def _links(show: Show, document: Document) -> Iterator[str]:
    rss = {"type": "application/rss+xml"}
    yield _empty("atom:link", {"rel": "self", "href": show.base_url + document.name, **rss})
    if document.is_archive:
        yield _empty("fh:archive", {})
        yield _empty("atom:link", {"rel": "current", "href": show.base_url + FEED, **rss})
    if document.before:
        yield _empty("atom:link", {"rel": "prev-archive", "href": show.base_url + document.before, **rss})


def _itunes(show: Show) -> Iterator[str]:
    yield _text("itunes:author", cut(show.author or show.title, _LONGEST_NAME))
    yield _text("itunes:type", "episodic")
    yield _text("itunes:explicit", _truth(value=show.explicit))
    yield _empty("itunes:image", {"href": show.base_url + COVER})
    if show.email:
        name = _text("itunes:name", cut(show.author or show.title, _LONGEST_NAME))
        yield element("itunes:owner", name + _text("itunes:email", show.email))
    for category in show.categories:
        top, _, below = category.partition("/")
        inner = _empty("itunes:category", {"text": below}) if below else ""
        yield element("itunes:category", inner, {"text": top})


def _podcast(show: Show) -> Iterator[str]:
    yield _text("podcast:guid", show.guid or podcast_guid(show.base_url))
    yield _text("podcast:medium", "podcast")
    if show.email:
        yield element("podcast:locked", "yes", {"owner": show.email})
    if show.license:
        address = web_address(show.license)
        name = "custom" if address else show.license.lower()
        yield element("podcast:license", escaped(name), {"url": address})
    if show.synthetic_voice:
        yield element("podcast:txt", "A synthetic voice speaks every episode.", {"purpose": "ai-content"})


def to_item(listing: Listing, show: Show) -> str:
    """Return an episode as an item of a feed."""
    parts = [*_episode(listing, show), *_itunes_episode(listing, show), *_beside(listing, show), *_chapters(listing)]
    return element("item", "\n" + _lines(parts)) + "\n"


def file_address(listing: Listing, name: str, show: Show) -> str:
    """Return where a file of an episode will be found."""
    return f"{show.base_url}{listing.slug}/{name}"


def sound_address(listing: Listing, enclosure: Enclosure, show: Show) -> str:
    """Return where a sound will be found: apps fetch it again when its content changes, and with it the address."""
    return f"{file_address(listing, enclosure.name, show)}?v={enclosure.sha256[:12]}"


def _episode(listing: Listing, show: Show) -> Iterator[str]:
    sound = listing.enclosures[0]
    yield _text("title", listing.title)
    yield _text("link", listing.address or file_address(listing, listing.files.get("transcript", ""), show))
    yield element("guid", escaped(listing.guid), {"isPermaLink": "false"})
    yield _text("pubDate", _date(listing.published))
    yield element("description", escaped(to_description(listing, show)))
    yield element("content:encoded", escaped(to_notes(listing, show)))
    address = sound_address(listing, sound, show)
    yield _empty("enclosure", {"url": address, "length": str(sound.size), "type": sound.mime})


def _itunes_episode(listing: Listing, show: Show) -> Iterator[str]:
    yield _text("itunes:title", listing.title)
    if listing.byline:
        yield _text("itunes:author", cut(listing.byline, _LONGEST_NAME))
    yield _text("itunes:duration", str(-(-listing.duration_ms // 1000)))
    explicit = show.explicit if listing.explicit is None else listing.explicit
    yield _text("itunes:explicit", _truth(value=explicit))
    yield _text("itunes:episodeType", "full")
    for name, number in (("season", listing.season), ("episode", listing.episode)):
        if number:
            yield _text(f"itunes:{name}", str(number))
            yield _text(f"podcast:{name}", str(number))


def _beside(listing: Listing, show: Show) -> Iterator[str]:
    files = {kind: file_address(listing, name, show) for kind, name in listing.files.items()}
    if "chapters" in files:
        yield _empty("podcast:chapters", {"url": files["chapters"], "type": "application/json+chapters"})
    for kind, mime in _TRANSCRIPTS:
        if kind in files:
            yield _empty("podcast:transcript", {"url": files[kind], "type": mime, "language": listing.lang})
    if listing.byline:
        yield element("podcast:person", escaped(listing.byline), {"group": "writing", "role": "author"})
    if listing.address:
        yield element("podcast:contentLink", escaped(listing.title), {"href": listing.address})
    if show.synthetic_voice:
        voice = f"The voice is synthetic: {listing.voice}." if listing.voice else "The voice is synthetic."
        yield element("podcast:txt", escaped(one_line(voice)), {"purpose": "ai-content"})
    for enclosure in listing.enclosures[1:]:
        yield _alternate(listing, enclosure, show)


def _alternate(listing: Listing, enclosure: Enclosure, show: Show) -> str:
    digest = base64.b64encode(bytes.fromhex(enclosure.sha256)).decode()
    source = _empty("podcast:source", {"uri": sound_address(listing, enclosure, show)})
    integrity = _empty("podcast:integrity", {"type": "sri", "value": f"sha256-{digest}"})
    about = {"type": enclosure.mime, "length": str(enclosure.size)}
    return element("podcast:alternateEnclosure", source + integrity, about)


def _chapters(listing: Listing) -> Iterator[str]:
    rows = []
    for chapter in listing.chapters:
        place = {"href": chapter_address(listing.address, chapter.anchor)}
        title = one_line(chapter.title) or listing.title
        rows.append(_empty("psc:chapter", {"start": timestamp(chapter.start_ms), "title": title, **place}))
    if rows:
        yield element("psc:chapters", "\n" + _lines(rows), {"version": "1.2"})


def _text(tag: str, text: str) -> str:
    """Return an element of plain text; what HTML would take for markup is written as the RSS Profile advises."""
    return element(tag, escaped(one_line(text)).replace("&amp;", "&#x26;").replace("&lt;", "&#x3C;"))


def _empty(tag: str, attributes: dict[str, str]) -> str:
    return f"{opening(tag, attributes)[:-1]}/>"


def _truth(*, value: bool) -> str:
    return "true" if value else "false"


def _date(moment: datetime) -> str:
    return format_datetime(moment, usegmt=True)


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"{part}\n" for part in parts)
