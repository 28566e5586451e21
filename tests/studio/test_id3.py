"""The tag as mutagen reads it."""

from io import BytesIO

import pytest
from mutagen.id3 import ID3

from postaloud.model.recording import Chapter
from postaloud.studio.id3 import to_id3
from postaloud.studio.tags import Tags

TITLES = ["Plain", "Überraschung", "日本語の見出し", "عنوان", "😀 smile", "e\u0301 decomposed", 'Quote "it"', "x" * 214]


def read(tags: Tags, chapters: list[Chapter]) -> ID3:
    return ID3(BytesIO(to_id3(tags, chapters)), translate=False)


def chapters_named(titles: list[str]) -> list[Chapter]:
    return [Chapter(1_000 * number, 1_000 * number + 1_000, title) for number, title in enumerate(titles)]


def test_chapters_keep_titles_in_any_script_and_their_times() -> None:
    tag = read(Tags("Title"), chapters_named(TITLES))

    found = [tag[f"CHAP:chp{number}"] for number in range(len(TITLES))]
    assert [str(chapter.sub_frames["TIT2"]) for chapter in found] == TITLES
    assert [(chapter.start_time, chapter.end_time) for chapter in found] == [
        (1_000 * n, 1_000 * n + 1_000) for n in range(8)
    ]
    assert tag["CTOC:toc"].child_element_ids == [f"chp{number}" for number in range(8)]


def test_more_than_255_chapters_get_a_table_of_tables() -> None:
    tag = read(Tags("Title"), chapters_named(["a"] * 600))

    children = tag["CTOC:toc"].child_element_ids
    below = [name for child in children for name in tag[f"CTOC:{child}"].child_element_ids]
    assert len(children) == 3
    assert below == [f"chp{number}" for number in range(600)]


def test_texts_date_language_comment_and_cover_are_read_back() -> None:
    tag = read(
        Tags("Títle", "Ada", "Show", "2023-10-18T09:00:00Z", "de-AT", "https://x.example/ü", b"\xff\xd8jpeg"), []
    )

    texts = {key: str(tag[key]) for key in ("TIT2", "TPE1", "TALB", "TYER", "TDAT", "TLAN")}
    assert texts == {"TIT2": "Títle", "TPE1": "Ada", "TALB": "Show", "TYER": "2023", "TDAT": "1810", "TLAN": "deu"}
    assert str(tag["COMM::deu"]) == "https://x.example/ü"
    assert tag["APIC:"].data == b"\xff\xd8jpeg"


def test_what_is_not_known_is_left_out() -> None:
    tag = read(Tags("Title"), [])

    assert set(tag) == {"CTOC:toc", "TIT2", "TLAN"}


@pytest.mark.parametrize("start", [0, 1, 123_456_789])
def test_times_do_not_change_the_length(start: int) -> None:
    assert len(to_id3(Tags("T"), [Chapter(start, start + 1, "A")])) == len(to_id3(Tags("T"), [Chapter(0, 0, "A")]))
