"""Names in, speakers or helpful errors out; nothing here loads libespeak-ng."""

import pickle
import subprocess
import sys

import pytest

from postaloud.errors import EngineError, UsageError
from postaloud.speaking import list_voices, open_engine

LOADS_NOTHING = """
import sys
from postaloud.speaking import open_engine
open_engine(voice="en-us+f3").fingerprint
print(*[name for name in ("ctypes", "espeakng_loader", "pyttsx3", "numpy") if name in sys.modules])
"""


@pytest.mark.parametrize(
    ("lang", "voice"),
    [
        ("en", "en-us"),
        ("en-US", "en-us"),
        ("en-GB", "en-gb"),
        ("en_AU", "en-gb"),
        ("de", "de"),
        ("de-AT", "de"),
        ("fr", "fr-fr"),
        ("fr-CA", "fr-fr"),
        ("fr-CH", "fr-ch"),
        ("pt", "pt"),
        ("pt-BR", "pt-br"),
        ("es-MX", "es-419"),
        ("zh", "cmn"),
        ("zh-Hans-CN", "cmn"),
        ("zh-HK", "yue"),
        ("nb", "nb"),
        ("no", "nb"),
        ("nn", "nb"),
        ("sr-Latn-RS", "sr"),
        ("iw", "he"),
        ("chr", "chr-us-qaaa-x-west"),
    ],
)
def test_a_language_gets_its_best_voice(lang: str, voice: str) -> None:
    assert open_engine(lang=lang).label == f"espeak, {voice}"


@pytest.mark.parametrize(
    ("wanted", "voice"),
    [
        ("en-gb", "en-gb"),
        ("EN-us+F3", "en-us+f3"),
        ("en_US", "en-us"),
        ("zh", "cmn"),
        ("German", "de"),
        ("gmw/en", "en-gb"),
        ("en-us+Mr serious", "en-us+Mr serious"),
        ("+f3", "de+f3"),
    ],
)
def test_a_voice_is_found_by_its_name_in_any_capitals(wanted: str, voice: str) -> None:
    assert open_engine(voice=wanted, lang="de").label == f"espeak, {voice}"


@pytest.mark.parametrize(
    ("voice", "near"),
    [
        ("en-uss", "en-us"),
        ("en-us+f33", "en-us+f3"),
        ("jerman", "de"),
        ("en+" + "x" * 500, ""),
        ("../../etc/passwd", ""),
        ("gmw/../en", ""),
        ("en-us+../f3", "en-us"),
        ("en-us\0", "en-us"),
        ("en-us+", "en-us"),
        ("x" * 10_000, ""),
    ],
)
def test_an_unknown_voice_is_named_with_the_near_ones(voice: str, near: str) -> None:
    with pytest.raises(EngineError, match="postaloud voices") as caught:
        open_engine(voice=voice)

    assert near in str(caught.value)
    assert str(caught.value).count(", ") <= 2
    assert len(str(caught.value)) < 250
    assert str(caught.value).isprintable()


@pytest.mark.parametrize("lang", ["tlh", "xx-YY", ""])
def test_a_language_without_a_voice_is_named(lang: str) -> None:
    with pytest.raises(EngineError, match=f'no voice for the language "{lang}"'):
        open_engine(lang=lang)


def test_an_unknown_engine_is_answered_with_the_known_ones() -> None:
    with pytest.raises(EngineError, match=r'"espek"; the engines are espeak, pyttsx3, piper, silent\.'):
        open_engine("espek")


@pytest.mark.parametrize("rate_wpm", [79, 451, 0, -1, 2**31])
def test_a_rate_that_no_engine_can_do_is_refused(rate_wpm: int) -> None:
    with pytest.raises(UsageError, match=f"between 80 and 450 words a minute, and {rate_wpm} does not"):
        open_engine(rate_wpm=rate_wpm)


def test_opening_a_speaker_does_not_load_the_library() -> None:
    done = subprocess.run([sys.executable, "-c", LOADS_NOTHING], capture_output=True, text=True, check=True)

    assert done.stdout.split() == []


@pytest.mark.parametrize("engine", ["espeak", "silent"])
def test_a_speaker_travels_to_its_worker(engine: str) -> None:
    speaker = open_engine(engine)

    assert pickle.loads(pickle.dumps(speaker)) == speaker


def test_the_fingerprint_tells_voices_rates_and_languages_apart() -> None:
    speakers = [
        open_engine(),
        open_engine(voice="en-gb"),
        open_engine(voice="en-us+f3"),
        open_engine(voice="en-us", lang="de"),
        open_engine(rate_wpm=180),
        open_engine("silent"),
        open_engine("silent", rate_wpm=180),
    ]

    assert len({speaker.fingerprint for speaker in speakers}) == len(speakers)
    assert open_engine().fingerprint == open_engine().fingerprint


def test_all_voices_are_listed_with_names_of_their_own() -> None:
    listed = list_voices("espeak")

    names = [voice.name for voice in listed]
    assert len(set(names)) == len(names) > 200
    assert {"en-us", "en-gb", "de", "cmn", "+f3"} <= set(names)
    assert {voice.name: (voice.lang, voice.label) for voice in listed}["pt-br"] == ("pt-BR", "Portuguese (Brazil)")


def test_voices_without_a_dictionary_are_not_listed() -> None:
    assert not {"fo", "kaa", "xex"} & {voice.name for voice in list_voices("espeak")}


def test_every_listed_voice_can_be_opened() -> None:
    for voice in list_voices("espeak"):
        assert voice.name in open_engine(voice=voice.name).label
