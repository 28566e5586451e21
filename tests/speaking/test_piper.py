"""Neural voices through the real runtime, with a generated model of a kilobyte; a catalogue served on this machine."""

import hashlib
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from catalogues import Catalogue, entry, serving
from postaloud.errors import EngineError, OutputError, UsageError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import Wanted, install_voice, list_voices, open_voice
from postaloud.testing import engine_contract
from speaking.forks import spoken
from voicefiles import FRAMES, HOP, RATE, Frames, write_voice

NAME = "en_US-tone-low"
SENTENCE = "In the house of Doctor Smith nobody minds."


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep installed voices in a folder of the test's own."""
    monkeypatch.setenv("POSTALOUD_VOICES", str(tmp_path / "voices"))
    return tmp_path / "voices"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_voice(tmp_path_factory.mktemp("model"), NAME)


def clip(said: str, model: Path, lang: str = "en", **wish: int) -> Clip:
    wanted = Wanted(str(model), "en", wish.get("rate_wpm", 175), volume_percent=wish.get("volume_percent", 100))
    [answer] = spoken(open_voice("piper", wanted), [Utterance(said, said, lang=lang)])
    assert isinstance(answer, Clip), answer
    return answer


def seconds(clip: Clip) -> float:
    return len(clip.pcm) / 2 / clip.rate


def peak(clip: Clip) -> int:
    return max(map(abs, memoryview(clip.pcm).cast("h")))


def test_the_engine_keeps_the_contract(model: Path, folder: Path) -> None:
    shutil.copytree(model.parent, folder)
    (folder / f"{NAME}.record.json").write_text(json.dumps(digests(folder)))

    assert engine_contract("piper") == []


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.glob("*.onnx*")}


@pytest.mark.parametrize("frames", ["told", "hidden"])
def test_word_times_come_from_the_frames_of_the_phonemes(frames: Frames, tmp_path: Path) -> None:
    answer = clip(SENTENCE, write_voice(tmp_path, frames=frames))

    assert [SENTENCE[word.offset :][: word.length] for word in answer.words] == SENTENCE.split()
    assert not answer.are_guessed
    frame = FRAMES * HOP
    # ɪnðə hˈaʊs ʌv dˈɑːktɚ smˈɪθ nˈoʊbɑːdi mˈaɪndz. with ^ before it, and a pad behind each
    spaces = [5, 11, 14]
    for number, phonemes in zip((2, 3, 4), spaces, strict=True):
        assert abs(answer.words[number].sample - (2 + 2 * phonemes) * frame) < frame


def test_without_frames_the_times_are_guessed_and_say_so(tmp_path: Path) -> None:
    answer = clip(SENTENCE, write_voice(tmp_path, frames="none"))

    assert answer.are_guessed
    assert len(answer.words) == len(SENTENCE.split())


def test_all_sentences_of_a_voice_get_the_same_gain(tmp_path: Path) -> None:
    quiet, loud = (write_voice(tmp_path, f"v{number}", loudness=number) for number in (0.05, 0.5))

    peaks = [peak(clip(said, voice)) for voice in (quiet, loud) for said in ("A.", SENTENCE)]

    assert max(peaks) < 1.15 * min(peaks)
    assert 2_000 < peaks[0] < 32_000
    assert peak(clip(SENTENCE, loud, volume_percent=50)) == pytest.approx(peaks[-1] / 2, rel=0.05)


def test_a_voice_may_have_several_speakers(tmp_path: Path) -> None:
    voice = write_voice(tmp_path, "choir", speakers=("alto", "bass"))

    said = {speaker: clip("Hello", Path(f"{voice}{speaker}")).pcm for speaker in ("", "#alto", "#bass", "#0", "#1")}

    assert said[""] == said["#alto"] == said["#0"]
    assert said["#bass"] == said["#1"] != said[""]
    assert open_voice("piper", Wanted(f"{voice}#bass")).label == "piper, choir#bass"


@pytest.mark.parametrize("speaker", ["tenor", "2", "-1", "alt"])
def test_a_speaker_that_a_voice_does_not_have_is_named_with_the_near_ones(speaker: str, tmp_path: Path) -> None:
    voice = write_voice(tmp_path, "choir", speakers=("alto", "bass"))

    with pytest.raises(EngineError, match=rf'no voice "choir#{speaker}"\. Near ones: choir#'):
        open_voice("piper", Wanted(f"{voice}#{speaker}"))


def test_faster_is_shorter(model: Path) -> None:
    assert seconds(clip(SENTENCE, model, rate_wpm=350)) == pytest.approx(seconds(clip(SENTENCE, model)) * 0.6, rel=0.1)


def test_a_script_that_the_voice_cannot_read_gets_the_bundled_voice(model: Path) -> None:
    [bundled] = spoken(open_voice("espeak", Wanted(lang="ru")), [Utterance("Москва", "Москва", lang="ru")])

    assert clip("Москва", model) == bundled
    assert seconds(clip("the word Москва", model)) > seconds(clip("the word", model)) + 0.3


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        (Wanted("none.onnx"), "There is no voice none.onnx"),
        (Wanted("en_US-none-low"), "try: postaloud voices install en_US-none-low"),
        (Wanted(), "try: postaloud voices install NAME"),
    ],
)
def test_a_voice_that_is_not_here_is_named_with_what_to_try(wanted: Wanted, sentence: str) -> None:
    with pytest.raises(EngineError, match=sentence):
        open_voice("piper", wanted)


@pytest.mark.parametrize("wanted", [Wanted(pitch_percent=110), Wanted(library="/lib/libespeak-ng.so")])
def test_what_a_neural_voice_cannot_do_is_refused(wanted: Wanted) -> None:
    with pytest.raises(UsageError, match="engine piper"):
        open_voice("piper", wanted)


def test_settings_beside_the_model_may_have_the_short_name(tmp_path: Path) -> None:
    voice = write_voice(tmp_path, "short")
    Path(f"{voice}.json").rename(tmp_path / "short.json")

    assert seconds(clip("Hello", voice)) > 0.3


@pytest.mark.parametrize("content", [b"", b"no model at all", b"\0" * 1000])
def test_a_file_that_is_no_model_is_an_error(content: bytes, tmp_path: Path) -> None:
    voice = write_voice(tmp_path)
    voice.write_bytes(content)

    with pytest.raises(EngineError, match="is no Piper voice"):
        open_voice("piper", Wanted(str(voice))).prepare()


@pytest.mark.parametrize("settings", [b"", b"[]", b"{}", b'{"espeak": {"voice": "en"}}', b"\xff"])
def test_settings_that_are_none_are_an_error(settings: bytes, tmp_path: Path) -> None:
    voice = write_voice(tmp_path)
    Path(f"{voice}.json").write_bytes(settings)

    with pytest.raises(EngineError, match="no settings of a Piper voice"):
        open_voice("piper", Wanted(str(voice)))


@pytest.fixture
def catalogue(model: Path) -> Iterator[Catalogue]:
    with serving(model) as server:
        yield server


def install(catalogue: Catalogue) -> list[str]:
    told: list[str] = []
    install_voice(NAME, catalogue.address, told.append)
    return told


def test_an_installed_voice_is_listed_and_speaks_without_the_network(catalogue: Catalogue, folder: Path) -> None:
    told = install(catalogue)
    catalogue.files.clear()

    [answer] = spoken(open_voice("piper", Wanted(NAME)), [Utterance(SENTENCE, SENTENCE)])
    assert isinstance(answer, Clip)
    assert open_voice("piper", Wanted(lang="en-GB")).label == f"piper, {NAME}"
    assert [(voice.name, voice.lang, voice.is_installed) for voice in list_voices("piper")] == [(NAME, "en-US", True)]
    assert told == [f"Installing {NAME}: English, tone, low, 1 megabytes."]
    assert json.loads((folder / f"{NAME}.record.json").read_text()) == digests(folder)
    assert not list(folder.glob("*.part"))


def test_voices_of_the_catalogue_are_listed_as_not_installed(catalogue: Catalogue, folder: Path) -> None:
    install(catalogue)
    (folder / f"{NAME}.onnx").unlink()

    assert [(voice.name, voice.is_installed) for voice in list_voices("piper")] == [(NAME, False)]
    with pytest.raises(EngineError, match=f"postaloud voices install {NAME}"):
        open_voice("piper", Wanted(NAME))


def test_a_cut_download_goes_on_where_it_broke_off(catalogue: Catalogue, folder: Path) -> None:
    catalogue.cut = 400
    with pytest.raises(EngineError, match=r"Cannot fetch|Only 400 of"):
        install(catalogue)
    assert (folder / f"{NAME}.onnx.part").stat().st_size <= 400
    assert [voice.is_installed for voice in list_voices("piper")] == [False]
    have = (folder / f"{NAME}.onnx.part").stat().st_size

    catalogue.cut = 0
    install(catalogue)

    ranges = [wanted for path, wanted in catalogue.asked if path.endswith(".onnx")]
    assert ranges == ["", f"bytes={have}-" if have else ""]
    assert [voice.is_installed for voice in list_voices("piper")] == [True]


def test_wrong_bytes_are_not_installed(catalogue: Catalogue, folder: Path) -> None:
    path = next(path for path in catalogue.files if path.endswith(".onnx"))
    good = catalogue.files[path]
    catalogue.files[path] = good[:-1] + b"!"

    with pytest.raises(EngineError, match=r"tone-low\.onnx is not what the catalogue says"):
        install(catalogue)
    assert not list(folder.glob("*.onnx"))

    catalogue.files[path] = good
    install(catalogue)
    assert [voice.is_installed for voice in list_voices("piper")] == [True]


def test_more_bytes_than_the_catalogue_says_are_not_taken(catalogue: Catalogue, folder: Path) -> None:
    path = next(path for path in catalogue.files if path.endswith(".onnx"))
    catalogue.files[path] += bytes(5_000_000)

    with pytest.raises(EngineError, match="is not what the catalogue says"):
        install(catalogue)
    assert not list(folder.glob("*.onnx*"))


def test_a_folder_without_room_is_said(catalogue: Catalogue, folder: Path) -> None:
    folder.parent.joinpath("voices").write_text("in the way")

    with pytest.raises(OutputError, match="set POSTALOUD_VOICES to another folder"):
        install(catalogue)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_said(catalogue: Catalogue, folder: Path) -> None:
    folder.mkdir()
    (folder / f"{NAME}.onnx.part").symlink_to("/dev/full")

    with pytest.raises(OutputError, match=r"No space left on device; make room"):
        install(catalogue)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"<html>", "is no catalogue of Piper voices"),
        (b"[1]", "is no catalogue of Piper voices"),
        (b'{"a": {}}', "is no catalogue of Piper voices"),
        (None, "the server answers 404"),
    ],
)
def test_an_address_without_a_catalogue_is_said(content: bytes | None, sentence: str, catalogue: Catalogue) -> None:
    catalogue.files.pop("/main/voices.json")
    if content is not None:
        catalogue.files["/main/voices.json"] = content

    with pytest.raises(EngineError, match=sentence):
        install(catalogue)


def test_an_unknown_voice_is_named_with_the_near_ones(catalogue: Catalogue) -> None:
    with pytest.raises(EngineError, match=rf'no voice "en_US-tune-low"\. Near ones: {NAME}'):
        install_voice("en_US-tune-low", catalogue.address, print)


def test_a_catalogue_cannot_name_files_outside_of_the_folder(catalogue: Catalogue, folder: Path, model: Path) -> None:
    evil = entry(model, NAME)
    evil["files"] = {f"../../{path}": told for path, told in dict(evil["files"]).items()}  # type: ignore[call-overload]
    catalogue.files["/main/voices.json"] = json.dumps(
        {"../evil": evil, "evil": evil, NAME: entry(model, NAME)}
    ).encode()

    install(catalogue)

    assert {voice.name for voice in list_voices("piper")} == {NAME}
    assert sorted(path.name for path in folder.parent.iterdir()) == ["voices"]


def test_a_server_that_is_not_there_is_said() -> None:
    with pytest.raises(EngineError, match=r"Cannot fetch http://127\.0\.0\.1:9/voices\.json"):
        install_voice(NAME, "http://127.0.0.1:9/voices.json", print)


def test_files_that_have_changed_since_they_were_installed_are_not_loaded(catalogue: Catalogue, folder: Path) -> None:
    install(catalogue)
    with (folder / f"{NAME}.onnx").open("ab") as file:
        file.write(b"\0")

    with pytest.raises(EngineError, match="has changed since it was installed"):
        open_voice("piper", Wanted(NAME)).prepare()


@pytest.mark.parametrize("record", [b"", b"[]", b"{}", b"\xff"])
def test_a_broken_record_of_an_installed_voice_is_said(record: bytes, catalogue: Catalogue, folder: Path) -> None:
    install(catalogue)
    (folder / f"{NAME}.record.json").write_bytes(record)

    with pytest.raises(EngineError, match=r"record\.json is broken; remove it"):
        open_voice("piper", Wanted(NAME))


def test_the_rate_of_the_model_is_the_rate_of_the_clips(tmp_path: Path) -> None:
    assert clip("Hello", write_voice(tmp_path, "low", rate=16_000)).rate == 16_000
    assert clip("Hello", write_voice(tmp_path, "usual")).rate == RATE
