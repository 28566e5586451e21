"""Signs, icons and drop caps within a line of text."""

import pytest

from postaloud.model.article import Mark, Paragraph, Run, text_of
from postaloud.model.page import Page
from postaloud.reading import read_article


def runs(html: str) -> tuple[Run, ...]:
    block = read_article(Page("page.html", f"<p>A paragraph stands first.</p>{html}".encode())).lead[1]
    assert isinstance(block, Paragraph)
    return block.runs


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p><span class=dropcap>T</span>he ferry", "The ferry"),
        ("<p><span class=dropcap>T</span> he ferry", "The ferry"),
        ("<p><span class=dropcap>T</span>\n<span>he</span> ferry", "The ferry"),
        ("<p><span class=drop-cap>“T</span> he ferry”", "“The ferry”"),
        ("<p><span class=dropcap style='display:block'>T</span>he ferry", "The ferry"),
        ("<p><span class=dropcap>A</span> ferry", "A ferry"),
        ("<p><span class=dropcap>Two</span> ferries", "Two ferries"),
        ("<p><b>T</b> is a letter", "T is a letter"),
        ("<p>Mind the <span role=img aria-label=warning></span> sign", "Mind the warning sign"),
        ("<p>Get <a href=/plan.pdf aria-label='the plan'><svg></svg></a> here", "Get the plan here"),
        ("<p>Get <a href=/plan.pdf aria-label='the plan'>it</a> here", "Get it here"),
        ("<p>The lamp <a href=#lamp aria-label='Link to this'></a> burns", "The lamp burns"),
        ("<p>The lamp <a href=/x aria-label='Share on Facebook'></a> burns", "The lamp burns"),
        ("<p>Before <input type=checkbox> after", "Before after"),
        ("<p>Old<button>Copy</button>new", "Old new"),
    ],
)
def test_a_line_is_read_with_what_its_signs_stand_for(html: str, text: str) -> None:
    assert text_of(runs(html)) == text


def test_a_sign_keeps_its_look_and_its_name() -> None:
    html = "<p>Mind the <span role=img aria-label=lamp>💡</span> at night"

    assert runs(html)[1] == Run(" 💡", Mark.SIGN, title="lamp")


@pytest.mark.parametrize(
    ("html", "run"),
    [
        ("<p><time datetime='1871-05-04'>in May</time>", Run("in May", Mark.TIME, title="1871-05-04")),
        ("<p><abbr title='in the morning'>a.m.</abbr>", Run("a.m.", title="in the morning")),
        ("<p><dfn title='a wall'>mole</dfn>", Run("mole", Mark.EMPHASIS, title="a wall")),
        ("<p xml:lang=de>Mole", Run("Mole", lang="de")),
    ],
)
def test_what_the_page_says_of_its_words_is_kept(html: str, run: Run) -> None:
    assert runs(html) == (run,)
