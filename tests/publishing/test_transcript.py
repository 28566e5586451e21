"""The transcript, read again by html5lib as strictly as it can."""

import base64
import hashlib
import re
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pytest

from episodes import Lines, episode_of, items, paragraph, say, with_lost, within
from postaloud.model.article import Mark
from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Enter, Inline, Leave, Line, Pause, Role
from postaloud.publishing import to_transcript

K = BlockKind


def _tree(episode: Episode) -> Element:
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    page: Element = parser.parse(to_transcript(episode))
    return page


def _article(episode: Episode) -> Element:
    found = _tree(episode).find(".//article")
    assert found is not None
    return found


def _shape(element: Element) -> str:
    """Return elements and texts, without the spans around sentences."""
    inner = "".join(_shape(child) + re.sub(r"\s+", " ", child.tail or "") for child in element)
    text = re.sub(r"\s+", " ", element.text or "") + inner
    if element.tag == "span" and "id" in element.attrib:
        return text
    names = {name: value for name, value in element.attrib.items() if name in {"value", "type", "class", "lang", "dir"}}
    return (
        f"<{element.tag}{''.join(f' {name}={value}' for name, value in names.items())}>{text.strip()}</{element.tag}>"
    )


def _blocks(*lines: Line | Lines, lang: str = "en-GB") -> str:
    article = _article(episode_of(*lines, lang=lang))
    return "".join(_shape(child) for child in article if child.tag not in {"header", "nav", "footer"})


def test_headings_paragraphs_and_sentences_are_the_article_s() -> None:
    blocks = _blocks(
        within(K.TITLE, say("Tea", Role.TITLE)),
        paragraph("Warm the pot.", "Pour."),
        within(K.HEADING, say("Section 1.", Role.ANNOUNCEMENT), say("Water", Role.HEADING), value="2"),
        within(K.HEADING, say("Soft water", Role.HEADING), value="3"),
        within(K.BREAK),
        within(K.QUOTE, paragraph("Tea first.")),
    )

    assert blocks == (
        "<p>Warm the pot. Pour.</p><h2>Water</h2><h3>Soft water</h3><hr></hr><blockquote><p>Tea first.</p></blockquote>"
    )


def test_the_title_stands_once_in_the_header_with_byline_site_and_day() -> None:
    header = _article(episode_of(within(K.TITLE, say("Tea", Role.TITLE)), paragraph("Pour."))).find("header")

    assert header is not None
    assert _shape(header) == "<header><h1>Tea</h1> <p>Nora · The Pot · <time>8 November 2024</time></p></header>"


def test_a_script_that_begins_in_the_middle_still_has_a_title() -> None:
    header = _article(replace(episode_of(paragraph("Pour.")), preview="sections 2-3")).find("header")

    assert header is not None
    assert _shape(header).startswith("<header><h1>Tea</h1>")
    assert "<p>Preview: sections 2-3.</p>" in _shape(header)


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        (items(K.ORDERED_LIST, "1", "2"), "<ol><li>Item 1.</li> <li>Item 2.</li></ol>"),
        (items(K.ORDERED_LIST, "4", "5"), "<ol><li value=4>Item 4.</li> <li>Item 5.</li></ol>"),
        (items(K.ORDERED_LIST, "c", "d"), "<ol type=a><li value=3>Item c.</li> <li>Item d.</li></ol>"),
        (items(K.ORDERED_LIST, "1.1"), "<ol class=signs><li><span>1.1</span> Item 1.1.</li></ol>"),
        (items(K.BULLET_LIST, ""), "<ul><li>Item .</li></ul>"),
        (within(K.BULLET_LIST, within(K.ITEM, say("One:", Role.LABEL), say("It.")), items(K.BULLET_LIST)),
         "<ul><li><strong>One:</strong> It.</li></ul>"),
        (within(K.ORDERED_LIST,
                within(K.ITEM, say("1.", Role.MARKER), say("Outer."), items(K.BULLET_LIST, ""), value="1")),
         "<ol><li>Outer. <ul><li>Item .</li></ul></li></ol>"),
    ],
)  # fmt: skip
def test_lists_show_the_page_s_numbers(lines: Lines, shape: str) -> None:
    assert _blocks(lines) == shape


def test_a_picture_is_its_description_and_caption() -> None:
    figure = within(
        K.FIGURE, say("A white pot", Role.IMAGE), within(K.CAPTION, say("My pot.")), value="https://tea.example/pot.jpg"
    )

    page = to_transcript(episode_of(figure))

    assert _blocks(figure) == (
        "<figure><p><span>Image:</span> A white pot</p> <figcaption>My pot.</figcaption></figure>"
    )
    assert "pot.jpg" not in page


def test_a_picture_s_description_is_one_to_a_screen_reader_too() -> None:
    page = to_transcript(episode_of(within(K.FIGURE, say("A pot.", Role.IMAGE), say('It is "white".', Role.IMAGE))))

    assert '<figure>\n<p role="img" aria-label="A pot. It is &quot;white&quot;.">' in page


def test_a_recording_is_its_title() -> None:
    assert _blocks(within(K.FIGURE, say("The horn", Role.MEDIA))) == "<figure><p>The horn</p></figure>"


def test_definitions_keep_their_terms() -> None:
    listed = within(
        K.DEFINITIONS,
        within(K.TERM, say("Lamp", Role.LABEL)),
        within(K.DEFINITION, paragraph("What burns on top.")),
    )

    assert _blocks(listed) == "<dl><dt><strong>Lamp</strong></dt> <dd><p>What burns on top.</p></dd></dl>"


def test_a_note_is_one_to_a_screen_reader() -> None:
    note = within(K.NOTE, paragraph("Some say two."), value="1")

    page = to_transcript(episode_of(paragraph("Built in a year."), note))

    assert '<aside role="doc-footnote">' in page
    assert _blocks(note) == "<aside><p>Some say two.</p></aside>"


def test_a_description_that_says_image_itself_says_it_once() -> None:
    assert _blocks(within(K.FIGURE, say("Image: a pot", Role.IMAGE))) == "<figure><p>Image: a pot</p></figure>"


def test_a_table_keeps_its_rows_header_cells_and_empty_cells() -> None:
    table = within(
        K.TABLE,
        within(K.CAPTION, say("Prices")),
        within(K.ROW, within(K.HEADER_CELL, say("Day")), within(K.HEADER_CELL, say("Price"))),
        within(K.ROW, within(K.CELL), within(K.CELL, say("£3"))),
    )

    assert _blocks(table, lang="en") == (
        "<div class=wide><table><caption>Prices</caption> <tbody><tr><th>Day</th> <th>Price</th> </tr> "
        "<tr><td></td> <td>£3</td> </tr></tbody></table></div>"
    ).replace(" </tr>", "</tr>")


def test_code_keeps_its_line_breaks() -> None:
    page = to_transcript(episode_of(within(K.CODE, say("if tea:\n    pour()\n", Role.CODE), value="python")))

    assert ">if tea:\n    pour()\n</span></code></pre>" in page


def test_each_sentence_has_its_number_and_start_and_a_lost_one_no_start() -> None:
    episode = with_lost(
        episode_of(within(K.HEADING, say("Section 1.", Role.ANNOUNCEMENT), say("Water")), paragraph("One.", "Two.")), 3
    )

    spans = [span for span in _article(episode).iter("span") if "id" in span.attrib]

    assert [(span.get("id"), span.get("data-start"), span.text) for span in spans] == [
        ("s2", "1500", "Water"),
        ("s3", None, "One."),
        ("s4", "4500", "Two."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        (ChapterMark("Water", 2, 2), *within(K.HEADING, say("Water"), value="2")),
        within(K.HEADING, ChapterMark("Water", 2, 2), say("Water"), value="2"),
        (*within(K.PARAGRAPH, ChapterMark("Water", 2, 2)), *within(K.HEADING, say("Water"), value="2")),
    ],
)
def test_a_chapter_is_linked_to_its_heading(lines: Lines) -> None:
    episode = episode_of(paragraph("Pour."), lines)
    chapters = (Chapter(0, 1500, "Tea"), Chapter(1500, 3000, "Water", 2, 2))

    article = _article(replace(episode, recording=replace(episode.recording, chapters=chapters)))

    assert article.find("nav//a[@href='#sec-2']") is not None
    assert article.find("h2[@id='sec-2']") is not None
    assert article.find("nav//a[@href='#sec-0']") is None
    assert [row.text for row in article.findall("nav//li/span[last()]")] == ["0:00", "0:01"]


def test_a_chapter_number_that_comes_twice_gives_one_id() -> None:
    mark = ChapterMark("Water", 2, 1)

    article = _article(episode_of(mark, paragraph("One."), mark, paragraph("Two.")))

    assert [block.get("id") for block in article.findall("p")] == ["sec-1", None]


HEAD = within(K.HEADING, say("Water"), value="2")
WELL_FORMED = "<p>Text.</p>"


@pytest.mark.parametrize(
    ("lines", "shape"),
    [
        ((Enter(K.PARAGRAPH), say("Text.")), WELL_FORMED),
        ((say("Text."), Leave(K.PARAGRAPH)), WELL_FORMED),
        ((say("Text."), Leave(K.ITEM), Leave(K.ORDERED_LIST)), WELL_FORMED),
        ((Leave(K.CELL), Leave(K.ROW), Leave(K.TABLE), *paragraph("Text.")), WELL_FORMED),
        ((Enter(K.ORDERED_LIST), Enter(K.ITEM, "3"), say("Text.")), "<ol><li value=3>Text.</li></ol>"),
        ((Enter(K.ITEM, "3"), say("Text."), Leave(K.ITEM), *HEAD), "<ol><li value=3>Text.</li></ol><h2>Water</h2>"),
        ((*within(K.ITEM, say("A.")), *within(K.ITEM, say("B."))), "<ul><li>A.</li> <li>B.</li></ul>"),
        ((Enter(K.PARAGRAPH), say("A."), *within(K.FIGURE, say("B.")), say("C."), Leave(K.PARAGRAPH)),
         "<p>A.</p><figure><p>B.</p></figure><p>C.</p>"),
        (within(K.TABLE, say("A."), within(K.ROW, say("B."))),
         "<div class=wide><table><tbody><tr><td lang=en>A.</td></tr> <tr><td lang=en>B.</td></tr></tbody></table></div>"
         ),
        ((Enter(K.BULLET_LIST), say("A."), *within(K.ITEM, say("B."))), "<ul><li>A.</li> <li>B.</li></ul>"),
        ((Enter(K.CAPTION), say("Text.")), WELL_FORMED),
        ((Enter(K.BREAK), say("Text.")), "<hr></hr><p>Text.</p>"),
        (within(K.TABLE, within(K.ROW, within(K.CELL, HEAD))),
         "<div class=wide><table><tbody><tr><td><p>Water</p></td></tr></tbody></table></div>"),
        ((*within(K.BULLET_LIST, within(K.ITEM), Pause(3)), *within(K.HEADING), say("Text.")), WELL_FORMED),
        ((say("\u200b"), say("Text.")), WELL_FORMED),
        ((), ""),
    ],
)  # fmt: skip
def test_a_script_that_was_cut_anywhere_gives_whole_blocks(lines: Lines, shape: str) -> None:
    blocks = _blocks(lines).replace("<colgroup></colgroup> ", "")

    assert blocks.replace("</td> </tr>", "</td></tr>").replace("</tr> </tbody>", "</tr></tbody>") == shape


def test_header_cells_say_whether_they_head_a_row_or_a_column() -> None:
    table = within(
        K.TABLE,
        within(K.ROW, within(K.HEADER_CELL), within(K.HEADER_CELL, say("Price"))),
        within(K.ROW, within(K.HEADER_CELL, say("Tea")), within(K.CELL, say("£3"))),
    )

    found = _article(episode_of(table)).iter("th")

    assert [(cell.get("scope"), cell.text) for cell in found] == [("col", "Price"), ("row", "Tea")]


@pytest.mark.parametrize(
    "hostile",
    [
        "</span><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "</title></style><svg/onload=alert(1)>",
        "<!--",
        "]]>",
        "&lt;b&gt;",
        "javascript:alert(1)",
        "{} {0} %s ${x}",
    ],
)
def test_text_of_the_page_never_becomes_markup(hostile: str) -> None:
    lines = (
        *within(K.TITLE, say(hostile)),
        *within(K.ORDERED_LIST, within(K.ITEM, say(hostile, Role.LABEL), value=hostile, lang=hostile)),
        *within(K.FIGURE, say(hostile, Role.IMAGE), within(K.CAPTION, say(hostile)), value=hostile),
        *within(K.HEADING, say(hostile, lang=hostile), value=hostile),
    )
    episode = replace(
        episode_of(lines), title=hostile, byline=hostile, site=hostile, description=hostile, address=hostile,
        voice=hostile, preview=hostile, lang=hostile,
    )  # fmt: skip

    page = _tree(episode)

    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    assert not names & {"script", "img", "svg", "b", "a"}
    assert "".join(page.itertext()).count(hostile) >= 8


def test_the_page_loads_nothing_and_allows_only_its_own_style() -> None:
    page = _tree(episode_of(paragraph("Pour.")))

    style = page.findtext(".//style") or ""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = page.find(".//meta[@http-equiv='Content-Security-Policy']")
    assert policy is not None
    assert policy.get("content") == f"default-src 'none'; style-src 'sha256-{digest}'"
    assert "url(" not in style
    assert not [element for element in page.iter() if "src" in element.attrib or "style" in element.attrib]


def test_the_page_links_to_the_article_and_discloses_the_voice() -> None:
    footer = _article(episode_of(paragraph("Pour."))).find("footer")

    assert footer is not None
    link = footer.find(".//a")
    assert link is not None
    assert (link.get("href"), link.text) == ("https://tea.example/pot/", "Read the article at The Pot")
    assert "synthetic voice (espeak-ng en-gb)" in "".join(footer.itertext())


def test_languages_are_marked_where_they_change() -> None:
    assert _blocks(
        within(K.QUOTE, within(K.PARAGRAPH, say("Thé.", lang="fr")), lang="fr"),
        within(K.PARAGRAPH, say("Or"), say("çay", lang="tr")),
        within(K.PARAGRAPH, say("שלום", lang="he"), lang="he"),
        lang="en",
    ) == ("<blockquote lang=fr><p>Thé.</p></blockquote><p>Or çay</p><p lang=he dir=rtl>שלום</p>")
    assert '<span id="s3" data-start="3000" lang="tr">çay</span>' in to_transcript(
        episode_of(paragraph("One.", "Two."), within(K.PARAGRAPH, say("çay", lang="tr")), lang="en")
    )


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de-AT", "künstliche Stimme"),
        ("fr", "voix de synthèse"),
        ("es-MX", "voz sintética"),
        ("ar", 'lang="en" dir="ltr"'),
        ("pl", '<footer lang="en"'),
    ],
)
def test_our_own_words_are_in_the_article_s_language_or_marked_as_english(lang: str, words: str) -> None:
    assert words in to_transcript(episode_of(within(K.PARAGRAPH, say("Text.", lang=lang)), lang=lang))


def test_a_page_written_from_right_to_left_is_shown_so() -> None:
    assert '<html lang="ar" dir="rtl">' in to_transcript(episode_of(paragraph("Text."), lang="ar"))


def test_sentences_of_a_script_without_spaces_are_not_spaced() -> None:
    assert (
        _blocks(within(K.PARAGRAPH, say("お茶。", lang="ja"), say("お湯。", lang="ja")), lang="ja")
        == "<p>お茶。お湯。</p>"
    )


def test_a_script_goes_on_where_its_recording_stopped() -> None:
    episode = episode_of(paragraph("One.", "Two."))
    cut = replace(episode.recording, cues=episode.recording.cues[:1])

    spans = [span for span in _article(replace(episode, recording=cut)).iter("span") if "id" in span.attrib]

    assert [(span.get("id"), span.get("data-start")) for span in spans] == [("s1", "0"), ("s2", None)]


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("He said", "bonjour à tous", "He said bonjour à tous"),
        ("bonjour à tous", ", and left.", "bonjour à tous, and left."),
        ("(that is", "bonjour à tous", "(that is bonjour à tous"),
        ("Er sagte: „Guten Tag.“", "Dann ging er.", "Er sagte: „Guten Tag.“ Dann ging er."),
        ("He said (", "bonjour à tous", "He said (bonjour à tous"),
        ("bonjour", "(yes)", "bonjour (yes)"),
        ("お茶", "お湯", "お茶お湯"),
        ("お茶", "tea", "お茶 tea"),
    ],
)
def test_pieces_of_a_sentence_in_two_languages_join_as_the_page_has_them(first: str, second: str, joined: str) -> None:
    assert _blocks(paragraph(first, second)) == f"<p>{joined}</p>"


def test_a_description_of_two_sentences_says_image_once() -> None:
    figure = within(K.FIGURE, say("A pot.", Role.IMAGE), say("It is white.", Role.IMAGE))

    assert _blocks(figure) == "<figure><p><span>Image:</span> A pot. It is white.</p></figure>"


@pytest.mark.parametrize(
    ("inline", "markup"),
    [
        (Inline(4, 9, href="/water/"), 'Use <a href="https://tea.example/water/">fresh</a> water.'),
        (Inline(4, 9, href="https://w.example/?a&b"), 'Use <a href="https://w.example/?a&amp;b">fresh</a> water.'),
        (Inline(4, 9, href="#note-1"), "Use fresh water."),
        (Inline(4, 9, href="javascript:alert(1)"), "Use fresh water."),
        (Inline(4, 9, href="//[", lang="fr"), 'Use <span lang="fr">fresh</span> water.'),
        (Inline(4, 9, title='"new"'), 'Use <abbr title="&quot;new&quot;">fresh</abbr> water.'),
        (Inline(4, 9, Mark.CODE, href="https://w.example"),
         'Use <a href="https://w.example"><code>fresh</code></a> water.'),
        (Inline(4, 9, Mark.DELETED, lang="ar"), 'Use <span lang="ar" dir="rtl"><del>fresh</del></span> water.'),
        (Inline(0, 16, title="all", lang="fr"), '<abbr title="all" lang="fr">Use fresh water.</abbr>'),
        (Inline(4, 9, lang="<b>"), "Use fresh water."),
    ],
)  # fmt: skip
def test_a_sentence_keeps_its_links_abbreviations_languages_code_and_deletions(inline: Inline, markup: str) -> None:
    sentence = replace(say("Use fresh water."), inlines=(inline,))

    assert f">{markup}</span></p>" in to_transcript(episode_of(within(K.PARAGRAPH, sentence), lang="en"))


def test_headings_skip_no_level_and_a_header_cell_of_nothing_is_a_plain_one() -> None:
    lines = (
        *within(K.HEADING, say("Water"), value="3"),
        *within(K.HEADING, say("Hard water"), value="5"),
        *within(K.HEADING, say("Leaves"), value="2"),
        *within(K.TABLE, within(K.ROW, within(K.HEADER_CELL), within(K.HEADER_CELL, say("Price")))),
    )

    blocks = _blocks(*lines, lang="en")

    assert blocks.startswith("<h2>Water</h2><h3>Hard water</h3><h2>Leaves</h2>")
    assert "<tr><td></td> <th>Price</th></tr>" in blocks


@pytest.mark.parametrize("date", ["", "yesterday", "2024-13-41"])
def test_a_date_that_is_none_is_not_shown(date: str) -> None:
    episode = episode_of(paragraph("Pour."))

    page = to_transcript(replace(episode, identity=replace(episode.identity, date=date)))

    assert "<time" not in page
