"""Some sections of a script are a script."""

import pytest

from postaloud.errors import UsageError
from postaloud.scripting import only_sections, write_script
from scripting.made import GUIDED, article, para, section

THREE = write_script(article(para("Lead."), sections=tuple(section(name, para("Text.")) for name in "ABC")), GUIDED)


@pytest.mark.parametrize(
    ("wanted", "kept"), [("2", [2]), ("1-2", [1, 2]), ("2-", [2, 3]), ("0,3", [0, 3]), (" 1 - 1 ", [1])]
)
def test_sections_are_chosen_as_they_are_announced(wanted: str, kept: list[int]) -> None:
    assert [part.section for part in only_sections(THREE, wanted).parts] == kept


@pytest.mark.parametrize("wanted", ["", "x", "3-2", "4", "1,,2", "-1"])
def test_a_choice_that_makes_no_sense_is_refused(wanted: str) -> None:
    with pytest.raises(UsageError):
        only_sections(THREE, wanted)


def test_an_article_of_one_section_or_none_says_so() -> None:
    one = write_script(article(sections=(section("A"),)), GUIDED)
    none = write_script(article(para("Lead.")), GUIDED)

    with pytest.raises(UsageError, match="one section"):
        only_sections(one, "2")
    with pytest.raises(UsageError, match="no sections"):
        only_sections(none, "1")


def test_a_section_that_an_earlier_choice_left_out_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing to speak"):
        only_sections(only_sections(THREE, "1,3"), "2")
