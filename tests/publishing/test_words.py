"""Words of a cue and when they are heard."""

import pytest

from postaloud.model.recording import Cue
from postaloud.model.script import Span, Utterance
from postaloud.model.timing import packed
from postaloud.publishing.words import Word, words_of


def _cue(shown: str, said: str, *spans: Span, words: tuple[tuple[int, int], ...]) -> Cue:
    return Cue(100, 900, Utterance(shown, said, spans=spans), words=packed(words))


@pytest.mark.parametrize(
    ("cue", "words"),
    [
        (_cue("Warm it.", "Warm it.", words=((0, 100), (5, 300))), [("Warm", 100), ("it.", 300)]),
        (_cue("5% more", "five percent more", Span(0, 12, 0, 2), words=((0, 100), (5, 300), (13, 500))),
         [("5%", 100), ("more", 500)]),
        (_cue("on Oct. 5 at", "on October fifth at", Span(3, 16, 3, 9), words=((0, 1), (3, 200), (11, 300), (17, 400))),
         [("on", None), ("Oct.", 200), ("5", None), ("at", 400)]),
        (_cue("a/b", "a slash b", Span(1, 8, 1, 2), words=((0, 100), (2, 200), (8, 300))), [("a/b", 100)]),
        (_cue("it ☕ is", "it is", Span(2, 2, 2, 4), words=((0, 100), (3, 200))),
         [("it", 100), ("☕", None), ("is", 200)]),
        (_cue("one  two\x07 \x07 ", "one two", words=()), [("one", None), ("two", None)]),
        (_cue("back to", "back to", words=((0, 300), (5, 200))), [("back", 300), ("to", None)]),
        (_cue("茶を淹れる", "茶を淹れる", words=((0, 100), (2, 300))), [("茶を", 100), ("淹れる", 300)]),
    ],
)  # fmt: skip
def test_each_shown_word_has_the_time_at_which_it_is_first_heard(cue: Cue, words: list[tuple[str, int | None]]) -> None:
    assert [(word.text, word.start_ms) for word in words_of(cue)] == words


def test_a_piece_inside_a_word_is_joined_to_the_one_before() -> None:
    assert words_of(_cue("茶を", "茶を", words=((0, 100), (1, 300)))) == [
        Word("茶", 100),
        Word("を", 300, is_joined=True),
    ]
