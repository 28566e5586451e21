"""Words that are spoken by their phonemes."""

import pytest

from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import open_engine
from postaloud.speaking.phonemes import Stretch, stretches_of, to_mnemonics
from speaking.forks import spoken


@pytest.mark.parametrize(
    ("ipa", "written"),
    [
        ("ˈniːə", "[['ni:@]]"),
        ("təˈmeɪtoʊ", "[[t@'meItoU]]"),
        ("dʒʌdʒ", "[[dZVdZ]]"),
        ("ʃøːn", "[[SY:n]]"),
        ("ˈkɛtl", "[['kEtl]]"),
        ("☃", ""),
        ("ˈˌ ", ""),
        ("", ""),
        ("]]a", "[[a]]"),
    ],
)
def test_ipa_is_written_as_the_library_has_it(ipa: str, written: str) -> None:
    assert to_mnemonics(ipa) == written


def test_a_text_is_tiled_by_its_words_with_phonemes() -> None:
    found = stretches_of("Ask nia, not niacin; nia.", [("nia", "niːə"), ("a", "☃")])

    assert found == (
        Stretch(0, 4),
        Stretch(4, 7, "[[ni:@]]"),
        Stretch(7, 21),
        Stretch(21, 24, "[[ni:@]]"),
        Stretch(24, 25),
    )


def test_of_two_words_at_one_place_the_first_is_taken() -> None:
    assert stretches_of("new york", [("new york", "a"), ("york", "o")]) == (Stretch(0, 8, "[[a]]"),)


def test_phonemes_change_the_word_and_nothing_else_is_lost() -> None:
    text = "Say kettle now."
    sounding = Utterance(text, text, phonemes=(("kettle", "təˈmeɪtoʊ"),))
    (plain,) = spoken(open_engine("espeak", lang="en"), [Utterance(text, text)])
    (other,) = spoken(open_engine("espeak", lang="en"), [sounding])

    assert isinstance(plain, Clip)
    assert isinstance(other, Clip)
    assert [word.offset for word in other.words] == [word.offset for word in plain.words] == [0, 4, 11]
    assert len(other.pcm) > 1.1 * len(plain.pcm)
