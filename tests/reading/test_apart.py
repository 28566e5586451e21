"""Reading in a worker process."""

import pytest

from pages import page
from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading import begin, read_article
from postaloud.workers import open_workers

TEA = Page("tea.html", page().encode())


def test_a_page_read_apart_is_the_same_article() -> None:
    with open_workers(1) as workers:
        assert begin(TEA, workers)() == read_article(TEA)


def test_what_is_wrong_with_a_page_is_told_as_it_is() -> None:
    with open_workers(1) as workers, pytest.raises(NothingToRead, match=r"^tea\.html is empty"):
        begin(Page("tea.html", b""), workers)()


def test_a_page_that_takes_too_long_is_named_with_the_limit() -> None:
    slow = Page("slow.html", b"<p>" + b"<b><i>word " * 20_000)

    with (
        open_workers(1) as workers,
        pytest.raises(NothingToRead, match=r"^slow\.html cannot be read in 0\.001 seconds"),
    ):
        begin(slow, workers, seconds=0.001)()
