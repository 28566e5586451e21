"""The engine that says nothing takes as long as a reader."""

import pytest

from postaloud.model.recording import Word
from postaloud.model.script import Role, Utterance
from postaloud.speaking import open_engine


def seconds(said: str, role: Role = Role.NARRATOR, rate_wpm: int = 175) -> float:
    clip = open_engine("silent", rate_wpm=rate_wpm)(Utterance(said, said, role))
    return len(clip.pcm) / 2 / clip.rate


def test_a_minute_holds_as_many_words_as_the_rate_says() -> None:
    article = "Words have letters, five on average; mostly. " * 25

    assert seconds(article) == pytest.approx(60, rel=0.2)


def test_twice_the_rate_takes_half_the_time() -> None:
    assert seconds("One two three.", rate_wpm=300) == pytest.approx(
        seconds("One two three.", rate_wpm=150) / 2, rel=1e-3
    )


def test_it_is_silent() -> None:
    assert set(open_engine("silent")(Utterance("Hello", "Hello")).pcm) == {0}


def test_headings_take_their_time() -> None:
    assert seconds("A heading", Role.HEADING) > seconds("A heading")


def test_a_chinese_character_takes_longer_than_a_letter() -> None:
    assert seconds("中文字符") > 3 * seconds("abcd")


@pytest.mark.parametrize("said", ["", "…", " \n", "—!?"])
def test_nothing_to_say_takes_no_time(said: str) -> None:
    assert seconds(said) == 0


def test_words_are_spread_by_their_length() -> None:
    clip = open_engine("silent")(Utterance("", "One, three… 🙂 end"))

    assert [(word.offset, word.length) for word in clip.words] == [(0, 4), (5, 6), (14, 3)]
    assert clip.words[0] == Word(0, 4, 0)
    assert clip.words[0].sample < clip.words[1].sample < clip.words[2].sample < len(clip.pcm) // 2
