"""One pause between two sounds, and structure around it."""

from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Part, Pause, Utterance
from postaloud.scripting.cutting import cut_parts
from postaloud.scripting.pauses import settle

A, B = Utterance("A", "A"), Utterance("B", "B")
INTO, OUT = Enter(BlockKind.PARAGRAPH), Leave(BlockKind.PARAGRAPH)


def test_a_pause_stands_behind_what_ends_and_before_what_begins() -> None:
    lines: list[Line] = [INTO, A, Pause(1), OUT, Pause(3), INTO, Pause(2), B, OUT]

    assert list(settle(lines)) == [INTO, A, OUT, Pause(3), INTO, B, OUT]


def test_a_block_without_sound_stays_before_the_pause() -> None:
    assert list(settle([A, Pause(1), INTO, OUT, B])) == [A, INTO, OUT, Pause(1), B]


def test_a_last_pause_is_kept_and_none_is_made_up() -> None:
    assert list(settle([A, Pause(1)])) == [A, Pause(1)]
    assert list(settle([A])) == [A]


def test_a_chapter_starts_a_part_once_something_was_said() -> None:
    one, two = ChapterMark("1", number=1), ChapterMark("2", number=2)

    assert list(cut_parts([Pause(1), one, A, Pause(9), two, B])) == [
        Part((Pause(1), one, A, Pause(9)), 1),
        Part((two, B), 2),
    ]


def test_a_short_pause_does_not_cut_and_a_late_one_leaves_no_empty_part() -> None:
    long = Utterance("w", "w " * 200)

    assert [len(part.lines) for part in cut_parts([long, Pause(100), A, Pause(150)])] == [4]
