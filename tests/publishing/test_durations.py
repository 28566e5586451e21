"""Times as they are written and said."""

import pytest

from postaloud.publishing import in_words
from postaloud.publishing.durations import clock, timestamp


@pytest.mark.parametrize(
    ("ms", "written"),
    [
        (0, "00:00:00.000"),
        (-5, "00:00:00.000"),
        (61_007, "00:01:01.007"),
        (3_599_999, "00:59:59.999"),
        (360_000_000, "100:00:00.000"),
    ],
)
def test_a_timestamp_always_has_its_hours(ms: int, written: str) -> None:
    assert timestamp(ms) == written


@pytest.mark.parametrize(("ms", "shown"), [(0, "0:00"), (245_999, "4:05"), (3_845_000, "1:04:05")])
def test_a_clock_shows_what_a_player_shows(ms: int, shown: str) -> None:
    assert clock(ms) == shown


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (0, "0 seconds"),
        (-1, "0 seconds"),
        (499, "0 seconds"),
        (500, "1 second"),
        (59_500, "1 minute"),
        (552_000, "9 minutes 12 seconds"),
        (3_600_000, "1 hour"),
        (7_321_000, "2 hours 2 minutes 1 second"),
    ],
)
def test_a_length_is_said_in_whole_units(ms: int, words: str) -> None:
    assert in_words(ms) == words
