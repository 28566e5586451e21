"""Markdown: what it adds to HTML, and what is decided before the walk."""

import pytest

from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading import list_outline, outline_of, read_article, skipped_of
from postaloud.reading.kinds import MAX_MARKDOWN


def outline(text: str) -> dict[str, object]:
    return outline_of(read_article(Page("a.md", text.encode())))


def headings(text: str) -> list[tuple[object, object]]:
    blocks = outline(text)["blocks"]
    assert isinstance(blocks, list)
    return [(block["level"], block["text"]) for block in blocks if block["type"] == "heading"]


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("# Tea\n\nx\n\n## Pot\n\ny", "Tea", [(2, "Pot")]),
        ("x\n\n# Tea\n\n## Pot\n\ny", "Tea", [(2, "Pot")]),
        ("---\ntitle: Tea\n---\n# Tea\n\n## Pot\n\ny", "Tea", [(2, "Pot")]),
        ("---\ntitle: Tea\n---\nx\n\n## Pot\n\ny", "Tea", [(2, "Pot")]),
        ("---\ntitle: Tea\n---\n# Pot\n\nx\n\n## Lid\n\ny", "Tea", [(2, "Pot"), (3, "Lid")]),
        ("# Tea\n\nx\n\n# Pot\n\n## Lid\n\ny", "Tea", [(2, "Pot"), (3, "Lid")]),
        ("Tea\n===\n\nx\n\nPot {#pot}\n---\n\ny", "Tea", [(2, "Pot")]),
        ("# Tea\n\nx\n\n## An *old* `pot` ##\n\ny", "Tea", [(2, "An old pot")]),
        ("# Tea\n\nx\n\n## A pot of nothing", "Tea", [(2, "A pot of nothing")]),
        ("# Tea\n\n> # Pot\n\nx", "Tea", []),
    ],
)
def test_the_first_heading_is_the_title_and_the_others_stand_below_it(
    text: str, title: str, expected: list[tuple[int, str]]
) -> None:
    assert outline(text)["title"] == title
    assert headings(text) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("From $x_1$ to $y_1$.", "From x_1 to y_1."),
        ("It is \\(a*b*c\\) then.", "It is a*b*c then."),
        ("$$\na_1 < b_1\n$$", "a_1 < b_1"),
        ("It costs $5, or $10 more.", "It costs $5, or $10 more."),
        ("Between $5-$10.", "Between $5-$10."),
        ("See [[The pot]] and [[Lid|the lid]].", "See The pot and the lid."),
        ("Old ~~tin~~ pot.", "Old tin pot."),
    ],
)
def test_a_paragraph_says(text: str, said: str) -> None:
    assert outline(f"# Tea\n\n{text}")["blocks"] == [{"type": "p", "text": said}]


def test_front_matter_wins_over_the_page_and_is_named_as_where_the_language_is_from() -> None:
    article = read_article(Page("a.md", b"---\nlang: fr\nauthor: Ann\n---\n# The\n\nBy Bo Carr\n\nTexte."))

    assert (article.byline, article.lang) == ("Ann", "fr")
    assert "Language: fr, from the front matter." in list_outline(article)


def test_lists_of_links_are_meant_but_contents_are_not_read() -> None:
    prose = "A paragraph of prose that is long enough to count as prose in the eyes of all the rules there are here."
    contents = "".join(f"- [Part {n}](#part-{n})\n" for n in range(4))
    links = "".join(f"- [Shop {n}](https://shop.example/{n})\n" for n in range(4))

    article = read_article(Page("a.md", f"# Tea\n\n{contents}\n{prose}\n\n## Related posts\n\n{links}".encode()))

    assert "Shop 3" in str(outline_of(article)["blocks"])
    assert [skip["reason"] for skip in skipped_of(article)] == ["contents"]


def test_a_footnote_follows_the_text_and_one_that_nothing_calls_is_named() -> None:
    article = read_article(Page("a.md", b"# Tea\n\nHot.[^a]\n\n[^a]: Very.\n[^b]: Lost."))

    assert [block["type"] for block in _blocks(outline_of(article))] == ["p", "note"]
    assert {"reason": "footnote without a call", "text": "Lost."} in skipped_of(article)


def test_markdown_over_its_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(NothingToRead, match=r"a.md is over the limit of 1 MB of Markdown"):
        read_article(Page("a.md", b"x" * (MAX_MARKDOWN + 1)))


def _blocks(outlined: dict[str, object]) -> list[dict[str, object]]:
    blocks = outlined["blocks"]
    assert isinstance(blocks, list)
    return blocks
