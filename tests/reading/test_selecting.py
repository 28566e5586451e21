"""What an author decides: with selectors, and in the page."""

import pytest

from postaloud.errors import NothingToRead, UsageError
from postaloud.model.article import ListBlock, Skip, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import Choices, check_choices, outline_of, read_article

PROSE = "This is a paragraph of the article, with more than one sentence. It says what a reader would like to know."
PAGE = f"""<!doctype html><html lang="en"><title>Tea</title><body>
<nav><a href="/">Home</a></nav>
<main><h1>Tea</h1><p>{PROSE}</p>
<div class="poll">Which tea do you like?</div>
<h2>Steps</h2><ol><li>Boil</li><li class="extra">Sing</li><li>Pour</li></ol>
<p>Loose <em class="extra">very</em> words.</p></main>
<aside class="related"><h2>More on pots</h2><p>{PROSE} Pots.</p><div class="share">Share</div></aside>
<div id="note">A note <p class="extra">of mine</p></div></body></html>"""


def read(select: str = "", skip: str = "", page: str = PAGE) -> tuple[str, list[tuple[str, str]]]:
    """Return what is read as one line, and the reasons and texts of what is not."""
    article = read_article(Page("tea.html", page.encode()), Choices(select, skip))
    sections = (f"{text_of(section.heading)} {text_of_blocks(section.blocks)}" for section in article.sections)
    said = " ".join((text_of_blocks(article.lead), *sections)).strip()
    return said, [(skip.reason, skip.text) for skip in article.skips]


@pytest.mark.parametrize(
    ("select", "said"),
    [
        ("#note", "A note of mine"),
        (".extra", "Sing very of mine"),
        ("ol, #note", "Boil Sing Pour A note of mine"),
        ("#note, #note .extra", "A note of mine"),
        (".related", f"More on pots {PROSE} Pots."),
        ("main h2, #note p", "Steps of mine"),
    ],
)
def test_only_what_is_selected_is_read(select: str, said: str) -> None:
    assert read(select)[0] == said


def test_a_selected_heading_stays_a_heading_and_a_selected_item_keeps_its_number() -> None:
    article = read_article(Page("tea.html", PAGE.encode()), Choices("main h2, main li.extra"))
    block = article.sections[0].blocks[0]

    assert text_of(article.sections[0].heading) == "Steps"
    assert isinstance(block, ListBlock)
    assert [item.ordinal for item in block.items] == ["2"]


def test_what_is_not_selected_is_named_and_so_is_the_furniture_inside() -> None:
    _, skips = read(".related")

    assert ("share", "Share") in skips
    assert ("navigation", "Home") in skips
    assert any(reason == "not selected" and PROSE in text for reason, text in skips)


def test_loose_text_beside_what_is_selected_is_not_read() -> None:
    said, skips = read("#note .extra")

    assert said == "of mine"
    assert ("not selected", "A note") in skips


def test_anchors_find_what_they_found_before() -> None:
    article = read_article(Page("tea.html", PAGE.encode()), Choices("#note .extra"))

    assert article.lead[0] == read_article(Page("tea.html", PAGE.encode()), Choices("#note")).lead[1]


@pytest.mark.parametrize(("skip", "left"), [(".poll", "Which tea do you like?"), ("em", "very"), ("li.extra", "Sing")])
def test_what_is_skipped_is_not_read_and_named(skip: str, left: str) -> None:
    said, skips = read(skip=skip)

    assert left not in said
    assert ("skipped by option", left) in skips
    assert "Boil" in said


def test_a_skipped_item_leaves_the_numbers_of_the_others() -> None:
    article = read_article(Page("tea.html", PAGE.encode()), Choices(skip="li.extra"))
    blocks = outline_of(article)["blocks"]

    assert isinstance(blocks, list)
    assert [block["ordinal"] for block in blocks if block["type"] == "li"] == ["1", "3"]


def test_skipping_wins_over_selecting() -> None:
    assert read("#note", ".extra") == ("A note", read("#note", ".extra")[1])


def test_the_page_may_say_what_is_not_read() -> None:
    page = PAGE.replace('class="poll"', 'data-postaloud="skip"')

    said, skips = read(page=page)

    assert "Which tea" not in said
    assert ("skipped by the page", "Which tea do you like?") in skips


@pytest.mark.parametrize("skip", ["main", "body", "html", "*"])
def test_where_all_is_skipped_nothing_is_left_to_read(skip: str) -> None:
    page = f"<title>Tea</title><main><p>{PROSE}</p></main>"

    with pytest.raises(NothingToRead, match="nothing to read"):
        read(skip=skip, page=page)


def test_a_selector_that_matches_nothing_is_named() -> None:
    with pytest.raises(NothingToRead, match=r'tea.html matches ".none": choose another selector for --select'):
        read(".none")


def test_what_the_head_holds_is_not_selected() -> None:
    with pytest.raises(NothingToRead, match="title"):
        read("title")


@pytest.mark.parametrize(("option", "choices"), [("--select", Choices("p[")), ("--skip", Choices(skip="p:tea"))])
def test_a_selector_that_is_no_css_is_named_with_its_option(option: str, choices: Choices) -> None:
    with pytest.raises(UsageError, match=rf'{option} "p.*" is no CSS selector: .+\.$'):
        check_choices(choices)


def test_selectors_also_choose_from_typed_sources() -> None:
    article = read_article(Page("tea.md", b"# Tea\n\nHot.\n\n1. Boil\n2. Pour\n"), Choices("ol"))

    assert text_of_blocks(article.lead) == "Boil Pour"
    assert Skip("Hot.", "not selected", "body > p") in article.skips
