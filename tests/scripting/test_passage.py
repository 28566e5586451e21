"""What runs say about a text: languages, notes, links, raised letters, labels."""

import pytest

from postaloud.model.article import Figure, Mark, Run
from postaloud.model.script import BlockKind, Enter, Role, Utterance
from scripting.made import FULL, GUIDED, PLAIN, bold, bullets, lines_of, para, said_of


def spoken(*runs: str | Run, lang: str = "en") -> list[tuple[str, str]]:
    """Return language and text of what is said of one paragraph."""
    return [(line.lang, line.shown) for line in lines_of(para(*runs), lang=lang) if isinstance(line, Utterance)]


def test_three_foreign_words_get_their_own_voice() -> None:
    assert spoken("He said ", Run("je ne sais quoi", lang="fr"), " and left.") == [
        ("en", "He said"),
        ("fr", "je ne sais quoi"),
        ("en", "and left."),
    ]


def test_two_foreign_words_stay_with_the_voice_around_them() -> None:
    assert spoken("The ", Run("bel canto", lang="it"), " style.") == [("en", "The bel canto style.")]


def test_a_whole_foreign_paragraph_is_split_and_marked_in_its_language() -> None:
    made = para(Run("Das ist z. B. gut. Ja, das ist es.", lang="de"))

    lines = lines_of(made)

    assert [line.lang for line in lines if isinstance(line, Enter)] == ["de"]
    assert [line.lang for line in lines if isinstance(line, Utterance)] == ["de", "de"]


def test_another_script_gets_a_voice_that_can_read_it() -> None:
    assert spoken("The word Привет is Russian.") == [("en", "The word"), ("ru", "Привет"), ("en", "is Russian.")]
    assert spoken("Say 東京です now.") == [("en", "Say"), ("ja", "東京です"), ("en", "now.")]
    assert spoken("Say 北京 now.") == [("en", "Say"), ("zh", "北京"), ("en", "now.")]
    assert spoken("An angle Δ here.") == [("en", "An angle Δ here.")]
    assert spoken("Привіт, світе.", lang="uk") == [("uk", "Привіт, світе.")]
    assert spoken("Привет") == [("ru", "Привет")]


def test_raised_and_lowered_figures_are_shown_and_said_as_such() -> None:
    made = para(
        "CO", Run("2", Mark.SUBSCRIPT), " on 5 m", Run("2", Mark.SUPERSCRIPT), ", the 4", Run("th", Mark.SUPERSCRIPT)
    )

    (line,) = [line for line in lines_of(made) if isinstance(line, Utterance)]

    assert line.shown == "CO₂ on 5 m², the 4th"
    assert line.said == "C.O. 2 on 5 square meters, the 4th"


def test_a_note_mark_is_said_as_a_note_and_hides_no_sentence() -> None:
    note = Run("[1]", Mark.SUPERSCRIPT, href="#n1")
    star = Run("*", Mark.SUPERSCRIPT, href="#n2")
    made = para("It helps.", note, " It rests", star, " you.")

    assert said_of(made) == ["It helps. Note one.", "It rests you."]
    assert said_of(made, manner=PLAIN) == ["It helps.", "It rests you."]
    assert said_of(para(note)) == ["note one."]
    assert said_of(para("Oils", note, " and", note, ", then.")) == ["Oils, note one, and, note one, then."]


def test_links_are_named_in_the_full_manner_only() -> None:
    made = para("See ", Run(" our post", href="/post"), ".")

    assert said_of(made, manner=FULL) == ["See link, our post."]
    assert said_of(made, manner=GUIDED) == ["See our post."]


@pytest.mark.parametrize(
    ("runs", "label"),
    [
        ((bold("Touch:"), " It helps."), "Touch:"),
        ((bold("Touch"), ": It helps."), "Touch:"),
        ((bold("Touch"), " : It helps."), "Touch :"),
        ((bold("Touch."), " It helps."), "Touch."),
        ((bold("Touch"), bold(" me"), ". It helps."), "Touch me."),
        ((bold("Touch"), " helps."), None),
        ((bold("Touch:"),), None),
        (("So ", bold("touch:"), " it helps."), None),
        ((bold("so many words in bold " * 5 + ":"), " It helps."), None),
    ],
)
def test_a_bold_lead_in_is_a_label(runs: tuple[str | Run, ...], label: str | None) -> None:
    labels = [
        line.shown
        for line in lines_of(bullets((para(*runs),)))
        if isinstance(line, Utterance) and line.role is Role.LABEL
    ]

    assert labels == ([label] if label else [])


def test_what_has_no_sound_is_no_utterance() -> None:
    assert said_of(para("—"), para(""), para("* * *")) == []


def test_a_picture_named_like_its_file_is_passed_over() -> None:
    lines = lines_of(Figure("IMG_1234.JPG", (), "IMG_1234.JPG"))

    assert [line.kind for line in lines if isinstance(line, Enter)] == [BlockKind.FIGURE]
    assert not [line for line in lines if isinstance(line, Utterance)]


def test_an_utterance_knows_what_of_it_the_page_links_and_sets_apart() -> None:
    made = para(
        "Read ", Run("all ", href="/a"), Run("the ", Mark.EMPHASIS, href="/a"), Run("guide", Mark.CODE, href="/a"),
        ". Then ", Run("WHO", title="World Health"), Run(" said", Mark.EMPHASIS), Run(" no", lang="it"), ".",
    )  # fmt: skip

    first, second = (line for line in lines_of(made) if isinstance(line, Utterance))

    assert [(first.shown[each.start : each.end], each.href, each.mark) for each in first.inlines] == [
        ("all the", "/a", Mark.NONE),
        ("guide", "/a", Mark.CODE),
    ]
    assert [(second.shown[each.start : each.end], each.title, each.lang) for each in second.inlines] == [
        ("WHO", "World Health", ""),
        ("no", "", "it"),
    ]
