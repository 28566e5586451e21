"""The show's page, read again by an HTML5 parser."""

from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib

from postaloud.publishing import Document, to_entry, to_show_page
from shows import LISTING, SHOW


def _page(*, has_book: bool = False, before: str = "", is_archive: bool = False) -> Element:
    entry = to_entry(LISTING, SHOW, has_book=has_book)
    text = b"".join(to_show_page(SHOW, Document("index.html", [entry], before, is_archive))).decode()
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return page


def test_each_episode_can_be_heard_read_and_downloaded() -> None:
    (episode,) = _page(has_book=True).findall(".//article")

    player = episode.find("audio")
    assert player is not None
    assert (player.get("src"), player.get("controls")) == ("tea-0a1b2c/tea-0a1b2c.mp3?v=abababababab", "controls")
    assert [(link.get("href"), link.text) for link in episode.findall(".//a")] == [
        ("tea-0a1b2c/transcript.html", "Transcript of Tea & time"),
        ("tea-0a1b2c/tea-0a1b2c.mp3?v=abababababab", "Download tea-0a1b2c.mp3"),
        ("tea-0a1b2c/tea-0a1b2c.epub", "Tea & time as an e-book with sound"),
    ]


def test_the_page_leads_to_the_feed() -> None:
    page = _page()

    assert [each.get("href") for each in page.findall(".//link[@type='application/rss+xml']")] == ["feed.xml"]
    assert page.find(".//a[@href='feed.xml']") is not None


def test_the_page_runs_nothing_and_hostile_texts_stay_text() -> None:
    hostile = "</title></style><script>alert(1)</script><img src=x onerror=alert(1)>\"'"
    show = replace(SHOW, title=hostile, author=hostile, description=hostile)
    listing = replace(LISTING, title=hostile, byline=hostile, description=hostile, lang=hostile)

    document = Document("index.html", [to_entry(listing, show, has_book=False)])
    text = b"".join(to_show_page(show, document)).decode()

    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    assert not page.findall(".//script")
    assert [each.get("src") for each in page.findall(".//img")] == ["cover.jpg"]
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]
    (policy,) = (each for each in page.findall(".//meta") if each.get("http-equiv"))
    assert str(policy.get("content")).startswith("default-src 'none'; ")


def test_pages_link_to_older_and_newest_episodes() -> None:
    first = _page(before="episodes-2.html")
    older = _page(before="episodes-1.html", is_archive=True)

    assert [(each.get("href"), each.text) for each in first.findall(".//nav/a")] == [
        ("episodes-2.html", "Older episodes")
    ]
    assert [each.get("href") for each in older.findall(".//nav/a")] == ["index.html", "episodes-1.html"]
