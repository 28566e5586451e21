"""What of a page is read, and why the rest is not."""

import pytest

from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import read_article

LOAVES = "The dough rests under a cloth until it has doubled, and the kitchen smells of yeast and warm flour again."
STORY = f"<p>{LOAVES}</p>" * 3


def read(body: str) -> Article:
    return read_article(Page("page.html", f"<!doctype html><title>Bread</title><body>{body}".encode()))


def words_of(article: Article) -> str:
    parts = (article.lead, *(section.blocks for section in article.sections))
    return " ".join(map(text_of_blocks, parts))


@pytest.mark.parametrize(
    ("furniture", "reason"),
    [
        ("<nav>FURNITURE</nav>", "navigation"),
        ("<div role=navigation>FURNITURE</div>", "navigation"),
        ("<ul class=main-menu><li>FURNITURE</ul>", "navigation"),
        ("<div class=breadcrumbs>Home FURNITURE</div>", "breadcrumbs"),
        ("<div class='cookie-banner' role=dialog><p>FURNITURE</p></div>", "cookie notice"),
        ("<div id=cookieConsent><p>FURNITURE</p></div>", "cookie notice"),
        ("<div class=share-buttons><a href=#>FURNITURE</a></div>", "share"),
        ("<div class=post__share>FURNITURE</div>", "share"),
        ("<div class=sharedaddy>FURNITURE</div>", "share"),
        ("<form class=newsletter><h3>Never miss a post</h3><p>FURNITURE</p></form>", "newsletter"),
        ("<div class=mc_embed_signup>FURNITURE</div>", "newsletter"),
        ("<form><label>FURNITURE</label></form>", "control"),
        ("<button>FURNITURE</button>", "control"),
        ("<a class=skip-link href=#main>FURNITURE</a>", "control"),
        ("<a href=#main>Skip to FURNITURE</a>", "control"),
        ("<div class='related-posts'><h2>More</h2><a href=/x>FURNITURE</a></div>", "related"),
        ("<aside><p>FURNITURE</p></aside>", "related"),
        ("<div class=sidebar><p>FURNITURE</p></div>", "related"),
        ("<section id=comments><h2>2 Comments</h2><p>FURNITURE</p></section>", "comments"),
        ("<div id=disqus_thread>FURNITURE</div>", "comments"),
        ("<div class=author-box><p>FURNITURE bakes.</p></div>", "author box"),
        ("<div class=entry-tags><a href=/t>FURNITURE</a></div>", "tags"),
        ("<p>Filed under: FURNITURE</p>", "tags"),
        ("<span class=reading-time>FURNITURE 7 min</span>", "reading time"),
        ("<div class=entry-meta>FURNITURE</div>", "byline"),
        ("<div class=ad-slot>FURNITURE</div>", "advertisement"),
        ("<p>Sponsored by FURNITURE</p>", "advertisement"),
        ("<p>You may also like: FURNITURE</p>", "related"),
        ("<p>Copyright FURNITURE</p>", "site footer"),
        ("<div class=pagination><a href=/2>FURNITURE</a></div>", "navigation"),
        ("<div class=modal>FURNITURE</div>", "control"),
        ("<div class='table-of-contents'><ul><li><a href=#a>FURNITURE</a></ul></div>", "contents"),
        ("<p>Text <span aria-hidden=true>FURNITURE</span> and more</p>", "hidden"),
    ],
)
def test_furniture_is_left_out_with_its_reason(furniture: str, reason: str) -> None:
    article = read(f"<main><article><h1>Bread</h1>{STORY}{furniture}</article></main>")

    assert [skip.reason for skip in article.skips if "FURNITURE" in skip.text] == [reason]
    assert "FURNITURE" not in words_of(article)
    assert words_of(article).count(LOAVES) == 3


@pytest.mark.parametrize(
    "content",
    [
        "<p>CONTENT</p>",
        "CONTENT",
        "<div class='post-share-wrapper'>{story}<p>CONTENT</p></div>",
        "<div class='has-sidebar'><p>CONTENT</p></div>",
        "<div class='no-comments'><p>CONTENT</p></div>",
        "<div class='header'><p>CONTENT</p></div>",
        "<form id=aspnetForm>{story}<p>CONTENT</p></form>",
        "<aside class=callout><p>CONTENT</p></aside>",
        "<aside role=note><p>CONTENT</p></aside>",
        "<p>Please <a href=/x>share</a> CONTENT</p>",
        "<p>Use <span class=tag>CONTENT</span> well</p>",
        "<h2 class=date>CONTENT</h2><p>text</p>",
        "<div id='share-of-wheat-in-bread'><p>CONTENT</p></div>",
        "<details><summary>CONTENT</summary>text</details>",
        "<p aria-hidden=true>CONTENT</p>",
        "<table><tr><th>Next<th>Date<tr><td>CONTENT<td>b</table>",
        "<header><p>CONTENT</p></header>",
        "<p><span class=screen-reader-text>CONTENT</span></p>",
        "<p>see this <a href=#x>link</a> for CONTENT</p>",
        "<ul><li><a href=/1>CONTENT</a> is on bread<li><a href=/2>B</a> is another<li><a href=/3>C</a>, too</ul>",
    ],
)
def test_content_is_kept_whatever_it_is_called(content: str) -> None:
    article = read(f"<main><article><h1>Bread</h1>{STORY}{content.format(story=STORY)}{STORY}</article></main>")

    headings = [run.text for section in article.sections for run in section.heading]
    assert "CONTENT" in words_of(article) + " ".join(headings)


@pytest.mark.parametrize(
    "body",
    [
        "{story}",
        "<main>{story}</main>",
        "<div role=main>{story}</div>",
        "<div id=page><div class=entry-content>{story}</div></div>",
        "<div><div><div>{story}</div></div></div>",
        "<table><tr><td>{links}<td>{story}</table>",
        "<div itemprop=articleBody>{story}</div>",
        "<article>{story}</article><article><p><a href=/2>A teaser of another</a></article>",
        "<div aria-hidden=true><main>{story}</main></div><div role=dialog>Accept</div>",
        "<article><header><h1>Bread</h1></header>{story}<footer>By us</footer></article>",
        "<form>{story}</form>",
        "<div class='sidebar-layout comments'>{story}</div>",
    ],
)
def test_the_article_is_found_wherever_it_stands(body: str) -> None:
    links = "<ul>" + "<li><a href=/x>Shop</a>" * 5 + "</ul>"
    frame = f"<div class=top>{links}</div>{body.format(story=STORY, links=links)}<div class=bottom>{links}</div>"

    assert words_of(read(frame)) == " ".join([LOAVES] * 3)


def test_a_bare_page_comes_out_whole() -> None:
    article = read("<h1>Bread</h1>Loose words<p>One paragraph</p><ul><li>flour<li>salt</ul><div>The end</div>")

    assert words_of(article) == "Loose words One paragraph flour salt The end"
    assert article.skips == ()


def test_lists_of_links_about_the_page_and_around_the_prose_are_left_out() -> None:
    here = "".join(f"<li><a href=#s{n}>Part {n}</a>" for n in range(4))
    there = "".join(f"<li><a href=/p{n}>Post {n}</a>" for n in range(4))
    article = read(f"<h1>Bread</h1><h2>Contents</h2><ul>{here}</ul>{STORY}<ul>{there}</ul>{STORY}<ul>{there}</ul>")

    assert [skip.reason for skip in article.skips] == ["contents", "contents", "navigation"]
    assert words_of(article).count("Post 3") == 1


def test_the_lines_under_the_title_are_no_prose() -> None:
    lines = "<p>By Ada Miller</p><p>October 18, 2023</p><p>5 min read</p>"
    article = read(f"<h1>Bread</h1>{lines}{STORY}")

    assert [(skip.text, skip.reason) for skip in article.skips] == [
        ("October 18, 2023", "date"),
        ("5 min read", "reading time"),
        ("By Ada Miller", "byline"),
    ]
    assert (article.byline, article.date) == ("Ada Miller", "2023-10-18")


def test_a_site_that_calls_everything_an_advertisement_is_still_read() -> None:
    words = [
        f"Step {n} of baking goes on for a while and tells us what to do with the dough at hand." for n in range(20)
    ]
    parts = "".join(f"<div class=ad-{'abcdefghijklmnopqrst'[n]}><p>{text}</p></div>" for n, text in enumerate(words))

    article = read(f"<nav><a href=/>Home</a></nav>{parts}")

    assert words_of(article) == " ".join(words)
    assert [skip.reason for skip in article.skips] == ["navigation"]


def test_skips_point_into_the_page() -> None:
    article = read(f"<nav id=top>Menu and more</nav><main>{STORY}<div class=share>Share it</div></main>")

    assert [skip.anchor for skip in article.skips] == ["#top", "body > main > div"]
