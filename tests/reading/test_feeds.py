"""Feeds: their entries as pages, what they say of each, and feeds that want to do harm."""

import logging
from pathlib import Path

import pytest

from postaloud.errors import NothingToRead, SourceError, UsageError
from postaloud.model.article import Article, Paragraph, text_of
from postaloud.model.page import Entry, Page
from postaloud.reading import fetch, find_sources, read_article
from postaloud.reading.feeds import entries_of, is_feed
from postaloud.reading.web import Web
from websites import answering, website

OURS = Web(allow_private=True, total_s=5)
ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://allotment.example/notes/" xml:lang="en-GB">
<title>Allotment &amp; Shed</title><id>tag:allotment.example,2020:feed</id><link href="."/>
<author><name>Rosa Beet</name></author>
<entry><title type="html">Beans &amp;amp; &lt;em>peas&lt;/em></title><id>tag:allotment.example,2024:1</id>
<link href="beans.html"/><published>2024-05-01T08:00:00Z</published><updated>2024-06-01T08:00:00Z</updated>
<content type="html" xml:base="pictures/">&lt;p>Sow them &lt;a href="deep.html">deep&lt;/a>.&lt;/p>
&lt;ol start=3>&lt;li>Water&lt;/ol></content></entry>
<entry><title>Un mur</title><link href="mur.html"/>
<author><name>A. Un</name></author><author><name>B. Deux</name></author>
<content type="xhtml" xml:lang="fr"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Une pierre<br/>et <b>encore</b> une.</p>
</div></content></entry>
<entry><title>Plain</title><id>tag:allotment.example,2024:3</id><content type="text">5 &lt; 6

And another.</content></entry>
</feed>"""
LONG = "Every spring the same robin comes to see what the spade turns up. " * 10


def rss(*items: str, channel: str = "") -> Page:
    text = (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Shed</title><link>http://shed.example/</link>'
        f"{channel}{''.join(f'<item>{item}</item>' for item in items)}</channel></rss>"
    )
    return Page("feed.xml", text.encode())


def articles(page: Page) -> list[Article]:
    return [read_article(fetch(entry)) for entry in entries_of(page)]


def test_an_entry_brings_its_title_author_date_language_link_and_site() -> None:
    beans, wall, plain = articles(Page("feed.xml", ATOM.encode()))

    assert (beans.title, beans.byline, beans.date) == ("Beans & peas", "Rosa Beet", "2024-05-01")
    assert (beans.lang, beans.lang_origin, beans.site) == ("en-GB", "feed", "Allotment & Shed")
    assert beans.address == "http://allotment.example/notes/beans.html"
    assert (wall.byline, wall.lang) == ("A. Un, B. Deux", "fr")
    assert (plain.title, plain.address) == ("Plain", "")


def test_the_text_of_an_entry_is_read_as_a_page_is() -> None:
    beans, wall, plain = articles(Page("feed.xml", ATOM.encode()))

    assert "deep.html" in repr(beans.lead)
    assert "http://allotment.example/notes/pictures/deep.html" in repr(beans.lead)
    assert "ordinal='3'" in repr(beans.lead)
    assert [text_of(block.runs) for block in wall.lead if isinstance(block, Paragraph)] == ["Une pierre et encore une."]
    assert [text_of(block.runs) for block in plain.lead if isinstance(block, Paragraph)] == ["5 < 6", "And another."]


def test_full_text_wins_over_the_description() -> None:
    (entry,) = entries_of(rss(f"<description>{LONG}</description><content:encoded>&lt;p>All of it.</content:encoded>"))

    assert entry.content == "<p>All of it."


@pytest.mark.parametrize(
    ("item", "is_text"),
    [
        (f"<link>http://shed.example/a</link><description>{LONG}</description>", True),
        ("<link>http://shed.example/a</link><description>A few words.</description>", False),
        (f"<link>http://shed.example/a</link><description>{LONG} […]</description>", False),
        (f"<link>http://shed.example/a</link><description>{LONG} Read more</description>", False),
        ("<description>A few words, and no link.</description>", True),
        ("<link>http://shed.example/a</link>", False),
    ],
)
def test_a_description_is_the_text_where_it_is_long_and_whole_or_all_there_is(item: str, is_text: bool) -> None:  # noqa: FBT001
    (entry,) = entries_of(rss(item))

    assert bool(entry.content) is is_text


def test_an_entry_without_text_is_fetched_and_keeps_what_the_feed_says() -> None:
    body = b"<html lang='en'><title>Robins | Shed</title><p>They sing in winter too.</p>"
    with website({"/robins": answering(body)}) as site:
        link = site.address("/robins")
        (entry,) = entries_of(rss(f"<title>The robins</title><link>{link}</link><dc:creator>Joan</dc:creator>"))
        article = read_article(fetch(entry, OURS))

    assert (article.title, article.byline, article.lang, article.address) == ("The robins", "Joan", "en", link)


def test_an_entry_whose_link_leads_nowhere_is_named() -> None:
    with website({"/gone": answering(b"", "410 Gone")}) as site:
        (entry,) = entries_of(rss(f"<title>Old news</title><link>{site.address('/gone')}</link>"))
        with pytest.raises(SourceError, match=r'Entry 1 of feed.xml, "Old news": http.*/gone is gone for good'):
            fetch(entry, OURS)


def test_content_that_lies_elsewhere_is_fetched() -> None:
    with website({"/words": answering(b"<p>Words from elsewhere.</p>")}) as site:
        feed = (
            f"<feed xmlns='http://www.w3.org/2005/Atom'><entry><content src='{site.address('/words')}'/></entry></feed>"
        )
        (entry,) = entries_of(Page("feed.xml", feed.encode()))

        assert "Words from elsewhere." in repr(read_article(fetch(entry, OURS)))


def test_an_entry_without_a_date_is_as_old_as_its_feed() -> None:
    entries = entries_of(Page("feed.xml", ATOM.encode(), modified=5.0))

    assert [entry.modified for entry in entries] == [1714550400.0, 5.0, 5.0]


def test_an_entry_with_neither_text_nor_link_is_named() -> None:
    (entry,) = entries_of(rss("<title>Empty</title>"))

    with pytest.raises(NothingToRead, match=r'Entry 1 of feed.xml, "Empty", has neither a text nor a link'):
        fetch(entry)


def test_a_link_of_an_entry_never_reaches_a_file() -> None:
    (entry,) = entries_of(rss("<title>Passwords</title><link>file:///etc/passwd</link>"))

    with pytest.raises(NothingToRead, match="neither a text nor a link"):
        fetch(entry)


@pytest.mark.parametrize(
    "item",
    [
        "<link>http://[half</link>",
        "<link>javascript:alert(1)</link>",
        "<pubDate>Mon, 99 Foo 99999 99:99:99 GMT</pubDate>",
        "<pubDate>0001-01-01T00:00:00Z</pubDate>",
        "<author></author><guid></guid>",
        "<title>&lt;/title>&lt;script>x&lt;/script></title>",
    ],
)
def test_odd_things_in_a_feed_do_no_harm(item: str) -> None:
    (entry,) = entries_of(rss(f"{item}<description>{LONG}</description>"))

    article = read_article(fetch(entry))

    assert "the same robin" in repr(article.lead)
    assert article.date == ""


def test_entries_that_share_a_link_are_told_apart() -> None:
    home = "<link>http://shed.example/</link>"
    same = "<link>http://shed.example/same</link>"
    content = "<description>Words of it.</description>"
    entries = entries_of(
        rss(
            f"<title>A</title><guid isPermaLink='false'>1</guid>{home}{content}",
            f"<title>B</title>{same}{content}",
            f"<title>B</title>{same}{content}",
            f"<title>C</title><link>http://shed.example/c</link>{content}",
            f"<title>D</title><guid isPermaLink='false'>urn:d</guid>{content}",
        )
    )

    assert [entry.identity for entry in entries] == [
        "http://shed.example/#1", "http://shed.example/#B", "http://shed.example/#B 2", "", "urn:d",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "numbers"), [("1", [1]), ("2-3", [2, 3]), ("1,3", [1, 3]), ("2-", [2, 3]), ("1-99", [1, 2, 3])]
)
def test_entries_are_chosen_by_number_in_the_order_of_the_feed(wanted: str, numbers: list[int]) -> None:
    assert [entry.number for entry in entries_of(Page("feed.xml", ATOM.encode()), wanted)] == numbers


@pytest.mark.parametrize("wanted", ["0", "4", "3-2", "x", "", "1;2", "5-"])
def test_entries_that_are_not_there_are_named(wanted: str) -> None:
    with pytest.raises(UsageError, match="entry"):
        entries_of(Page("feed.xml", ATOM.encode()), wanted or ",")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"<rss version='2.0'>", True),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- <html> -->\n<feed>", True),
        ('<?xml version="1.0" encoding="utf-16"?><feed>'.encode("utf-16"), True),
        (b"<!DOCTYPE rss [<!ENTITY nbsp '&#160;'>]><rss>", True),
        (b"<rdf:RDF xmlns:rdf='x'>", True),
        (b"<atom:feed>", True),
        (b"<!DOCTYPE html><html><body><rss>", False),
        (b"<p>Talk of <feed> here", False),
        (b"rss <rss>", False),
        (b"", False),
    ],
)
def test_a_feed_is_known_by_its_first_element(body: bytes, what: bool) -> None:  # noqa: FBT001
    assert is_feed(Page("x", body)) is what


BOMBS = {
    "nested entities": "<!DOCTYPE rss [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>",
    "a long entity": f"<!DOCTYPE rss [<!ENTITY a '{'ha' * 5000}'>]>",
    "an external entity": "<!DOCTYPE rss [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
    "a public entity": "<!DOCTYPE rss [<!ENTITY a PUBLIC 'x' 'http://evil.example/'>]>",
    "a parameter entity": "<!DOCTYPE rss [<!ENTITY % a '<!ENTITY b SYSTEM \"x\">'>%a;]>",
    "an entity after a comment": "<!-- <rss> --><!DOCTYPE rss [<!-- <rss> --><!ENTITY a SYSTEM 'x'>]>",
}


@pytest.mark.parametrize("start", BOMBS.values(), ids=BOMBS)
def test_entities_that_could_grow_or_reach_out_are_refused(start: str) -> None:
    body = f"{start}<rss version='2.0'><channel><item><description>&a;&b;</description></item></channel></rss>"

    with pytest.raises(NothingToRead, match="declares XML entities that could grow or open other files"):
        entries_of(Page("bomb.xml", body.encode()))


def test_entities_for_a_few_letters_are_kept() -> None:
    body = (
        '<!DOCTYPE rss [\n<!ENTITY nbsp "&#160;">\n<!ENTITY who "Rosa">\n]>'
        "<rss version='2.0'><channel><item><description>By&nbsp;&who; alone</description></item></channel></rss>"
    )

    (entry,) = entries_of(Page("feed.xml", body.encode()))

    assert entry.content.replace("\xa0", " ") == "By Rosa alone"


@pytest.mark.parametrize(
    "text",
    [
        "<title>Salt & pepper</title><description>Both of them.</description>",
        "<title>A&nbsp;space</title><description>Both of them.</description>",
        "<title>A bell\x07</title><description>Both of them.</description>",
        "<title>Open</title><description>Both of them.</description><p>",
    ],
)
def test_a_malformed_feed_is_repaired_and_told(text: str, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)

    (entry,) = entries_of(rss(text))

    assert entry.content == "Both of them."
    assert caplog.messages == ["feed.xml is not well-formed XML; it was repaired, and something may be missing."]


@pytest.mark.parametrize("body", ["<rss version='2.0'></rss>", "<feed xmlns='http://www.w3.org/2005/Atom'/>", "<rss"])
def test_a_feed_without_entries_has_nothing_to_read(body: str) -> None:
    with pytest.raises(NothingToRead, match=r"feed\.xml is a feed without entries"):
        entries_of(Page("feed.xml", body.encode()))


def test_a_feed_is_found_in_a_file_and_at_an_address(tmp_path: Path) -> None:
    file = tmp_path / "feed.xml"
    file.write_text(ATOM, encoding="utf-8")
    with website({"/feed": answering(ATOM.encode(), content_type="application/atom+xml")}) as site:
        at_address = find_sources(site.address("/feed"), OURS, "1")

        assert [entry.location for entry in at_address if isinstance(entry, Entry)] == [site.address("/feed")]
    assert [entry.title for entry in find_sources(str(file)) if isinstance(entry, Entry)] == [
        "Beans & peas",
        "Un mur",
        "Plain",
    ]


def test_relative_links_of_a_feed_are_counted_from_where_it_was_had() -> None:
    body = b"<rss version='2.0'><channel><item><title>A</title><link>/a</link></item></channel></rss>"
    (entry,) = entries_of(Page("x", body, address="http://shed.example/feeds/rss"))

    assert entry.address == "http://shed.example/a"
