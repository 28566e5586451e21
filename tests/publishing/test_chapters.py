"""JSON chapters 1.2."""

import json
from dataclasses import replace

from episodes import episode_of, paragraph
from postaloud.model.recording import Chapter
from postaloud.publishing import to_json_chapters

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
