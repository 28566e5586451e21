"""What a source is written in: its transport and its name say so, else its first signs."""

import pytest

from postaloud.model.page import Page
from postaloud.reading.document import Kind
from postaloud.reading.kinds import kind_of


@pytest.mark.parametrize(
    ("location", "media", "kind"),
    [
        ("a.html", "", Kind.HTML),
        ("a.HTM", "", Kind.HTML),
        ("a.xhtml", "", Kind.HTML),
        ("a.md", "", Kind.MARKDOWN),
        ("a.markdown", "", Kind.MARKDOWN),
        ("a.txt", "", Kind.TEXT),
        ("a", "", Kind.TEXT),
        ("https://tea.example/a.md?raw=1", "text/plain; charset=utf-8", Kind.MARKDOWN),
        ("https://tea.example/a.md", "text/html", Kind.HTML),
        ("https://tea.example/a", "text/markdown", Kind.MARKDOWN),
        ("https://tea.example/a", "text/plain", Kind.TEXT),
        ("https://tea.example/a.html", "text/plain", Kind.HTML),
    ],
)
def test_transport_and_name_say_what_a_source_is(location: str, media: str, kind: Kind) -> None:
    assert kind_of(Page(location, b"", media=media), "Some words.") is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!doctype html><p>Tea", Kind.HTML),
        ("<?xml version='1.0'?>\n<!-- tea --><html>", Kind.HTML),
        ("\n<p>Tea</p>", Kind.HTML),
        ("<h1 class='x'>Tea</h1>", Kind.HTML),
        ("Use <p> and <b> for it.", Kind.TEXT),
        ("<tea> is hot", Kind.TEXT),
        ("3 < 4", Kind.TEXT),
        ("# Tea\n\nSee [the pot](https://pot.example).", Kind.MARKDOWN),
        ("---\ntitle: Tea\n---\n\n**Hot**", Kind.MARKDOWN),
        ("# Tea\n\n```\nmake tea\n```", Kind.MARKDOWN),
        ("<p align=center>Tea</p>\n\n# Tea\n\n**Hot**", Kind.MARKDOWN),
        ("# Tea\n\nHot.", Kind.TEXT),
        ("* milk\n* tea", Kind.TEXT),
        ("Tea\n===\n\nHot.", Kind.TEXT),
    ],
)
def test_signs_say_what_standard_input_is(text: str, kind: Kind) -> None:
    assert kind_of(Page("-", b""), text) is kind
