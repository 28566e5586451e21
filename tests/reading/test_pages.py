"""Whole pages as sites of many kinds build them: what is read of each, and why the rest is not."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from postaloud.model.article import Article, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import outline_of, read_article
from postaloud.reading.parsing import parse
from postaloud.reading.tree import visible_text

PAGES = Path(__file__).parent.parent / "golden" / "pages"
NAMES = sorted(path.name for path in PAGES.iterdir())


def read(name: str) -> Article:
    return read_article(Page(f"{name}.html", (PAGES / name / "page.html").read_bytes()))


def lines(article: Article) -> Iterator[str]:
    outline = outline_of(article)
    yield f"Title: {article.title}"
    yield f"Byline: {article.byline}"
    yield f"Date: {article.date}"
    yield f"Site: {article.site}"
    yield ""
    blocks = outline["blocks"]
    assert isinstance(blocks, list)
    for block in blocks:
        told = block.get("text") or " | ".join(block.get("cells", ())) or block.get("alt", "")
        yield f"{block['type']}: {told}".replace("\n", " / ")
    yield ""
    yield from (f"Skipped, {skip.reason}: {skip.text}" for skip in article.skips)


@pytest.mark.parametrize("name", NAMES)
def test_of_a_page_the_article_is_read(name: str, golden: Callable[[str, str], None]) -> None:
    golden("\n".join(lines(read(name))) + "\n", f"pages/{name}/read.txt")


@pytest.mark.parametrize("name", NAMES)
def test_every_visible_word_of_a_page_is_read_or_skipped_with_a_reason(name: str) -> None:
    article = read(name)
    body = parse((PAGES / name / "page.html").read_text(encoding="utf-8")).body
    assert body is not None
    texts = [article.title, text_of_blocks(article.lead)]
    for section in article.sections:
        texts += [text_of(section.heading), text_of_blocks(section.blocks)]

    accounted = set(re.findall(r"\w+", " ".join((*texts, *(skip.text for skip in article.skips)))))

    assert set(re.findall(r"\w+", visible_text(body))) <= accounted
    assert all(skip.reason for skip in article.skips)
