"""Offsets survive one pass of edits after the other."""

from postaloud.model.script import Span
from postaloud.scripting.edits import Edit, compose, edited


def test_edits_replace_put_in_and_take_out() -> None:
    made = edited("a bc d", (Edit(0, 0, ">"), Edit(2, 4, "BCD"), Edit(4, 6, "")))

    assert made.text == ">a BCD"
    assert made.spans == (Span(0, 1, 0, 0), Span(3, 6, 2, 4), Span(6, 6, 4, 6))


def test_an_edit_that_changes_nothing_leaves_no_span() -> None:
    assert edited("same", (Edit(0, 4, "same"),)).spans == ()


def test_a_second_pass_on_other_words_keeps_both_edits() -> None:
    joined = compose("$5 & 7%", [Edit(0, 2, "five dollars")], [Edit(13, 14, "and")])

    assert joined == [Edit(0, 2, "five dollars"), Edit(3, 4, "and")]
    assert edited("$5 & 7%", joined).text == "five dollars and 7%"


def test_a_second_pass_over_the_first_makes_one_edit_of_both() -> None:
    joined = compose("ab cd", [Edit(0, 2, "AB"), Edit(3, 5, "CD")], [Edit(1, 4, "-")])

    assert joined == [Edit(0, 5, "A-D")]


def test_words_taken_out_inside_a_later_edit_belong_to_it() -> None:
    joined = compose("a\u200bb", [Edit(1, 2, "")], [Edit(0, 2, "AB")])

    assert joined == [Edit(0, 3, "AB")]


def test_nothing_joined_to_nothing_is_nothing() -> None:
    assert compose("text", [], []) == []
