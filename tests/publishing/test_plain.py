"""Text that may stand anywhere."""

import pytest

from postaloud.publishing.plain import cut, is_visible, kept_lines, one_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n b\t\tc ", "a b c"),
        ("a\u2028b\u0085c", "a b c"),
        ("a\x00b\x1b[31mc\x9b", "ab[31mc"),
        ("5\u00a0km", "5\u00a0km"),
        ("half \ud83d here", "half \ufffd here"),
        ("\ufdd0\uffff", ""),
        ("\x0b \x0c", ""),
    ],
)
def test_a_line_has_no_control_characters_and_single_spaces(text: str, line: str) -> None:
    assert one_line(text) == line


def test_kept_lines_end_in_one_way() -> None:
    assert kept_lines("a\r\nb\rc\u2029  d") == "a\nb\nc\n  d"


@pytest.mark.parametrize(("text", "is_seen"), [("a", True), ("·", True), ("", False), ("\u200b\u00a0\u00ad", False)])
def test_only_what_a_reader_sees_is_visible(text: str, is_seen: bool) -> None:  # noqa: FBT001 - a row of the table
    assert is_visible(text) is is_seen


@pytest.mark.parametrize(("text", "size", "kept"), [("tea", 3, "tea"), ("teapot", 5, "te…"), ("ééé", 5, "é…")])
def test_a_cut_counts_bytes_and_keeps_whole_characters(text: str, size: int, kept: str) -> None:
    assert cut(text, size) == kept
