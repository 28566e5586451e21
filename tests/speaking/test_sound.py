"""Silence around sound, and sounds in a row."""

from array import array

import pytest

from postaloud.model.recording import Word
from postaloud.speaking.sound import Sound, joined, trimmed


def sound(*samples: int, words: tuple[Word, ...] = ()) -> Sound:
    return Sound(array("h", samples).tobytes(), words)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ((), ()),
        ((0, 0, 0), ()),
        ((0, 0, 500, 0), (500,)),
        ((0, 256, 0), (256,)),
        ((0, -256, 100, 1, 0), (-256, 100)),
        ((3, -16, 16, 17, 0, 18, -9), (17, 0, 18)),
        ((-32768, 0), (-32768,)),
        ((0,) * 3000 + (99,) + (1,) * 3000, (99,)),
    ],
)
def test_what_is_quieter_than_speech_is_cut_from_both_ends(before: tuple[int, ...], after: tuple[int, ...]) -> None:
    assert trimmed(sound(*before)) == sound(*after)


def test_words_keep_their_place_in_what_is_left() -> None:
    words = (Word(0, 1, 0), Word(2, 1, 300), Word(4, 1, 700))

    kept = trimmed(sound(*(0,) * 200, *(99,) * 400, *(0,) * 200, words=words))

    assert kept.words == (Word(0, 1, 0), Word(2, 1, 100), Word(4, 1, 399))


def test_joined_sounds_have_the_gap_between_them() -> None:
    first, second = sound(1, 2, words=(Word(0, 1, 1),)), sound(3, words=(Word(4, 2, 0),))

    assert joined([first, second], 2) == sound(1, 2, 0, 0, 3, words=(Word(0, 1, 1), Word(4, 2, 4)))
