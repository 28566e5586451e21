"""An episode's record, transcript and captions in, the files of an EPUB 3 out: text and speech together."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from postaloud.model.episode import Listing
from postaloud.publishing.book_text import BookChapter, book_chapters
from postaloud.publishing.markup import element, escaped, opening
from postaloud.publishing.plain import one_line
from postaloud.publishing.style import STYLE
from postaloud.publishing.wording import direction, language_tag, wording_for

_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_XHTML = {"xmlns": "http://www.w3.org/1999/xhtml", "xmlns:epub": "http://www.idpf.org/2007/ops"}
_ACTIVE = "-epub-media-overlay-active"
_STYLE = f"{STYLE}\n.{_ACTIVE}{{background:#ffe08a;color:#1f2421}}\n"
"""The sentence that is heard has dark ink on yellow, a contrast of 12 to 1, whatever the theme."""
_CUE = re.compile(r"^(s\d+)\n(\d+):(\d\d):(\d\d)\.(\d{3}) --> (\d+):(\d\d):(\d\d)\.(\d{3})$", re.MULTILINE)
_ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessMode", "auditory"),
    ("accessModeSufficient", "textual"),
    ("accessModeSufficient", "auditory"),
    ("accessibilityFeature", "alternativeText"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "synchronizedAudioText"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    ("accessibilitySummary", "Text and synthetic speech together, sentence by sentence; pictures in words."),
)
_CONTAINER = f"""{_XML}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
Times = Mapping[str, tuple[int, int]]
"""When each sentence starts and ends, in milliseconds, by its id."""


def book_files(listing: Listing, transcript: str, captions: str) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of an EPUB 3.3 with media overlays; sound and cover go beside them.

    The sound is called as the episode's first enclosure, the cover `cover.jpg`, both in the folder `EPUB`.
    """
    times = _times(captions)
    chapters = book_chapters(transcript, listing.title)
    heard = {chapter.name: [name for name in chapter.sentences if name in times] for chapter in chapters}
    yield "META-INF/container.xml", _CONTAINER
    yield "EPUB/package.opf", _package(listing, chapters, heard, times)
    yield "EPUB/nav.xhtml", _navigation(listing, chapters)
    yield "EPUB/style.css", _STYLE
    for chapter in chapters:
        yield f"EPUB/{chapter.name}.xhtml", _page(listing, chapter)
        if heard[chapter.name]:
            yield f"EPUB/{chapter.name}.smil", _overlay(chapter, heard[chapter.name], times, listing)


def _times(captions: str) -> Times:
    def ms(hours: str, minutes: str, seconds: str, rest: str) -> int:
        return ((int(hours) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest)

    return {found[1]: (ms(*found.groups()[1:5]), ms(*found.groups()[5:])) for found in _CUE.finditer(captions)}


def _document(listing: Listing, title: str, body: str) -> str:
    lang = language_tag(listing.lang) or "en"
    html = {**_XHTML, "lang": lang, "xml:lang": lang, "dir": direction(lang)}
    head = element("title", escaped(title)) + _empty("link", {"rel": "stylesheet", "href": "style.css"})
    return f"{_XML}<!DOCTYPE html>\n{opening('html', html)}\n{element('head', head)}\n{body}\n</html>\n"


def _page(listing: Listing, chapter: BookChapter) -> str:
    section = {"epub:type": "chapter", "role": "doc-chapter", "aria-label": chapter.title}
    content = element("section", "\n" + "\n".join(chapter.blocks) + "\n", section)
    return _document(listing, chapter.title, element("body", "\n" + content + "\n"))


def _navigation(listing: Listing, chapters: Sequence[BookChapter]) -> str:
    title = wording_for(listing.lang).chapters
    items = element("h1", title) + "\n" + _nested(chapters)
    nav = element("nav", items, {"epub:type": "toc", "role": "doc-toc", "aria-label": title, "id": "toc"})
    return _document(listing, title, element("body", nav))


def _nested(chapters: Sequence[BookChapter]) -> str:
    """Return chapters as a list; deeper ones stand in a list of their own below the one that they belong to."""
    rows = []
    at = 0
    while at < len(chapters):
        first = chapters[at]
        end = at + 1
        while end < len(chapters) and chapters[end].level > first.level > 1:
            end += 1
        link = element("a", escaped(first.title), {"href": f"{first.name}.xhtml"})
        below = _nested(chapters[at + 1 : end]) if end > at + 1 else ""
        rows.append(element("li", link + below))
        at = end
    return element("ol", "\n" + "\n".join(rows) + "\n")


def _overlay(chapter: BookChapter, sentences: Sequence[str], times: Times, listing: Listing) -> str:
    pars = []
    for name in sentences:
        start, end = times[name]
        clip = {"src": listing.enclosures[0].name, "clipBegin": _seconds(start), "clipEnd": _seconds(end)}
        text = _empty("text", {"src": f"{chapter.name}.xhtml#{name}"})
        pars.append(element("par", text + _empty("audio", clip), {"id": f"par-{name}"}))
    seq = element("seq", "\n" + "\n".join(pars) + "\n", {"id": "seq", "epub:textref": f"{chapter.name}.xhtml"})
    smil = {"xmlns": "http://www.w3.org/ns/SMIL", "xmlns:epub": _XHTML["xmlns:epub"], "version": "3.0"}
    return f"{_XML}{element('smil', element('body', seq), smil)}\n"


def _package(
    listing: Listing, chapters: Sequence[BookChapter], heard: Mapping[str, Sequence[str]], times: Times
) -> str:
    lengths = {name: sum(times[each][1] - times[each][0] for each in sentences) for name, sentences in heard.items()}
    core = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}
    metadata = element("metadata", _lines(_metadata(listing, lengths)), core)
    manifest = element("manifest", _lines(_manifest(listing, chapters, heard)))
    spine = element("spine", _lines([_empty("itemref", {"idref": chapter.name}) for chapter in chapters]))
    package = {
        "xmlns": "http://www.idpf.org/2007/opf",
        "version": "3.0",
        "unique-identifier": "id",
        "xml:lang": language_tag(listing.lang) or "en",
    }
    return _XML + element("package", _lines([metadata, manifest, spine]), package) + "\n"


def _metadata(listing: Listing, lengths: Mapping[str, int]) -> Iterator[str]:
    yield element("dc:identifier", f"urn:uuid:{escaped(listing.guid)}", {"id": "id"})
    about = (
        ("title", listing.title),
        ("language", language_tag(listing.lang) or "en"),
        ("creator", listing.byline),
        ("publisher", listing.site),
        ("description", listing.description),
        ("source", listing.address),
        ("date", listing.published.date().isoformat()),
    )
    yield from (element(f"dc:{name}", escaped(one_line(text))) for name, text in about if text)
    yield _meta("dcterms:modified", listing.published.strftime("%Y-%m-%dT%H:%M:%SZ"))
    yield _meta("media:duration", _seconds(sum(lengths.values())))
    for name, length in lengths.items():
        if length:
            yield _meta("media:duration", _seconds(length), {"refines": f"#{name}-overlay"})
    yield _meta("media:narrator", listing.voice or "synthetic voice")
    yield _meta("media:active-class", _ACTIVE)
    yield from (_meta(f"schema:{name}", value) for name, value in _ACCESSIBILITY)


def _manifest(listing: Listing, chapters: Sequence[BookChapter], heard: Mapping[str, Sequence[str]]) -> Iterator[str]:
    sound = listing.enclosures[0]
    yield _item("nav", "nav.xhtml", "application/xhtml+xml", {"properties": "nav"})
    yield _item("style", "style.css", "text/css")
    yield _item("cover", "cover.jpg", "image/jpeg", {"properties": "cover-image"})
    yield _item("sound", sound.name, sound.mime)
    for chapter in chapters:
        overlay = f"{chapter.name}-overlay" if heard[chapter.name] else ""
        yield _item(chapter.name, f"{chapter.name}.xhtml", "application/xhtml+xml", {"media-overlay": overlay})
        if overlay:
            yield _item(overlay, f"{chapter.name}.smil", "application/smil+xml")


def _item(name: str, href: str, mime: str, more: Mapping[str, str] | None = None) -> str:
    return _empty("item", {"id": name, "href": href, "media-type": mime, **(more or {})})


def _meta(name: str, value: str, more: Mapping[str, str] | None = None) -> str:
    return element("meta", escaped(one_line(value)), {"property": name, **(more or {})})


def _empty(tag: str, attributes: Mapping[str, str]) -> str:
    return f"{opening(tag, attributes)[:-1]}/>"


def _seconds(ms: int) -> str:
    return f"{ms // 1000}.{ms % 1000:03}s"


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"\n{part}" for part in parts) + "\n"
