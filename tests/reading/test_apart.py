"""Reading in a worker process."""

import os

import pytest

from pages import page
from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading import begin, read_article
from postaloud.reading.apart import run
from postaloud.reading.feeds import entries_of
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


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory of a process")
def test_a_page_that_wants_too_much_memory_is_named_with_the_limit() -> None:
    with open_workers(1) as workers, pytest.raises(NothingToRead, match=r"^It cannot be read in .* 1500 MB of memory"):
        run("It", workers, 20, bytearray, 2_000_000_000)()


def test_deeply_nested_articles_come_back_whole() -> None:
    deep = Page("deep.html", b"<ul><li>deep in " * 250)
    with open_workers(1) as workers:
        assert repr(begin(deep, workers)()).count("deep in") == 250


def test_a_large_feed_is_read_by_a_worker() -> None:
    entry = "<item><title>A day</title><description>Words of that day, and of no other.</description></item>"
    feed = Page("feed.xml", f"<rss version='2.0'><channel>{entry * 3000}</channel></rss>".encode())

    with open_workers(1) as workers:
        entries = entries_of(feed, "2999-", workers)

    assert [(entry.number, entry.title) for entry in entries] == [(2999, "A day"), (3000, "A day")]
