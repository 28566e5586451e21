"""Footnotes: what calls them, where they stand, what is left of their marks."""

import pytest

from postaloud.model.article import Article, Mark, Paragraph, text_of
from postaloud.model.page import Page
from postaloud.model.plain import text_of_blocks
from postaloud.reading import read_article

PROSE = "<p>The ferry to the island leaves at dawn, and whoever wants to see the lighthouse should be on it.</p>"


def read(html: str) -> Article:
    return read_article(Page("page.html", f"{PROSE}{html}".encode()))


def notes(html: str) -> list[tuple[str, str, str]]:
    return [(note.label, note.href, text_of_blocks(note.blocks)) for note in read(html).notes]


def calls(html: str) -> list[str]:
    blocks = [block for block in read(html).lead if isinstance(block, Paragraph)]
    return [run.href for block in blocks for run in block.runs if Mark.CALL in run.mark]


@pytest.mark.parametrize(
    ("call", "note", "label", "href", "text"),
    [
        ("<sup><a href='#fn1'>1</a></sup>", "<ol><li id=fn1>Two.</ol>", "1", "#fn1", "Two."),
        ("<a href='#fn:1'>[1]</a>", "<p id='fn:1'>Two.<a href='#fnref:1'>↩</a>", "1", "#fn:1", "Two."),
        ("<sup><a href='#x'>*</a></sup>", "<p id=x>* Two.", "*", "#x", "Two."),
        ("<a role=doc-noteref href='#x'>a</a>", "<div id=x>Two.</div>", "a", "#x", "Two."),
        ("<a href='#ref1'>1</a>", "<ol><li><span id=ref1>Two.</span></ol>", "1", "#ref1", "Two."),
        ("<a href='#note1'>1</a>", "<p><a id=note1 href='#back1'>1.</a> Two.", "1", "#note1", "Two."),
        ("<a href='#note1'>1</a>", "<p><a name=note1></a>1. Two.", "1", "#note1", "Two."),
        ("<a href='/post#footnote-1'>1</a>", "<p id='footnote-1'>Two.", "1", "#footnote-1", "Two."),
        ("<sup><a href='#fn1'>1</a></sup>", "<footer class=footnotes><p id=fn1>Two.</footer>", "1", "#fn1", "Two."),
        ("<span class=sidenote>Two.</span>", "", "", "#note-1", "Two."),
    ],
)
def test_a_note_is_tied_to_its_call(call: str, note: str, label: str, href: str, text: str) -> None:
    html = f"<p>Built{call} in a year.</p>{note}"

    assert notes(html) == [(label, href, text)]
    assert calls(html) == [href]
    assert text_of_blocks(read(html).lead).endswith("Built in a year.")


@pytest.mark.parametrize(
    "html",
    [
        "<p>See <a href='#lamp'>the lamp</a>.</p><h2 id=lamp>Lamp</h2><p>It burns.</p>",
        "<p>Built<sup><a href='#fn1'>1</a></sup> in a year.</p>",
        "<p>Built<sup><a href='#fn1'>1</a></sup> in a year.</p><div style='display:none'><p id=fn1>Two.</div>",
        "<p id=fn1>Two.</p><p>Built<sup><a href='#fn1'>1</a></sup> in a year.</p>",
        "<p>x<sup>2</sup> is no note, and neither is 10<sup>th</sup>.</p><p id=2>Two.",
        f"<p>Go to <a href='#note1'>1</a>.</p><div id=note1><h2>One</h2>{PROSE}</div>",
    ],
)
def test_what_only_looks_like_a_note_is_none(html: str) -> None:
    assert notes(html) == []


def test_a_note_that_is_called_twice_is_kept_once_and_in_the_order_of_the_calls() -> None:
    html = "<p>A<a href='#fn2'>2</a> b<a href='#fn1'>1</a> c<a href='#fn2'>2</a>.</p>"
    html += "<ol><li id=fn1>One.<li id=fn2>Two.</ol>"

    assert [href for _, href, _ in notes(html)] == ["#fn2", "#fn1"]
    assert calls(html) == ["#fn2", "#fn1", "#fn2"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Built [<a href='#fn1'>1</a>] and lit.</p>", "Built and lit."),
        ("<p>Built [<a href='#fn1'>1</a>, <a href='#fn2'>2</a>].</p>", "Built."),
        ("<p>Built<sup><a href='#fn1'>1</a>,<a href='#fn2'>2</a></sup> and lit.</p>", "Built and lit."),
        ("<p>Built (in a year<a href='#fn1'>1</a>) and lit.</p>", "Built (in a year) and lit."),
    ],
)
def test_brackets_and_commas_around_calls_are_not_read(html: str, text: str) -> None:
    block = read(f"{html}<ol><li id=fn1>One.<li id=fn2>Two.</ol>").lead[1]

    assert isinstance(block, Paragraph)
    assert text_of(block.runs) == text


def test_calls_and_back_links_are_left_out_with_a_reason() -> None:
    html = "<p>Built<sup><a href='#fn1'>1</a></sup>.</p><ol><li id=fn1>Two. <a href='#r1'>↩</a></ol>"

    skips = [(skip.text, skip.reason) for skip in read(html).skips]

    assert skips == [("1", "footnote call"), ("↩", "back-link")]
