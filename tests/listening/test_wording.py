import pytest

from listening.plotted import SHOWN, course
from postaloud.listening import wording
from postaloud.listening.course import Course, Section
from postaloud.listening.wording import Clock

MINUTE = 60_000


@pytest.mark.parametrize(
    ("shown", "clock", "told"),
    [
        ("Water.", Clock(100_000, 9 * MINUTE + 12_000), "Section 1 of 2, Needs; item 3 of 3; 1 minute 40 of 9."),
        (
            "1. Green.",
            Clock(40_999, 9 * MINUTE),
            "Section 1 of 2, Needs; item 1 of 2, in item 2 of 3; 40 seconds of 9 minutes.",
        ),
        ("Black", Clock(41_000, 52_323), "Section 2 of 2, Steep; row 2 of 2; 41 seconds of 52."),
        ("Minutes", Clock(0, 52_323), "Section 2 of 2, Steep; 0 seconds of 52."),
        ("Warm it.", Clock(2 * MINUTE, 4 * MINUTE + 5_000), "Tea; 2 minutes of 4 minutes 5."),
        ("Warm it.", Clock(3_600_000 + 5 * MINUTE, 11 * 3_600_000, is_exact=False), "Tea; 1 hour 5 of about 11."),
        ("Warm it.", Clock(4 * MINUTE, 62 * MINUTE), "Tea; 4 minutes of 1 hour 2."),
        ("Warm it.", Clock(MINUTE, 59 * MINUTE + 59_000), "Tea; 1 minute of 1 hour."),
    ],
)  # fmt: skip
def test_where_am_i_names_section_item_and_time(shown: str, clock: Clock, told: str) -> None:
    plotted = course()

    assert wording.where(plotted, plotted.sentences[SHOWN.index(shown)], clock) == told


def test_an_article_begins_with_its_title_and_length() -> None:
    bare = Course(course().sentences, (Section("Tea", 0, 0),))

    assert wording.opening("Tea", course(), Clock(0, 552_000)) == "Tea: 2 sections, 9 minutes 12 seconds."
    assert wording.opening("Tea.", bare, Clock(0, 3_000, is_exact=False)) == "Tea: about 3 seconds."


@pytest.mark.parametrize(
    ("clock", "rate", "told"),
    [
        (Clock(100_000, 552_000), 100, "1 minute 40 seconds heard, 7 minutes 32 seconds left."),
        (Clock(0, 90_000), 150, "0 seconds heard, 1 minute 30 seconds left, 1 minute at speed 1.5."),
        (Clock(1_000, 61_000, is_exact=False), 100, "1 second heard, about 1 minute left."),
    ],
)
def test_the_time_is_what_was_heard_and_what_is_left(clock: Clock, rate: int, told: str) -> None:
    assert wording.time(clock, rate) == told


def test_chapters_have_the_number_that_is_announced_and_tell_which_is_heard() -> None:
    plotted = course()
    lines = list(wording.chapters(plotted, plotted.sentences[4], [0, 7_300, None]))

    assert lines == ["0: Tea; 0 seconds.", "1: Needs; you are here; 7 seconds.", "2: Steep."]


def test_chapters_without_numbers_of_their_own_are_counted() -> None:
    plotted = Course(course().sentences, (Section("One", 0, 0), Section("Two", 0, 3)))

    assert [wording.label_of(plotted, number) for number in (0, 1)] == [1, 2]


def test_a_title_that_asks_gets_no_full_stop() -> None:
    plotted = Course(course().sentences, (Section("What Else?", 0, 0),))

    assert list(wording.chapters(plotted, plotted.sentences[0], [None])) == ["0: What Else?; you are here."]
    assert wording.bookmark(plotted, 1, 1) == '1: "Warm it."; What Else?'


def test_a_long_sentence_is_quoted_by_its_beginning() -> None:
    quoted = wording.quoted("word " * 30)

    assert quoted.endswith('word …"')
    assert len(quoted) < 70


@pytest.mark.parametrize(
    ("typed", "percent"),
    [("1.5", 150), ("1,5", 150), ("2", 200), ("x", None), ("", None), ("inf", None), ("nan", None)],
)
def test_a_speed_is_read_as_it_is_typed(typed: str, percent: int | None) -> None:
    assert wording.percent_of(typed) == percent
