"""The HTML rules for the numbers of list items, a row for each."""

import pytest

from postaloud.reading.ordinals import integer, numbers, shown


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("3", 3),
        ("4.9", 4),
        ("7e2", 7),
        ("-2", -2),
        ("+5", 5),
        (" \t\n8", 8),
        ("007", 7),
        ("0", 0),
        ("-0", 0),
        ("5 apples", 5),
        ("A", None),
        ("", None),
        (None, None),
        ("--1", None),
        ("- 1", None),
        ("\u00a05", None),
        ("٣", None),
        ("99999999999999999999", None),
    ],
)
def test_integers_are_read_as_the_standard_reads_them(written: str | None, number: int | None) -> None:
    assert integer(written) == number


@pytest.mark.parametrize(
    ("values", "start", "is_reversed", "expected"),
    [
        ([None, None, None], None, False, (1, 2, 3)),
        ([None, None], "5", False, (5, 6)),
        ([None, None], "4.9", False, (4, 5)),
        ([None, None], "7e2", False, (7, 8)),
        ([None, None], "A", False, (1, 2)),
        ([None, None, None], "-1", False, (-1, 0, 1)),
        ([None, None], "0", False, (0, 1)),
        ([None, "7", None], None, False, (1, 7, 8)),
        (["3", None, "3"], None, False, (3, 4, 3)),
        ([None, "x", None], None, False, (1, 2, 3)),
        ([None, "-4", None], None, False, (1, -4, -3)),
        ([None, None, None], None, True, (3, 2, 1)),
        ([None, None, None], "10", True, (10, 9, 8)),
        ([None, "5", None], None, True, (3, 5, 4)),
        ([None, None], "x", True, (2, 1)),
        ([], None, True, ()),
    ],
)
def test_items_are_numbered_by_start_reversed_and_value(
    values: list[str | None],
    start: str | None,
    is_reversed: bool,  # noqa: FBT001 - a column of the table
    expected: tuple[int, ...],
) -> None:
    assert numbers(values, start, is_reversed=is_reversed) == expected


@pytest.mark.parametrize(
    ("number", "kind", "text"),
    [
        (3, "1", "3"),
        (3, "", "3"),
        (3, "disc", "3"),
        (3, "a", "c"),
        (3, "A", "C"),
        (26, "a", "z"),
        (27, "a", "aa"),
        (52, "a", "az"),
        (703, "A", "AAA"),
        (0, "a", "0"),
        (-1, "A", "-1"),
        (4, "i", "iv"),
        (4, "I", "IV"),
        (9, "i", "ix"),
        (1994, "I", "MCMXCIV"),
        (3999, "i", "mmmcmxcix"),
        (4000, "I", "4000"),
        (0, "i", "0"),
        (-5, "I", "-5"),
    ],
)
def test_numbers_are_shown_as_their_type_says(number: int, kind: str, text: str) -> None:
    assert shown(number, kind) == text
