"""The system's voices through pyttsx3, really speaking; on Linux with the wheel's library."""

import os
import pickle
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from postaloud.errors import EngineError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import list_voices, open_engine
from speaking.forks import spoken

SENTENCES = [f"This is sentence number {number}, and it says that {number} is a number." for number in range(1, 16)]
LONG = "A long sentence goes on, and on; it has many clauses, and each of them says a little more than the last: " * 4
SPEAKS_AND_WAITS = """
import os, signal, sys, time
from postaloud.model.script import Utterance
from postaloud.speaking import open_engine
from postaloud.speaking import system
speaker = open_engine("pyttsx3")
speaker(Utterance("Hello", "Hello"))
print(system._speaking(os.getpid())._process.pid, flush=True)
time.sleep(60)
"""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="speaks with the wheel's library, which Linux lets us offer"
)


def utterances(*said: str, lang: str = "en") -> list[Utterance]:
    return [Utterance(text, text, lang=lang) for text in said]


def clips(answers: list[Clip | EngineError]) -> list[Clip]:
    assert all(isinstance(answer, Clip) for answer in answers), answers
    return [answer for answer in answers if isinstance(answer, Clip)]


def seconds(clip: Clip) -> float:
    return len(clip.pcm) / 2 / clip.rate


def test_no_sentence_is_lost() -> None:
    said = utterances(*SENTENCES, LONG)

    by_pyttsx3 = clips(spoken(open_engine("pyttsx3"), said))
    by_espeak = clips(spoken(open_engine("espeak"), said))

    assert [seconds(clip) for clip in by_pyttsx3] == pytest.approx([seconds(clip) for clip in by_espeak], rel=0.1)


def test_the_same_sentences_give_the_same_bytes_in_fresh_processes() -> None:
    speaker = open_engine("pyttsx3")

    assert spoken(speaker, utterances(*SENTENCES[:4])) == spoken(speaker, utterances(*SENTENCES[:4]))


def test_words_are_spread_over_the_sound() -> None:
    [clip] = clips(spoken(open_engine("pyttsx3"), utterances(LONG)))

    assert [LONG[word.offset : word.offset + word.length] for word in clip.words] == LONG.split()
    assert [word.sample for word in clip.words] == sorted(word.sample for word in clip.words)


def test_nothing_to_say_is_an_empty_clip() -> None:
    assert spoken(open_engine("pyttsx3"), utterances("", "…")) == [Clip(b"", 22_050)] * 2


@pytest.mark.parametrize("said", ["before\0after", "\x01 100p", "é . " * 126, "1" * 100, "#%&/()=? 'a' \"b\" \\n"])
def test_difficult_texts_are_spoken(said: str) -> None:
    [clip] = clips(spoken(open_engine("pyttsx3"), utterances(said)))

    assert seconds(clip) > 0.2


def test_a_quote_in_another_language_gets_its_voice() -> None:
    german = spoken(open_engine("pyttsx3", lang="de"), utterances("Guten Morgen", lang="de"))

    assert spoken(open_engine("pyttsx3"), utterances("Guten Morgen", lang="de")) == german


def test_a_script_that_the_voice_cannot_read_gets_another_one() -> None:
    [russian] = spoken(open_engine("pyttsx3", lang="ru"), utterances("Москва", lang="ru"))

    assert spoken(open_engine("pyttsx3"), utterances("Москва")) == [russian]


@pytest.mark.parametrize(
    ("voice", "lang", "label"),
    [("", "en", "en-us"), ("", "fr-CA", "fr"), ("", "zh", "cmn"), ("en-gb-x-rp", "en", "en-gb-x-rp")],
)
def test_voices_are_chosen_by_name_or_language(voice: str, lang: str, label: str) -> None:
    assert open_engine("pyttsx3", voice=voice, lang=lang).label == f"pyttsx3, {label}"


def test_an_unknown_voice_is_named_with_the_near_ones() -> None:
    with pytest.raises(EngineError, match=r'no voice "en-uss".*en-us.*postaloud voices'):
        open_engine("pyttsx3", voice="en-uss")


def test_its_voices_are_listed_among_all() -> None:
    assert {voice.engine for voice in list_voices()} == {"espeak", "pyttsx3", "silent"}
    assert "de" in {voice.lang for voice in list_voices("pyttsx3")}


def test_the_speaker_travels_to_its_worker_and_has_a_fingerprint() -> None:
    speaker = open_engine("pyttsx3")

    assert pickle.loads(pickle.dumps(speaker)) == speaker
    assert speaker.fingerprint != open_engine("pyttsx3", rate_wpm=180).fingerprint


def test_the_speaking_process_ends_with_the_one_that_started_it(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", SPEAKS_AND_WAITS], stdout=subprocess.PIPE, env=environment) as parent:
        assert parent.stdout is not None
        speaking = Path("/proc", parent.stdout.readline().decode().strip())
        assert speaking.exists()
        assert list(tmp_path.iterdir())

        parent.send_signal(signal.SIGKILL)

    deadline = time.monotonic() + 10
    while speaking.exists() and "Z" not in _state(speaking) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not speaking.exists() or "Z" in _state(speaking)
    assert list(tmp_path.iterdir()) == []


def _state(process: Path) -> str:
    try:
        return (process / "stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return "Z"


def test_a_voice_that_the_system_does_not_have_is_an_error() -> None:
    from postaloud.speaking.system import SystemSpeaker
    from postaloud.speaking.voices import Wanted

    [answer] = spoken(SystemSpeaker("gone", "gmw/gone", Wanted(), ""), utterances("Hello"))

    assert isinstance(answer, EngineError)
    assert "gave up" in str(answer)


def test_a_process_that_was_killed_is_started_again() -> None:
    code = SPEAKS_AND_WAITS.replace("time.sleep(60)", "") + (
        "os.kill(system._speaking(os.getpid())._process.pid, signal.SIGKILL)\n"
        "print(len(speaker(Utterance('Hello', 'Hello')).pcm))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert int(done.stdout.split()[-1]) > 10_000


def test_a_broken_installation_is_said_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "pyttsx3.py").write_text("raise ImportError('no driver here')")
    code = "from postaloud.speaking import open_engine\nopen_engine('pyttsx3')"

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path])},
    )

    assert "pyttsx3 cannot reach the system's voices (no driver here); try the engine espeak" in done.stderr


def test_an_article_of_1_400_words_is_spoken_to_its_last_sentence() -> None:
    said = article(1_400)
    assert sum(len(sentence.split()) for sentence in said) >= 1_400

    by_pyttsx3 = clips(spoken(open_engine("pyttsx3"), utterances(*said)))
    by_espeak = clips(spoken(open_engine("espeak"), utterances(*said)))

    lengths = zip(map(seconds, by_pyttsx3), map(seconds, by_espeak), strict=True)
    assert [place for place, (one, other) in enumerate(lengths) if not 0.9 * other < one < 1.1 * other] == []


def article(words: int) -> list[str]:
    """Return sentences of many lengths, no two alike, with so many words in all."""
    subjects = ("The baker", "An old ferry", "My neighbour's cat", "The committee", "Rain", "A small brass key")
    verbs = ("crossed", "had forgotten", "was looking for", "quietly repaired", "wrote about", "never liked")
    objects = ("the harbour", "three letters", "a garden wall", "the long winter", "somebody's bicycle")
    tails = ("", " before breakfast", ", which surprised nobody", "; and yet, as they say, it went on", " in 1987")
    sentences: list[str] = []
    while words > 0:
        number = len(sentences)
        parts = [
            each[number // step % len(each)] for each, step in ((subjects, 1), (verbs, 2), (objects, 3), (tails, 1))
        ]
        clause = f"{parts[0]} {parts[1]} {parts[2]}{parts[3]}"
        sentence = f"{', and '.join([clause] * (1 + number % 4))}, {number} times{'.?!…'[number % 4]}"
        sentences.append(sentence)
        words -= len(sentence.split())
    return sentences
