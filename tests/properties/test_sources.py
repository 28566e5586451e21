"""Laws of typed sources and of choices: each word is kept once and in order, or left out with a reason."""

import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from postaloud.errors import NothingToRead
from postaloud.model.article import Article, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import Choices, read_article

PROSE = "Anchor words that no rule may ever drop, as they stand in a paragraph of the article that is long enough."
TYPED = st.sampled_from((
    "WORD", "WORD WORD.", "Word WORD", "WORD:", "> WORD", ">> WORD", "- WORD", "* WORD", "  - WORD", "\t* WORD",
    "1. WORD", "2. WORD", "  3) WORD", "(a) WORD", "b. WORD", "i. WORD", "IV. WORD", "# WORD", "### WORD #", "=====",
    "---", "* * *", "", "", "    WORD WORD", "          WORD", "CHAPTER I", "Chapter 2. WORD", "By Ann WORD",
    "March 3, 2021", "```", "WORD WORD WORD WORD WORD WORD WORD WORD WORD WORD WORD WORD", "_WORD_ and *WORD*",
    "WORD  WORD   WORD", "| WORD | WORD |", "|---|---|", "Contents", "Title: WORD", "Date: WORD", "WORD-",
    "WORD <b>WORD</b> &amp; WORD", "--", "[WORD]", 'WORD, said WORD; "WORD."', "THE END", "https://a.example/WORD",
    "1.2 WORD", "----  ----", "\f", "Page 7", "Produced by WORD",
))  # fmt: skip
MARKED = TYPED | st.sampled_from((
    "**WORD** `WORD` [WORD](/x)", "![WORD](a.png)", "~~WORD~~", "<div>WORD</div>", "- [ ] WORD", "WORD\\", "$WORD$",
    "[^1]: WORD", "WORD[^1]", ": WORD", "WORD {#here}", "[[WORD]]", "{% WORD %}", "[TOC]", "> [!NOTE]", "[WORD]: /x",
))  # fmt: skip
UNSEEN = re.compile(r"^\s*\[[^\]]*\]: ?\S*|!\[[^\]]*\]|```.*", re.MULTILINE)
"""What Markdown shows nowhere: addresses of links and the names of languages; descriptions of pictures are no text."""


def _text(lines: list[str]) -> tuple[str, list[str]]:
    numbers = iter(range(10_000))
    text = re.sub("WORD", lambda _: f"w{next(numbers)}w", "\n".join(lines))
    return text, re.findall(r"w\d+w", text)


def _read(text: str, name: str, choices: Choices | None = None) -> Article:
    return read_article(Page(name, text.encode()), choices or Choices())


def _kept(article: Article) -> list[str]:
    texts = [text_of_blocks(article.lead)]
    for section in article.sections:
        texts += [text_of(section.heading), text_of_blocks(section.blocks)]
    texts += [text_of_blocks(note.blocks) for note in article.notes]
    return re.findall(r"w\d+w", " ".join(texts))


def _told(article: Article) -> list[str]:
    skipped = " ".join(skip.text for skip in article.skips)
    return re.findall(r"w\d+w", f"{skipped} {article.title} {article.byline} {article.description}")


@given(st.lists(TYPED, max_size=30))
@settings(max_examples=300, deadline=None)
def test_every_word_of_a_plain_text_is_kept_once_and_in_order_or_left_out_with_a_reason(lines: list[str]) -> None:
    text, words = _text(lines)

    article = _read(f"{text}\n\n{PROSE}\n", "notes.txt")

    kept = _kept(article)
    assert PROSE in " ".join(_texts(article))
    assert set(words) <= {*kept, *_told(article)}
    assert not Counter(kept) - Counter(words)
    assert kept == sorted(kept, key=words.index)
    assert all(skip.reason for skip in article.skips)


@given(st.lists(MARKED, max_size=30))
@settings(max_examples=300, deadline=None)
def test_every_visible_word_of_a_markdown_text_is_kept_or_left_out_with_a_reason(lines: list[str]) -> None:
    text, words = _text(lines)

    article = _read(f"{PROSE}\n\n{text}\n", "notes.md")

    kept = _kept(article)
    unseen = re.findall(
        r"w\d+w", " ".join(re.findall(r"^\s*\[[^\]]*\]: ?\S*|!\[[^\]]*\]|\(/\S*\)|```.*", text, re.MULTILINE))
    )
    assert PROSE in " ".join(_texts(article))
    assert set(words) - set(unseen) <= {*kept, *_told(article)}
    assert not Counter(kept) - Counter(words)
    assert all(skip.reason for skip in article.skips)


@given(st.text(), st.sampled_from(("a.txt", "a.md", "-")))
@settings(max_examples=300, deadline=None)
def test_no_text_of_any_kind_raises_another_error_than_ours(text: str, name: str) -> None:
    try:
        said = _read(text, name).title
    except NothingToRead as error:
        said = str(error)

    assert said is not None


PAGE_PARTS = st.lists(
    st.sampled_from((
        "<p>WORD</p>", "<p class=x>WORD</p>", "<div class=x>WORD<p>WORD</p></div>", "WORD", "<h2 class=x>WORD</h2>",
        "<ol><li>WORD<li class=x>WORD</ol>", "<section>WORD <p class=x>WORD <b class=x>WORD</b></p> WORD</section>",
        "<nav class=x>WORD</nav>", "<blockquote>WORD<p class=x>WORD</p></blockquote>", "<span class=x>WORD</span> WORD",
    )),
    min_size=1, max_size=8,
)  # fmt: skip


@given(PAGE_PARTS)
@settings(max_examples=200, deadline=None)
def test_what_is_selected_and_nothing_else_is_read(parts: list[str]) -> None:
    html, words = _text([f"<p class=x>{PROSE}</p>", *parts])
    inside = _inside(html)

    article = _read(f"<!doctype html><title>t</title><body>{html}", "page.html", Choices(select=".x"))

    kept = _kept(article)
    assert set(kept) <= inside
    assert kept == sorted(kept, key=words.index)
    assert set(words) == {*kept, *_told(article)}


@given(PAGE_PARTS)
@settings(max_examples=200, deadline=None)
def test_what_is_skipped_is_never_read_and_is_named(parts: list[str]) -> None:
    html, words = _text([f"<p>{PROSE}</p>", *parts])
    inside = _inside(html)

    article = _read(f"<!doctype html><title>t</title><body>{html}", "page.html", Choices(skip=".x"))

    by_option = " ".join(skip.text for skip in article.skips if skip.reason == "skipped by option")
    assert set(_kept(article)) == set(words) - inside
    assert set(re.findall(r"w\d+w", by_option)) == inside


def _inside(html: str) -> set[str]:
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "html5lib")
    return set(re.findall(r"w\d+w", " ".join(tag.get_text(" ") for tag in soup.select(".x"))))


def _texts(article: Article) -> list[str]:
    return [text_of_blocks(article.lead), *(text_of_blocks(section.blocks) for section in article.sections)]
