"""Laws of the room that speaks, over texts in many scripts."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from postaloud.model.recording import Word
from postaloud.model.script import Utterance
from postaloud.speaking import open_engine
from postaloud.speaking.careful import speak_with
from postaloud.speaking.cleaning import clean
from postaloud.speaking.runs import FIRST_FOREIGN, SYMBOLS, WRITERS, runs_of
from postaloud.speaking.sound import Sound, spread_words, trimmed

SCRIPTS = "aéßЖяאשعพ語な한हি😀🎉\u0301\u200d\u200b\u00ad\0\x01 \n\u00a0.,!?-/_'\"0123456789%€<&"
TEXTS = st.text(max_size=300) | st.text(SCRIPTS, max_size=600) | st.text("ab. 1", max_size=900)


@given(TEXTS)
def test_cleaning_keeps_every_letter_and_digit_in_order(said: str) -> None:
    pieces = clean(said)

    kept = "".join(char for piece in pieces for char in piece.text if char.isalnum())
    composed = unicodedata.normalize("NFC", said)
    assert unicodedata.normalize("NFC", kept) == unicodedata.normalize(
        "NFC", "".join(_plain(char) for char in composed if char.isalnum() and char not in "\u3164\uffa0")
    )


def _plain(char: str) -> str:
    return str(unicodedata.decimal(char, char))


@given(TEXTS, st.sampled_from([60, 120, 400]))
def test_pieces_are_short_and_their_offsets_rise_within_the_text(said: str, longest: int) -> None:
    for piece in clean(said, longest):
        offsets = list(piece.offsets[: len(piece.text)])
        assert len(piece.text) <= longest
        assert len(offsets) == len(piece.text)
        assert offsets == sorted(offsets)
        assert all(0 <= offset < len(said) for offset in offsets)


@given(
    st.text("aéßЖяαω אשعربی語かカ한हि中ใ. ,1(\u0301\n", max_size=80),
    st.sampled_from(["en", "ru", "ja", "zh", "ko", "el", "fa"]),
)
def test_no_letter_is_given_to_a_language_that_does_not_write_it(text: str, lang: str) -> None:
    runs = runs_of(text, lang)

    assert "".join(text[run.start : run.end] for run in runs) == text
    for run in runs:
        letters = [char for char in text[run.start : run.end] if char.isalpha() and char >= FIRST_FOREIGN]
        scripts = {unicodedata.name(char).partition(" ")[0] for char in letters}
        if run.lang != lang:
            assert all(run.lang in WRITERS[script].split() for script in scripts)
        else:
            assert all(lang in WRITERS[script].split() or script in SYMBOLS for script in scripts)


@given(TEXTS)
def test_words_lie_within_the_text_and_the_sound(said: str) -> None:
    def say(text: str) -> Sound:
        samples = 2_000 * len(text)
        return Sound(b"\1\1" * samples, spread_words(text, samples))

    sound = speak_with(say, said, 22_050, 175)

    assert all(0 <= word.sample <= sound.samples for word in sound.words)
    assert all(0 <= word.offset < word.offset + word.length <= len(said) for word in sound.words)
    assert [word.offset for word in sound.words] == sorted(word.offset for word in sound.words)


@given(st.integers(0, 2_000), st.binary(max_size=4_000), st.integers(0, 2_000))
def test_trimming_takes_silence_only(before: int, middle: bytes, after: int) -> None:
    loud = b"\x40\x40" + middle[: len(middle) // 2 * 2] + b"\x40\x40"

    sound = trimmed(Sound(bytes(2 * before) + loud + bytes(2 * after), (Word(0, 1, before),)))

    assert sound == Sound(loud, (Word(0, 1, 0),))


@given(TEXTS)
def test_silence_lasts_longer_the_more_there_is_to_say(said: str) -> None:
    speaker = open_engine("silent")

    shorter, longer = speaker(Utterance(said, said)), speaker(Utterance("", f"{said} and more words"))

    assert len(shorter.pcm) < len(longer.pcm)
