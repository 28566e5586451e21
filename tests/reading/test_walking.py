"""From elements to headings and blocks."""

from itertools import pairwise

import pytest

from postaloud.model.article import (
    Article,
    Block,
    Break,
    Code,
    Figure,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Run,
    Table,
    text_of,
)
from postaloud.model.page import Page
from postaloud.model.plain import text_of_block, text_of_blocks
from postaloud.reading import outline_of, read_article


def read(html: str) -> Article:
    return read_article(Page("page.html", f"<!doctype html><html lang=en><body>{html}".encode()))


def blocks_of(html: str) -> tuple[Block, ...]:
    return read(html).lead


def texts(html: str) -> list[str]:
    return [text_of_block(block) for block in blocks_of(html)]


def runs(html: str) -> tuple[Run, ...]:
    block = blocks_of(html)[0]
    assert isinstance(block, Paragraph)
    return block.runs


def headings(html: str) -> list[tuple[int, str]]:
    return [(section.level, text_of(section.heading)) for section in read(html).sections]


def ordinals(html: str) -> list[str | None]:
    block = next(block for block in blocks_of(html) if isinstance(block, ListBlock))
    return [item.ordinal for item in block.items]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("<div>Loose <b>text</b><p>Two</p>and more</div>", ["Loose text", "Two", "and more"]),
        ("<p>One<br><br>Two<br> &nbsp;<br>Three<br>still three", ["One", "Two", "Three still three"]),
        ("<p>a\u00a0b&shy;c\u200bd\ufeff  e</p>", ["a bcd e"]),
        ("<p><span>T</span>he drop cap</p>", ["The drop cap"]),
        ("<p>A <q>wise</q> word</p>", ["A “wise” word"]),
        ("<span style='display:block'>One</span><span style='display:block'>Two</span>", ["One", "Two"]),
        ("<dl><dt>Term</dt><dd>Meaning</dd></dl>", ["Term Meaning"]),
        ("<details><summary>More</summary><p>Hidden no longer</p></details>", ["More", "Hidden no longer"]),
        ("<p>Water is H<sub>2</sub>O</p>", ["Water is H2O"]),
        ("<p>A <time datetime=2020-01-01>day</time> in <kbd>Ctrl</kbd></p>", ["A day in Ctrl"]),
        ("<p>A smile <img class=emoji alt='🙂' src=1f642.svg> here</p>", ["A smile 🙂 here"]),
        ("<p>See<sup><a href='#fn1'>1</a></sup> this<a href='#cite_note-2'>[2]</a></p>", ["See this"]),
        ("<p>x<sup>2</sup> and 10<sup>th</sup></p>", ["x2 and 10th"]),
        ("<p>A <a href=/x>link<span class=sr-only> (opens in new tab)</span></a> here</p>", ["A link here"]),
        ("<p>ruby <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby></p>", ["ruby 漢"]),
        ("<p>It is <math><semantics><mi>x</mi><annotation>x_tex</annotation></semantics></math>.</p>", ["It is x."]),
        ("<center><font size=2>Old page</font></center>", ["Old page"]),
        ("<p>Before<script>var x</script> and<style>p{}</style> after", ["Before and after"]),
    ],
)
def test_text_becomes_paragraphs(html: str, expected: list[str]) -> None:
    assert texts(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p><strong>Touch and Bonding:</strong>&nbsp;One of",
            (Run("Touch and Bonding:", Mark.STRONG), Run(" One of")),
        ),
        ("<p><strong>Touch: </strong>One", (Run("Touch:", Mark.STRONG), Run(" One"))),
        ("<p><b>a</b> <b>b</b>", (Run("a b", Mark.STRONG),)),
        ("<p><b>a<i>b</i></b>", (Run("a", Mark.STRONG), Run("b", Mark.STRONG | Mark.EMPHASIS))),
        ("<p>a <a href='/x'>link</a>.", (Run("a"), Run(" link", href="/x"), Run("."))),
        ("<p><abbr title='World Health  Organization'>WHO</abbr>", (Run("WHO", title="World Health Organization"),)),
        ("<p lang=fr>Bonjour <span lang=en>you</span>", (Run("Bonjour", lang="fr"), Run(" you"))),
        ("<div lang=de_AT><p>Servus", (Run("Servus", lang="de-AT"),)),
        ("<p><del>old</del><ins>new</ins>", (Run("old", Mark.DELETED), Run("new", Mark.INSERTED))),
        ("<p>a<code>b</code><sub>c</sub><sup>d</sup>",
         (Run("a"), Run("b", Mark.CODE), Run("c", Mark.SUBSCRIPT), Run("d", Mark.SUPERSCRIPT))),
    ],
)  # fmt: skip
def test_runs_keep_marks_links_languages_and_spaces(html: str, expected: tuple[Run, ...]) -> None:
    assert runs(html + "<p>Another paragraph") == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<h1>T</h1><p>a<h2>A</h2><p>x<h3>B</h3><p>y", [(2, "A"), (3, "B")]),
        ("<h1>T</h1><p>a<h1>Again</h1><p>x", [(2, "Again")]),
        ("<p>a<div role=heading aria-level=3>A</div><p>x", [(3, "A")]),
        ("<p>a<div role=heading>A</div><p>x", [(2, "A")]),
        ("<p>a<h2>One<br>two <a class=anchor href='#one'>#</a></h2><p>x", [(2, "One two")]),
        ("<p>a<h2>History<span class=mw-editsection>[edit]</span></h2><p>x", [(2, "History")]),
        ("<p>a<h2><img src=a.png alt='The plan'></h2><p>x", [(2, "The plan")]),
        ("<p>a<h2>Nothing follows</h2><h2>A</h2><p>x", [(2, "A")]),
        ("<p>a<h2>A</h2><h3>B</h3><p>x<h3>Empty</h3>", [(2, "A"), (3, "B")]),
        ("<p>a<h2> </h2><p>x", []),
        ("<p>a<h2>A</h2><ul><li>x</ul>", [(2, "A")]),
        ("<p>a<h2>You may also like</h2><ul><li><a href=/1>One</a></ul><h2>A</h2><p>x", [(2, "A")]),
        ("<p>a<h2>Related work</h2><p>x", [(2, "Related work")]),
    ],
)
def test_headings_open_sections(html: str, expected: list[tuple[int, str]]) -> None:
    words = "<p>Enough words stand here so that nothing short weighs too much in this article of the test."

    assert headings(words + html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li>a<li>b</ol>", ["1", "2"]),
        ("<ol start=4 type=a><li>a<li>b</ol>", ["d", "e"]),
        ("<ol reversed><li>a<li>b<li>c</ol>", ["3", "2", "1"]),
        ("<ol type=I><li>a<li value=4>b<li>c</ol>", ["I", "IV", "V"]),
        ("<ol><li>a<li type=A>b</ol>", ["1", "B"]),
        ("<ol style='list-style-type: lower-roman'><li>a<li>b</ol>", ["i", "ii"]),
        ("<ol><li>a<li hidden>b<li>c</ol>", ["1", "2"]),
        ("<ol><li>a<li style='display: none'>b<li>c</ol>", ["1", "2"]),
        ("<ol reversed><li>a<li hidden>b<li>c</ol>", ["2", "1"]),
        ("<ol><li>a<li><img alt='' src=x.png width=1 height=1></li><li>c</ol>", ["1", "3"]),
        ("<ol><li>a<li><button>Buy</button></li><li>c</ol>", ["1", "3"]),
        ("<ol><div><li>a</div><div><li>b</div></ol>", ["1", "2"]),
        ("<ol><x-item><li>a</x-item><x-item><li>b</x-item></ol>", ["1", "2"]),
        ("<ol><li>a<ol><li>inner</ol></li><li>b</ol>", ["1", "2"]),
        ("<ul><li>a<li>b</ul>", [None, None]),
        ("<menu><li>a<li>b</menu>", [None, None]),
    ],
)
def test_items_have_the_number_that_the_page_shows(html: str, expected: list[str | None]) -> None:
    assert ordinals("<p>Text before the list.</p>" + html) == expected


def test_lists_nest_within_items_and_without() -> None:
    inside = read("<p>Start</p><ul><li>a<ul><li>b</ul></li><li>c</ul>")
    beside = read("<p>Start</p><ul><li>a</li><ul><li>b</ul><li>c</ul>")

    expected = [("*", "a", 1), ("*", "b", 2), ("*", "c", 1)]
    for article in (inside, beside):
        entries = outline_of(article)["blocks"]
        assert isinstance(entries, list)
        assert [(e["ordinal"], e["text"], e["depth"]) for e in entries if e["type"] == "li"] == expected


def test_text_that_stands_loose_in_a_list_is_not_lost() -> None:
    assert texts("<p>Start</p><ul>first<li>a</li>between<li>b</ul>") == ["Start", "first a between b"]


def test_a_list_of_long_items_with_headings_is_a_run_of_sections() -> None:
    story = "<p>" + "A long story stands in this item. " * 20
    article = read(f"<p>Start</p><ol><li><h2>One</h2>{story}</li><li><h2>2. Two</h2>{story}</li></ol>")

    assert [text_of(section.heading) for section in article.sections] == ["1. One", "2. Two"]


def test_headings_in_short_items_are_strong_paragraphs() -> None:
    block = blocks_of("<p>Start</p><ul><li><h3>One</h3>short</li><li><h3>Two</h3>short</li></ul>")[1]

    assert isinstance(block, ListBlock)
    first = block.items[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.runs == (Run("One", Mark.STRONG),)


@pytest.mark.parametrize(
    "mark", ["<hr>", "<p>* * *</p>", "<p>***</p>", "<p>⁂</p>", "<div role=separator></div>", "<p>---</p>"]
)
def test_a_rule_or_a_line_of_asterisks_is_a_break(mark: str) -> None:
    kinds = [type(block) for block in blocks_of(f"<p>a</p>{mark}<p>b</p>")]

    assert kinds == [Paragraph, Break, Paragraph]


def test_breaks_stand_between_content_only_and_once() -> None:
    kinds = [type(block) for block in blocks_of("<hr><p>a</p><hr><hr><p>b</p><hr>")]

    assert kinds == [Paragraph, Break, Paragraph]


@pytest.mark.parametrize(
    ("html", "words", "source"),
    [
        ("<blockquote><p>Be.</p></blockquote>", "Be.", ""),
        ("<blockquote><p>Be.</p><footer>— <cite>Will</cite></footer></blockquote>", "Be.", "Will"),
        ("<blockquote><p>Be.</p><cite>Will</cite></blockquote>", "Be.", "Will"),
        ("<blockquote><p>Be.<br><cite>Will</cite></p></blockquote>", "Be.", "Will"),
        ("<blockquote><p>I read <cite>Hamlet</cite></p></blockquote>", "I read Hamlet", ""),
        ("<figure><blockquote>Be.</blockquote><figcaption>— Will</figcaption></figure>", "Be.", "Will"),
    ],
)
def test_quotes_name_their_source(html: str, words: str, source: str) -> None:
    block = blocks_of(f"<p>Start</p>{html}")[1]

    assert isinstance(block, Quote)
    assert (text_of_blocks(block.blocks), block.source) == (words, source)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<pre><code class='language-python'>if x:\n    y\n</code></pre>", Code("if x:\n    y", "python")),
        ("<pre class='brush: js'>a</pre>", Code("a", "js")),
        ("<div class='highlight-source-rust'><pre>a</pre></div>", Code("a", "rust")),
        ("<pre data-lang=Go>a<br>b</pre>", Code("a\nb", "go")),
        ("<pre class='language-none'>a</pre>", Code("a")),
        ("<pre><span class=lineno>1</span>a\n<span class=lineno>2</span>b</pre>", Code("a\nb")),
        ("<table class=highlighttable><tr><td class=linenos><pre>1\n2</pre><td class=code><pre>a\nb</pre></table>",
         Code("a\nb")),
        ("<pre><span class=comment># not a comment of a reader</span></pre>", Code("# not a comment of a reader")),
    ],
)  # fmt: skip
def test_code_keeps_its_lines_and_not_its_gutter(html: str, expected: Code) -> None:
    block = blocks_of(f"<p>Start</p>{html}")[1]

    assert isinstance(block, Code)
    assert (block.text, block.language) == (expected.text, expected.language)


def test_a_picture_within_a_sentence_waits_for_its_end() -> None:
    first, second = blocks_of("<p>Before <img alt='a view' src=x.jpg> after</p>")

    assert text_of_block(first) == "Before after"
    assert second == Figure("a view", source="x.jpg", anchor="body > p > img")


def test_deep_nesting_is_read_as_if_its_walls_were_not_there() -> None:
    article = read("<ul><li>x" * 200 + "<blockquote>" * 40 + "deepest words")

    assert "deepest words" in text_of_blocks(article.lead)


def test_blocks_and_sections_point_into_the_page() -> None:
    article = read("<div id=main><p>a<p id=here>b</div><p>c<h2 id='one two'>H</h2><p>d<ul><li>e<li>f</ul>")

    anchors = [block.anchor for block in (*article.lead, *article.sections[0].blocks)]
    assert anchors == ["#main > p:nth-of-type(1)", "#here", "body > p:nth-of-type(1)", "body > p:nth-of-type(2)",
                       "body > ul"]  # fmt: skip
    assert article.sections[0].anchor == "body > h2"
    assert all(a != b for a, b in pairwise(anchors))


def test_layout_tables_become_prose_and_data_tables_rows() -> None:
    prose = "words " * 80
    layout = read(f"<table><tr><td><p>{prose}<td><p>{prose}</table>")
    data = read("<p>Start</p><table><tr><th>a<th>b<tr><td>c<td>d</table>")

    assert [type(block) for block in layout.lead] == [Paragraph, Paragraph]
    assert [type(block) for block in data.lead] == [Paragraph, Table]


def test_what_an_author_wants_said_stands_beside_what_the_page_shows() -> None:
    made = runs('<p>The <b data-say="N.I.A.">N<i>I</i>A</b> and <span ssml:alias="kettle">K.</span> here.</p>')

    assert [(run.text, run.say) for run in made] == [
        ("The", ""),
        (" NIA", "N.I.A."),
        (" and", ""),
        (" K.", "kettle"),
        (" here.", ""),
    ]


def test_phonemes_of_the_page_are_kept_where_they_are_ipa() -> None:
    made = runs(
        '<p>A <span ssml:ph="ˈniːə">NIA</span> <i ssml:alias="nee ah" ssml:ph="ˈniːə">NIA</i> '
        '<b ssml:alphabet="x-sampa"><span ssml:ph="ni:@">NIA</span></b></p>'
    )

    assert [(run.text, run.say, run.phoneme) for run in made] == [
        ("A", "", ""),
        (" NIA", "", "ˈniːə"),
        (" NIA", "nee ah", "ˈniːə"),
        (" NIA", "", ""),
    ]


def test_a_formula_keeps_its_source() -> None:
    made = runs(r"<p>So <math><msup><mi>k</mi><mn>2</mn></msup></math> is \(k+1\).</p>")

    assert [(run.text, run.maths) for run in made] == [
        ("So", ""),
        (" k²", "<math><msup><mi>k</mi><mn>2</mn></msup></math>"),
        (" is", ""),
        (" k+1", "k+1"),
        (".", ""),
    ]


def test_words_that_an_author_wants_for_a_heading_or_an_item_are_kept() -> None:
    article = read('<h1>T</h1><h2 data-say="Two">2 <i>b</i></h2><p>Tea.</p><div data-say="no"><p>Pot.</p></div>')

    assert article.sections[0].heading == (Run("2 b", say="Two"),)
    assert [text_of_block(block) for block in article.sections[0].blocks] == ["Tea.", "Pot."]
