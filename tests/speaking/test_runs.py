"""Texts in several scripts, and the language that reads each run."""

import pytest

from postaloud.speaking.runs import in_runs, runs_of
from postaloud.speaking.sound import Sound, spread_words


def runs(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(text[run.start : run.end], run.lang) for run in runs_of(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("Plain words", "en", [("Plain words", "en")]),
        ("Straße, café, naïve", "de-AT", [("Straße, café, naïve", "de-AT")]),
        ("The word Москва is", "en", [("The word ", "en"), ("Москва ", "ru"), ("is", "en")]),
        ("in Россия, 2024.", "en", [("in ", "en"), ("Россия, 2024.", "ru")]),
        ("in Россия, 2024 was", "en", [("in ", "en"), ("Россия, ", "ru"), ("2024 was", "en")]),
        ("see (Москва) there", "en", [("see ", "en"), ("(Москва) ", "ru"), ("there", "en")]),
        ("Москва и Киев", "en", [("Москва и Киев", "ru")]),
        ("Москва", "uk", [("Москва", "uk")]),
        ("α and β, 5 kΩ", "en", [("α and β, 5 kΩ", "en")]),
        ("but Ἀθήνα", "en", [("but ", "en"), ("Ἀθήνα", "el")]),
        ("Он сказал (שלום) и ушёл", "ru", [("Он сказал ", "ru"), ("(שלום) ", "he"), ("и ушёл", "ru")]),
        ("the sign 中 means", "en", [("the sign ", "en"), ("中 ", "zh"), ("means", "en")]),
        ("東京タワー is tall", "en", [("東京タワー ", "ja"), ("is tall", "en")]),
        ("漢字 and カナ", "en", [("漢字 ", "ja"), ("and ", "en"), ("カナ", "ja")]),
        ("漢字とカナ", "ja", [("漢字とカナ", "ja")]),
        ("漢字", "zh-Hant", [("漢字", "zh-Hant")]),
        ("한국어 漢字", "ko", [("한국어 漢字", "ko")]),
        ("हिन्दी में", "en", [("हिन्दी में", "hi")]),
        ("हिन्दी में", "mr", [("हिन्दी में", "mr")]),
        ("سلام iPhone", "fa", [("سلام iPhone", "fa")]),
        ("ꙮ… 🙂", "en", [("ꙮ… 🙂", "en")]),
        ("", "en", [("", "en")]),
    ],
)
def test_each_run_is_read_by_a_language_that_writes_its_script(
    text: str, lang: str, expected: list[tuple[str, str]]
) -> None:
    assert runs(text, lang) == expected


def test_runs_follow_each_other_on_one_timeline() -> None:
    text = "The word Москва is Россия indeed"

    sound = in_runs(text, "en", lambda said, _: Sound(b"\1\1" * 1_000, spread_words(said, 1_000)), 22_050)

    assert [text[word.offset : word.offset + word.length] for word in sound.words] == text.split()
    assert [word.sample for word in sound.words] == sorted(word.sample for word in sound.words)
    assert sound.samples == 5 * 1_000 + 4 * 1_323
    assert sound.words[2].sample == 2_323


def test_a_run_without_sound_leaves_no_gap() -> None:
    sound = in_runs("a Жук", "en", lambda _, lang: Sound(b"\1\1" if lang == "ru" else b""), 22_050)

    assert sound.samples == 1


def test_nothing_to_say_is_no_sound() -> None:
    assert in_runs("…", "en", lambda _, __: Sound(b""), 22_050) == Sound(b"")
