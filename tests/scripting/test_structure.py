"""The order of lines: chapters, pauses, earcons, parts."""

from itertools import pairwise

import pytest

from postaloud.model.article import (
    Article,
    Cell,
    Code,
    Figure,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Row,
    Run,
    Table,
)
from postaloud.model.script import BlockKind, ChapterMark, Earcon, Enter, Leave, Pause, Role, Utterance
from postaloud.scripting import Earcons, Manner, Verbosity, list_script, script_as_json, write_script
from scripting.made import (
    FULL,
    GUIDED,
    PLAIN,
    article,
    bullets,
    lines_of,
    numbered,
    para,
    pauses_of,
    said_of,
    script_of,
    section,
)

PROSE = "The kettle sings in the corner while we wait for the leaves to open in the pot. "


def test_a_chapter_mark_stands_between_a_pause_and_the_first_sound() -> None:
    made = article(para("Lead."), sections=(section("One:", para("Text."), anchor="#one"), section("Two", level=3)))

    for manner in (PLAIN, GUIDED, FULL):
        lines = [line for line in write_script(made, manner).lines() if not isinstance(line, Enter | Leave)]
        marks = [place for place, line in enumerate(lines) if isinstance(line, ChapterMark)]
        assert [lines[place] for place in marks] == [
            ChapterMark("Tea"),
            ChapterMark("One", 2, 1, "#one"),
            ChapterMark("Two", 3, 2),
        ]
        assert [line.ms for place in marks if isinstance(line := lines[place - 1], Pause)] == [700, 1000, 800]
        assert all(isinstance(lines[place + 1], Utterance | Earcon) for place in marks)


def test_a_script_starts_and_ends_with_silence() -> None:
    lines = list(script_of(para("Text.")).lines())

    assert (lines[0], lines[-1]) == (Pause(700), Pause(1500))


def test_an_article_without_a_language_is_read_as_english() -> None:
    assert script_of(para("Text."), lang="").lang == "en"


@pytest.mark.parametrize("title", ["", "***", "🎀\u200b"])
def test_an_article_without_a_title_that_can_be_said_is_called_untitled(title: str) -> None:
    made = write_script(article(para("Text."), title=title), PLAIN)

    assert next(made.utterances()).said in {"Untitled article.", "Untitled article", "ribbon."}


def test_a_heading_without_words_is_announced_at_every_level() -> None:
    made = article(sections=(section("***"), section("")))

    for manner in (PLAIN, GUIDED, FULL):
        parts = write_script(made, manner).parts
        assert [part.section for part in parts] == [0, 1, 2]
        assert all(any(part.utterances()) for part in parts)


def test_a_very_long_heading_is_said_in_pieces_that_a_voice_can_take() -> None:
    made = article(sections=(section("word " * 150),))

    headings = [line for line in write_script(made, GUIDED).utterances() if line.role is Role.HEADING]

    assert [len(line.shown.split()) for line in headings] == [80, 70]


def test_adjoining_pauses_collapse_to_the_longest() -> None:
    script = write_script(article(para("A."), bullets("B."), para("C."), sections=(section("D", para("E.")),)), GUIDED)
    lines = [line for line in script.lines() if not isinstance(line, Enter | Leave)]

    assert not any(isinstance(one, Pause) and isinstance(two, Pause) for one, two in pairwise(lines))


def test_structure_is_balanced_around_the_lines() -> None:
    nested = Quote((numbered(("A.", bullets("B."), Figure("C", (Run("D"),)))),))
    script = write_script(article(nested, sections=(section("E", para(PROSE * 40)),)), FULL)
    open_kinds: list[BlockKind] = []

    for line in script.lines():
        if isinstance(line, Enter):
            open_kinds.append(line.kind)
        elif isinstance(line, Leave):
            assert open_kinds.pop() is line.kind

    assert open_kinds == []


def test_a_long_section_is_cut_at_silence_into_parts_of_about_150_words() -> None:
    made = article(sections=(section("One", *(para(PROSE * 3) for _ in range(30))), section("Two", para(PROSE * 60))))

    script = write_script(made, GUIDED)

    sizes = [sum(len(line.said.split()) for line in part.utterances()) for part in script.parts]
    assert max(sizes) <= 220
    assert all(isinstance(part.lines[-1], Pause) and part.lines[-1].ms >= 150 for part in script.parts)
    assert [part.section for part in script.parts] == sorted(part.section for part in script.parts)
    assert len(script.parts) > 12


def test_earcons_can_be_switched_off_and_carry_nothing_alone() -> None:
    made = article(bullets("A."), Figure("B"), sections=(section("C"),))

    with_sounds = write_script(made, GUIDED)
    without = write_script(made, Manner(earcons=Earcons.OFF))

    assert [line.said for line in with_sounds.utterances()] == [line.said for line in without.utterances()]
    assert sum(isinstance(line, Earcon) for line in with_sounds.lines()) == 3
    assert not any(isinstance(line, Earcon) for line in without.lines())


def test_a_markers_text_is_as_the_page_shows_it() -> None:
    markers = [
        (line.shown, line.said)
        for line in lines_of(
            numbered("A.", "B.", ordinals="IV V"), numbered("C.", ordinals="c"), numbered("D.", ordinals="(a)"[1:2])
        )
        if isinstance(line, Utterance) and line.role is Role.MARKER
    ]

    assert markers == [("IV.", "Four."), ("V.", "Five."), ("c.", "C."), ("a.", "A.")]


def test_a_number_with_its_own_bracket_keeps_it() -> None:
    made = ListBlock((ListItem((para("A."),), "1)"),), ordered=True)

    assert [line.shown for line in lines_of(made) if isinstance(line, Utterance)][1] == "1)"


def test_empty_items_and_lists_say_nothing_but_their_numbers() -> None:
    silent = ListItem((para("—"),))

    assert said_of(ListBlock(())) == []
    assert said_of(ListBlock((silent,))) == ["List of one."]
    assert said_of(ListBlock((ListItem((), "1"),), ordered=True)) == ["List of one.", "One."]


def test_a_bullet_after_a_sub_list_says_where_we_are_back() -> None:
    assert said_of(bullets(("A.", bullets("B.")), "C."))[-3:] == ["Back to item two.", "C.", "End of list."]


def test_the_end_of_a_list_with_much_text_is_announced() -> None:
    assert said_of(bullets(PROSE * 20))[-1] == "End of list."


def test_pauses_of_a_list() -> None:
    assert pauses_of(numbered("A.", "B.")) == [600, 400, 150, 400, 150, 1200]


def test_cells_that_hold_several_headers_say_each_once() -> None:
    header = Cell((Run("Mon"),), is_header=True)
    row = Row((header, Cell((Run("9"),), headers=("Mon", "Hours", "Opens", "Opens", "x" * 61, ""))))

    assert said_of(Table((row,)), manner=PLAIN) == ["Mon.", "Hours, Opens, 9."]


def test_a_table_without_rows_is_announced_with_its_size() -> None:
    assert said_of(Table(())) == ["Table, zero rows, zero columns.", "End of table."]


def test_code_of_blank_lines_says_nothing() -> None:
    assert said_of(Code(" \n\n")) == []


def test_the_closing_names_source_and_date() -> None:
    made = Article("Tea", date="2023-10-18", lang="en", address="https://www.example.org/tea", lead=(para("Text."),))

    assert [line.said for line in write_script(made, GUIDED).utterances()][-2:] == [
        "End of article.",
        "From example.org, October eighteenth, twenty twenty three.",
    ]


def test_the_closing_of_an_article_from_nowhere_names_no_day_alone() -> None:
    made = Article("Tea", date="2023-10-18", lang="en", lead=(para("Text."),))

    assert [line.said for line in write_script(made, GUIDED).utterances()][-1] == "End of article."


def test_an_article_of_nothing_is_a_script_all_the_same() -> None:
    for manner in (PLAIN, GUIDED, FULL):
        assert [line.shown for line in write_script(Article(""), manner).utterances()][-1] == "End of article."


def test_a_script_is_listed_and_written_as_plain_values() -> None:
    made = write_script(article(bullets("Pay $5."), sections=(section("A"),)), GUIDED)

    assert "[item earcon]" in list(list_script(made))
    plain = script_as_json(made)
    assert (plain["title"], plain["lang"]) == ("Tea", "en")
    assert {line["type"] for part in plain["parts"] for line in part["lines"]} == {  # type: ignore[attr-defined]
        "utterance",
        "pause",
        "earcon",
        "chapter",
        "enter",
        "leave",
    }


def test_the_anchor_is_that_of_the_nearest_block_around() -> None:
    made = ListBlock(
        (ListItem((Paragraph((Run("A."),)), Paragraph((Run("B."),), "#b")), anchor="#item"),), anchor="#list"
    )

    assert [(line.shown, line.anchor) for line in lines_of(made) if isinstance(line, Utterance)] == [
        ("List of one.", "#list"),
        ("A.", "#item"),
        ("B.", "#b"),
    ]


@pytest.mark.parametrize(("manner", "said"), [(PLAIN, "Old new."), (GUIDED, "deleted, Old, new.")])
def test_words_that_are_crossed_out_are_said_so(manner: Manner, said: str) -> None:
    assert said_of(para(Run("Old", Mark.DELETED), " new."), manner=manner) == [said]


@pytest.mark.parametrize("verbosity", Verbosity)
def test_the_figures_of_a_row_are_counted_over_the_whole_article(verbosity: Verbosity) -> None:
    made = article(bullets((Figure("A"),)), Quote((Figure("B"),)), sections=(section("S", Figure("C")),))

    said = [line.said for line in write_script(made, Manner(verbosity)).utterances()]

    assert ("Graphic three of three." in said) is (verbosity is Verbosity.FULL)


@pytest.mark.parametrize(
    ("heading", "announced"),
    [
        ("Water", True),
        ("1. Water", False),
        ("2) Leaves", False),
        ("#3: Cups", False),
        ("Step 4: Pour", False),
        ("5", False),
        ("10 things to know", True),
        ("3.5 litres", True),
        ("50% off", True),
        ("1990s tea", True),
    ],
)
def test_a_heading_that_counts_itself_gets_no_second_number(heading: str, announced: bool) -> None:  # noqa: FBT001
    made = article(sections=(section(heading, para("Pour.")),))

    said = [line.said for line in write_script(made, GUIDED).utterances()]

    assert ("Section 1." in said) is announced
