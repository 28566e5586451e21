"""Every kind of block at the three levels, as a script that can be read aloud in review."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from postaloud.model.article import (
    Article,
    Block,
    Break,
    Code,
    Definition,
    DefinitionList,
    Figure,
    FigureKind,
    Mark,
    Note,
    Paragraph,
    Quote,
    Run,
    Skip,
)
from postaloud.scripting import Manner, Verbosity, list_script, write_script
from scripting.made import article, bold, bullets, hours, numbered, para, section

SAMPLES: dict[str, tuple[Block, ...]] = {
    "paragraphs": (
        para("On October 18, 2023, Dr. Jane Roe paid $19.99 for 3 kg. Was it 5% more?", anchor="#a"),
        para(bold("Good to know:"), " The NIA says so."),
        para("As we wrote", Run("1", Mark.SUPERSCRIPT, href="#n1"), " in ", Run("an older post", href="/old"), "."),
        para("She said ", Run("je ne sais pas quoi dire", Mark.EMPHASIS, "fr"), " and left."),
    ),
    "numbered-list": (numbered((para(bold("Touch:"), " It helps."),), "Warm the oil.", "Breathe.", ordinals="123"),),
    "formulas": (
        para(
            "So ", Run("k²+1", Mark.MATHS, maths="k^2+1"), " is never ", Run("½", Mark.MATHS, maths=r"\frac{1}{2}"), "."
        ),
        para(Run("NIA", say="the agency"), " and ", Run("{", Mark.MATHS, title="a brace", maths="{"), "."),
    ),
    "lettered-list": (
        numbered("First this.", "Then that.", ordinals="cd"),
        numbered("Begin.", "Go on.", ordinals="IV V"),
    ),
    "long-list": (bullets("One.", "Two.", "Three.", "Four.", "Five.", "Six."),),
    "nested-list": (
        numbered(
            "Gather.",
            (para("Mix."), bullets("Oil.", "Water."), para("Stir well.")),
            (para("Heat."), numbered("Slowly.", "Gently.", ordinals="ab")),
            "Serve.",
        ),
    ),
    "pictures": (
        Figure("A cup of tea. It steams.", (Run("Our best cup"),), "cup.jpg"),
        Figure("Leaves", (Run("Leaves."),), "leaves.jpg"),
        Figure("", (), "line.png"),
        Figure(None, (Run("Taken in May"),), "may.jpg"),
        para("A pot."),
        Figure("a pot", (), "pot.jpg"),
    ),
    "quotes": (
        Quote((para("To brew is to wait."),), "Jane Roe"),
        Quote((para("Warm the pot. Wait."), bullets("Pour."))),
    ),
    "table": (hours(),),
    "code": (Code("x = 1\n\nprint(x)", "python"), Code("\n".join(f"line {n}" for n in range(12)))),
    "break": (para("Before."), Break(), para("After.")),
    "definitions": (
        DefinitionList(
            (
                Definition(((Run("Lamp"),), (Run("Light"),)), (para("What burns on top. It is lit."),), "#lamp"),
                Definition(((Run("Mole"),),), (para("A wall in the sea:"), bullets("old", "new"))),
            )
        ),
    ),
    "media": (
        Figure("How the lamp is lit", (Run("Filmed in March"),), "lamp.mp4", kind=FigureKind.VIDEO),
        Figure("The horn", (), "horn.mp3", kind=FigureKind.AUDIO),
        Figure("Map of the island", kind=FigureKind.EMBED),
        Figure(None, kind=FigureKind.VIDEO),
        Figure("Il faro di sera", (), "faro.jpg", lang="it"),
    ),
    "signs": (
        para(
            "Mind the ", Run("💡", Mark.SIGN, title="lamp"), " and ", Run("x²/2", Mark.MATHS, title="half of x squared")
        ),
        para(
            "Lit on ", Run("04/05/71", Mark.TIME, title="1871-05-04"), ", and ", Run("again", Mark.TIME, title="1872")
        ),
        para("It costs ", Run("nine", Mark.DELETED), Run(" six", Mark.INSERTED), " crowns."),
    ),
}
NOTES = (
    Note((para("Some say two."),), "1", "#fn1", "#fn1"),
    Note((para("The great storm."), bullets("Wind.", "Hail.")), "*", "#fn2", "#fn2"),
    Note((para("Nobody calls this."),), "", "", "#fn3"),
)


@pytest.mark.parametrize("verbosity", Verbosity)
def test_notes_are_named_where_sentences_end_and_read_where_they_disturb_least(
    verbosity: Verbosity, golden: Callable[[str, str], None]
) -> None:
    built = para(
        "Built in a year", Run("", Mark.CALL, href="#fn1"), " and lit. It burnt.", Run("", Mark.CALL, href="#fn2")
    )
    made = replace(article(built, para("Later."), sections=(section("Now", para("It stands.")),)), notes=NOTES)

    script = write_script(made, Manner(verbosity))

    golden("\n".join(list_script(script)) + "\n", f"scripting/notes/{verbosity}.txt")


@pytest.mark.parametrize("verbosity", Verbosity)
@pytest.mark.parametrize("name", SAMPLES)
def test_a_block_is_read_as_its_golden_script(
    name: str, verbosity: Verbosity, golden: Callable[[str, str], None]
) -> None:
    made = article(*SAMPLES[name])

    script = write_script(made, Manner(verbosity))

    golden("\n".join(list_script(script)) + "\n", f"scripting/{name}/{verbosity}.txt")


@pytest.mark.parametrize("verbosity", Verbosity)
@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "it"])
def test_a_whole_article_is_announced_in_its_language(
    lang: str, verbosity: Verbosity, golden: Callable[[str, str], None]
) -> None:
    made = whole_article(lang)

    script = write_script(made, Manner(verbosity))

    golden("\n".join(list_script(script)) + "\n", f"scripting/whole-{lang}/{verbosity}.txt")


def whole_article(lang: str) -> Article:
    """Return an article with one of everything."""
    blocks: tuple[Block, ...] = tuple(block for name in SAMPLES if name != "paragraphs" for block in SAMPLES[name])
    return Article(
        title="Tea: A Short Guide",
        byline="Jane Roe",
        date="2023-10-18",
        lang=lang,
        address="https://blog.example/tea/",
        site="The Tea Blog",
        lead=(Paragraph((Run("Tea."),)),),
        sections=(
            section("What you need:", *blocks, anchor="#need"),
            section("A smaller matter", para("Sugar."), level=3),
            section("At last", para("Drink.")),
        ),
        skips=(Skip("Home", "navigation"),),
    )
