"""Calls in a process of their own: their results, their errors, and their limits."""

import os
import time

import pytest

from postaloud.errors import NothingToRead, SourceError
from postaloud.model.page import Page
from postaloud.reading import article, read_article
from postaloud.reading.confined import Confines, confined
from postaloud.reading.fetching import fetch
from postaloud.reading.limits import SMALL_LETTERS


def test_a_result_comes_from_another_process() -> None:
    assert confined("It", Confines(), os.getpid) != os.getpid()


def test_an_error_of_ours_comes_back_as_it_was() -> None:
    with pytest.raises(SourceError, match=r"^Cannot open none\.html: No such file or directory\.$"):
        confined("It", Confines(), fetch, "none.html")


def test_a_call_that_takes_too_long_is_ended() -> None:
    start = time.monotonic()
    with pytest.raises(NothingToRead, match=r"^It is over the limit of 0\.3 seconds for reading; "):
        confined("It", Confines(seconds=0.3), time.sleep, 20)

    assert time.monotonic() - start < 5


@pytest.mark.skipif(os.name == "nt", reason="Windows limits no memory of a process")
def test_a_call_that_wants_too_much_memory_is_named(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NothingToRead, match=r"^It cannot be read within 0\.2 GB of memory \(MemoryError\); "):
        confined("It", Confines(megabytes=200), bytearray, 300_000_000)

    assert capfd.readouterr().err == ""


def test_a_process_that_dies_is_named() -> None:
    with pytest.raises(NothingToRead, match=r"exit code 3"):
        confined("It", Confines(), os._exit, 3)


def test_a_large_page_gives_the_same_article_as_in_this_process() -> None:
    body = (
        "<main><h1>Long</h1><h2>One</h2>" + "<p>Many words stand in this paragraph of the page.</p>" * 6000 + "</main>"
    )
    assert len(body) > SMALL_LETTERS

    assert read_article(Page("long.html", body.encode())) == article._read(body, "")


def test_deeply_nested_articles_come_back_whole() -> None:
    body = "<ul><li>deep in " * 200 + "x" * SMALL_LETTERS

    assert "x" * SMALL_LETTERS in repr(read_article(Page("deep.html", body.encode())).lead[-1])
