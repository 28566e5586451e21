"""JSON chapters 1.2."""

import json
from dataclasses import replace

import pytest

from episodes import Lines, episode_of, paragraph, say, within
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Role
from postaloud.publishing import read_chapters, to_json_chapters

EPISODE = episode_of(paragraph("Warm the pot."))
CHAPTERS = (
    Chapter(0, 12_345, "Tea", anchor="body > h1"),
    Chapter(12_345, 60_000, 'Wasser & "Blätter"\n', 2, 1, "#water"),
)


def test_chapters_have_times_in_seconds_titles_and_addresses() -> None:
    episode = replace(EPISODE, recording=replace(EPISODE.recording, chapters=CHAPTERS))

    assert json.loads(to_json_chapters(episode)) == {
        "version": "1.2.0",
        "title": "Tea",
        "author": "Nora",
        "chapters": [
            {"startTime": 0, "endTime": 12.345, "title": "Tea", "url": "https://tea.example/pot/"},
            {
                "startTime": 12.345,
                "endTime": 60,
                "title": 'Wasser & "Blätter"',
                "url": "https://tea.example/pot/#water",
            },
        ],
    }


def test_what_is_not_known_is_left_out() -> None:
    episode = replace(EPISODE, byline="", address="tea.html")

    found = json.loads(to_json_chapters(episode))

    assert "author" not in found
    assert "url" not in found["chapters"][0]


def test_the_file_is_plain_text_that_ends_in_a_line_end() -> None:
    text = to_json_chapters(replace(EPISODE, title="Thé \ud800"))

    assert '"title": "Thé \ufffd"' in text
    assert text.endswith("}\n")
    assert text.encode()


def _picture(address: str) -> Lines:
    return within(BlockKind.FIGURE, within(BlockKind.PARAGRAPH, say("A cup", Role.IMAGE)), value=address)


def test_a_chapter_shows_its_first_picture_on_the_web() -> None:
    episode = episode_of(
        ChapterMark("Tea"),
        *_picture("img/pot.jpg"),
        *_picture("img/second.jpg"),
        ChapterMark("Water", 2, 1),
        *_picture("data:image/png;base64,AAAA"),
        *_picture("javascript:alert(1)"),
        *_picture("http://[broken"),
        ChapterMark("Steep", 2, 2),
        *_picture("https://img.example/cup.jpg"),
    )
    chapters = tuple(Chapter(number, number + 1, "", 2, number) for number in range(3))
    episode = replace(episode, recording=replace(episode.recording, chapters=chapters))

    found = [chapter.get("img") for chapter in json.loads(to_json_chapters(episode))["chapters"]]

    assert found == ["https://tea.example/pot/img/pot.jpg", None, "https://img.example/cup.jpg"]


def test_chapters_are_read_again() -> None:
    episode = replace(EPISODE, recording=replace(EPISODE.recording, chapters=CHAPTERS))

    assert read_chapters(to_json_chapters(episode), 60_000) == (
        Chapter(0, 12_345, "Tea"),
        Chapter(12_345, 60_000, 'Wasser & "Blätter"', anchor="#water"),
    )


@pytest.mark.parametrize(
    "text", ["", "[]", "7", "{}", '{"chapters": 7}', '{"chapters": [7]}', '{"chapters": [{"startTime": "x"}]}',
             '{"chapters": [{"startTime": 1e999}]}', "[" * 100_000],
)  # fmt: skip
def test_another_file_has_no_chapters(text: str) -> None:
    assert read_chapters(text, 60_000) == ()


def test_lists_tables_and_code_are_marks_that_can_be_passed_over() -> None:
    episode = episode_of(
        paragraph("Before."),
        within(
            BlockKind.BULLET_LIST,
            within(BlockKind.ITEM, say("One."), within(BlockKind.ORDERED_LIST, within(BlockKind.ITEM, say("Inner.")))),
        ),
        within(BlockKind.BULLET_LIST),
        within(BlockKind.CODE, say("print(1)")),
        within(BlockKind.TABLE, within(BlockKind.ROW, within(BlockKind.CELL, say("Cell.")))),
    )

    assert json.loads(to_json_chapters(episode))["marks"] == [
        {"startTime": 1.5, "endTime": 4.0, "kind": "list", "title": "One."},
        {"startTime": 4.5, "endTime": 5.5, "kind": "code", "title": "print(1)"},
        {"startTime": 6.0, "endTime": 7.0, "kind": "table", "title": "Cell."},
    ]
