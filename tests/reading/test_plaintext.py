"""Plain text: what its author meant by gaps, capitals, dashes, numbers and margins. Each rule has its rows."""

import pytest

from postaloud.errors import NothingToRead
from postaloud.model.page import Page
from postaloud.reading import outline_of, read_article, skipped_of
from postaloud.reading.kinds import MAX_LINES

PROSE = "This is a paragraph of prose that is as long as those which stand below headings in most texts."
WRAPPED = """The boat went down the river in the grey of the morning, and nobody on
the banks looked up from what they did, for boats went by on all days,"""


def read(text: str) -> list[dict[str, object]]:
    """Return the blocks of a text below a title."""
    outline = outline_of(read_article(Page("a.txt", f"The Title of It\n\n{text}".encode())))
    blocks = outline["blocks"]
    assert outline["title"] == "The Title of It"
    assert isinstance(blocks, list)
    return blocks


def headings(text: str) -> list[tuple[object, object]]:
    return [(block["level"], block["text"]) for block in read(text) if block["type"] == "heading"]


def items(text: str) -> list[tuple[object, object, object]]:
    return [(block["ordinal"], block["text"], block["depth"]) for block in read(text) if block["type"] == "li"]


def others(text: str) -> list[tuple[object, object]]:
    return [(block["type"], block.get("text", block.get("cells", block.get("alt")))) for block in read(text)]


@pytest.mark.parametrize(
    "line",
    [
        "What You Need",
        "What you need",
        "Is it worth it?",
        "Ingredients:",
        "Types of Tea to Try:",
        "A LINE IN CAPITALS",
        "CHAPTER IV",
        "Chapter 3: The Storm",
        "Chapter the Last",
        "Prologue",
        "APPENDIX A",
        "PART TWO",
        "IV.",
        "3. The Third Day",
        "3.2 Tools",
        "II. The Road",
        "Step 2: Knead",
        "Version 2.0 (2023-11-12)",
        "## Two",
        "Über das Meer",
    ],
)
def test_a_short_line_set_off_by_gaps_is_a_heading(line: str) -> None:
    assert [text for _, text in headings(f"{PROSE}\n\n{line}\n\n{PROSE}")] == [line.lstrip("# ")]


@pytest.mark.parametrize(
    "line",
    [
        "It rained all day.",
        "and so it went",
        "Dear Ann,",
        "Hello everyone",
        "Serves: four",
        "You will need:",
        "A woman painting a fence in the sun",
        "Photo by the lake",
        "“Where are you going?”",
        "See https://tea.example",
        "Something that is so long that nobody would ever call it a heading, although it has no full stop",
        "The kettle, the pot and the",
        "12 March 2021",
        "Posted on 12 March 2021 by Ann",
        "[They drink.]",
        "THE END",
        "Look at that!",
        "ann@tea.example",
    ],
)
def test_a_line_that_reads_otherwise_is_prose(line: str) -> None:
    assert headings(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_where_most_headings_have_capitals_a_line_without_them_is_none() -> None:
    text = f"First We Boil\n\n{PROSE}\n\nThen We Wait\n\n{PROSE}\n\nSomething else here\n\n{PROSE}"

    assert [text for _, text in headings(text)] == ["First We Boil", "Then We Wait"]


def test_where_headings_are_underlined_a_short_line_is_none() -> None:
    text = f"One\n---\n\n{PROSE}\n\nTwo\n---\n\nJust a line\n\n{PROSE}"

    assert [text for _, text in headings(text)] == ["One", "Two"]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("A\n===\n\nx.\n\nB\n---\n\nx.\n\nC\n===\n\nx.\n\nD\n~~~\n\nx.", [2, 3, 2, 4]),
        ("=====\n One\n=====\n\nx.\n\n# Two\n\nx.\n\n### Three\n\nx.", [2, 2, 3]),
        ("PART ONE\n\nChapter 1\n\nx.\n\nChapter 2\n\nx.\n\nPART TWO\n\nChapter 3\n\nx.", [2, 3, 3, 2, 3]),
        ("CHAPTER I\n\nx.\n\nA Small Matter\n\nx y z.\n\nCHAPTER II\n\nx.", [2, 3, 2]),
        ("1. Ways\n\nx.\n\n1.1 By Sea\n\nx.\n\n1.1.1 In Winter\n\nx.\n\n2. Means\n\nx.", [2, 3, 4, 2]),
        ("Abstract\n\nx y.\n\n1. Ways\n\nx y.\n\n2. Means\n\nx y.\n\nReferences\n\nx y.", [2, 2, 2, 2]),
        ("INSTALLING\n\nx y.\n\nOn a Boat\n\nx y.\n\nUSING\n\nx y.", [2, 3, 2]),
        ("Some Words First\n\nx y.\n\nWARNING\n\nx y.\n\nSome Words Last\n\nx y.", [2, 2, 2]),
    ],
)
def test_the_way_a_heading_is_typed_gives_its_level(text: str, levels: list[int]) -> None:
    assert [level for level, _ in headings(f"{PROSE}\n\n{text}")] == levels


@pytest.mark.parametrize(
    "text",
    [
        f"CHAPTER I.\n\nThe Storm\n\n{PROSE}",
        f"CHAPTER I.\nThe Storm\n\n{PROSE}",
        f"CHAPTER I.\n\nTHE STORM.\n\n{PROSE}",
    ],
)
def test_a_chapter_has_the_name_that_stands_below_its_number(text: str) -> None:
    assert [str(text).lower().rstrip(".") for _, text in headings(text)] == ["chapter i. the storm"]


@pytest.mark.parametrize("line", ["NAME", "Tips", "2. Any other business", "Chapter 2"])
def test_a_heading_may_stand_right_above_its_prose(line: str) -> None:
    assert headings(f"{PROSE}\n\n{line}\n{PROSE}") == [(2, line)]


def test_verse_has_no_heading_in_its_first_line() -> None:
    assert headings(f"{PROSE}\n\nI saw the light\nIt turned again.\nAnd then the night\nBrought rain.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", [("*", "a", 1), ("*", "b", 1)]),
        ("  • a\n  • b\n\n  • c", [("*", "a", 1), ("*", "b", 1), ("*", "c", 1)]),
        ("1. a\n2. b", [("1", "a", 1), ("2", "b", 1)]),
        ("3) a\n\n4) b", [("3", "a", 1), ("4", "b", 1)]),
        ("(a) a\n(b) b", [("a", "a", 1), ("b", "b", 1)]),
        ("A. x\nB. y", [("A", "x", 1), ("B", "y", 1)]),
        ("i. a\nii. b\niii. c", [("i", "a", 1), ("ii", "b", 1), ("iii", "c", 1)]),
        ("h. a\ni. b\nj. c", [("h", "a", 1), ("i", "b", 1), ("j", "c", 1)]),
        ("10. a\n9. b\n8. c", [("10", "a", 1), ("9", "b", 1), ("8", "c", 1)]),
        ("1.Pour\n2.Drink", [("1", "Pour", 1), ("2", "Drink", 1)]),
        ("- a\n  - b\n    - c\n- d", [("*", "a", 1), ("*", "b", 2), ("*", "c", 3), ("*", "d", 1)]),
        ("1. a\n\tx. b\n\txi. c\n2. d", [("1", "a", 1), ("x", "b", 2), ("xi", "c", 2), ("2", "d", 1)]),
        ("1. a\n- b\n- c\n2. d", [("1", "a", 1), ("*", "b", 2), ("*", "c", 2), ("2", "d", 1)]),
        ("- a\n  more of it\n- b", [("*", "a more of it", 1), ("*", "b", 1)]),
        ("- a\n\n  A second paragraph.\n\n- b", [("*", "a A second paragraph.", 1), ("*", "b", 1)]),
        ("- [ ] a\n- [x] b", [("*", "a", 1), ("*", "b", 1)]),
        (f"1. {PROSE}\n\nA line between, with a stop.\n\n2. {PROSE}", [("1", PROSE, 1), ("2", PROSE, 1)]),
        ("Heard it from:\n- a\n- b", [("*", "a", 1), ("*", "b", 1)]),
    ],
)
def test_items_keep_their_numbers_and_their_depth(text: str, expected: list[tuple[str, str, int]]) -> None:
    assert items(f"{PROSE}\n\n{text}") == expected


@pytest.mark.parametrize(
    "text",
    [
        "A. Smith wrote this, and nobody else did.",
        "1984. That was a year.",
        "– said he, and left.",
        "The year was hard. In the end it was\n12. He had never been so cold, and never was again in his life.",
        "3.5 cups of flour.",
        "-5 degrees.",
    ],
)
def test_what_only_starts_like_an_item_is_prose(text: str) -> None:
    assert items(f"{WRAPPED}\n{WRAPPED}\n\n{text}") == []


def test_a_line_at_the_margin_after_a_list_that_is_set_in_is_not_its_last_item() -> None:
    blocks = others(f"{PROSE}\n\n  - a\n  - b\nA caption of the picture.")

    assert blocks[1:] == [("li", "a"), ("li", "b"), ("p", "A caption of the picture.")]


def test_lines_of_an_item_broken_at_the_margin_are_joined() -> None:
    assert items(f"{WRAPPED}\n\n* {WRAPPED}\n* b")[0][1] == " ".join(WRAPPED.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{WRAPPED}\nand so on.", [f"{' '.join(WRAPPED.split())} and so on."]),
        (f"{WRAPPED}\n\nNext.", [" ".join(WRAPPED.split()), "Next."]),
        (f"   {WRAPPED}.\n   A first line set in starts another.\nThe rest.", None),
        (f"{PROSE} {PROSE}\n{PROSE} {PROSE}", [f"{PROSE} {PROSE}"] * 2),
        ("Q: Where is it?\nA: In the cellar.", ["Q: Where is it?", "A: In the cellar."]),
    ],
)
def test_a_paragraph_ends_where_its_author_ended_it(text: str, expected: list[str] | None) -> None:
    texts = [said for kind, said in others(text) if kind == "p"]

    assert texts == expected if expected else len(texts) == 2


def test_a_word_that_was_broken_at_its_hyphen_keeps_it() -> None:
    text = f"{WRAPPED}\n{WRAPPED}\nand all that they had ever cared to look at was the well-\nknown-to-everybody barge."

    assert "the well-known-to-everybody barge" in str(others(text)[0][1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> Wait.\n> And see.", ("quote", "Wait. And see.")),
        (f"{WRAPPED}\n\n    Wait, said the sea,\n    and see.", ("quote", "Wait, said the sea, and see.")),
        ("Type:\n\n    $ make tea\n    $ drink", ("pre", "$ make tea\n$ drink")),
        ("```\nx = 1\n  y\n```", ("pre", "x = 1\n  y")),
        ("* * *\n\nMore.", ("p", "More.")),
        ("| a | b |\n|---|---|\n| 1 | 2 |", ("row", ["1", "2"])),
        ("Name   Age\n-----  ---\nAnn Li  30", ("row", ["Ann Li", "30"])),
        ("Name    Age\n------  ---\nAnn Li   30", ("row", ["Ann Li", "30"])),
        ("one  two\nthree  four\nfive  six", ("row", ["five", "six"])),
        ("[Illustration: A boat]", ("image", "A boat")),
        ("A line _set apart_ and *loud*.", ("p", "A line set apart and loud.")),
    ],
)
def test_other_blocks_are_known_by_how_they_are_typed(text: str, expected: tuple[str, object]) -> None:
    kind, said = others(f"{PROSE}\n\n{text}\n\n{PROSE}")[-2]

    assert kind == expected[0]
    assert said == expected[1]


def test_a_line_of_asterisks_is_a_break() -> None:
    assert ("break", None) in others(f"{PROSE}\n\n* * *\n\n{PROSE}")


@pytest.mark.parametrize(
    ("text", "title", "byline", "date"),
    [
        ("Tea\n\n{}", "Tea", "", ""),
        ("Tea\n===\n\n{}", "Tea", "", ""),
        ("*****\n Tea\n*****\n\n{}", "Tea", "", ""),
        ("# Tea\n\n{}", "Tea", "", ""),
        ("THE HISTORY\nOF TEA\n\n{}", "THE HISTORY OF TEA", "", ""),
        ("Tea\nBy Ann Bell\nMarch 3, 2021\n\n{}", "Tea", "Ann Bell", "2021-03-03"),
        ("Tea\n\nby\n\nANN BELL\n\n{}", "Tea", "Ann Bell", ""),
        ("Tea\n\nAnn Bell | 3 March 2021 | 5 min read\n\n{}", "Tea", "Ann Bell", "2021-03-03"),
        ("Tea\n\nA short history\n\nBy Ann Bell, 3 March 2021\n\n{}", "Tea", "Ann Bell", "2021-03-03"),
        ("2021-03-03\n\nTea\n\n{}", "Tea", "", "2021-03-03"),
        ("Tea\n\n{}\n\n3 March 2021", "Tea", "", "2021-03-03"),
        ("Tea\n\n{}\n\nBy Ann Bell", "Tea", "Ann Bell", ""),
        ("Title: Tea\nAuthor: Ann Bell\nDate: 2021-03-03\n\n{}", "Tea", "Ann Bell", "2021-03-03"),
        ("From: Ann Bell <a@tea.example>\nSubject: Re: Tea,\n  again\nX-Id: 1\n\n{}", "Tea, again", "Ann Bell", ""),
        ("Tea\nFor four | Hot\n\n{}", "Tea", "", ""),
        ("{}", "", "", ""),
        ("Dear Ann,\n\n{}", "", "", ""),
        ("Tea is a drink.\n\n{}", "", "", ""),
        ("- milk\n- tea", "", "", ""),
    ],
)
def test_the_first_and_the_last_lines_tell_of_title_author_and_date(
    text: str, title: str, byline: str, date: str
) -> None:
    article = read_article(Page("tea.txt", text.format(PROSE).encode()))

    assert (article.title, article.byline, article.date) == (title, byline, date)


@pytest.mark.parametrize(
    ("text", "reason", "left"),
    [
        (f"Tea\n\nContents\n\n1. Black ..... 3\n2. Green ..... 9\n\n1. Black\n\n{PROSE}\n\n2. Green\n\n{PROSE}",
         "contents", "Contents 1. Black ..... 3 2. Green ..... 9"),
        (f"Tea\n\n{PROSE}\n\n- 12 -\n\n{PROSE}", "page number", "- 12 -"),
        (f"Tea\n\nUnsubscribe from this list\n\n{PROSE}", "newsletter", "Unsubscribe from this list"),
        (f"From: Ann\nSubject: Tea\n\n{PROSE}\n\n-- \nAnn, 1 Tea Road", "signature", "-- Ann, 1 Tea Road"),
        (f"Tea\nBy Ann Bell\n\n{PROSE}", "byline", "By Ann Bell"),
        (f"Tea\n\n{PROSE}\n\n3 March 2021", "date", "3 March 2021"),
    ],
)  # fmt: skip
def test_what_stands_around_the_text_is_left_out_with_a_reason(text: str, reason: str, left: str) -> None:
    article = read_article(Page("tea.txt", text.encode()))

    assert {"reason": reason, "text": left} in skipped_of(article)
    assert PROSE in str(outline_of(article)["blocks"])


def test_two_dashes_in_what_is_no_letter_lose_nothing() -> None:
    assert others(f"{PROSE}\n\n--\n\nThe rest.")[-1] == ("p", "The rest.")


def test_a_text_of_too_many_lines_is_refused_before_it_is_read() -> None:
    with pytest.raises(NothingToRead, match=r"a.txt is over the limit of 100,000 lines"):
        read_article(Page("a.txt", b"x\n" * (MAX_LINES + 1)))


def test_lists_nested_without_end_are_read_to_a_depth_and_then_as_text() -> None:
    lines = "\n".join(" " * (2 * depth) + f"- w{depth}" for depth in range(200))

    found = str(read(f"{PROSE}\n\n{lines}"))

    assert all(f"w{depth}" in found for depth in range(200))
