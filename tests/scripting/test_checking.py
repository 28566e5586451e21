"""What a listener would miss: a row for each finding, and one for what is none."""

from dataclasses import replace

import pytest

from postaloud.model.article import (
    Article,
    Block,
    Cell,
    Code,
    Definition,
    DefinitionList,
    Figure,
    FigureKind,
    Note,
    Row,
    Run,
    Skip,
    Table,
)
from postaloud.scripting import write_script
from postaloud.scripting.checking import RULES, Finding, Severity, check
from scripting.made import GUIDED, cell, head, para, section

GOOD = Article("Tea", lang="en", lang_origin="page", lead=(para("Warm the pot."),))


def found(article: Article) -> tuple[Finding, ...]:
    return check(article, write_script(article, GUIDED))


def of(*blocks: Block) -> list[str]:
    """Return the ids of the findings in some blocks."""
    return [finding.id for finding in found(replace(GOOD, lead=blocks))]


def linked(text: str) -> Block:
    return para("Look ", Run(text, href="https://shop.example/pots"), " for more.")


def table(*rows: Row) -> Table:
    return Table(rows)


@pytest.mark.parametrize(
    ("block", "ids"),
    [
        (Figure(None, source="img/pot.jpg"), ["img-001"]),
        (Figure(None, (Run("Our pot"),)), []),
        (Figure(""), []),
        (Figure("A red pot"), []),
        (Figure(None, kind=FigureKind.VIDEO), []),
        (Figure("IMG_2041.jpg"), ["img-002"]),
        (Figure("dsc 0042"), ["img-002"]),
        (Figure("A pot. " * 50), ["img-003"]),
        (linked("here"), ["link-001"]),
        (linked("Click here!"), []),
        (linked("Read more…"), ["link-001"]),
        (linked("hier"), ["link-001"]),
        (linked("the shop"), []),
        (linked("https://shop.example/pots"), ["link-002"]),
        (para("See https://shop.example/pots?page=2 for more."), ["addr-001"]),
        (para("Ask the WTA about it."), ["abbr-001"]),
        (para("Ask the WTA. The WTA knows, and WTAs do."), ["abbr-001"]),
        (para("Ask the World Tea Association (WTA) about it."), []),
        (para("Ask the WTA (World Tea Association) about it."), []),
        (para("Count the leaves per pot, or LPP, twice."), []),
        (para("Ask the ", Run("WTA", title="World Tea Association"), "."), []),
        (para("NASA, the UK and a PDF."), []),
        (para("WARM THE POT FIRST"), []),
        (table(Row((cell("a"),)), Row((cell("b"),))), ["tab-001"]),
        (table(Row((head("Day"),), is_header=True), Row((cell("Monday", "Day"),))), []),
        (table(Row((cell("a"),))), []),
        (table(Row((head("WTA"),)), Row((Cell((Run("here", href="/x"),)),))), ["link-001", "abbr-001"]),
        (DefinitionList((Definition(((Run("WTA"),),), (para("A club."),)),)), ["abbr-001"]),
        (Code("https://shop.example WTA"), []),
    ],
)
def test_a_block_has_these_findings(block: Block, ids: list[str]) -> None:
    assert of(block) == ids


def test_a_page_without_title_or_language_is_told() -> None:
    assert [each.id for each in found(replace(GOOD, title=" ", lang_origin="default"))] == ["doc-001", "doc-002"]


@pytest.mark.parametrize("origin", ["page", "metadata", "front matter", "feed", "option"])
def test_a_language_that_was_named_anywhere_is_enough(origin: str) -> None:
    assert found(replace(GOOD, lang_origin=origin)) == ()


def test_a_heading_that_skips_a_level_is_named_with_its_place() -> None:
    article = replace(GOOD, sections=(section("A"), section("Deep", para("x"), level=4, anchor="#deep"), section("B")))

    assert [(each.id, each.anchor) for each in found(article)] == [("head-001", "#deep")]
    assert "level 4 follows level 2" in found(article)[0].text


def test_a_long_article_in_one_piece_wants_headings() -> None:
    long = para("Warm the pot and wait. " * 150)

    assert of(long) == ["head-002"]
    assert found(replace(GOOD, lead=(long,), sections=(section("A", para("x")),))) == ()


def test_what_was_lost_is_an_error() -> None:
    article = replace(GOOD, lost=("A line.",))
    script = write_script(GOOD, GUIDED)
    longer = replace(article, notes=(Note((para("And a note."),)),))

    assert [(each.id, each.severity) for each in check(longer, script)] == [
        ("cov-001", Severity.ERROR),
        ("cov-002", Severity.ERROR),
    ]


def test_what_is_left_out_is_noted_by_its_reason() -> None:
    article = replace(GOOD, skips=(Skip("Home", "navigation"), Skip("Shop " * 40, "navigation"), Skip("Ad", "share")))

    assert [(each.id, each.severity, each.text) for each in found(article)] == [
        ("skip-001", Severity.NOTE, 'Left out as navigation: 2, first "Home".'),
        ("skip-001", Severity.NOTE, 'Left out as share: 1, first "Ad".'),
    ]


def test_long_texts_are_shortened() -> None:
    assert found(replace(GOOD, lost=("word " * 40,)))[0].text.count("word") < 20


def test_ids_are_given_once() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
