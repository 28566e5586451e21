"""From bytes to an article, and the sentences for what cannot be read."""

import pytest

from postaloud.errors import NothingToRead
from postaloud.model.article import Figure, ListBlock, Paragraph, text_of
from postaloud.model.page import Page
from postaloud.reading import list_outline, outline_of, read_article

SHELL = (
    "page.html is an empty shell, which scripts fill in a browser; "
    "open it in a browser, save the page as an HTML file and give its path."
)
WORDS = "A paragraph of the post has a few sentences. They say what a reader would like to know about candles at home."
PAGE = f"""<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Three candles for winter | Wick and Wax</title>
<meta property="og:title" content="Three candles for winter">
<meta property="article:published_time" content="2024-01-09T10:00:00Z">
<script type="application/ld+json">{{"@type": "BlogPosting", "author": {{"name": "Ida Wick"}}}}</script>
</head><body class="single-post has-sidebar comments-open">
<a class="skip-link" href="#content">Skip to content</a>
<header><nav><ul><li><a href="/">Home</a><li><a href="/shop">Shop</a></ul></nav></header>
<div id="cookie-notice" role="dialog"><p>We bake cookies for you.</p><button>Accept</button></div>
<main id="content"><article>
<h1>Three candles for winter</h1>
<div class="entry-meta">By Ida Wick on <time datetime="2024-01-09">9 January 2024</time></div>
<p>{WORDS}</p>
<figure><img src="wax.jpg" alt="Wax in a pot"><figcaption>It melts slowly.</figcaption></figure>
<h2>What you need</h2>
<ol><li><strong>Wax:</strong>&nbsp;500 grams<li><strong>Wick:</strong> cotton</ol>
<img src="line.png" alt="">
<h2>How to pour</h2>
<p>{WORDS}</p>
<ul><li>Slowly<li>Steadily<ul><li>twice</ul></ul>
<h3>When it cools</h3>
<table><tr><th>Hours<th>State<tr><td>1<td>soft</table>
<blockquote><p>Wait.</p><cite>My aunt</cite></blockquote>
<pre><code>wait 60</code></pre>
<hr>
<p>{WORDS}</p>
<div class="share">Share this</div>
</article>
<section id="comments"><h2>1 Comment</h2><p>Lovely, thank you so much for this.</p></section></main>
<aside class="widget"><h2>You may also like</h2><a href="/2">Soap</a></aside>
<footer>Wick and Wax. All rights reserved.</footer></body></html>"""


def test_a_page_becomes_an_article_with_sections() -> None:
    article = read_article(Page("candles.html", PAGE.encode()))

    assert (article.title, article.byline, article.date) == ("Three candles for winter", "Ida Wick", "2024-01-09")
    assert (article.lang, article.lang_origin) == ("en-GB", "page")
    assert [type(block) for block in article.lead] == [Paragraph, Figure]
    assert [(section.level, text_of(section.heading)) for section in article.sections] == [
        (2, "What you need"),
        (2, "How to pour"),
        (3, "When it cools"),
    ]
    first = article.sections[0].blocks
    assert isinstance(first[0], ListBlock)
    assert [item.ordinal for item in first[0].items] == ["1", "2"]


def test_furniture_is_named_in_the_order_of_the_page() -> None:
    article = read_article(Page("candles.html", PAGE.encode()))

    assert [skip.reason for skip in article.skips] == [
        "control", "site header", "cookie notice", "byline", "share", "comments", "related", "site footer",
    ]  # fmt: skip


def test_the_outline_has_every_kind_of_block() -> None:
    outline = outline_of(read_article(Page("candles.html", PAGE.encode())))

    assert list(outline) == ["title", "byline", "date", "lang", "blocks"]
    assert outline["blocks"] == [
        {"type": "p", "text": WORDS},
        {"type": "image", "alt": "Wax in a pot"},
        {"type": "caption", "text": "It melts slowly."},
        {"type": "heading", "level": 2, "text": "What you need"},
        {"type": "li", "ordinal": "1", "text": "Wax: 500 grams", "depth": 1},
        {"type": "li", "ordinal": "2", "text": "Wick: cotton", "depth": 1},
        {"type": "image", "alt": ""},
        {"type": "heading", "level": 2, "text": "How to pour"},
        {"type": "p", "text": WORDS},
        {"type": "li", "ordinal": "*", "text": "Slowly", "depth": 1},
        {"type": "li", "ordinal": "*", "text": "Steadily", "depth": 1},
        {"type": "li", "ordinal": "*", "text": "twice", "depth": 2},
        {"type": "heading", "level": 3, "text": "When it cools"},
        {"type": "row", "cells": ["Hours", "State"]},
        {"type": "row", "cells": ["1", "soft"]},
        {"type": "quote", "text": "Wait. My aunt"},
        {"type": "pre", "text": "wait 60"},
        {"type": "break"},
        {"type": "p", "text": WORDS},
    ]


def test_the_outline_reads_well_aloud() -> None:
    assert list(list_outline(read_article(Page("candles.html", PAGE.encode())))) == [
        "Title: Three candles for winter.",
        "By Ida Wick.",
        "Date: 2024-01-09.",
        "Language: en-GB, from the page.",
        "4 chapters, 86 words, less than a minute.",
        "Chapter 1, Three candles for winter: 1 paragraph, 1 picture.",
        "Chapter 2, level 2, What you need: 1 picture, a numbered list of 2 items.",
        "Chapter 3, level 2, How to pour: 1 paragraph, a bulleted list of 2 items.",
        "Chapter 4, level 3, When it cools: 1 table, 1 quote, 1 block of code, 1 paragraph.",
    ]


def test_an_outline_of_a_page_that_names_nothing_says_so() -> None:
    assert list(list_outline(read_article(Page("a.html", b"Only a few words.")))) == [
        "Title: none.",
        "Language: not named by the page.",
        "1 chapter, 4 words, less than a minute.",
        "Chapter 1: 1 paragraph.",
    ]


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "page.html is empty."),
        (b"  \n", "page.html is empty."),
        (b"\x89PNG\r\n\x1a\n\0", "page.html is a PNG picture, not a page."),
        (b"words \0 and more", "page.html is a binary file, not a page."),
        (b"\x01\x02\x03\x04 hm", "page.html is not text: most of it is control characters."),
        (b"<title>Only a title</title>", "page.html has nothing to read: no article was found in it."),
        (b"<div id=root></div><noscript>Enable JavaScript</noscript>",
         SHELL),
        (b"<nav>Home</nav><script>x</script>", "page.html has nothing to read: no article was found in it."),
        (b"<img alt='' src=x.png>", "page.html has nothing to read: no article was found in it."),
        (b"<div>" * 600 + b"deep",
         "page.html is over the limit of a nesting depth of 512; save a simpler version of the page."),
        (b"x" * 10_000_001, "page.html is over the limit of 10 MB for one page; split it into smaller pages."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named_in_one_sentence(body: bytes, sentence: str) -> None:
    with pytest.raises(NothingToRead) as caught:
        read_article(Page("page.html", body))

    assert str(caught.value) == sentence


def test_standard_input_has_a_name_too() -> None:
    with pytest.raises(NothingToRead, match=r"^Standard input is empty\.$"):
        read_article(Page("-", b""))


def test_characters_that_are_lost_are_reported(caplog: pytest.LogCaptureFixture) -> None:
    read_article(Page("page.html", b'<meta charset="ascii"><p>words \x81 and more'))

    assert caplog.messages == ["Some characters of page.html could not be decoded."]


def test_pictures_alone_can_be_an_article() -> None:
    article = read_article(Page("page.html", b"<img alt='A loaf' src=a.jpg>"))

    assert article.lead == (Figure("A loaf", source="a.jpg", anchor="body > img"),)
