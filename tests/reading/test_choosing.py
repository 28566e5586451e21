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
        ("<p class='post-share post-share--wide'>FURNITURE</p>", "share"),
        ("<div class='_newsletterBox_1x9ab_12'>FURNITURE</div>", "newsletter"),
        ("<app-newsletter-signup><p>FURNITURE</p></app-newsletter-signup>", "newsletter"),
        ("<div class=rich-text-cta><p>FURNITURE</p></div>", "advertisement"),
        ("<p><a class='btn btn-primary' href=/x>FURNITURE</a></p>", "control"),
        ("<div class=wp-block-button><a class=wp-block-button__link href=/x>FURNITURE</a></div>", "control"),
        ("<div class=wprm-recipe-rating>FURNITURE 4.9 of 5</div>", "control"),
        ("<div id=cookie-law-info-bar>FURNITURE</div>", "cookie notice"),
        ("<aside class='sidebar'><a href=/x>FURNITURE of all</a></aside>", "navigation"),
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
        "<section id=cookies><h2>Cookies</h2><p>CONTENT</p></section>",
        "<div class='card block--newsletter'><p>CONTENT</p></div>",
        "<h3><button aria-expanded=false>What is CONTENT here</button></h3><p>text</p>",
        "<button aria-controls=a>Why does CONTENT matter?</button><p id=a>text</p>",
        "<aside class=footnote-list><p>CONTENT</p></aside>",
        "<p>Order it <a class=button href=/x>CONTENT</a> if you like</p>",
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


def test_a_pull_quote_is_said_once_and_a_quote_with_its_source_stays() -> None:
    pulled = "<blockquote>It slows the yeast, and a slow start makes a flat loaf.</blockquote>"
    signed = "<blockquote>It slows the yeast, and a slow start<footer>Ada Miller</footer></blockquote>"
    text = "Salt goes in last, because it slows the yeast, and a slow start makes a flat loaf, as every baker knows."
    article = read(f"<h1>Bread</h1><p>{LOAVES}</p>{pulled}{signed}<blockquote>Stir.</blockquote><p>{text} Stir.</p>")

    assert [(skip.text, skip.reason) for skip in article.skips] == [
        ("It slows the yeast, and a slow start makes a flat loaf.", "duplicate")
    ]
    assert words_of(article) == f"{LOAVES} It slows the yeast, and a slow start Ada Miller Stir. {text} Stir."


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


CARDS = "".join(
    f"<div><a href=/{n}><img src={n}.jpg alt=''><h3>Rolls number {n}</h3></a><p>Soft and warm.</p></div>" for n in "123"
)


@pytest.mark.parametrize(
    "deck",
    [
        CARDS,
        CARDS.replace("<div", "<li").replace("</div>", "</li>"),
        "".join(f"<article><h3><a href=/{n}>Rolls number {n}</a></h3></article>" for n in "12"),
        "".join(f"<div><img src=a.jpg alt=''><a href=/{n}>Rolls number {n}</a> May 2020</div>" for n in "1234"),
        "".join(f"<a href=/{n}><h4>Rolls number {n}</h4><span>Read on</span></a>" for n in "123"),
    ],
)
def test_decks_of_teasers_are_left_out(deck: str) -> None:
    article = read(f"<main>{STORY}<h2>Fresh from the oven</h2><div class=grid>{deck}</div></main>")

    assert words_of(article) == " ".join([LOAVES] * 3)
    assert [skip.reason for skip in article.skips] == ["related", "empty section"]


@pytest.mark.parametrize(
    "part",
    [
        "".join(f"<div><h3><a href=/{n}>Flour {n}</a></h3><p>{LOAVES * 4}</p></div>" for n in "123"),
        "".join(f"<div><h3>Flour {n}</h3><p>Ground slowly.</p></div>" for n in "123"),
        "".join(f"<div><h3><a href=#f{n}>Flour {n}</a></h3><p>Ground slowly.</p></div>" for n in "123"),
        "".join(f"<li><a href=/{n}>Flour {n}</a> is ground slowly" for n in "123"),
        "<div><h3><a href=/1>Flour 1</a></h3><p>Ground slowly.</p></div>",
    ],
)
def test_parts_of_an_article_that_look_like_cards_are_kept(part: str) -> None:
    article = read(f"<main>{STORY}<div class=grid>{part}</div>{STORY}</main>")

    assert "slowly" in words_of(article) or words_of(article).count(LOAVES) > 6
    assert article.skips == ()


def test_a_page_that_is_all_cards_is_read() -> None:
    cards = "".join(
        f"<div><div><h3><a href=/{n}{m}>Loaf {n}{m}</a></h3><p>{LOAVES}</p></div></div>" for n in "123" for m in "12"
    )
    decks = "".join(f"<section>{cards.replace('<div><div>', '<div>').replace('</div></div>', '</div>')}</section>" * 2)

    assert LOAVES in words_of(read(f"<main><p>{LOAVES}</p>{decks}</main>"))
