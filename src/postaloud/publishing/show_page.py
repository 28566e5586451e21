"""A show and its episodes in, the show's page out: every episode can be heard, with no script at all."""

from collections.abc import Iterable, Iterator

from postaloud.model.episode import Enclosure, Listing, Show
from postaloud.publishing.durations import clock
from postaloud.publishing.feed import COVER, FEED
from postaloud.publishing.markup import element, escaped, opening
from postaloud.publishing.sharing import Document, Piece
from postaloud.publishing.show_wording import ShowWording, show_wording
from postaloud.publishing.style import STYLE, policy_for
from postaloud.publishing.wording import direction, language_tag, wording_for, written_day

PAGE, PAGE_ARCHIVE, PAGE_SIZE = "index.html", "episodes-{}.html", 100
_MORE_STYLE = """
.cover{width:9rem;height:9rem;float:inline-end;margin:0 0 1rem 1rem}
audio{width:100%}
section{clear:both}
ul.files{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font-size:1rem}
"""
_POLICY = policy_for(STYLE, _MORE_STYLE, media="img-src 'self' data: file:; media-src 'self' file:; ")
"""A page that was opened from a disk has no origin, so `file:` stands beside it."""


def to_show_page(show: Show, document: Document) -> Iterator[Piece]:
    """Yield the pieces of a static HTML page that runs nothing."""
    wording = show_wording(show.language)
    heading = element("h2", wording.episodes, _own(show, wording))
    lang = {"lang": language_tag(show.language) or "en", "dir": direction(show.language)}
    above = ("<!DOCTYPE html>", opening("html", lang), _head(show), "<body>", "<main>", _header(show, wording))
    yield "\n".join((*above, "<section>", heading, "")).encode()
    for entry in document.entries:
        yield entry.article
        yield b"\n"
    yield "\n".join(("</section>", *_navigation(document, show, wording), "</main>", "</body>", "</html>", "")).encode()


def _head(show: Show) -> str:
    feed = {"rel": "alternate", "type": "application/rss+xml", "href": FEED, "title": show.title}
    tags = [
        opening("meta", {"charset": "utf-8"}),
        opening("meta", {"http-equiv": "Content-Security-Policy", "content": _POLICY}),
        opening("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", escaped(show.title)),
        opening("meta", {"name": "description", "content": show.description}) if show.description else "",
        opening("link", feed),
        opening("link", {"rel": "icon", "href": "data:,"}),
        element("style", STYLE),
        element("style", _MORE_STYLE),
    ]
    return element("head", _lines(tags))


def _header(show: Show, wording: ShowWording) -> str:
    cover = opening("img", {"src": COVER, "class": "cover", "width": "144", "height": "144"})[:-1] + ' alt="">'
    feed = element("a", wording.feed, {"href": FEED, "type": "application/rss+xml", **_own(show, wording)})
    lines = [cover, element("h1", escaped(show.title)), element("p", escaped(show.author)) if show.author else ""]
    lines += [element("p", escaped(show.description))] if show.description else []
    return element("header", _lines([*lines, element("p", feed)]))


def to_article(listing: Listing, show: Show, *, has_book: bool) -> str:
    """Return an episode's part of the page; `has_book` tells whether it is there as an EPUB too."""
    wording = show_wording(show.language)
    sound = listing.enclosures[0]
    texts = {"lang": language_tag(listing.lang), "dir": direction(listing.lang) or "ltr"}
    player = {"controls": "controls", "preload": "none", "src": _sound(listing, sound), "aria-label": listing.title}
    lines = [
        element("h3", _title(listing), texts),
        element("p", " · ".join(_facts(listing, show)), _own(show, wording)),
        element("p", escaped(listing.description), texts) if listing.description else "",
        element("audio", "", player),
        element("ul", _lines(_files(listing, wording, has_book=has_book)), {"class": "files", **_own(show, wording)}),
    ]
    return element("article", _lines(lines), {"id": listing.slug})


def _title(listing: Listing) -> str:
    """Return the title, which leads to the player where there is one."""
    player = listing.files.get("player", "")
    title = escaped(listing.title)
    return element("a", title, {"href": f"{listing.identity.slug}/{player}"}) if player else title


def _facts(listing: Listing, show: Show) -> Iterator[str]:
    day = listing.published.date()
    yield element("time", written_day(day, wording_for(show.language)), {"datetime": day.isoformat()})
    yield clock(listing.duration_ms)
    if listing.byline:
        yield escaped(listing.byline)


def _files(listing: Listing, wording: ShowWording, *, has_book: bool) -> Iterator[str]:
    slug, title = listing.slug, escaped(listing.title)
    if transcript := listing.files.get("transcript"):
        yield _link(f"{slug}/{transcript}", wording.transcript.format(title))
    for sound in listing.enclosures:
        yield _link(_sound(listing, sound), wording.download.format(escaped(sound.name)))
    if has_book:
        yield _link(f"{slug}/{slug}.epub", wording.book.format(title))


def _link(address: str, text: str) -> str:
    return element("li", element("a", text, {"href": address}))


def _sound(listing: Listing, sound: Enclosure) -> str:
    return f"{listing.slug}/{sound.name}?v={sound.sha256[:12]}"


def _navigation(document: Document, show: Show, wording: ShowWording) -> Iterator[str]:
    links = [element("a", wording.newest, {"href": PAGE})] if document.is_archive else []
    links += [element("a", wording.older, {"href": document.before})] if document.before else []
    if links:
        yield element("nav", " · ".join(links), _own(show, wording))


def _own(show: Show, wording: ShowWording) -> dict[str, str]:
    """Return the attributes that our own words need in a show of another language."""
    return {} if show.language.lower().startswith(wording.lang) else {"lang": wording.lang, "dir": "ltr"}


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"\n{part}" for part in parts if part) + "\n"
