"""Pictures, their descriptions and captions."""

import pytest

from postaloud.model.article import Block, Figure, Paragraph, text_of
from postaloud.model.page import Page
from postaloud.reading import read_article

Seen = list[tuple[str | None, str]]


def blocks_of(html: str) -> tuple[Block, ...]:
    return read_article(Page("page.html", f"<p>A paragraph stands first.</p>{html}".encode())).lead[1:]


def figures(html: str) -> Seen:
    return [(block.alt, text_of(block.caption)) for block in blocks_of(html) if isinstance(block, Figure)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<img src=a.jpg alt='A view'>", [("A view", "")]),
        ("<img src=a.jpg alt=''>", [("", "")]),
        ("<img src=a.jpg>", [(None, "")]),
        ("<img src=a.jpg title='A view'>", [("A view", "")]),
        ("<img src=a.jpg alt='x' aria-label='A view'>", [("A view", "")]),
        ("<img src=a.jpg alt='A view' role=presentation>", [("", "")]),
        ("<img src=a.jpg alt='IMG_1234.JPG'>", [(None, "")]),
        ("<img src=a.jpg alt='IMG_1234'>", [(None, "")]),
        ("<img src=a.jpg alt='DSC00123'>", [(None, "")]),
        ("<img src=a.jpg alt='image'>", [(None, "")]),
        ("<img src='/up/best-view_2.jpg' alt='best-view_2'>", [(None, "")]),
        ("<img src='/up/Paris.jpg' alt='Paris'>", [("Paris", "")]),
        ("<img src=a.jpg alt='In 1920'>", [("In 1920", "")]),
        ("<a href=big.jpg><img src=a.jpg alt='A view'></a>", [("A view", "")]),
        ("<picture><source srcset=a.webp><img src=a.jpg alt='A view'></picture>", [("A view", "")]),
        ("<figure><img src=a.jpg alt='A view'><figcaption>Taken at noon</figcaption></figure>",
         [("A view", "Taken at noon")]),
        ("<figure><img src=a.jpg alt='A view'><figcaption>A view</figcaption></figure>", [("A view", "")]),
        ("<figure><img src=a.jpg alt=One><img src=b.jpg alt=Two><figcaption>Both</figcaption></figure>",
         [("One", ""), ("Two", "Both")]),
        ("<div class=wp-caption><img src=a.jpg alt='A view'><p class=wp-caption-text>Noon</p></div>",
         [("A view", "Noon")]),
        ("<img src=a.gif data-src=a.jpg alt='A view'><noscript><img src=a.jpg alt='A view'></noscript>",
         [("A view", "")]),
        ("<div><noscript><img src=a.jpg alt='A view'></noscript></div>", [("A view", "")]),
        ("<img src=t.gif width=1 height=1 alt=t>", []),
        ("<img src='https://s.example/pixel?x=1'>", []),
        ("<img src=me.jpg class=avatar alt='The author'>", []),
        ("<img src=a.jpg alt='A view' hidden>", []),
        ("<svg role=img aria-label='A chart'><path/></svg>", [("A chart", "")]),
        ("<svg role=img><title>A chart</title></svg>", [("A chart", "")]),
        ("<svg><path/></svg>", []),
        ("<p><a href=/x>link <svg role=img aria-label='external'></svg></a></p>", []),
        ("<div role=img aria-label='A chart'>▁▂▃</div>", [("A chart", "")]),
    ],
)  # fmt: skip
def test_pictures_have_the_description_that_a_listener_needs(html: str, expected: Seen) -> None:
    assert figures(html) == expected


def test_the_source_is_the_picture_itself_and_not_its_placeholder() -> None:
    block = blocks_of("<img src='data:image/gif;base64,R0' data-src=a.jpg alt='A view'>")[0]

    assert isinstance(block, Figure)
    assert block.source == "a.jpg"


def test_a_caption_that_repeats_the_description_is_left_out_with_a_reason() -> None:
    page = "<p>Words.</p><figure><img src=a.jpg alt='A view'><figcaption>A view</figcaption></figure>"

    skips = read_article(Page("page.html", page.encode())).skips

    assert [(skip.text, skip.reason) for skip in skips] == [("A view", "duplicate")]


def test_a_caption_without_a_picture_is_a_paragraph() -> None:
    blocks = blocks_of("<figure><canvas></canvas><figcaption>Drawn by hand</figcaption></figure>")

    assert [text_of(block.runs) for block in blocks if isinstance(block, Paragraph)] == ["Drawn by hand"]
