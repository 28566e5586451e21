"""`postaloud narrate` from the listener's chair: real voice, real encoder, files re-read by other programs."""

import json
import subprocess
from pathlib import Path

import pytest
import webvtt
from mutagen.id3 import ID3
from mutagen.mp3 import MP3

from acceptance_types import Postaloud
from catalogues import serving
from pages import page
from peers import needs
from voicefiles import write_voice

TITLES = ["How to make tea", "Water", "Leaves", "Cups"]


@pytest.fixture
def episode(postaloud: Postaloud, tea: Path, tmp_path: Path) -> Path:
    done = postaloud("narrate", tea, "-o", "out")
    assert done.returncode == 0, done.stderr.decode()
    (folder,) = (tmp_path / "out").iterdir()
    return folder


def test_an_episode_is_seven_files_named_by_its_slug(episode: Path) -> None:
    slug = episode.name

    assert sorted(path.name for path in episode.iterdir()) == sorted(
        [f"{slug}.mp3", f"{slug}.vtt", f"{slug}.srt", "chapters.json", "transcript.html", "index.html", "episode.json"]
    )
    assert slug.startswith("how-to-make-tea-")


def test_the_listener_is_told_what_is_read_each_chapter_and_where_the_files_lie(
    postaloud: Postaloud, tea: Path
) -> None:
    done = postaloud("narrate", tea, "-o", "out")

    told, results = done.stderr.decode(), done.stdout.decode()
    assert "Reading" in told
    assert "Language: en-GB, from the page." in told
    assert [line for line in told.splitlines() if line.startswith("Chapter 2 of 4: Water, ")]
    assert "seconds" in results
    assert "Sound: out/how-to-make-tea-" in results
    assert "\x1b" not in told + results
    assert "\r" not in told + results


@needs("ffprobe")
def test_ffprobe_mutagen_and_our_own_file_agree_on_the_chapters(episode: Path) -> None:
    sound = episode / f"{episode.name}.mp3"
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(sound)]
    probed = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    ours = json.loads((episode / "chapters.json").read_text())["chapters"]
    tagged = sorted(ID3(sound).getall("CHAP"), key=lambda chapter: chapter.start_time)

    assert [chapter["title"] for chapter in ours] == TITLES
    assert [chapter["tags"]["title"] for chapter in probed] == TITLES
    assert [str(chapter.sub_frames["TIT2"]) for chapter in tagged] == TITLES
    starts = [round(1000 * chapter["startTime"]) for chapter in ours]
    assert [round(1000 * float(chapter["start_time"])) for chapter in probed] == starts
    assert [chapter.start_time for chapter in tagged] == starts


@needs("mpv")
def test_mpv_lists_the_same_chapters(episode: Path) -> None:
    playing = "${chapter-list/count}|${chapter-list/0/title}|${chapter-list/3/title}|${=chapter-list/3/time}"
    command = [
        "mpv",
        "--no-config",
        "--ao=null",
        "--vo=null",
        "--length=0.01",
        "--rebase-start-time=no",
        f"--term-playing-msg=LIST {playing}",
    ]
    told = subprocess.run(
        [*command, str(episode / f"{episode.name}.mp3")], capture_output=True, check=True
    ).stdout.decode()

    (line,) = [line for line in told.splitlines() if "LIST" in line]
    count, first, last, start = line.partition("LIST ")[2].split("|")
    chapters = json.loads((episode / "chapters.json").read_text())["chapters"]
    assert (count, first, last) == ("4", TITLES[0], TITLES[3])
    assert float(start) == pytest.approx(chapters[3]["startTime"], abs=0.001)


def test_captions_show_every_sentence_as_the_page_has_it(episode: Path) -> None:
    text = " ".join(cue.text.replace("\n", " ") for cue in webvtt.read(str(episode / f"{episode.name}.vtt")).captions)

    for sentence in ("Boil a litre of water.", "3. Pour: slowly, in a circle.", "4. Wait.", "A green leaf on a saucer"):
        assert sentence in text.replace("  ", " ")


def test_the_sound_is_as_long_as_the_record_says_and_carries_the_tags(episode: Path) -> None:
    sound = MP3(episode / f"{episode.name}.mp3")
    record = json.loads((episode / "episode.json").read_text())

    assert sound.info is not None
    assert sound.info.length * 1000 == pytest.approx(record["duration_ms"], abs=1)
    assert sound.tags is not None
    assert str(sound.tags["TIT2"]) == "How to make tea"
    assert str(sound.tags["TLAN"]) == "eng"
    assert sound.tags["APIC:"].mime == "image/jpeg"


def test_the_same_page_gives_the_same_bytes_without_a_cache_and_with_any_number_of_jobs(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    for name, options in {"a": ["--jobs", "1", "--no-cache"], "b": ["--jobs", "2"], "c": ["--jobs", "2"]}.items():
        assert postaloud("narrate", tea, "-o", name, *options).returncode == 0

    first, *others = [{path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.*")} for name in "abc"]
    assert len(first) == 7
    assert all(other == first for other in others)


def test_an_option_wins_over_the_page(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    options = ["--lang", "de", "--title", "Tee", "--author", "A", "--date", "2020-02-03"]
    done = postaloud("narrate", tea, "-o", "out", *options)

    record = json.loads(next((tmp_path / "out").glob("*/episode.json")).read_text())
    assert "Language: de, as you asked." in done.stderr.decode()
    assert (record["title"], record["byline"], record["date"], record["lang"]) == ("Tee", "A", "2020-02-03", "de")


@pytest.mark.parametrize(
    ("lang", "head", "config", "line"),
    [
        ("fr", "", "", "Language: fr, from the page."),
        ("", '<meta property="og:locale" content="es_ES">', "", "Language: es-ES, from the page's metadata."),
        ("", "", '[show]\nlanguage = "de"\n', "Language: de, from the configuration."),
        ("", "", "", "Language: en, because neither the page nor a configuration names one."),
    ],
)
def test_the_language_comes_from_the_first_that_names_one(
    lang: str, head: str, config: str, line: str, postaloud: Postaloud, tmp_path: Path
) -> None:
    (tmp_path / "a.html").write_text(page(lang=lang, head=head))
    (tmp_path / "postaloud.toml").write_text(config)

    assert line in postaloud("narrate", "a.html", "--dry-run").stderr.decode()


def test_chosen_sections_are_a_preview_beside_the_whole(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    postaloud("narrate", tea, "-o", "out")
    whole = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}

    assert postaloud("narrate", tea, "-o", "out", "--sections", "2-3").returncode == 0

    chapters = json.loads(next((tmp_path / "out").glob("*-preview/chapters.json")).read_text())["chapters"]
    assert [chapter["title"] for chapter in chapters] == ["Leaves", "Cups"]
    assert all(path.read_bytes() == octets for path, octets in whole.items())


def test_a_sample_is_not_longer_than_asked_and_ends_with_a_sentence(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    assert postaloud("narrate", tea, "-o", "out", "--sample", "12s").returncode == 0

    record = json.loads(next((tmp_path / "out").glob("*/episode.json")).read_text())
    assert 5_000 < record["duration_ms"] <= 12_200


def test_standard_output_takes_one_whole_file(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    postaloud("narrate", tea, "-o", "out")
    done = postaloud("narrate", tea, "-o", "-")

    assert done.stdout == next((tmp_path / "out").glob("*/*.mp3")).read_bytes()


def test_a_page_is_read_from_standard_input(postaloud: Postaloud, tmp_path: Path) -> None:
    done = postaloud("narrate", "-", "-o", "out", text=page().encode())

    assert done.returncode == 0
    assert len(list((tmp_path / "out").glob("*/*.mp3"))) == 1


def test_a_dry_run_tells_and_writes_nothing(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    done = postaloud("narrate", tea, "-o", "out", "--dry-run")

    assert done.returncode == 0
    assert "Chapter 4 of 4: Cups" in done.stderr.decode()
    assert not (tmp_path / "out").exists()


def test_narrating_again_keeps_guid_slug_date_and_what_was_decided_by_hand(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    postaloud("narrate", tea, "-o", "out", env={"SOURCE_DATE_EPOCH": "1700000000"})
    path = next((tmp_path / "out").glob("*/episode.json"))
    before = json.loads(path.read_text())
    path.write_text(json.dumps({**before, "overrides": {"title": "Better tea"}}))
    tea.write_text(page(title="Another title"))

    postaloud("narrate", tea, "-o", "out")

    assert len(list((tmp_path / "out").iterdir())) == 1
    after = json.loads(path.read_text())
    assert [after[key] for key in ("guid", "slug", "date")] == [before[key] for key in ("guid", "slug", "date")]
    assert before["date"] == "2023-11-14T22:13:20Z"
    assert after["title"] == "Better tea"
    assert after["overrides"] == {"title": "Better tea"}


def test_voices_are_listed_for_people_and_for_programs(postaloud: Postaloud) -> None:
    lines = postaloud("voices", "--engine", "espeak", "--lang", "pt").stdout.decode().splitlines()
    listed = json.loads(postaloud("voices", "--engine", "espeak", "--lang", "pt", "--json").stdout)

    assert "espeak, pt-BR, pt-br, Portuguese (Brazil), installed" in lines
    assert {(voice["engine"], voice["lang"], voice["is_installed"]) for voice in listed} == {
        ("espeak", "pt", True),
        ("espeak", "pt-BR", True),
    }
    assert len(lines) == len(listed)


def test_that_no_voice_is_there_is_said(postaloud: Postaloud) -> None:
    done = postaloud("voices", "--engine", "piper")

    assert (done.returncode, done.stdout) == (0, b"")
    assert b"postaloud voices install NAME" in done.stderr


def test_a_neural_voice_from_the_disk_speaks_an_article_and_a_changed_sentence_alone(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    voice = write_voice(tmp_path, "tone")
    options: list[str | Path] = ["--engine", "piper", "--voice", voice, "--cache", "kept"]
    assert postaloud("narrate", tea, "-o", "out", *options).returncode == 0
    before = set(tmp_path.glob("kept/clips/*/*"))
    tea.write_text(tea.read_text().replace("Boil a litre of water.", "Boil a litre of fresh water."))

    done = postaloud("narrate", tea, "-o", "out", *options)

    assert done.returncode == 0, done.stderr.decode()
    assert "Voice: piper, tone." in done.stderr.decode()
    assert len(set(tmp_path.glob("kept/clips/*/*")) - before) == 1


def test_a_voice_is_installed_once_and_then_speaks_offline(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    with serving(write_voice(tmp_path, "en_US-tone-low")) as catalogue:
        (tmp_path / "postaloud.toml").write_text(f'[piper]\ncatalogue = "{catalogue.address}"\n')
        unknown = postaloud("voices", "install", "en_US-tune-low")
        done = postaloud("voices", "install", "en_US-tone-low")

    assert unknown.returncode == 6
    assert b"Near ones: en_US-tone-low" in unknown.stderr
    assert done.returncode == 0, done.stderr.decode()
    assert b"Installed en_US-tone-low: " in done.stdout
    assert b"Installing en_US-tone-low: English, tone, low" in done.stderr
    assert "piper, en-US, en_US-tone-low, English, tone, low, installed" in postaloud("voices").stdout.decode()
    assert postaloud("narrate", tea, "--engine", "piper").returncode == 0


def test_a_role_gets_a_voice_of_its_own(postaloud: Postaloud, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page("<blockquote>A long quote comes here.</blockquote>"))
    for name, options in {"a": [], "b": ["--voice", "quote=en-gb+f3"]}.items():
        assert postaloud("narrate", "a.html", "-o", name, *options).returncode == 0

    one, other = (next(tmp_path.glob(f"{name}/*/*.mp3")).read_bytes() for name in "ab")
    assert one != other


@pytest.mark.parametrize("option", ["--pitch", "--volume"])
def test_pitch_and_volume_change_the_sound(option: str, postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    for name, value in {"a": "100", "b": "60"}.items():
        assert postaloud("narrate", tea, "-o", name, option, value).returncode == 0

    one, other = (next(tmp_path.glob(f"{name}/*/*.mp3")).read_bytes() for name in "ab")
    assert one != other


def test_the_system_voice_speaks_an_article(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    done = postaloud("narrate", tea, "-o", "out", "--engine", "pyttsx3")

    assert done.returncode == 0, done.stderr.decode()
    record = json.loads(next((tmp_path / "out").glob("*/episode.json")).read_text())
    assert record["duration_ms"] > 15_000
