"""The proof that every visible line of a page is read or left out with a reason."""

from dataclasses import replace

import pytest

from postaloud.model.article import Article, Skip
from postaloud.model.page import Page
from postaloud.reading import read_article
from postaloud.reading.coverage import lost_lines
from postaloud.reading.parsing import parse

PAGE = """<!doctype html><html lang=en><title>Tea</title><body><nav><a href=/>Home</a></nav><main><h1>Tea</h1>
<p>Warm the pot<sup><a href=#n1>1</a></sup> first.</p><ol start=4><li>Pour.</li></ol><img src=a.png alt="A pot">
<h2>Steep</h2><p hidden>Nobody sees this.</p>
<p>Wait a while.</p><ol><li id=n1>Boiling water will do.</li></ol></main>"""


def losses(article: Article) -> list[str]:
    body = parse(PAGE).body
    assert body is not None
    return list(lost_lines(body, article))


@pytest.fixture(scope="module")
def article() -> Article:
    return read_article(Page("tea.html", PAGE.encode()))


def test_of_a_page_that_was_read_well_nothing_is_lost(article: Article) -> None:
    assert article.lost == ()
    assert losses(article) == []


def test_a_section_that_went_missing_is_found_line_by_line(article: Article) -> None:
    assert losses(replace(article, sections=())) == ["Steep", "Wait a while."]


def test_a_skip_that_went_missing_is_found(article: Article) -> None:
    kept = tuple(skip for skip in article.skips if skip.reason != "navigation")

    assert losses(replace(article, skips=kept)) == ["Home"]


def test_what_is_left_out_with_a_reason_is_accounted_for(article: Article) -> None:
    skip = Skip("Steep Wait a while.", "advertisement")

    assert losses(replace(article, sections=(), skips=(*article.skips, skip))) == []


def test_a_word_that_the_page_shows_twice_must_be_kept_twice(article: Article) -> None:
    assert losses(replace(article, sections=(replace(article.sections[0], blocks=()),))) == ["Wait a while."]
