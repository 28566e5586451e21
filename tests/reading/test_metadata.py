"""What a page says of its article as a whole."""

import json

import pytest

from postaloud.model.article import Article, Paragraph
from postaloud.model.page import Page
from postaloud.reading import read_article
from postaloud.reading.dates import day_of, visible_day

TEXT = "<p>Some words of the article, enough for a paragraph that is longer than any line about who and when it was."


def read(head: str, body: str = TEXT, attributes: str = "") -> Article:
    page = f"<!doctype html><html {attributes}><head>{head}</head><body>{body}"
    return read_article(Page("page.html", page.encode()))


def ld(**entry: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "BlogPosting", **entry})}</script>'


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Good bread | The Mill</title>", "<h1>Good bread</h1>", "Good bread"),
        ("<title>Good bread - The Mill</title>", "", "Good bread"),
        ("<title>The Mill – Good bread</title>" + meta("og:site_name", "The Mill"), "", "Good bread"),
        ("<title>x</title>" + meta("og:title", "Good bread"), "<h1>The Mill</h1>", "Good bread"),
        (meta("og:title", "Good bread"), "<h1>Good <em>bread</em></h1>", "Good bread"),
        (
            meta("og:title", "Good bread at home – The Mill") + meta("og:site_name", "The Mill"),
            "",
            "Good bread at home",
        ),
        (meta("og:site_name", "The Mill") + "<title>The Mill</title>", "<h1>The Mill</h1><h2>Bread</h2>", "The Mill"),
        (ld(headline="Good bread"), "", "Good bread"),
        ("", "<h1>Good bread</h1>", "Good bread"),
        ("", "<h2>Good bread</h2>", "Good bread"),
        ("", "<p>Words first<h2>Then a section</h2>", ""),
        ("", "", ""),
        ("<title>Salt &amp; bread</title>", "", "Salt & bread"),
        (meta("og:title", "Salt &amp;amp; bread"), "", "Salt & bread"),
        ("<title>Good bread</title>", "<h1>Menu</h1><h1>Good bread</h1>", "Good bread"),
        ("<title>Bread - Everything about baking at home | The Mill</title>", "<h1>Bread</h1>", "Bread"),
        ("<title>Good bread</title>", "<h1>Good bread<a href=#bread>¶</a></h1>", "Good bread"),
        (ld(headline="Salt &amp; bread"), "", "Salt & bread"),
        (
            "<title>A - B testing of bread and its pitfalls</title>",
            "",
            "A - B testing of bread and its pitfalls",
        ),
    ],
)
def test_the_title_is_what_most_places_call_the_article(head: str, body: str, title: str) -> None:
    assert read(head, body + TEXT).title == title


def test_the_title_is_said_once() -> None:
    article = read("<title>Good bread</title>", f"<h1>Good bread</h1>{TEXT}<h2>Good bread</h2>{TEXT}")

    assert len(article.lead) == 1
    assert [run.text for section in article.sections for run in section.heading] == ["Good bread"]


@pytest.mark.parametrize(
    ("head", "body", "byline"),
    [
        (ld(author={"@type": "Person", "name": "Ada Miller"}), "", "Ada Miller"),
        (ld(author=[{"name": "Ada Miller"}, {"name": "Bo Baker"}]), "", "Ada Miller, Bo Baker"),
        (ld(author="Ada Miller"), "", "Ada Miller"),
        (meta("author", "by Ada Miller"), "", "Ada Miller"),
        (meta("article:author", "https://www.example.com/ada") + meta("author", "Ada"), "", "Ada"),
        ("", "<a rel=author href=/ada>Ada Miller</a>", "Ada Miller"),
        ("", "<span itemprop=author><span>Ada Miller</span></span>", "Ada Miller"),
        ("", "<p class=byline>By <a href=/a>Ada Miller</a> | 3 May 2020</p>", "Ada Miller"),
        ("", "<p>By Ada Miller</p>", "Ada Miller"),
        (meta("author", "amiller2"), "<span class=author>Ada Miller</span>", "Ada Miller"),
        (meta("author", "admin"), "<span class=author>Ada Miller</span>", "Ada Miller"),
        (meta("author", "amiller2"), "", "amiller2"),
        (meta("author", "Ada"), "<span class=author>Bo Baker</span>", "Ada"),
        (
            meta("og:site_name", "The Mill") + meta("author", "The Mill"),
            "<a href=/authors/ada-miller>Ada Miller</a>",
            "Ada Miller",
        ),
        (meta("twitter:label1", "Written by") + meta("twitter:data1", "Ada Miller"), "", "Ada Miller"),
        ("", "<div class=author-bio>Bakes at night</div><div class=authors>By Ada Miller</div>", "Ada Miller"),
        ("", "<a href=/author/ada>More about me →</a>", ""),
        (
            ld(author={"@id": "#ada"}) + ld(**{"@type": "Person", "@id": "#ada", "name": "Ada Miller"}),
            "",
            "Ada Miller",
        ),
        ("", "", ""),
    ],
)
def test_the_byline_names_the_authors(head: str, body: str, byline: str) -> None:
    assert read(head, body + TEXT).byline == byline


@pytest.mark.parametrize(
    ("head", "body", "date"),
    [
        (meta("article:published_time", "2023-10-18T09:00:00+00:00"), "", "2023-10-18"),
        (ld(datePublished="2023-10-18T23:30:00Z", dateModified="2024-01-01"), "", "2023-10-18"),
        ("", "<time datetime=2023-10-18>last autumn</time>", "2023-10-18"),
        ("", "<time>October 18, 2023</time>", "2023-10-18"),
        ("", "<span itemprop=datePublished content=2023-10-18>x</span>", "2023-10-18"),
        (meta("date", "18.10.2023") + meta("dc.date", "20231018"), "", "2023-10-18"),
        ("", "<div class=post-date>Wednesday, October 18, 2023</div>", "2023-10-18"),
        ("", "<p>Posted on 18 October 2023</p>", "2023-10-18"),
        ("", "<p class=date>10/18/2023</p>", "2023-10-18"),
        ("", "<p class=date>18/10/2023</p>", "2023-10-18"),
        ("", "<p class=date>18.10.2023</p>", "2023-10-18"),
        ("", "<p class=date>3/4/2023</p>", ""),
        ("", TEXT + "<div><span>Last updated: October 18, 2023</span></div>", "2023-10-18"),
        (meta("article:modified_time", "2024-01-01"), "<time datetime=2023-10-18>then</time>", "2023-10-18"),
        (meta("date", "October 18, 2023"), "<time datetime=2024-01-01>another</time>", "2023-10-18"),
        (ld(headline="x") + ld(datePublished="2023-10-18"), "", "2023-10-18"),
        (meta("article:published_time", "soon"), "", ""),
        ("", "", ""),
        ("", f"<p>We took the early train to Lyon on 3 May 2024, and it was late.</p>{TEXT}", ""),
        ("", f"<p>Written on 3 May 2024.</p>{TEXT}", "2024-05-03"),
    ],
)
def test_the_date_is_the_day_of_publication(head: str, body: str, date: str) -> None:
    assert read(head, body + TEXT).date == date


@pytest.mark.parametrize(
    ("attributes", "head", "lang", "origin"),
    [
        ("lang=en-GB", "", "en-GB", "page"),
        ("lang=pt_BR", "", "pt-BR", "page"),
        ("xml:lang=fr", "", "fr", "page"),
        ("lang=''", meta("og:locale", "de_DE"), "de-DE", "metadata"),
        ("", "<meta http-equiv=content-language content='it, en'>", "it", "metadata"),
        ("", ld(inLanguage="es"), "es", "metadata"),
        ("lang='not a language'", "", "", ""),
        ("", "", "", ""),
    ],
)
def test_the_language_is_the_page_s_own_then_its_metadata_s(attributes: str, head: str, lang: str, origin: str) -> None:
    article = read(head, attributes=attributes)

    assert (article.lang, article.lang_origin) == (lang, origin)


def test_an_element_in_another_language_marks_its_runs() -> None:
    article = read("", f"<div lang=fr>{TEXT}</div>", "lang=en")

    assert {run.lang for block in article.lead if isinstance(block, Paragraph) for run in block.runs} == {"fr"}


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ("<link rel=canonical href='https://blog.example/a'>", "https://blog.example/a"),
        ("<link rel=canonical href='/a'>" + meta("og:url", "https://blog.example/b"), "https://blog.example/b"),
        ("<link rel=canonical href='javascript:alert(1)'>", ""),
        ("<link rel=canonical href='file:///home/a.html'>", ""),
    ],
)
def test_the_address_is_on_the_web(head: str, address: str) -> None:
    assert read(head).address == address


def test_site_description_and_picture_are_found() -> None:
    head = meta("og:site_name", "The Mill") + meta("og:description", "On bread") + meta("og:image", "/a.jpg")

    article = read(head)

    assert (article.site, article.description, article.picture) == ("The Mill", "On bread", "/a.jpg")


def test_the_first_picture_stands_in_for_a_lead_picture() -> None:
    assert read("", TEXT + "<img src=b.jpg alt='A loaf'>").picture == "b.jpg"


@pytest.mark.parametrize(
    "written",
    [
        "",
        "{",
        "null",
        '"x"',
        "[" * 100_000,
        '{"@graph": 3}',
        '{"@type": ["Article", 7], "author": [[]], "headline": {}}',
        '{"@type": "Article", "@graph": [{"@type": null}], "author": {"name": {"name": []}}, "image": [{}]}',
    ],
)
def test_malformed_json_ld_says_nothing(written: str) -> None:
    article = read(f'<script type="application/ld+json">{written}</script><title>Good bread</title>')

    assert (article.title, article.byline) == ("Good bread", "")


def test_json_ld_is_found_in_graphs() -> None:
    graph = [{"@type": "WebSite", "name": "The Mill"}, {"@type": "NewsArticle", "author": {"name": "Ada"}}]
    head = f'<script type="application/ld+json">{json.dumps({"@graph": graph})};</script>'

    assert read(head).byline == "Ada"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2023-10-18", "2023-10-18"),
        ("2023-10-18T09:00:00+02:00", "2023-10-18"),
        ("20231018", "2023-10-18"),
        ("2023/1/8", "2023-01-08"),
        ("Oct 18, 2023", "2023-10-18"),
        ("Sept. 3rd, 2021", "2021-09-03"),
        ("18 October 2023", "2023-10-18"),
        ("18. Oktober 2023", "2023-10-18"),
        ("18 de octubre de 2023", "2023-10-18"),
        ("3 août 2021", "2021-08-03"),
        ("Wed, 18 Oct 2023 10:00:00 GMT", "2023-10-18"),
        ("2023-13-40", ""),
        ("February 30, 2021", ""),
        ("1066-10-14", ""),
        ("yesterday", ""),
        ("", ""),
    ],
)
def test_days_are_read_from_many_ways_to_write_them(written: str, day: str) -> None:
    assert day_of(written) == day


def test_a_day_is_found_in_a_line_of_text() -> None:
    assert visible_day("By Ada | Monday, March 4, 2024 | Bread") == "2024-03-04"
    assert visible_day("No day here") == ""
