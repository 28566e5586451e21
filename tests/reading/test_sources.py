"""Typed sources as a whole: a folder with a text and what is understood of it is a test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import GOLDEN
from postaloud.model.page import Page
from postaloud.reading import list_skipped, outline_of, read_article

FOLDERS = sorted(folder.name for folder in (GOLDEN / "sources").iterdir())
PAGE = """<!doctype html><html lang="en"><title>Four Ways to Dry Herbs: A Slow Guide | Attic</title>
<meta property="og:title" content="Four Ways to Dry Herbs: A Slow Guide">
<article><h1>Four Ways to Dry Herbs: A Slow Guide</h1><time datetime="2022-08-21">August 21, 2022</time>
<p>{long}</p><h2>Why Dry Them at All?</h2><p>{long}</p><p>{long}</p>
<h2>How to Begin:</h2><ol><li><strong>Pick:</strong> in the morning, when the dew is gone, and only what looks well.
<li><strong>Sort:</strong> the leaves by size.</ol>
<h2>Ways of Drying</h2><p>There are four, and none needs a machine.</p>
<ul><li>In bunches: under a roof.<li>On paper: in the shade.<ul><li>turned once a day</ul></ul>
<h2>Store Them with Care</h2><p>{long}</p><ol start="3"><li>Label.<li>Close.</ol><p>{long}</p></article>"""
TEXT = """Four Ways to Dry Herbs: A Slow Guide


{long}

Why Dry Them at All?

{long}

{long}

How to Begin:

  1. Pick: in the morning, when the dew is gone, and only what looks well.
  2. Sort: the leaves by size.

Ways of Drying

There are four, and none needs a machine.

  • In bunches: under a roof.
  • On paper: in the shade.
      • turned once a day
A rack of bunches hanging from a beam.

Store Them with Care

{long}

  3. Label.
  4. Close.

{long}

August 21, 2022"""
LONG = "A paragraph about herbs, as it stands in a post. It has a few sentences; none of them is short or matters here."


@pytest.mark.parametrize("name", FOLDERS)
def test_a_typed_source_is_understood_as_its_author_meant_it(name: str, golden: Callable[[str, str], None]) -> None:
    source = next((GOLDEN / "sources" / name).glob("source.*"))

    golden("\n".join(_lines(source)) + "\n", f"sources/{name}/outline.txt")


def test_a_text_gives_the_sections_items_and_date_of_its_page() -> None:
    page = outline_of(read_article(Page("herbs.html", PAGE.format(long=LONG).encode())))
    text = outline_of(read_article(Page("herbs.txt", TEXT.format(long=LONG).encode())))

    assert _structure(text) == _structure(page)
    assert len(_structure(text)) == 16
    assert (text["title"], text["date"]) == (page["title"], "2022-08-21")


def _structure(outline: dict[str, object]) -> list[object]:
    blocks = outline["blocks"]
    assert isinstance(blocks, list)
    return [block for block in blocks if block["type"] in ("heading", "li") or block.get("text") == LONG]


def _lines(source: Path) -> Iterator[str]:
    article = read_article(Page(source.name, source.read_bytes()))
    outline = outline_of(article)
    yield from (f"{name}: {outline[name]}" for name in ("title", "byline", "date", "lang"))
    blocks = outline["blocks"]
    assert isinstance(blocks, list)
    for block in blocks:
        rest = [value for key, value in block.items() if key not in ("type", "text", "alt", "cells")]
        said = block.get("text", block.get("alt")) or " | ".join(block.get("cells", ()))
        yield " ".join(map(str, (block["type"], *rest, f"– {said}"))).replace("\n", " / ")
    yield from list_skipped(article)
