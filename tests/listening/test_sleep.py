import pytest

from postaloud.listening.sleep import OFF, Sleep, SleepTimer, next_sleep, sleep_from


def test_one_key_goes_through_every_length_and_off_again() -> None:
    told = []
    sleep = OFF
    for _ in range(5):
        sleep = next_sleep(sleep)
        told.append(sleep.told)

    assert told == [
        "Sleep in 15 minutes.",
        "Sleep in 30 minutes.",
        "Sleep in 60 minutes.",
        "Sleep at the end of this section.",
        "Sleep timer off.",
    ]
    assert next_sleep(Sleep(20)) == OFF


@pytest.mark.parametrize(
    ("typed", "sleep"),
    [
        ("1", Sleep(1)),
        ("1440", Sleep(1440)),
        ("section", Sleep(at_section_end=True)),
        ("off", OFF),
        ("0", OFF),
        ("1441", None),
        ("soon", None),
        ("-5", None),
    ],
)
def test_a_length_is_read_as_it_is_typed(typed: str, sleep: Sleep | None) -> None:
    assert sleep_from(typed) == sleep


def test_a_timer_is_due_after_its_minutes_or_in_another_section() -> None:
    minutes, section, off = SleepTimer(), SleepTimer(), SleepTimer()
    minutes.set(Sleep(1), 2, now=100)
    section.set(Sleep(at_section_end=True), 2, now=100)

    assert [minutes.is_due(5, now) for now in (100, 159, 160)] == [False, False, True]
    assert [section.is_due(number, 900) for number in (2, 3)] == [False, True]
    assert not off.is_due(0, 900)
    assert Sleep(1).told == "Sleep in 1 minute."
