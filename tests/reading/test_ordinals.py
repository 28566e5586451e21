"""The HTML rules for the numbers of list items, a row for each."""

import pytest

from postaloud.model.article import ListBlock
from postaloud.model.page import Page
from postaloud.reading import read_article
from postaloud.reading.ordinals import integer, numbers, shown


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", 3),
        ("4.9", 4),
        ("7e2", 7),
        ("-2", -2),
        ("+5", 5),
        (" \t\n8", 8),
        ("007", 7),
        ("0", 0),
        ("-0", 0),
        ("5 apples", 5),
        ("A", None),
        ("", None),
        (None, None),
        ("--1", None),
        ("- 1", None),
        ("\u00a05", None),
        ("٣", None),
        ("99999999999999999999", None),
    ],
)
def test_integers_are_read_as_the_standard_reads_them(written: str | None, number: int | None) -> None:
    assert integer(written) == number


@pytest.mark.parametrize(
    ("values", "start", "is_reversed", "expected"),
    [
        ([None, None, None], None, False, (1, 2, 3)),
        ([None, None], "5", False, (5, 6)),
        ([None, None], "4.9", False, (4, 5)),
        ([None, None], "7e2", False, (7, 8)),
        ([None, None], "A", False, (1, 2)),
        ([None, None, None], "-1", False, (-1, 0, 1)),
        ([None, None], "0", False, (0, 1)),
        ([None, "7", None], None, False, (1, 7, 8)),
        (["3", None, "3"], None, False, (3, 4, 3)),
        ([None, "x", None], None, False, (1, 2, 3)),
        ([None, "-4", None], None, False, (1, -4, -3)),
        ([None, None, None], None, True, (3, 2, 1)),
        ([None, None, None], "10", True, (10, 9, 8)),
        ([None, "5", None], None, True, (3, 5, 4)),
        ([None, None], "x", True, (2, 1)),
        ([], None, True, ()),
    ],
)
def test_items_are_numbered_by_start_reversed_and_value(
    values: list[str | None],
    start: str | None,
    is_reversed: bool,  # noqa: FBT001 - a column of the table
    expected: tuple[int, ...],
) -> None:
    assert numbers(values, start, is_reversed=is_reversed) == expected


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (3, "1", "3"),
        (3, "", "3"),
        (3, "disc", "3"),
        (3, "a", "c"),
        (3, "A", "C"),
        (26, "a", "z"),
        (27, "a", "aa"),
        (52, "a", "az"),
        (703, "A", "AAA"),
        (0, "a", "0"),
        (-1, "A", "-1"),
        (4, "i", "iv"),
        (4, "I", "IV"),
        (9, "i", "ix"),
        (1994, "I", "MCMXCIV"),
        (3999, "i", "mmmcmxcix"),
        (4000, "I", "4000"),
        (0, "i", "0"),
        (-5, "I", "-5"),
    ],
)
def test_numbers_are_shown_as_their_type_says(number: int, kind: str, text: str) -> None:
    assert shown(number, kind) == text


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<ol start="4.9"><li>a<li>b</ol>', ["4", "5"]),
        ('<ol start="7e2"><li>a</ol>', ["7"]),
        ('<ol start="A"><li>a</ol>', ["1"]),
        ('<ol start=""><li>a</ol>', ["1"]),
        ('<ol start="-2"><li>a<li>b<li>c</ol>', ["-2", "-1", "0"]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3", "2", "1"]),
        ("<ol reversed start=10><li>a<li>b</ol>", ["10", "9"]),
        ("<ol reversed><li>a<li hidden>b<li>c</ol>", ["2", "1"]),
        ("<ol reversed><li>a<ol><li>inner</ol><li>b</ol>", ["2", "1"]),
        ('<ol><li value="5">a<li>b<li value="">c<li value="x">d</ol>', ["5", "6", "7", "8"]),
        ('<ol><li value="3">a<li value="3">b<li>c</ol>', ["3", "3", "4"]),
        ('<ol reversed><li>a<li value="9">b<li>c</ol>', ["3", "9", "8"]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z", "aa"]),
        ("<ol type=i start=0><li>a<li>b</ol>", ["0", "i"]),
        ('<ol type="A"><li>a<li type="i">b<li>c</ol>', ["A", "ii", "C"]),
        ('<ol><li style="display:none">a<li>b</ol>', ["1"]),
        ("<ol><div><li>a<li>b</div><section><li>c</section></ol>", ["1", "2", "3"]),
        ("<ol><li>a</li>loose words<li>b</ol>", ["1", "2"]),
        ("<ol><li>a<li> <li>c</ol>", ["1", "3"]),
        ("<ul><li value=3>a<li>b</ul>", [None, None]),
        ("<menu type=a><li>a</menu>", [None]),
        ("<div role=list><div role=listitem>a</div><div role=listitem>b</div></div>", [None, None]),
        ("<p>1) Go<p>2) Stay", ["1", "2"]),
        ("<p>(a) Go<p>(b) Stay", ["a", "b"]),
        ("<p>7. Go<p>8. Stay", ["7", "8"]),
        ("<p>• Go<p>• Stay", [None, None]),
        ("<p>- Go<br>- Stay", [None, None]),
        ("<p><b>1)</b> Go<br><b>2)</b> Stay", ["1", "2"]),
    ],
)
def test_items_of_a_page_have_the_number_that_it_shows(html: str, expected: list[str | None]) -> None:
    lead = read_article(Page("page.html", f"<p>Text before the list.</p>{html}".encode())).lead

    block = next(block for block in lead if isinstance(block, ListBlock))
    assert [item.ordinal for item in block.items] == expected


def test_a_list_that_a_picture_splits_goes_on_counting() -> None:
    page = "<p>Start</p><ol><li>a<li>b</ol><img src=x.jpg alt='A pot'><ol start=3><li>c</ol><ol><li>d</ol>"

    lead = read_article(Page("page.html", page.encode())).lead

    lists = [[item.ordinal for item in block.items] for block in lead if isinstance(block, ListBlock)]
    assert lists == [["1", "2"], ["3"], ["1"]]


@pytest.mark.parametrize(
    "html",
    [
        "<p>1) Only one",
        "<p>1) Go<p>3) Stay",
        "<p>1990. That was the year.<p>1991. So was that.",
        "<p>– Who is there?<p>– The post.",
        "<p>- Who is there?<p>- The post.",
        "<p>I) Go<p>- Stay",
        "<p>Five - four<br>three - two",
        f"<p>1. {'Long prose that counts. ' * 12}<p>2. {'Long prose that counts. ' * 12}",
    ],
)
def test_paragraphs_that_only_look_like_items_stay_paragraphs(html: str) -> None:
    lead = read_article(Page("page.html", f"<p>Text before.</p>{html}".encode())).lead

    assert not any(isinstance(block, ListBlock) for block in lead)
