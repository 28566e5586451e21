"""Single kinds of blocks are said otherwise than the verbosity has it, and what is left out is named."""

from dataclasses import replace

import pytest

from postaloud.model.article import Article, Block, Code, Figure, FigureKind, Mark, Note, Row, Run, Skip, Table
from postaloud.model.script import Earcon
from postaloud.scripting import CodeSamples, Earcons, Footnotes, Images, Links, Manner, Tables, write_script
from scripting.made import FULL, GUIDED, PLAIN, bullets, cell, head, para

PICTURE = Figure("A red kettle", (Run("Ours since 1990"),), anchor="k")
SAMPLE = Code("one()\ntwo()", anchor="c")
HOURS = Table(
    (
        Row((head("Day"), head("Opens"), head("Closes")), is_header=True),
        Row((head("Monday"), cell("nine", "Opens", "Monday"), cell("five", "Closes", "Monday"))),
        Row((head("Friday"), cell("ten", "Opens", "Friday"), cell("four", "Closes", "Friday"))),
    ),
    anchor="t",
)
NOTE = Note((para("Boil it twice."),), "1", "#n1", "n1")
CALLING = para("Warm the pot", Run("", Mark.CALL, href="#n1"), " first.")


def made(*blocks: Block, notes: tuple[Note, ...] = ()) -> Article:
    return Article("Tea", lang="en", lead=(para("Start."), *blocks, para("Stop.")), notes=notes)


def said(article: Article, manner: Manner) -> list[str]:
    """Return what is said between the first paragraph and the end."""
    lines = [line.said for line in write_script(article, manner).utterances()]
    return lines[lines.index("Start.") + 1 :]


def test_pictures_are_passed_over_and_counted() -> None:
    script = write_script(made(PICTURE), replace(GUIDED, images=Images.SKIP))

    assert said(made(PICTURE), replace(GUIDED, images=Images.SKIP)) == [
        "Stop.",
        "End of article.",
        "Left out: one image.",
    ]
    assert script.skips == (Skip("A red kettle Ours since 1990", "picture", "k"),)


def test_recordings_and_pictures_of_nothing_are_not_counted_as_pictures_left_out() -> None:
    film = Figure("Pouring", kind=FigureKind.VIDEO)

    script = write_script(made(film, Figure("")), replace(GUIDED, images=Images.SKIP))

    assert "Pouring." in [line.said for line in script.utterances()]
    assert script.skips == ()


@pytest.mark.parametrize(
    ("manner", "words"),
    [
        (GUIDED, "See the shop."),
        (FULL, "See link, the shop."),
        (replace(GUIDED, links=Links.ANNOUNCE), "See link, the shop."),
        (replace(FULL, links=Links.TEXT), "See the shop."),
    ],
)
def test_links_are_called_so_by_choice(manner: Manner, words: str) -> None:
    linked = para("See ", Run("the shop", href="https://shop.example/"), ".")

    assert said(made(linked), manner)[0] == words


@pytest.mark.parametrize(
    ("manner", "lines"),
    [
        (GUIDED, ["Code sample, two lines.", "one()", "two()", "Stop.", "End of article."]),
        (PLAIN, ["Code sample, two lines, left out.", "Stop.", "End of article.", "Left out: one code sample."]),
        (
            replace(PLAIN, code=CodeSamples.READ),
            ["Code sample, two lines.", "one()", "two()", "Stop.", "End of article."],
        ),
        (
            replace(GUIDED, code=CodeSamples.ANNOUNCE),
            ["Code sample, two lines, left out.", "Stop.", "End of article.", "Left out: one code sample."],
        ),
        (replace(GUIDED, code=CodeSamples.SKIP), ["Stop.", "End of article.", "Left out: one code sample."]),
    ],
)
def test_code_is_read_announced_or_passed_over(manner: Manner, lines: list[str]) -> None:
    shown = [line.shown for line in write_script(made(SAMPLE), manner).utterances()]

    assert shown[shown.index("Start.") + 1 :] == lines


@pytest.mark.parametrize(
    ("footnotes", "lines"),
    [
        (
            Footnotes.END,
            ["Warm the pot first.", "Note one.", "Stop.", "Notes.", "Note one.", "Boil it twice.", "End of article."],
        ),
        (
            Footnotes.INLINE,
            ["Warm the pot first.", "Note one.", "Note one.", "Boil it twice.", "Stop.", "End of article."],
        ),
        (Footnotes.SKIP, ["Warm the pot first.", "Stop.", "End of article.", "Left out: one note."]),
    ],
)
def test_notes_stand_where_the_listener_wants_them(footnotes: Footnotes, lines: list[str]) -> None:
    assert said(made(CALLING, notes=(NOTE,)), replace(GUIDED, footnotes=footnotes)) == lines


def test_notes_that_are_left_out_are_named_with_all_that_they_hold() -> None:
    script = write_script(
        made(CALLING, notes=(replace(NOTE, blocks=(bullets("A.", "B."), SAMPLE)),)),
        replace(PLAIN, footnotes=Footnotes.SKIP),
    )

    assert script.skips == (Skip("A. B. one() two()", "note", "n1"),)


def test_tables_are_read_by_columns() -> None:
    lines = said(made(HOURS), replace(GUIDED, tables=Tables.COLUMNS))

    assert lines[1:-3] == [
        "Rows:",
        "Day.",
        "Monday.",
        "Friday.",
        "Column two.",
        "Opens.",
        "Monday, nine.",
        "Friday, ten.",
        "Column three.",
        "Closes.",
        "Monday, five.",
        "Friday, four.",
    ]


def test_a_cell_read_by_columns_keeps_its_place() -> None:
    lines = said(made(HOURS), replace(FULL, tables=Tables.COLUMNS))

    assert [line for line in lines if line.startswith("Row ")] == [
        "Row one, column two.",
        "Row two, column two.",
        "Row one, column three.",
        "Row two, column three.",
    ]


def test_a_ragged_table_keeps_its_columns() -> None:
    ragged = Table((Row((cell("a"), cell("b"))), Row((cell("c"),))))

    assert said(made(ragged), replace(PLAIN, tables=Tables.COLUMNS))[:3] == ["a.", "c.", "b."]


def test_a_table_in_short_names_its_columns_and_is_counted() -> None:
    manner = replace(GUIDED, tables=Tables.SUMMARY)

    assert said(made(HOURS), manner) == [
        "Table, two rows, three columns.",
        "Columns:",
        "Day.",
        "Opens.",
        "Closes.",
        "End of table.",
        "Stop.",
        "End of article.",
        "Left out: one table.",
    ]
    assert write_script(made(HOURS), manner).skips == (Skip("Monday nine five Friday ten four", "table", "t"),)


def test_without_earcons_no_sound_comes_before_words() -> None:
    script = write_script(made(PICTURE), replace(GUIDED, earcons=Earcons.OFF))

    assert not any(isinstance(line, Earcon) for line in script.lines())
