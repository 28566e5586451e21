"""What a feed tells of an episode in, its show notes out: HTML with the chapters' times, the article and the voice."""

from collections.abc import Iterator

from postaloud.model.episode import Listing, Show
from postaloud.model.recording import Chapter
from postaloud.publishing.addresses import chapter_address
from postaloud.publishing.durations import timestamp
from postaloud.publishing.markup import element, escaped
from postaloud.publishing.plain import one_line
from postaloud.publishing.show_wording import show_wording
from postaloud.publishing.wording import wording_for

MOST_BYTES = 4000
"""Of a description that apps show whole (Apple)."""
_TAGS = {"a", "br", "p"}
_FEWEST_CHAPTERS = 2


def to_notes(listing: Listing, show: Show) -> str:
    """Return the whole show notes as HTML, each chapter linked to its place in the article."""
    return _clean("".join(_parts(listing, show, [_linked(chapter, listing) for chapter in listing.chapters])))


def to_description(listing: Listing, show: Show) -> str:
    """Return the show notes as short HTML; chapters that do not fit into 4,000 bytes are left out from the end."""
    rows = [_row(chapter) for chapter in listing.chapters]
    text = "".join(_parts(listing, show, rows))
    while rows and len(text.encode()) > MOST_BYTES:
        rows = rows[: len(rows) * 3 // 4]
        text = "".join(_parts(listing, show, rows))
    return _clean(text)


def _parts(listing: Listing, show: Show, rows: list[str]) -> Iterator[str]:
    if listing.description:
        yield element("p", escaped(listing.description))
    if len(rows) >= _FEWEST_CHAPTERS:
        yield element("p", "<br>".join(rows))
    if listing.address:
        text = wording_for(listing.lang).article.format(escaped(listing.site or listing.address))
        yield element("p", element("a", text, {"href": listing.address}))
    if show.synthetic_voice:
        yield element("p", escaped(show_wording(listing.lang).spoken.format(listing.voice).replace(" ()", "")))


def _row(chapter: Chapter) -> str:
    return f"{timestamp(chapter.start_ms)[:8]} {escaped(one_line(chapter.title))}"


def _linked(chapter: Chapter, listing: Listing) -> str:
    address = chapter_address(listing.address, chapter.anchor)
    row = _row(chapter)
    return element("a", row, {"href": address}) if address else row


def _clean(html: str) -> str:
    """Pass the notes through a sanitiser: what apps show as HTML holds links and line breaks, whatever comes before."""
    import nh3

    return nh3.clean(html, tags=_TAGS, attributes={"a": {"href"}}, url_schemes={"http", "https"}, link_rel=None)
