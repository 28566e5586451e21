"""How the content of a page is chosen: by our own rules, by a vote, or not at all."""

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from postaloud.model.article import Article, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import Choices, hearing, read_article
from postaloud.reading.parsing import parse

PROSE = [
    f"In week {week} of the restoration the harbour crane was taken apart bolt by bolt, each part was weighed, drawn "
    f"and oiled, and the {week * 3} volunteers wrote down what they had found under the paint of two centuries."
    for week in range(1, 9)
]
STORY = "".join(f"<p>{text}</p>" for text in PROSE)
OFFER = "Our summer offer brings you two harbour cruises for the price of one, with coffee and cake on every deck. "
SIDEBAR = f"<div class=sidebar><p>{OFFER * 5}</p></div>"
FURNITURE = f"<nav><a href=/>Home</a></nav><main>{STORY}</main>{SIDEBAR}<footer>Imprint</footer>"


def read(body: str, extractor: str) -> Article:
    page = f"<!doctype html><title>The crane</title><body><h1>The crane</h1>{body}"
    return read_article(Page("page.html", page.encode()), Choices(extractor=extractor))


def words_of(article: Article) -> str:
    texts = [text_of_blocks(article.lead)]
    for section in article.sections:
        texts += [text_of(section.heading), text_of_blocks(section.blocks)]
    return " ".join(texts)


@pytest.mark.parametrize("extractor", ["auto", "vote"])
def test_an_article_is_chosen_from_its_page(extractor: str) -> None:
    article = read(FURNITURE, extractor)

    assert words_of(article) == " ".join(PROSE)
    assert {skip.reason for skip in article.skips} == {"navigation", "related", "site footer"}


def test_a_vote_leaves_out_what_no_judge_keeps() -> None:
    boxes = "".join(
        f"<a href=/cruise/{n}>Cruise {n} along the river, with coffee on deck</a> only today " for n in "abc"
    )
    page = f"{STORY}<div class=xq>{boxes}</div>"

    assert "Cruise c" in words_of(read(page, "auto"))
    assert words_of(read(page, "vote")) == " ".join(PROSE)


def test_in_doubt_what_a_judge_leaves_out_too_is_left() -> None:
    log = "".join(f"<div class=xq>{OFFER} <a href=/cruise/{n}>Cruise {n}</a></div>" for n in "ab")
    page = f"<main><article>{STORY}</article>{log}</main>"

    assert "Cruise b" in words_of(read(page, "auto"))
    assert words_of(read(page + SIDEBAR, "auto")) == " ".join(PROSE)


def test_without_an_extractor_everything_visible_is_read() -> None:
    article = read(
        "<nav><ul><li><a href=/>Home</a><li><a href=/a>About</a><li><a href=/b>Boats</a></ul></nav>"
        f"{STORY}<div class=share>Share this</div><h2>Comments</h2><p hidden>Unseen</p><footer>Imprint</footer>",
        "none",
    )

    assert words_of(article).replace(" ".join(PROSE), "STORY") == ("Home About Boats STORY Share this Comments Imprint")
    assert [skip.text for skip in article.skips] == []


def test_nobody_asks_for_another_extractor() -> None:
    with pytest.raises(KeyError):
        read(STORY, "guess")


def test_judges_hear_what_is_visible_and_answer_with_its_numbers() -> None:
    body = parse(f"<body>{STORY}<p hidden>Unseen</p><script>var unseen</script><img src=a.jpg alt='A crane'>").body
    assert body is not None

    kept = hearing.hear(body, ("trafilatura", "readability"))

    assert PROSE[3] in kept["trafilatura"]
    assert {id(tag) for tag in body.find_all("p", hidden=False)} <= hearing.numbers(kept["readability"])
    assert "nseen" not in "".join(kept.values())


def test_a_judge_that_takes_too_long_has_no_vote(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(hearing, "SECONDS", 0.001)
    caplog.set_level(logging.DEBUG, hearing.__name__)

    article = read(FURNITURE, "vote")

    assert words_of(article) == " ".join(PROSE)
    assert sorted(message.partition(":")[0] for message in caplog.messages) == [
        "The judge readability has no vote",
        "The judge trafilatura has no vote",
    ]


def test_where_no_process_can_start_our_own_rules_decide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")

    assert words_of(read(FURNITURE, "vote")) == " ".join(PROSE)


@pytest.mark.parametrize(("body", "asked"), [(STORY, False), (FURNITURE, True)])
def test_judges_load_only_in_doubt_and_never_here(tmp_path: Path, body: str, asked: bool) -> None:  # noqa: FBT001
    page = tmp_path / "page.html"
    page.write_text(f"<!doctype html><title>The crane</title>{body}", encoding="utf-8")
    code = (
        "import pathlib, sys; from postaloud.reading import read_article; from postaloud.model.page import Page; "
        f"read_article(Page('page.html', pathlib.Path({str(page)!r}).read_bytes())); "
        "print('postaloud.reading.hearing' in sys.modules, 'trafilatura' in sys.modules, 'readability' in sys.modules)"
    )

    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert said.split() == [str(asked), "False", "False"]
