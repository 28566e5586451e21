"""The proof that every text of an article is spoken or left out with a reason."""

from dataclasses import replace

import pytest

from postaloud.model.article import (
    Article,
    Block,
    Code,
    Definition,
    DefinitionList,
    Figure,
    Note,
    Quote,
    Run,
    Skip,
)
from postaloud.model.script import Part, Script, Utterance
from postaloud.scripting import Images, Manner, Verbosity, prove, unsaid, write_script
from scripting.made import GUIDED, bullets, hours, numbered, para, section

BLOCKS: tuple[Block, ...] = (
    para("One of 5 pots."),
    bullets("Tin.", ("Clay.", bullets("Red."))),
    numbered("Warm.", "Pour."),
    hours(),
    Quote((para("So they said."),), "Ann"),
    Code("\n".join(f"line {number}" for number in range(9))),
    Figure("A kettle", (Run("Ours"),)),
    DefinitionList((Definition(((Run("Pot"),),), (para("A vessel."),)),)),
)
ARTICLE = Article(
    "Tea", lang="en", lead=BLOCKS, sections=(section("Steep", para("Wait.")),), notes=(Note((para("Or not."),), "1"),)
)


def without(script: Script, shown: str) -> Script:
    parts = (
        Part(tuple(line for line in part.lines if not (isinstance(line, Utterance) and line.shown == shown)))
        for part in script.parts
    )
    return replace(script, parts=tuple(parts))


@pytest.mark.parametrize("verbosity", Verbosity)
def test_a_script_says_all_of_its_article_or_names_what_it_leaves_out(verbosity: Verbosity) -> None:
    assert list(unsaid(ARTICLE, write_script(ARTICLE, Manner(verbosity)))) == []


@pytest.mark.parametrize(
    "shown", ["One of 5 pots.", "Red.", "Steep", "Wait.", "9 am", "Or not.", "A kettle", "Ours", "A vessel."]
)
def test_a_text_that_the_script_lost_is_found_with_its_place(shown: str) -> None:
    lost = list(unsaid(ARTICLE, without(write_script(ARTICLE, GUIDED), shown)))

    assert len(lost) == 1
    assert shown in lost[0].text


def test_a_picture_whose_words_stand_beside_it_need_not_say_them_again() -> None:
    article = Article("Tea", lang="en", lead=(para("A red pot"), Figure("A red pot")))

    assert list(unsaid(article, write_script(article, GUIDED))) == []


def test_pictures_that_the_listener_switched_off_are_no_loss() -> None:
    assert list(unsaid(ARTICLE, write_script(ARTICLE, Manner(images=Images.SKIP)))) == []


def test_raised_figures_are_the_same_words() -> None:
    article = Article("Tea", lang="en", lead=(para("10 m² of tea"),))

    assert list(unsaid(article, write_script(article, GUIDED))) == []


def test_the_proof_counts_what_is_said_what_is_left_out_and_what_is_lost() -> None:
    article = replace(ARTICLE, skips=(Skip("Home", "navigation"), Skip("Shop", "navigation")), lost=("A line.",))
    script = write_script(article, GUIDED)

    proof = prove(article, without(script, "Wait."))

    assert proof.left_out == {"code": 1, "navigation": 2}
    assert proof.lost == ("A line.", "Wait.")
    assert proof.texts == prove(article, script).texts - 1 > 20
