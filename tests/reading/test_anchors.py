"""Whatever is spoken points into the page: each anchor finds the element that holds the words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from conftest import GOLDEN
from postaloud.model.article import Article, Block, DefinitionList, ListBlock, Quote, Table, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_block, text_of_blocks
from postaloud.model.script import Role
from postaloud.reading import read_article
from postaloud.scripting import Manner, Verbosity, write_script

PAGES = sorted(GOLDEN.glob("reading/*/page.html"))
OWN_WORDS = (Role.ANNOUNCEMENT, Role.TITLE)
Anchored = tuple[str, str]
"""An anchor and the words that it stands for."""


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_every_anchor_finds_the_one_element_that_holds_its_words(path: Path) -> None:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")

    article = read_article(Page("page.html", path.read_bytes()))

    for anchor, words in _anchored(article):
        assert anchor, words
        found = soup.select(anchor)
        assert len(found) == 1, anchor
        held = found[0].get_text(" ")
        assert [word for word in words.split() if word.isalpha() and word not in held] == [], anchor


@pytest.mark.parametrize("verbosity", Verbosity)
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.parent.name)
def test_every_utterance_of_the_page_s_words_has_an_anchor(path: Path, verbosity: Verbosity) -> None:
    soup = BeautifulSoup(path.read_text(encoding="utf-8"), "html5lib")

    script = write_script(read_article(Page("page.html", path.read_bytes())), Manner(verbosity))

    spoken = [line for line in script.utterances() if line.role not in OWN_WORDS]
    assert spoken
    assert [line.shown for line in spoken if not line.anchor or len(soup.select(line.anchor)) != 1] == []


def test_cells_and_items_are_told_apart_by_their_anchors() -> None:
    page = "<p>Start here.</p><table><tr><th>a<th>b<tr><td>c<td>d</table><ul><li>e<li>f</ul>"

    article = read_article(Page("page.html", page.encode()))

    anchors = [anchor for anchor, words in _anchored(article) if len(words) == 1]
    assert len(set(anchors)) == len(anchors)


def test_an_element_with_a_name_that_no_selector_can_hold_is_found_by_its_place() -> None:
    page = "<p>Start here.</p><o:p><div>Words from an old editor.</div></o:p>"

    article = read_article(Page("page.html", page.encode()))

    anchor = article.lead[1].anchor
    assert [tag.get_text() for tag in BeautifulSoup(page, "html5lib").select(anchor)] == ["Words from an old editor."]


def _anchored(article: Article) -> Iterator[Anchored]:
    yield from _of_blocks(article.lead)
    for section in article.sections:
        yield section.anchor, "" if section.heading[0].text[:1].isdigit() else text_of(section.heading)
        yield from _of_blocks(section.blocks)
    for note in article.notes:
        yield note.anchor, text_of_blocks(note.blocks)
        yield from _of_blocks(note.blocks)


def _of_blocks(blocks: tuple[Block, ...]) -> Iterator[Anchored]:
    for block in blocks:
        match block:
            case ListBlock():
                yield block.anchor, ""
                for item in block.items:
                    yield item.anchor, text_of_blocks(item.blocks[:1])
                    yield from _of_blocks(item.blocks)
            case DefinitionList():
                yield block.anchor, text_of_block(block)
                for entry in block.entries:
                    yield entry.anchor, text_of(entry.terms[0])
                    yield from _of_blocks(entry.blocks)
            case Quote():
                yield block.anchor, text_of_blocks(block.blocks)
                yield from _of_blocks(block.blocks)
            case Table():
                yield block.anchor, text_of_block(block)
                yield from ((cell.anchor, text_of(cell.runs)) for row in block.rows for cell in row.cells)
            case _:
                yield block.anchor, "" if block.anchor else text_of_block(block)
