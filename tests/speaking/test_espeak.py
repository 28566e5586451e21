"""Real speech from libespeak-ng, each time in a fresh fork of this process, which never speaks."""

import shutil
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from postaloud.errors import EngineError
from postaloud.model.recording import Clip
from postaloud.model.script import Role, Utterance
from postaloud.speaking import Wanted, open_cast, open_engine, open_voice
from postaloud.speaking.espeak_files import find_home
from postaloud.studio.rescue import call_alone
from postaloud.workers import Call, Crash
from postaloud.workers.forked import ForkedWorkers
from speaking.forks import spoken
from worker_calls import crash

SENTENCES = [
    "Massage lowers stress, and that is not all.",
    "It took 25 minutes; nobody minded!",
    "“Really?” she asked.",
    "Ein Satz auf Deutsch.",
]
SHIFTED = (Wanted(pitch_percent=90), Wanted(volume_percent=90))
THAI = "ภาษาไทยเป็นภาษาที่มีระดับเสียงของคำแน่นอนหรือวรรณยุกต์"
IN_A_FRESH_PROCESS = """
import hashlib
from postaloud.model.script import Utterance
from postaloud.speaking import Wanted, open_cast, open_engine, open_voice
from postaloud.speaking.espeak_files import find_home
speaker = open_engine()
speaker.prepare()
print(hashlib.sha256(b"".join(speaker(Utterance(said, said)).pcm for said in {sentences!r})).hexdigest())
"""


def utterances(*said: str, lang: str = "en", role: Role = Role.NARRATOR) -> list[Utterance]:
    return [Utterance(text, text, role, lang) for text in said]


def clip(answer: Clip | EngineError) -> Clip:
    assert isinstance(answer, Clip), answer
    return answer


def seconds(answer: Clip | EngineError) -> float:
    return len(clip(answer).pcm) / 2 / clip(answer).rate


def test_the_same_sentences_give_the_same_bytes_in_every_fork() -> None:
    speaker = open_engine()

    takes = [spoken(speaker, utterances(*SENTENCES)) for _ in range(5)]

    assert all(take == takes[0] for take in takes)


def test_the_same_sentences_give_the_same_bytes_in_every_process() -> None:
    code = IN_A_FRESH_PROCESS.format(sentences=SENTENCES)
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout for _ in "ab"
    ]

    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == 64


def test_a_crash_in_between_changes_no_byte_of_what_follows() -> None:
    speaker = open_engine()
    with ForkedWorkers(2) as workers:
        workers.prepare(speaker.prepare)
        calls = [call_alone(each, speaker) for each in utterances(*SENTENCES)]

        before = [workers.submit(call).result() for call in calls]
        with pytest.raises(Crash):
            workers.submit(Call(crash, (), 20)).result()
        after = [workers.submit(call).result() for call in calls]

    assert after == before


def test_a_clip_starts_and_ends_with_sound() -> None:
    for answer in spoken(open_engine(), utterances(*SENTENCES)):
        samples = array("h", clip(answer).pcm)
        assert max(map(abs, samples[:22])) > 16
        assert abs(samples[0]) > 16
        assert abs(samples[-1]) > 16


def test_speech_takes_as_long_as_words_do() -> None:
    [answer] = spoken(open_engine(), utterances("This sentence has exactly ten words in it, you see."))

    assert 2.0 < seconds(answer) < 4.5
    assert clip(answer).rate == open_engine().rate == 22_050


def test_every_word_has_its_place_and_its_time() -> None:
    said = "Naïve 𝒳 cafés, “quoted” 1,234 — wait: (here) e\u0301te\u0301 end."

    [answer] = spoken(open_engine(), utterances(said))

    words = [said[word.offset : word.offset + word.length] for word in clip(answer).words]
    times = [word.sample for word in clip(answer).words]
    assert words == ["Naïve", "𝒳", "cafés", "quoted", "1,234", "wait", "here", "e\u0301te\u0301", "end"]
    assert times == sorted(times)
    assert times[0] == 0
    assert times[-1] < len(clip(answer).pcm) // 2


@pytest.mark.parametrize("said", ["⅛⅜⅝⅞", "⁰⁴⁵₀₁₂"])
def test_characters_that_the_voice_is_silent_on_are_named(said: str) -> None:
    [answer] = spoken(open_engine(), utterances(said))

    assert isinstance(answer, EngineError)
    assert said in str(answer)


def test_a_word_sounds_when_its_time_says() -> None:
    [answer] = spoken(open_engine(), utterances("Yes. Yes. Yes. Yes."))

    samples = array("h", clip(answer).pcm)
    for word in clip(answer).words[1:]:
        before, after = samples[word.sample - 2_000 : word.sample], samples[word.sample : word.sample + 2_000]
        assert max(map(abs, before)) < 20
        assert max(map(abs, after)) > 500


@pytest.mark.parametrize("said", ["", " ", "…", "\0", "—"])
def test_nothing_to_say_is_an_empty_clip(said: str) -> None:
    assert spoken(open_engine(), utterances(said)) == [Clip(b"", 22_050)]


@pytest.mark.parametrize(
    ("said", "least", "lang"),
    [
        ("é . " * 126, 30, "en"),
        (".".join("abcdefghij" * 20), 25, "en"),
        ("A. B. C. " * 100, 60, "en"),
        ("1234567890" * 10, 30, "en"),
        ("0." + "1234567890" * 6, 20, "en"),
        ("a" * 160, 5, "en"),
        ("/".join(["word"] * 150), 40, "en"),
        ("\u00a0".join(["word"] * 150), 35, "en"),
        ("\u200b".join(["word"] * 150), 20, "en"),
        ("word " * 400, 100, "en"),
        ("see 😀🎉👩\u200d💻🇩🇪" + "🙂" * 25, 20, "en"),
        ("中文字符" * 40, 40, "zh"),
        ("中" * 150, 50, "en"),
        (THAI * 4, 20, "th"),
        ("авторизация" * 30, 15, "ru"),
        ("<break time='100s'/> tags & [[h@l'oU]] stay", 3, "en"),
    ],
)
def test_nothing_is_dropped_from_texts_that_the_library_stumbles_over(said: str, least: float, lang: str) -> None:
    [answer] = spoken(open_engine(lang=lang), utterances(said, lang=lang))

    assert least < seconds(answer) < 6 * least


@pytest.mark.parametrize("said", ["12 " * 100, "Dr. Smith's e-mail. " * 40, "one, two; three: " * 30])
def test_a_long_text_is_as_long_as_its_parts(said: str) -> None:
    parts = [said[start : start + len(said) // 10] for start in range(0, len(said), len(said) // 10)]

    whole, *rest = spoken(open_engine(), utterances(said, *parts))

    assert seconds(whole) > 0.9 * sum(map(seconds, rest))


@pytest.mark.parametrize("said", ["before\0after it all", "be\x01100p fore", "surro\ud800gate", "rtl \u202emark"])
def test_control_characters_are_neither_spoken_nor_obeyed(said: str) -> None:
    plain = "".join(char for char in said if char.isprintable())

    assert seconds(spoken(open_engine(), utterances(said))[0]) == seconds(spoken(open_engine(), utterances(plain))[0])


def test_a_quote_in_another_language_gets_its_voice() -> None:
    said = "Guten Morgen, schöne Welt"
    german = spoken(open_engine(lang="de"), utterances(said, lang="de"))

    assert spoken(open_engine(), utterances(said, lang="de-AT")) == german
    assert spoken(open_engine(), utterances(said, lang="en")) != german


def test_the_variant_stays_when_the_language_changes() -> None:
    said = utterances("Guten Morgen", lang="de")

    assert spoken(open_engine(voice="en-us+f3"), said) == spoken(open_engine(voice="de+f3", lang="de"), said)


def test_the_voice_stays_for_a_language_that_it_does_not_know() -> None:
    assert spoken(open_engine(), utterances("Hello", lang="tlh")) == spoken(open_engine(), utterances("Hello"))


def test_a_voice_that_was_asked_for_speaks_the_article() -> None:
    british = spoken(open_engine(voice="en-gb", lang="en-US"), utterances("Half past four", lang="en-US"))

    assert british == spoken(open_engine(lang="en-GB"), utterances("Half past four", lang="en-GB"))


def test_roles_shift_the_voice_and_shift_it_back() -> None:
    speaker = open_engine()

    for role in (Role.TITLE, Role.HEADING, Role.LABEL, Role.QUOTE, Role.CODE):
        [shifted] = spoken(speaker, utterances("Some words here", role=role))
        assert [shifted] != spoken(speaker, utterances("Some words here"))
    [heading] = spoken(speaker, utterances("Some words here", role=Role.HEADING))
    [_, after] = spoken(speaker, [*utterances("A", role=Role.HEADING), *utterances("Some words here")])
    [narrated] = spoken(speaker, utterances("Some words here"))
    assert seconds(heading) > 1.03 * seconds(narrated)
    assert seconds(after) == pytest.approx(seconds(narrated), rel=0.01)


@pytest.mark.parametrize("rate_wpm", [80, 300, 449, 450])
def test_the_rate_is_kept_and_word_times_stay_true(rate_wpm: int) -> None:
    said = utterances("One sentence, said at many speeds, keeps all of its words.")

    [answer] = spoken(open_engine(rate_wpm=rate_wpm), said)
    [usual] = spoken(open_engine(), said)

    assert 0.6 < seconds(usual) / seconds(answer) / (rate_wpm / 175) < 1.7
    assert len(clip(answer).words) == len(clip(usual).words)
    assert [word.sample for word in clip(answer).words] == sorted(word.sample for word in clip(answer).words)


@pytest.mark.parametrize("variant", ["fast", "announcer", "whisper", "croak", "klatt"])
def test_variants_speak_too(variant: str) -> None:
    [answer] = spoken(open_engine(voice=f"en-us+{variant}", rate_wpm=449), utterances("Some words to say in a hurry."))

    assert seconds(answer) > 0.5
    assert len(clip(answer).words) >= 6


def test_narrators_sound_the_same_with_a_cast_and_without() -> None:
    cast = open_cast("espeak", Wanted(), {Role.QUOTE: "en-gb+f3"})

    assert spoken(cast, utterances(*SENTENCES)) == spoken(open_engine(), utterances(*SENTENCES))
    [quote] = spoken(cast, utterances("A quote.", role=Role.QUOTE))
    assert [quote] == spoken(open_engine(voice="en-gb+f3"), utterances("A quote.", role=Role.QUOTE))


def test_another_library_speaks_with_its_own_data(tmp_path: Path) -> None:
    home = find_home()
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "libespeak-ng.so.1").write_bytes(home.library.read_bytes())
    shutil.copytree(home.data, tmp_path / "share" / "espeak-ng-data")
    wanted = Wanted(library=str(tmp_path / "lib" / "libespeak-ng.so.1"))

    assert spoken(open_voice("espeak", wanted), utterances(*SENTENCES)) == spoken(open_engine(), utterances(*SENTENCES))


@pytest.mark.parametrize(
    ("has_data", "sentence"),
    [(False, "There is no folder espeak-ng-data near"), (True, "Cannot load .* as libespeak-ng")],
)
def test_a_file_that_is_no_library_is_an_error(*, has_data: bool, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "none.so").write_text("no library")
    if has_data:
        shutil.copytree(find_home().data, tmp_path / "espeak-ng-data")

    with pytest.raises(EngineError, match=sentence):
        open_voice("espeak", Wanted(library=str(tmp_path / "none.so"))).prepare()


@pytest.mark.parametrize("pitch_percent", [60, 80, 120, 140])
def test_the_pitch_is_kept(pitch_percent: int) -> None:
    usual, shifted = (
        fundamental(clip(answer))
        for percent in (100, pitch_percent)
        for answer in spoken(open_voice("espeak", Wanted(pitch_percent=percent)), utterances("aaaaa"))
    )

    assert shifted / usual == pytest.approx(pitch_percent / 100, rel=0.12)


def fundamental(clip: Clip) -> float:
    """Return the frequency in the middle of a vowel, from 50 to 300 hertz, at which the sound is most like itself."""
    samples = array("h", clip.pcm)
    middle = len(samples) // 2
    window = samples[middle - 1_500 : middle + 1_500]
    likeness = {
        lag: sum(one * other for one, other in zip(window, window[lag:], strict=False)) / (len(window) - lag)
        for lag in range(clip.rate // 300, clip.rate // 50)
    }
    return clip.rate / max(likeness, key=lambda lag: likeness[lag])


def test_half_the_volume_is_half_the_level() -> None:
    levels = []
    for percent in (100, 50):
        [answer] = spoken(open_voice("espeak", Wanted(volume_percent=percent)), utterances(*SENTENCES[:1]))
        levels.append(max(map(abs, array("h", clip(answer).pcm))))

    assert levels[1] == pytest.approx(levels[0] / 2, rel=0.1)


def test_what_is_not_wanted_does_not_change_the_fingerprint() -> None:
    usual = open_voice("espeak", Wanted()).fingerprint

    assert "pitch" not in usual
    assert "volume" not in usual
    assert len({usual, *(open_voice("espeak", wanted).fingerprint for wanted in SHIFTED)}) == 3


def test_a_voice_that_the_library_does_not_take_is_an_error() -> None:
    from postaloud.speaking.espeak import EspeakSpeaker

    speaker = EspeakSpeaker("gone", "gmw/gone", Wanted(), "")

    with pytest.raises(EngineError, match='cannot load the voice "gmw/gone"'):
        speaker.prepare()
