"""Pages without an article, named as what they are."""

import logging

import pytest

from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading import read_article

SHELL = "is an empty shell, which scripts fill in a browser"


@pytest.mark.parametrize(
    ("html", "sentence"),
    [
        ("<div id=root></div><script src=a.js></script>", SHELL),
        ("<div id='app'>Loading…</div><script src=a.js></script>", SHELL),
        ("<body><div id=__next><p>Please enable JavaScript to go on.</p></div>", SHELL),
        ("<app-root></app-root><script src=a.js></script>", SHELL),
        ("<title>Shop</title><script>draw()</script>", SHELL),
        ("<form><p>Please log in to go on.</p><input type=password></form>", "shows only a form to log in"),
        ("<input type='email'><input name=p type='password'>", "shows only a form to log in"),
        ("<div class='c-paywall'><p>Subscribe to go on reading.</p></div>", "shows only a paywall"),
        ("<meta http-equiv=refresh content='0; url=https://a.example/b'>", "only sends on to https://a.example/b;"),
        ("<frameset><frame src=a.html></frameset>", "consists of frames"),
        ("<nav>Home</nav>", "has nothing to read: no article was found in it."),
    ],
)
def test_what_a_page_is_instead_of_an_article_is_named(html: str, sentence: str) -> None:
    with pytest.raises(NothingToRead) as caught:
        read_article(Page("page.html", html.encode()))

    assert str(caught.value).startswith(f"page.html {sentence}")


@pytest.mark.parametrize(
    "html",
    [
        "<div id=root><p>A short poem about rain.</p></div><script src=a.js></script>",
        "<p>A short poem about rain.</p><form><input type=password></form>",
        f"<div id=app><p>{'Loading the lorry took a day. ' * 20}</p></div>",
    ],
)
def test_a_short_text_that_is_one_is_read(html: str) -> None:
    assert read_article(Page("page.html", html.encode())).lead


def test_a_page_from_the_web_that_gives_only_a_part_says_so(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING)
    html = '<script type="application/ld+json">{"isAccessibleForFree": false}</script><p>The first words of it.</p>'
    read_article(Page("page.html", html.encode()))
    read_article(Page("http://a.example/", html.encode(), address="http://a.example/"))

    assert caplog.messages == ["http://a.example/ says that it is not free: perhaps only its beginning is here."]
