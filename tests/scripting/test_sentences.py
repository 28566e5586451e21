"""A paragraph is cut into sentences, and long sentences into clauses."""

import time

import pytest

from postaloud.scripting import split_sentences
from postaloud.scripting.sentences import cut_long
from postaloud.scripting.splitting import split


def cut(text: str, lang: str = "en") -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One here. Two there! Three?", ["One here.", "Two there!", "Three?"]),
        ("Dr. Roe paid $1.50 at 5 p.m. on Oct. 3.", ["Dr. Roe paid $1.50 at 5 p.m. on Oct. 3."]),
        ('She said "Stop. Now." Then she left.', ['She said "Stop. Now."', "Then she left."]),
        ("See example.org. It helps.", ["See example.org.", "It helps."]),
        ("No end at all", ["No end at all"]),
        ("Again. Again. Again.", ["Again.", "Again.", "Again."]),
        ("Visit https://example.org/a.b?c=d. It helps.", ["Visit https://example.org/a.b?c=d.", "It helps."]),
        ("Is it 5 ft. 6 in. tall? Yes.", ["Is it 5 ft. 6 in. tall?", "Yes."]),
        ("Come at approx. 50 miles. Rest.", ["Come at approx. 50 miles.", "Rest."]),
        ("It calms.[1][2] It warms.", ["It calms.[1][2]", "It warms."]),
        ("It calms (a lot).12 It warms.", ["It calms (a lot).12", "It warms."]),
        ("We like it. iPhones do not.", ["We like it.", "iPhones do not."]),
        ("tea\nmilk\nhoney, salt", ["tea", "milk", "honey, salt"]),
        ("It was a cold \nnight by the sea.", ["It was a cold \nnight by the sea."]),
        ("Pour it in. \nStir well", ["Pour it in.", "Stir well"]),
        ("Gather: \n• oil \n• water", ["Gather:", "• oil", "• water"]),
        ("One \n\ntwo", ["One", "two"]),
        (
            "This line is long enough to have been wrapped by\nits writer.",
            ["This line is long enough to have been wrapped by", "its writer."],
        ),
        (
            "This line is longer, so long that a writer must have wrapped\nit.",
            ["This line is longer, so long that a writer must have wrapped\nit."],
        ),
        ("1. Mix it. 2. Bake it.", ["1. Mix it.", "2. Bake it."]),
        ("Well … she said. * * *", ["Well … she said. * * *"]),
        ("", []),
        ("   ", []),
    ],
)
def test_a_paragraph_is_cut_into_sentences(text: str, sentences: list[str]) -> None:
    assert cut(text) == sentences


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "Das ist z. B. gut. Ja."),
        ("pt-BR", "Bom dia. Tudo bem?"),
        ("sv", "Hej. Hur mår du?"),
        ("zh", "你好。再见。"),
        ("ja", "こんにちは。さようなら。"),
        ("xx", "One. Two."),
    ],
)
def test_each_language_is_cut_by_its_own_or_its_nearest_habits(lang: str, text: str) -> None:
    assert len(cut(text, lang)) == 2


def test_a_long_sentence_is_cut_behind_a_clause() -> None:
    text = "while the kettle sings in the corner, " * 20 + "we wait."

    pieces = cut(text)

    assert all(len(piece) <= 400 and len(piece.split()) <= 100 for piece in pieces)
    assert all(piece.endswith(",") for piece in pieces[:-1])
    assert " ".join(pieces) == text


def test_a_long_sentence_without_clauses_is_cut_between_words() -> None:
    pieces = cut("a few more words " * 60)

    assert all(len(piece.split()) <= 100 for piece in pieces)
    assert " ".join(pieces).split() == ("a few more words " * 60).split()


def test_an_endless_word_is_cut_at_the_limit() -> None:
    assert [len(piece) for piece in cut("x" * 1000)] == [400, 400, 200]


def test_a_heading_is_one_piece_however_many_sentences_it_holds() -> None:
    assert cut_long("What? Tea! Yes.") == ((0, 15),)
    assert cut_long("") == ()


@pytest.mark.parametrize(
    "text",
    [
        "a." * 20_000,
        "x" * 30_000,
        "(a." * 10_000,
        "Some words here. " * 3_000,
        ("a." * 45 + " ") * 300,
        "no end " * 5_000,
        "。" * 5_000,
    ],
)
def test_a_hostile_paragraph_takes_no_long_time_and_loses_nothing(text: str) -> None:
    start = time.process_time()

    pieces = cut(text)

    assert time.process_time() - start < 4
    assert "".join("".join(pieces).split()) == "".join(text.split())


def test_a_text_on_which_the_splitter_fails_stays_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def segment(self, text: str) -> list[str]:
            raise IndexError(text)

    monkeypatch.setattr("postaloud.scripting.splitting._segmenter", lambda _: Broken())

    assert split("One. Two.", "en") == ["One. Two."]


def test_a_sentence_that_the_splitter_changed_leaves_the_rest_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("postaloud.scripting.sentences.split", lambda *_: ["Eins.", "Deux.", "Drei."])

    assert split_sentences("Eins. Zwei. Drei.", "de") == ((0, 17),)
