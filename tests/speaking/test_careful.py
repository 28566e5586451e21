"""Engines that leave something out are caught, and asked again for less."""

import pytest

from postaloud.errors import EngineError
from postaloud.model.recording import Word
from postaloud.speaking.careful import speak_with
from postaloud.speaking.sound import Sound

RATE = 22_050
A_LETTER = 1_500


def spoken(text: str) -> Sound:
    return Sound(b"\1\1" * A_LETTER * len(text))


def said_by(most: int) -> list[str]:
    """Return what an engine is asked that drops everything after so many characters."""
    asked: list[str] = []

    def say(text: str) -> Sound:
        asked.append(text)
        return spoken(text[:most])

    speak_with(say, "one two three four five six seven eight nine ten", RATE, 175)
    return asked


def test_a_whole_sound_is_taken_as_it_is() -> None:
    assert len(said_by(100)) == 1


def test_a_sound_that_is_too_short_is_made_again_in_halves() -> None:
    asked = said_by(10)

    whole = "one two three four five six seven eight nine ten"
    assert asked == [whole, "one two three four five", "six seven eight nine ten"]


def test_words_after_which_the_sound_ends_too_soon_are_asked_again() -> None:
    asked: list[str] = []

    def say(text: str) -> Sound:
        asked.append(text)
        heard = text if len(text) < 40 else text[:40]
        return spoken(heard)._replace(words=(Word(0, 3, 0), Word(len(heard) - 3, 3, A_LETTER * (len(heard) - 1))))

    sound = speak_with(say, "one two three four five six seven eight nine ten eleven twelve thirteen", RATE, 175)

    assert len(asked) == 3
    assert [word.offset for word in sound.words] == sorted(word.offset for word in sound.words)


@pytest.mark.parametrize("said", ["ꙮ", "one ꙮ two"])
def test_a_piece_without_sound_is_named(said: str) -> None:
    def say(text: str) -> Sound:
        return Sound(b"") if "ꙮ" in text else spoken(text)

    with pytest.raises(EngineError, match='no sound for "ꙮ"'):
        speak_with(say, said, RATE, 175)


def test_an_engine_that_gives_up_on_a_sentence_gets_its_words() -> None:
    asked: list[str] = []

    def say(text: str) -> Sound:
        asked.append(text.strip())
        if " " in text.strip():
            raise EngineError("too much")
        return spoken(text)

    speak_with(say, "one two three", RATE, 175)

    assert [text for text in asked if " " not in text] == ["one", "two", "three"]


def test_words_are_placed_in_the_text_that_they_come_from() -> None:
    def say(text: str) -> Sound:
        return spoken(text)._replace(words=(Word(text.index("cafés"), 5, 0),))

    sound = speak_with(say, "  my\u00ad  cafe\u0301s", RATE, 175)

    assert sound.words == (Word(7, 6, 0),)
