"""The feed, read again by feedparser, podcastparser and lxml."""

import io
import re
import uuid
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from postaloud.model.episode import Enclosure, Listing, Show
from postaloud.publishing import Document, documents, podcast_guid, to_entry, to_rss
from postaloud.publishing import feed as rules
from shows import LISTING, SHOW, listing_of

NAMES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
}
FOLDER = "https://tea.example/podcast/tea-0a1b2c/"
OPUS = Enclosure("tea-0a1b2c.opus", "audio/ogg", 567, "cd" * 32, 125_400)
HOSTILE = "]]><script>alert(1)</script>&lt;b&gt; \x00\x08\ufffe\ud800 <![CDATA[ -->"


def _feed(listings: Sequence[Listing] = (LISTING,), show: Show = SHOW) -> bytes:
    entries = [to_entry(listing, show, has_book=False) for listing in listings]
    return b"".join(to_rss(show, Document("feed.xml", entries)))


def _texts(feed: bytes, path: str) -> list[Any]:
    found = etree.fromstring(feed).xpath(path, namespaces=NAMES)
    assert isinstance(found, list)
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("title", ["Tea talk"]),
        ("link", ["https://tea.example/podcast/"]),
        ("description", ["All about tea."]),
        ("language", ["en-gb"]),
        ("copyright", ["2024 Nora"]),
        ("managingEditor", ["nora@tea.example (Nora)"]),
        ("lastBuildDate", ["Fri, 08 Nov 2024 00:00:00 GMT"]),
        ("image/url", ["https://tea.example/podcast/cover.jpg"]),
        ("atom:link[@rel='self']/@href", ["https://tea.example/podcast/feed.xml"]),
        ("itunes:author", ["Nora"]),
        ("itunes:explicit", ["false"]),
        ("itunes:image/@href", ["https://tea.example/podcast/cover.jpg"]),
        ("itunes:owner/itunes:email", ["nora@tea.example"]),
        ("itunes:category/@text", ["Leisure", "Arts"]),
        ("itunes:category/itunes:category/@text", ["Crafts"]),
        ("podcast:guid", [podcast_guid("https://tea.example/podcast/")]),
        ("podcast:locked/@owner", ["nora@tea.example"]),
        ("podcast:medium", ["podcast"]),
        ("podcast:license", ["cc-by-4.0"]),
        ("podcast:txt/@purpose", ["ai-content"]),
    ],
)
def test_the_channel_says_what_the_show_is(path: str, values: list[str]) -> None:
    attribute = "/@" in path
    found = _texts(_feed(), f"/rss/channel/{path}{'' if attribute else '/text()'}")

    assert found == values


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("title/text()", ["Tea & time"]),
        ("link/text()", ["https://tea.example/pot/"]),
        ("guid/text()", ["5f2c9d0e-0000-5000-8000-000000000001"]),
        ("guid/@isPermaLink", ["false"]),
        ("pubDate/text()", ["Fri, 08 Nov 2024 00:00:00 GMT"]),
        ("enclosure/@url", [f"{FOLDER}tea-0a1b2c.mp3?v=abababababab"]),
        ("enclosure/@length", ["1234"]),
        ("enclosure/@type", ["audio/mpeg"]),
        ("itunes:duration/text()", ["126"]),
        ("itunes:author/text()", ["Nora"]),
        ("podcast:chapters/@url", [f"{FOLDER}chapters.json"]),
        ("podcast:chapters/@type", ["application/json+chapters"]),
        ("podcast:transcript/@url",
         [f"{FOLDER}tea-0a1b2c.vtt", f"{FOLDER}tea-0a1b2c.srt", f"{FOLDER}transcript.html"]),
        ("podcast:transcript/@type", ["text/vtt", "application/x-subrip", "text/html"]),
        ("podcast:txt/text()", ["The voice is synthetic: espeak, en-gb."]),
        ("podcast:contentLink/@href", ["https://tea.example/pot/"]),
        ("psc:chapters/psc:chapter/@start", ["00:00:00.000", "00:01:00.500"]),
        ("psc:chapters/psc:chapter/@title", ["Tea & time", "Steep <slowly>"]),
        ("psc:chapters/psc:chapter/@href", ["https://tea.example/pot/", "https://tea.example/pot/#steep"]),
        ("podcast:alternateEnclosure/@type", ["audio/ogg"]),
        ("podcast:alternateEnclosure/@length", ["567"]),
        ("podcast:alternateEnclosure/podcast:source/@uri", [f"{FOLDER}tea-0a1b2c.opus?v=cdcdcdcdcdcd"]),
        ("podcast:alternateEnclosure/podcast:integrity/@value",
         ["sha256-zc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc0="]),
    ],
)  # fmt: skip
def test_an_item_says_what_the_episode_is(path: str, values: list[str]) -> None:
    listing = replace(LISTING, enclosures=(*LISTING.enclosures, OPUS))

    assert _texts(_feed([listing]), f"/rss/channel/item/{path}") == values


def test_the_notes_hold_description_chapters_article_and_voice() -> None:
    (description,) = _texts(_feed(), "//item/description/text()")
    (notes,) = _texts(_feed(), "//item/content:encoded/text()")

    assert description == (
        "<p>How to make &lt;tea&gt;.</p>"
        "<p>00:00:00 Tea &amp; time<br>00:01:00 Steep &lt;slowly&gt;</p>"
        '<p><a href="https://tea.example/pot/">Read the article at The Pot</a></p>'
        "<p>Spoken by a synthetic voice (espeak, en-gb).</p>"
    )
    assert '<a href="https://tea.example/pot/#steep">00:01:00 Steep &lt;slowly&gt;</a>' in notes


def test_a_description_of_many_chapters_stays_under_4000_bytes() -> None:
    chapters = tuple(replace(LISTING.chapters[1], title=f"Chapter {number} about tea") for number in range(400))
    (description,) = _texts(_feed([replace(LISTING, chapters=chapters)]), "//item/description/text()")

    assert 2000 < len(description.encode()) <= 4000
    assert description.endswith("Spoken by a synthetic voice (espeak, en-gb).</p>")


def test_feedparser_reads_the_feed_without_complaint() -> None:
    read = feedparser.parse(io.BytesIO(_feed()))

    assert read.bozo is False
    assert (read.feed.title, read.feed.author, read.entries[0].title) == ("Tea talk", "Nora", "Tea & time")
    assert dict(read.entries[0].enclosures[0]) == {
        "href": f"{FOLDER}tea-0a1b2c.mp3?v=abababababab",
        "length": "1234",
        "type": "audio/mpeg",
    }


def test_podcastparser_reads_the_feed() -> None:
    read = podcastparser.parse(SHOW.base_url, io.BytesIO(_feed()))

    (episode,) = read["episodes"]
    assert (read["title"], read["cover_url"], read["itunes_owner"]["email"]) == (
        "Tea talk",
        "https://tea.example/podcast/cover.jpg",
        "nora@tea.example",
    )
    assert (episode["title"], episode["guid"], episode["total_time"], episode["published"]) == (
        "Tea & time",
        "5f2c9d0e-0000-5000-8000-000000000001",
        126,
        1731024000,
    )
    assert [chapter["start"] for chapter in episode["chapters"]] == [0, 60]
    assert episode["enclosures"] == [
        {"url": f"{FOLDER}tea-0a1b2c.mp3?v=abababababab", "file_size": 1234, "mime_type": "audio/mpeg"}
    ]


def test_hostile_texts_stay_text() -> None:
    listing = replace(LISTING, title=HOSTILE, byline=HOSTILE, description=HOSTILE, site=HOSTILE, voice=HOSTILE)
    feed = _feed([listing], replace(SHOW, title=HOSTILE, author=HOSTILE, description=HOSTILE))

    tags = {etree.QName(each).localname for each in etree.fromstring(feed).iter("*")}
    (notes,) = _texts(feed, "//item/content:encoded/text()")
    assert "script" not in tags
    assert "<script" not in notes
    assert feedparser.parse(io.BytesIO(feed)).bozo is False


def test_a_show_of_a_human_voice_says_nothing_of_a_synthetic_one() -> None:
    assert b"ynthetic" not in _feed(show=replace(SHOW, synthetic_voice=False))


def test_the_guid_follows_the_rule() -> None:
    podnews = uuid.uuid5(rules._PODCASTS, "podnews.net/rss")

    assert str(podnews) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert podcast_guid("https://tea.example/") == str(uuid.uuid5(rules._PODCASTS, "tea.example/feed.xml"))


@pytest.mark.parametrize(
    ("count", "size", "expected"),
    [
        (0, 0, [("feed.xml", [], "")]),
        (3, 0, [("feed.xml", [3, 2, 1], "")]),
        (3, 3, [("feed.xml", [3, 2, 1], "")]),
        (4, 3, [("feed.xml", [4, 3, 2], "a-1.xml"), ("a-1.xml", [3, 2, 1], "")]),
        (5, 2, [("feed.xml", [5, 4], "a-2.xml"), ("a-1.xml", [2, 1], ""), ("a-2.xml", [4, 3], "a-1.xml")]),
        (6, 2, [("feed.xml", [6, 5], "a-2.xml"), ("a-1.xml", [2, 1], ""), ("a-2.xml", [4, 3], "a-1.xml")]),
    ],
)  # fmt: skip
def test_archives_are_filled_from_the_oldest_episode(
    count: int, size: int, expected: list[tuple[str, list[int], str]]
) -> None:
    entries = [to_entry(listing_of(number), SHOW, has_book=False) for number in range(count, 0, -1)]

    made = documents(entries, size, "feed.xml", "a-{}.xml")

    assert [(each.name, [int(one.guid[-12:]) for one in each.entries], each.before) for each in made] == expected


def test_an_archive_names_the_one_before_and_the_feed_now() -> None:
    document = Document("a-2.xml", [], "a-1.xml", is_archive=True)
    feed = b"".join(to_rss(SHOW, document))

    links = dict(
        zip(_texts(feed, "/rss/channel/atom:link/@rel"), _texts(feed, "/rss/channel/atom:link/@href"), strict=True)
    )
    assert links == {
        "self": "https://tea.example/podcast/a-2.xml",
        "current": "https://tea.example/podcast/feed.xml",
        "prev-archive": "https://tea.example/podcast/a-1.xml",
    }
    assert len(etree.fromstring(feed).findall("channel/fh:archive", NAMES)) == 1


@pytest.mark.parametrize("title", ["The <audio> element", "R&D &copy; &#169;", "1 < 2 && 3"])
def test_plain_text_holds_nothing_that_looks_like_markup_in_the_file(title: str) -> None:
    feed = _feed([replace(LISTING, title=title)])
    (line,) = (line for line in feed.decode().splitlines() if line.startswith("<title>") and "Tea talk" not in line)

    assert re.findall("&(?!#x|gt;)|<[a-z]", line.removeprefix("<title>").removesuffix("</title>")) == []
    assert _texts(feed, "channel/item/title/text()") == [title]


def test_names_are_short_enough_for_apple_and_whole_in_an_address() -> None:
    show = replace(SHOW, author="Nora (the (tea) one) \\ " + "é" * 300)
    feed = podcastparser.parse("https://tea.example/", io.BytesIO(_feed([], show)))
    root = etree.fromstring(_feed([replace(LISTING, byline="N" * 400)], show))

    editor = root.findtext("channel/managingEditor")
    assert editor is not None
    assert editor.startswith("nora@tea.example (Nora the tea one é")
    assert (editor.count("("), editor.count(")")) == (1, 1)
    names = root.findall(".//{http://www.itunes.com/dtds/podcast-1.0.dtd}author")
    assert [len((name.text or "").encode()) <= 255 for name in names] == [True, True]
    assert feed["title"] == "Tea talk"
