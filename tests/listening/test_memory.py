from pathlib import Path

import pytest

from listening.plotted import SHOWN, course
from postaloud.listening.memory import (
    BrokenMemory,
    Memory,
    Spot,
    found,
    from_text,
    keep,
    moved,
    recall,
    spot_of,
    toggled,
)


def test_a_sentence_is_found_where_it_stands_now() -> None:
    assert found(course(), Spot(0, "Truly.")) == SHOWN.index("Truly.")


def test_of_equal_sentences_the_nearest_is_meant() -> None:
    assert found(course(), Spot(15, "Tea")) == SHOWN.index("Tea", 1)
    assert found(course(), Spot(2, "Tea")) == 0


def test_a_sentence_that_is_gone_leaves_its_place_or_nothing() -> None:
    assert found(course(), Spot(4, "Gone.")) == 4
    assert found(course(), Spot(400, "Gone.")) is None
    assert moved(Memory(Spot(400, "Gone."), 120, (Spot(500, "Gone too."),)), course()) == Memory(None, 120, ())


def test_a_bookmark_is_set_in_order_and_taken_away_again() -> None:
    first, second = spot_of(course(), 2), spot_of(course(), 7)
    both = toggled(toggled(Memory(), second), first)

    assert both.bookmarks == (first, second)
    assert toggled(both, first).bookmarks == (second,)


def test_a_memory_is_kept_in_a_file_and_nothing_else_stays(tmp_path: Path) -> None:
    memory = Memory(Spot(3, "Tee für «zwei»"), 130, (Spot(1, "Warm it."),))

    keep(tmp_path / "new" / "tea.json", memory)

    assert recall(tmp_path / "new" / "tea.json") == memory
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["tea.json"]


def test_of_what_was_never_heard_nothing_is_remembered(tmp_path: Path) -> None:
    assert recall(tmp_path / "tea.json") == Memory()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "{}",
        "[" * 100_000,
        '{"version": 2, "place": null, "rate": 100, "bookmarks": []}',
        '{"version": 1, "place": null, "rate": 9000, "bookmarks": []}',
        '{"version": 1, "place": null, "rate": "fast", "bookmarks": []}',
        '{"version": 1, "place": {"sentence": -1, "shown": ""}, "rate": 100, "bookmarks": []}',
        '{"version": 1, "place": {"sentence": 1.5, "shown": ""}, "rate": 100, "bookmarks": []}',
        '{"version": 1, "place": {"sentence": 1, "shown": 5}, "rate": 100, "bookmarks": []}',
        '{"version": 1, "place": 5, "rate": 100, "bookmarks": []}',
        '{"version": 1, "place": null, "rate": 100, "bookmarks": 5}',
    ],
)
def test_a_text_that_is_no_memory_is_refused(text: str) -> None:
    with pytest.raises(BrokenMemory):
        from_text(text)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tea.json").write_bytes(b"\xff\xfe")

    with pytest.raises(BrokenMemory):
        recall(tmp_path / "tea.json")


def test_a_memory_that_cannot_be_kept_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "tea.json").mkdir()

    with pytest.raises(OSError, match="tea"):
        keep(tmp_path / "tea.json", Memory())

    assert [path.name for path in tmp_path.iterdir()] == ["tea.json"]
