"""Lexicons in, how words are said out."""

import logging
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postaloud.errors import UsageError
from postaloud.model.article import Mark, Run
from postaloud.model.lexicon import Grapheme, Lexeme, Lexicon, joined
from postaloud.scripting import Manner, as_said
from postaloud.scripting.edits import Edit
from postaloud.scripting.lexicon.finding import find_phonemes
from postaloud.scripting.lexicon.pls import read_lexicon
from postaloud.scripting.lexicon.writing import DAISY, new_lexicon, to_pls, with_alias, with_lexemes, without_word
from postaloud.scripting.said import said_with
from scripting.made import para, said_of

HEAD = '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">'


def lexicon(*lexemes: str, head: str = HEAD) -> Lexicon:
    """Return the lexicon of some lexemes in PLS."""
    return read_lexicon(f"{head}{''.join(lexemes)}</lexicon>", "mine.pls")


def word(written: str, said: str) -> str:
    """Return a lexeme for one word."""
    return f"<lexeme><grapheme>{written}</grapheme><alias>{said}</alias></lexeme>"


def pattern(written: str, said: str, attributes: str = "") -> str:
    """Return a lexeme for a pattern."""
    return f'<lexeme regex="true"><grapheme {attributes}>{written}</grapheme><alias>{said}</alias></lexeme>'


SAID = [
    ([word("NIA", "nee ah")], "The NIA’s plan.", "The nee ah’s plan."),
    ([word("NIA", "nee ah")], "NIAbot and www.NIA.org", "NIAbot and NIA.org"),
    ([word("nia", "nee ah")], "Write to nia@tea.example", "Write to nia at tea dot example"),
    ([word("kettle", "pot")], "Kettle, KETTLE, kettle.", "pot, pot, pot."),
    ([word("Kettle", "pot")], "Kettle and kettle", "pot and kettle"),
    ([word("kettle", "pot"), word("Kettle", "Mister Kettle")], "Kettle", "Mister Kettle"),
    ([word("tea", "T"), word("tea pot", "kettle")], "A tea pot.", "A kettle."),
    ([word("O'Dell", "oh dell")], "O’Dell", "oh dell"),
    ([word("tea pot", "kettle")], "A tea\xa0pot", "A kettle"),
    ([word("Dr. No", "doctor no")], "See Dr. No.", "See doctor no."),
    ([word("§", "section")], "§ 5", "section 5"),
    ([word("MOT", "5 km")], "The MOT 5 km", "The 5 km 5 kilometers"),
    ([word("FAQ", "FAQ")], "An FAQ", "An FAQ"),
    ([word("FAQ", "one"), word("FAQ", "two")], "FAQ", "one"),
    ([word("ı", "x")], "\u0130 ı", "\u0130 x"),
    ([pattern("([0-9]+)-([0-9]+)", "between $1 and \\2")], "Rows 3-4.", "Rows between 3 and 4."),
    ([pattern("(a)|(b)", "$1$2")], "a b", "a b"),
    ([pattern("cost", "\\$")], "cost", "$"),
    ([pattern("x*", "y")], "abc", "abc"),
    ([pattern("tea", "leaf"), word("tea", "drink")], "tea teas", "drink leafs"),
    ([pattern("Q(?=7)", "queue")], "Q7 Q8", "queue7 Q8"),
    ([pattern("tea", "leaf", "negative-lookahead=' pot'")], "tea pot, tea", "tea pot, leaf"),
    ([pattern("tea", "leaf", "positive-lookahead=' pot'"), pattern("tea", "cup")], "tea pot", "cup pot"),
    (["<lexeme><grapheme positive-lookahead='[ ]+is'>SB</grapheme><alias>somebody</alias></lexeme>",
      word("SB", "should be")], "SB is, SB not", "somebody is, should be not"),
    ([f"<lexeme><grapheme xmlns:t='{DAISY}' t:negative-lookahead=' is'>sugar</grapheme><alias>x</alias></lexeme>"],
     "sugar is sugar", "sugar is x"),
    (["<lexeme><grapheme>colour</grapheme><grapheme>color</grapheme><alias>hue</alias></lexeme>"], "color", "hue"),
    (["<lexeme><grapheme>a1</grapheme><alias>no</alias><alias prefer='true'>yes</alias></lexeme>"], "a1", "yes"),
    (["<lexeme><grapheme>kettle</grapheme><phoneme>kɛtl</phoneme></lexeme>"], "kettle", "kettle"),
    (["<lexeme xml:lang='de'><grapheme>Tee</grapheme><alias>no</alias></lexeme>"], "Tee", "Tee"),
    (["<lexeme xml:lang='und'><grapheme>Tee</grapheme><alias>tay</alias></lexeme>"], "Tee", "tay"),
]  # fmt: skip


@pytest.mark.parametrize(("lexemes", "shown", "said"), SAID)
def test_a_lexicon_says_words_otherwise(lexemes: list[str], shown: str, said: str) -> None:
    assert as_said(shown, "en-GB", lexicon(*lexemes)).text == said


def test_the_words_of_a_lexicon_know_where_they_are_shown() -> None:
    made = as_said("At NIA for 5 km", "en", lexicon(word("NIA", "nee ah")))

    parts = [(made.text[span.said_start : span.said_end], span.shown_start, span.shown_end) for span in made.spans]
    assert parts == [("nee ah", 3, 6), (" kilometers", 12, 15)]


def test_what_a_page_says_itself_wins_over_the_lexicon() -> None:
    words = lexicon(word("NIA", "nee ah"), word("tea pot", "kettle"))

    assert said_with("NIA NIA", "en", (Edit(0, 3, "N.I.A."),), words).text == "N.I.A. nee ah"
    assert said_with("tea pot", "en", (Edit(4, 4, "link "),), words).text == "tea link pot"


def test_the_first_of_several_lexicons_wins() -> None:
    project, user = lexicon(word("NIA", "project")), lexicon(word("NIA", "user"), word("FBI", "eff bee eye"))

    assert as_said("NIA, FBI", "en", joined((project, user))).text == "project, eff bee eye"


def test_characters_that_hold_places_are_left_alone_in_a_text() -> None:
    shown = "\U000e1000 NIA \U000e1001"

    assert as_said(shown, "en", lexicon(word("NIA", "nee ah"))).text == "\U000e1000 nee ah \U000e1001"


def test_phonemes_are_found_for_engines_that_take_them() -> None:
    words = lexicon("<lexeme><grapheme>kettle</grapheme><phoneme alphabet='x-sampa'>kEtl</phoneme></lexeme>")

    (found,) = find_phonemes("A kettle.", "en", words)
    assert (found.start, found.end, found.lexeme.phoneme, found.lexeme.alphabet) == (2, 8, "kEtl", "x-sampa")


SLOW = "(.*)(.*)(.*)(.*)(.*)(.*)\\1\\d!"


@pytest.mark.parametrize(
    ("lexeme", "named"),
    [
        (pattern(SLOW, "wrong"), SLOW),
        (pattern("q", "wrong", f"positive-lookahead='{SLOW}'"), 'lookahead of "q"'),
        (pattern("q", "wrong", f"negative-lookahead='{SLOW}'"), 'lookahead of "q"'),
    ],
    ids=["pattern", "positive", "negative"],
)
def test_a_pattern_without_end_is_left_out_and_named(lexeme: str, named: str, caplog: pytest.LogCaptureFixture) -> None:
    words = lexicon(lexeme, word("fox", "vixen"))
    before = time.process_time()

    with caplog.at_level(logging.WARNING):
        made = as_said("q the quick brown fax fox! 7" * 20, "en", words)

    assert time.process_time() - before < 5
    assert made.text.count("vixen") == 20
    assert named in caplog.text
    assert "wrong" not in made.text


BAD = [
    ("<lexicon>\n<lexeme>", "mine.pls, line 2, column 9: no element found."),
    ("<lexicon>\n <a></b></lexicon>", "mine.pls, line 2, column 7: mismatched tag."),
    ("<lexeme/>",
     'mine.pls, line 1, column 1: the first element is "lexeme"; a lexicon starts with "lexicon" (PLS 1.0).'),
    ('<!DOCTYPE lexicon [<!ENTITY a "b">]><lexicon/>',
     "mine.pls, line 1, column 31: entities and files from outside are not allowed."),
    ("<lexicon>" + "<a>" * 100, "mine.pls, line 1, column 247: more than 80 elements stand inside each other."),
    (HEAD + "\n<lexeme/></lexicon>",
     'mine.pls, line 2, column 1: the lexeme has no "grapheme", so nothing can match it.'),
    (HEAD + "<lexeme><grapheme>a</grapheme></lexeme></lexicon>", None),
    (HEAD + "<lexeme><grapheme>a</grapheme><phoneme/></lexeme></lexicon>", None),
    (HEAD + "<lexeme><grapheme> </grapheme><alias>b</alias></lexeme></lexicon>", None),
    (HEAD + word("a" * 201, "b") + "</lexicon>", None),
    (HEAD + word("a", "b" * 1001) + "</lexicon>", None),
    (HEAD + pattern("(", "b") + "</lexicon>", None),
    (HEAD + pattern("a{99999999999}", "b") + "</lexicon>", None),
    (HEAD + pattern("a", "$1") + "</lexicon>", None),
    (HEAD + pattern("a", "b", f"positive-lookahead='{'a' * 201}'") + "</lexicon>", None),
    (HEAD + pattern("a", "b", "negative-lookahead='('") + "</lexicon>", None),
    (HEAD + "<lexeme regex='1'><grapheme>a</grapheme><phoneme>b</phoneme></lexeme></lexicon>", None),
    (HEAD + " " * 5_000_000, "mine.pls has more than 5,000,000 characters: split the lexicon."),
]  # fmt: skip


@pytest.mark.parametrize(("text", "message"), BAD)
def test_a_bad_lexicon_is_refused_with_file_line_and_column(text: str, message: str | None) -> None:
    with pytest.raises(UsageError) as caught:
        read_lexicon(text, "mine.pls")

    assert str(caught.value) == (message or str(caught.value))
    assert re.match(r"mine\.pls(, line \d+, column \d+: .+\.| has .+)$", str(caught.value))


def test_an_entry_is_added_at_the_end_and_changed_in_its_place() -> None:
    text = with_alias(new_lexicon("en"), "NIA", "N.I.A.", "en", "f")
    text = text.replace("  <lexeme>", "  <!-- agencies -->\n  <lexeme>")
    text = with_alias(text, "R & D", "research", "en", "f")
    text = with_alias(text, " NIA ", "nee  ah", "en", "f")

    assert text.splitlines()[2:] == [
        "  <!-- agencies -->",
        "  <lexeme><grapheme>NIA</grapheme><alias>nee ah</alias></lexeme>",
        "  <lexeme><grapheme>R &amp; D</grapheme><alias>research</alias></lexeme>",
        "</lexicon>",
    ]


def test_an_entry_keeps_its_phonemes_and_spellings_when_its_alias_changes() -> None:
    text = f"{HEAD}<lexeme><grapheme>a</grapheme><grapheme>b</grapheme><phoneme>æ</phoneme></lexeme></lexicon>"

    (lexeme,) = read_lexicon(with_alias(text, "b", "said", "en", "f"), "f").lexemes
    assert lexeme == Lexeme((Grapheme("a"), Grapheme("b")), "said", "æ", "ipa", "en", source="f")


def test_entries_for_other_languages_stand_beside_each_other() -> None:
    text = with_alias(with_alias(new_lexicon("en"), "Tee", "tee", "en", "f"), "Tee", "tay", "de", "f")

    assert [(one.lang, one.alias) for one in read_lexicon(text, "f").lexemes] == [("en", "tee"), ("de", "tay")]


def test_a_lexicon_with_a_prefix_or_without_entries_is_written_as_it_is() -> None:
    head = '<p:lexicon xmlns:p="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en"'

    assert with_alias(f"{head}/>", "a", "b", "en", "f") == (
        f"{head}>\n  <p:lexeme><p:grapheme>a</p:grapheme><p:alias>b</p:alias></p:lexeme>\n</p:lexicon>"
    )
    assert "<p:lexeme>" in with_alias(f"{head}></p:lexicon>", "a", "b", "en", "f")


def test_a_word_is_taken_out_and_its_neighbours_stay() -> None:
    text = with_alias(with_alias(new_lexicon("en"), "a", "b", "en", "f"), "c", "d", "en", "f")

    assert without_word(text, "a", "f") == with_alias(new_lexicon("en"), "c", "d", "en", "f")
    with pytest.raises(UsageError, match='"x" is not in f'):
        without_word(text, "x", "f")


def test_one_of_several_spellings_is_taken_out_alone() -> None:
    text = f"{HEAD}<lexeme> <grapheme>a</grapheme><grapheme>b</grapheme><alias>c</alias></lexeme></lexicon>"

    (lexeme,) = read_lexicon(without_word(text, "a", "f"), "f").lexemes
    assert lexeme.graphemes == (Grapheme("b"),)


@pytest.mark.parametrize("word_", ["", "a\x00b", "a\ud800"])
def test_what_xml_cannot_hold_is_refused(word_: str) -> None:
    with pytest.raises(UsageError):
        with_alias(new_lexicon("en"), word_, "said", "en", "f")


WORDS = st.text(alphabet="aB 7é<&'\".(§", min_size=1, max_size=12).map(lambda text: " ".join(text.split())).filter(bool)
LEXEMES = st.builds(
    lambda graphemes, alias, phoneme, lang: Lexeme(
        tuple(Grapheme(text) for text in graphemes), alias, phoneme, "x-sampa" if phoneme else "", lang, source="export"
    ),
    st.lists(WORDS, min_size=1, max_size=3, unique=True),
    WORDS,
    st.sampled_from(["", "kEtl"]),
    st.sampled_from(["", "en", "de"]),
)


@given(st.lists(LEXEMES, max_size=6, unique_by=lambda one: (one.lang, one.graphemes)))
def test_a_lexicon_that_is_written_and_read_is_the_same(lexemes: list[Lexeme]) -> None:
    text = to_pls(Lexicon(tuple(lexemes), "en"))

    assert list(read_lexicon(text, "export").lexemes) == lexemes
    assert with_lexemes(text, lexemes, "export") == text


def test_phonemes_without_an_alias_are_written_and_read() -> None:
    words = lexicon("<lexeme><grapheme>kettle</grapheme><phoneme>kɛtl</phoneme></lexeme>")

    assert read_lexicon(to_pls(words), "mine.pls").lexemes == words.lexemes


def test_patterns_and_lookaheads_are_written_as_daisy_reads_them() -> None:
    words = lexicon(pattern("(\\d)&lt;x", "$1", "positive-lookahead='&quot;' negative-lookahead='b'"))

    (again,) = read_lexicon(to_pls(words), "mine.pls").lexemes
    assert again == words.lexemes[0]
    assert again.graphemes == (Grapheme("(\\d)<x", '"', "b"),)


@given(st.lists(LEXEMES, max_size=4), st.text(alphabet="aB 7é<&'\".(§-$x", max_size=40))
def test_offsets_of_a_lexicon_account_for_every_character(lexemes: list[Lexeme], shown: str) -> None:
    made = as_said(shown, "en", Lexicon(tuple(lexemes)))

    place = said_place = 0
    for span in made.spans:
        assert shown[place : span.shown_start] == made.text[said_place : span.said_start]
        place, said_place = span.shown_end, span.said_end
    assert shown[place:] == made.text[said_place:]


READING = Manner(lexicon=lexicon(word("NIA", "nee ah")))


def test_an_article_is_said_with_its_lexicon_its_formulas_and_its_authors_words() -> None:
    runs = (
        Run("NIA says "), Run("NIA", say="the agency"), Run(" that "), Run("k²", Mark.MATHS, maths="k^2"),
        Run(" holds. "), Run("αβ = 5", Mark.MATHS, maths="<math><mi>α</mi><mi>β</mi><mo>=</mo><mn>5</mn></math>"),
        Run(" too. So "), Run("{", Mark.MATHS, title="a brace", maths="{"), Run("."),
    )  # fmt: skip

    assert said_of(para(*runs), manner=READING) == [
        "nee ah says the agency that k squared holds.",
        "alpha beta is equal to 5 too.",
        "So a brace.",
    ]


def test_a_long_formula_is_said_in_one_piece() -> None:
    tex = "+".join(["k"] * 300)

    (said,) = said_of(para(Run(tex, Mark.MATHS, maths=tex)))
    assert said.count("k") == 300
