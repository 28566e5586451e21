"""Laws of scripting: nothing is lost, offsets hold, pauses collapse, parts are sound."""

import re
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postaloud.model.article import (
    Article,
    Block,
    Cell,
    Code,
    Figure,
    ListBlock,
    ListItem,
    Mark,
    Paragraph,
    Quote,
    Row,
    Run,
    Section,
    Table,
)
from postaloud.model.script import ChapterMark, Enter, Leave, Pause, Utterance
from postaloud.scripting import Manner, Said, Verbosity, as_said, split_sentences, write_script

PIECES = re.findall(
    r"\S+",
    "5 10 2023 1999 $ £ € % - – — . , : / PDFs NIA WHO Henry VIII IV km m² lb in °C Oct. October 18 st. St. No. vs. "
    "e.g. and/or w/ @ # ~ + = < > 1/2 ½ 3:30 pm 12 3.14 1,000 v2.0.1 http:// www. example.org /a?b=c 🔥 👍🏽 \u200b "
    "( ) ’s & U.S. Ph.D. x ^2 24/7 1990s M bn Mio. z.B. 3. 1er n° 2º siglo ISBN +44 555-1234 \ufdd0 \ufe0f \u20e3 "
    "a.m. p.m. 16:9 1:02:03 120/80 10/18/2023 '90s 2019–21 FY24 Q3 10⁻⁶ 1e6 .5 5'10\" 8\" 5k 100K users tsp 1080p "
    "a an --flag foo_bar() /etc/hosts notes.txt C:\\x node.js .NET I/O R&D AT&T COVID-19 GPT-4 THE END Dr. & Mrs. "
    "Main NY 10001 5th Ave. (D-CA) 192.168.0.1:80 0-19-960563-7 ab123 b-c-1-5 Mon Tues Fri noon x/week × ± ≈ → § "
    "¶ ½ ⅔ #SelfCare #101x @name 🇩🇪 👩‍🍳 5️⃣ 🏼 ᵉʳ Mme Uhr h 12h30 Nr. Ludwig XIV. millones 1.000,5 -4 1/3 €0,02 "
    "Jan– Tel. 030",
)
TEXT = st.one_of(
    st.text(max_size=40),
    st.lists(st.sampled_from(PIECES), max_size=7).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join),
)
LANG = st.sampled_from(["en", "en-GB", "de", "fr", "es", "it", "zh"])
NAME = st.from_regex(r"[a-z]{1,8}(?:-[a-z0-9]{1,4})?", fullmatch=True)
PATH = st.from_regex(r"(?:/[a-z0-9_~%.-]{1,6}[a-z0-9]){1,3}/?", fullmatch=True)
QUERY = st.sampled_from(["", "?utm_source=feed&x=1", "#part-2", "?q=a+b#c", "/?a[]=1"])
ADDRESS = st.builds(
    lambda scheme, name, end, path, query: f"{scheme}{name}.{end}{path}{query}",
    st.sampled_from(["https://", "http://", "https://www.", "www.", "ftp://", "https://me:secret@", "HTTPS://"]),
    NAME,
    st.sampled_from(["com", "org", "co.uk", "de", "io"]),
    PATH,
    QUERY,
)
WORDS = st.text("ab .:!?1é漢\n—", max_size=60)
RUNS = st.lists(
    st.builds(
        Run,
        WORDS,
        st.sampled_from([Mark.NONE, Mark.STRONG, Mark.SUPERSCRIPT]),
        st.sampled_from(["", "fr"]),
        st.sampled_from(["", "#n"]),
    ),
    max_size=4,
).map(tuple)
LEAF = st.one_of(
    st.builds(Paragraph, RUNS, st.sampled_from(["", "#p"])),
    st.builds(Figure, st.one_of(st.none(), WORDS), RUNS),
    st.builds(Code, WORDS),
    st.builds(
        Table,
        st.lists(st.builds(Row, st.lists(st.builds(Cell, RUNS), max_size=3).map(tuple), st.booleans()), max_size=3).map(
            tuple
        ),
    ),
)


def _around(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, max_size=3).map(tuple)
    items = st.builds(ListItem, blocks, st.sampled_from([None, "1", "c", "iv"]))
    return st.builds(Quote, blocks, WORDS) | st.builds(ListBlock, st.lists(items, max_size=3).map(tuple), st.booleans())


BLOCK: st.SearchStrategy[Block] = st.recursive(LEAF, _around, max_leaves=6)
BLOCKS = st.lists(BLOCK, max_size=4).map(tuple)
SECTION = st.builds(Section, st.integers(2, 6), RUNS, BLOCKS)
ARTICLE = st.builds(
    lambda title, lang, lead, sections: Article(title, lang=lang, lead=lead, sections=sections),
    WORDS,
    LANG,
    BLOCKS,
    st.lists(SECTION, max_size=3).map(tuple),
)


def assert_spans_cover(shown: str, made: Said) -> None:
    """Every character outside the spans stands in both texts, and the spans are in order."""
    said_end = shown_end = 0
    for span in made.spans:
        assert said_end <= span.said_start <= span.said_end <= len(made.text)
        assert shown_end <= span.shown_start <= span.shown_end <= len(shown)
        assert made.text[said_end : span.said_start] == shown[shown_end : span.shown_start]
        said_end, shown_end = span.said_end, span.shown_end
    assert made.text[said_end:] == shown[shown_end:]


@given(TEXT, LANG)
def test_every_difference_between_shown_and_said_has_a_span(shown: str, lang: str) -> None:
    assert_spans_cover(shown, as_said(shown, lang))


@given(TEXT, LANG)
def test_what_is_said_is_said_so_again(shown: str, lang: str) -> None:
    said = as_said(shown, lang).text

    assert as_said(said, lang).text == said


@given(TEXT, LANG)
def test_what_is_said_holds_no_control_no_pictograph_and_no_address(shown: str, lang: str) -> None:
    said = as_said(shown, lang).text

    assert not {unicodedata.category(letter) for letter in said} & {"Cc", "Cs", "Co"}
    assert not re.search("[\u2600-\u27bf\ufe0f\u20e3\U0001f000-\U0001faff]", said)
    assert not re.search(r"\w://", said)


@given(ADDRESS, st.sampled_from(["{}", "see {}.", "({})", "a {}, b", "“{}”", "x: {}!"]), LANG)
def test_of_an_address_only_the_host_is_said(address: str, around: str, lang: str) -> None:
    said = as_said(around.format(address), lang).text

    rest = re.split(r"(?<=[\w])(?=[/?#])", re.sub(r"^[a-z]+://", "", address, flags=re.IGNORECASE), maxsplit=1)[1]
    assert not re.search(r"://|\bwww\.|secret|utm_source", said)
    assert rest.rstrip("/") not in said


@given(st.text(max_size=300) | st.text("ab1 .!?\"')é。\n", max_size=600), LANG)
def test_sentences_are_in_order_and_lose_nothing(text: str, lang: str) -> None:
    spans = split_sentences(text, lang)

    assert all(start < end for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
    assert all(end - start <= 400 or not re.search(r"\w", text[start + 400 : end]) for start, end in spans)


@pytest.mark.parametrize("verbosity", Verbosity)
@given(ARTICLE)
def test_every_script_is_sound(verbosity: Verbosity, article: Article) -> None:
    script = write_script(article, Manner(verbosity))
    lines = [line for line in script.lines() if not isinstance(line, Enter | Leave)]
    marks = [line.number for line in lines if isinstance(line, ChapterMark)]

    assert marks == list(range(len(article.sections) + 1))
    assert all(isinstance(part.lines[-1], Pause) and part.lines[-1].ms >= 150 for part in script.parts)
    assert all(any(part.utterances()) for part in script.parts)
    assert not any(isinstance(one, Pause) and isinstance(two, Pause) for one, two in pairwise(lines))
    assert all(re.search(r"[^\W_]", line.said) and line.lang for line in script.utterances())
    for line in script.utterances():
        assert_spans_cover(line.shown, Said(line.said, line.spans))


@pytest.mark.parametrize("verbosity", Verbosity)
@given(ARTICLE)
def test_structure_is_balanced(verbosity: Verbosity, article: Article) -> None:
    depth: list[str] = []
    for line in write_script(article, Manner(verbosity)).lines():
        match line:
            case Enter():
                depth.append(line.kind)
            case Leave():
                assert depth.pop() == line.kind
            case Utterance() | Pause():
                pass

    assert depth == []


@given(st.lists(RUNS, max_size=5))
def test_every_letter_of_the_prose_is_shown(paragraphs: list[tuple[Run, ...]]) -> None:
    article = Article("T", lang="en", lead=tuple(Paragraph(runs) for runs in paragraphs))

    shown = "".join(line.shown for line in write_script(article, Manner(Verbosity.PLAIN)).utterances())

    wanted = "".join(run.text for runs in paragraphs for run in runs)
    assert "".join(re.findall(r"[a-zé漢]", wanted)) in "".join(re.findall(r"[a-zé漢]", shown))
