"""Byte ranges, as RFC 9110 has them."""

import pytest

from postaloud.listening.ranges import Stretch, Unsatisfiable, stretch_of


@pytest.mark.parametrize(
    ("header", "start", "length"),
    [
        ("bytes=0-0", 0, 1),
        ("bytes=0-", 0, 100),
        ("bytes=10-19", 10, 10),
        ("bytes=99-", 99, 1),
        ("bytes=90-1000", 90, 10),
        ("bytes=-1", 99, 1),
        ("bytes=-1000", 0, 100),
        ("bytes= 5-5 ", 5, 1),
    ],
)
def test_a_range_is_a_stretch_of_the_file(header: str, start: int, length: int) -> None:
    assert stretch_of(header, 100) == Stretch(start, length)


@pytest.mark.parametrize(
    "header",
    ["bytes=100-", "bytes=5-4", "bytes=-0", "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "bytes=" + "0-," * 500,
     "bytes=1-2-3", "bytes=--1", "bytes=٣-", "bytes=" + "9" * 400 + "-"],
)  # fmt: skip
def test_an_abused_range_is_refused(header: str) -> None:
    with pytest.raises(Unsatisfiable):
        stretch_of(header, 100)


def test_an_empty_file_has_no_range() -> None:
    with pytest.raises(Unsatisfiable):
        stretch_of("bytes=0-", 0)
