"""Forty things that pages do, and what a listener gets: a folder each."""

from collections.abc import Callable

import pytest

from conftest import GOLDEN
from postaloud.model.page import Page
from postaloud.reading import read_article
from reading.rendering import rendered

FOLDERS = sorted(path.parent.name for path in GOLDEN.glob("reading/*/page.html"))


@pytest.mark.parametrize("name", FOLDERS)
def test_a_page_is_understood_as_its_golden_outline(name: str, golden: Callable[[str, str], None]) -> None:
    body = (GOLDEN / "reading" / name / "page.html").read_bytes()

    article = read_article(Page("page.html", body))

    golden(rendered(article), f"reading/{name}/outline.txt")


def test_each_of_the_forty_cases_has_a_folder() -> None:
    assert len(FOLDERS) >= 40
