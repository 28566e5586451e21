"""`postaloud narrate --format`, `--preset` and `--split` from the listener's chair."""

import base64
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import av
import jsonschema
import pytest
from mutagen.id3 import ID3
from mutagen.mp3 import MP3
from PIL import Image

from acceptance_types import Postaloud
from pages import page

SCHEMA = json.loads((Path(__file__).parents[2] / "src/postaloud/publishing/episode.schema.json").read_text())


def the_folder(tmp_path: Path) -> Path:
    (folder,) = (path for path in (tmp_path / "out").iterdir() if path.is_dir())
    return folder


def record_of(folder: Path) -> dict[str, list[dict[str, object]]]:
    record: dict[str, list[dict[str, object]]] = json.loads((folder / "episode.json").read_text())
    jsonschema.validate(record, SCHEMA)
    return record


def picture(kind: str = "JPEG") -> bytes:
    file = io.BytesIO()
    Image.effect_noise((1600, 900), 80).convert("RGB").save(file, kind)
    return file.getvalue()


def test_every_format_is_told_recorded_and_of_one_length(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    done = postaloud("narrate", tea, "-o", "out", "--format", "m4b,mp3,opus")

    assert done.returncode == 0, done.stderr.decode()
    folder = the_folder(tmp_path)
    record = record_of(folder)
    names = [f"{folder.name}.{suffix}" for suffix in ("m4b", "mp3", "opus")]
    assert [each["name"] for each in record["enclosures"]] == names
    assert [each["type"] for each in record["enclosures"]] == ["audio/mp4", "audio/mpeg", "audio/ogg"]
    assert len({each["duration_ms"] for each in record["enclosures"]}) == 1
    told = done.stdout.decode()
    assert f"Sound: out/{folder.name}/{names[0]}" in told
    assert all(name in told for name in names)
    starts = [
        round(1000 * each["startTime"]) for each in json.loads((folder / "chapters.json").read_text())["chapters"]
    ]
    for name in names:
        with av.open(str(folder / name)) as file:
            found = [round(1000 * each["start"] * float(each["time_base"] or 0)) for each in file.chapters()]
        assert found == starts


def test_the_configuration_names_formats(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    (tmp_path / "postaloud.toml").write_text('[narrate]\nformat = "flac, wav"\nquality = "small"\n')

    assert postaloud("narrate", tea, "-o", "out", "--engine", "silent").returncode == 0

    folder = the_folder(tmp_path)
    assert sorted(path.suffix for path in folder.iterdir() if path.suffix in {".mp3", ".flac", ".wav"}) == [
        ".flac",
        ".wav",
    ]


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "mp3,aiff"], ["aiff", "mp3, m4b, m4a, opus, flac, wav"]),
        (["--format", ","], ["names no format", "mp3, m4b, m4a, opus, flac, wav"]),
        (["--quality", "best"], ["best", "small or standard or better"]),
        (["--preset", "radio"], ["radio", "podcast or acx or archive"]),
        (["--split", "pages"], ["pages", "chapters"]),
    ],
)
def test_what_does_not_exist_is_named_with_what_does(
    options: list[str], words: list[str], postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    done = postaloud("narrate", tea, "-o", "out", *options)

    told = done.stderr.decode()
    assert done.returncode == 2
    assert told.count("\n") == 1
    assert all(word in told for word in words)
    assert not (tmp_path / "out").exists()


def test_standard_output_takes_the_first_format(postaloud: Postaloud, tea: Path) -> None:
    done = postaloud("narrate", tea, "-o", "-", "--format", "opus,mp3", "--engine", "silent")

    assert done.stdout.startswith(b"OggS")


def test_acx_gets_a_file_of_each_chapter_with_silence_at_its_ends(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    assert postaloud("narrate", tea, "-o", "out", "--preset", "acx").returncode == 0

    folder = the_folder(tmp_path)
    names = ["01-how-to-make-tea.mp3", "02-water.mp3", "03-leaves.mp3", "04-cups.mp3"]
    singles = [each for each in record_of(folder)["enclosures"] if "chapter" in each]
    assert [(each["name"], each["chapter"]) for each in singles] == list(zip(names, range(1, 5), strict=True))
    playlist = (folder / f"{folder.name}.m3u8").read_text().splitlines()
    assert playlist[0] == "#EXTM3U"
    assert [line for line in playlist if not line.startswith("#")] == names
    for name in names:
        info = MP3(folder / name).info
        assert info is not None
        assert (info.sample_rate, round(info.bitrate, -3), info.channels) == (44_100, 192_000, 1)
        sound = decoded(folder / name)
        loud = [place for place in range(0, len(sound), 44) if abs(sound[place]) > 100]
        assert 0.5 <= loud[0] / 44_100 <= 1.01
        assert 1 <= (len(sound) - loud[-1]) / 44_100 <= 5
    assert str(ID3(folder / names[1])["TIT2"]) == "Water"
    assert str(ID3(folder / names[1])["TRCK"]) == "2/4"


def decoded(path: Path) -> memoryview:
    with av.open(str(path)) as file:
        resampler = av.AudioResampler("s16", "mono")
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
        return memoryview(b"".join(bytes(each.planes[0])[: 2 * each.samples] for each in frames)).cast("h")


def test_publishing_serving_and_removing_know_the_files_of_chapters(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    postaloud("init", text=b"Tea\nNora\nnora@tea.example\nAll about tea.\nhttps://tea.example/podcast\n")
    options = ["--engine", "silent", "--format", "mp3,opus", "--split", "chapters"]
    assert postaloud("narrate", tea, "-o", "out", *options).returncode == 0
    folder = the_folder(tmp_path)

    assert postaloud("publish", "out").returncode == 0

    feed = (tmp_path / "out" / "feed.xml").read_text()
    assert feed.count("<podcast:alternateEnclosure") == 1
    assert f"{folder.name}.opus" in feed
    assert "02-water" not in feed
    assert postaloud("publish", "out", "--check").returncode == 0
    assert postaloud("remove", folder.name, "out").returncode == 0
    assert not folder.exists()


def test_sound_that_is_not_wanted_any_more_goes(postaloud: Postaloud, tea: Path, tmp_path: Path) -> None:
    postaloud("narrate", tea, "-o", "out", "--engine", "silent", "--split", "chapters")
    folder = the_folder(tmp_path)
    (folder / "mine.mp3").write_bytes(b"kept")

    postaloud("narrate", tea, "-o", "out", "--engine", "silent", "--format", "opus")

    assert sorted(path.name for path in folder.glob("*.mp3")) == ["mine.mp3"]
    assert not list(folder.glob("*.m3u8"))


def test_pictures_at_hand_are_those_of_their_chapters_and_broken_ones_are_named(
    postaloud: Postaloud, tmp_path: Path
) -> None:
    inline = base64.b64encode(picture("PNG")).decode()
    body = (
        '<h2>One</h2><p>First.</p><figure><img src="a%20b.jpg" alt="Noise"></figure>'
        f'<h2>Two</h2><p>Second.</p><figure><img src="data:image/png;base64,{inline}" alt="More noise"></figure>'
        '<h2>Three</h2><p>Third.</p><figure><img src="broken.jpg" alt="Nothing"></figure>'
        '<h2>Four</h2><p>Fourth.</p><figure><img src="https://far.example/x.jpg" alt="Far away"></figure>'
        '<h2>Five</h2><p>Fifth.</p><figure><img src="../out.jpg" alt="Out of bounds"></figure>'
    )
    (tmp_path / "post").mkdir()
    (tmp_path / "post" / "a.html").write_text(page(body))
    (tmp_path / "post" / "a b.jpg").write_bytes(picture())
    (tmp_path / "post" / "broken.jpg").write_bytes(picture()[:500])
    (tmp_path / "out.jpg").write_bytes(picture())

    done = postaloud("narrate", "post/a.html", "-o", "out", "--engine", "silent", "--format", "mp3,m4b")

    assert done.returncode == 0, done.stderr.decode()
    told = done.stderr.decode()
    assert told.count("is broken or too large") == 1
    assert "chapter 3" in told
    folder = the_folder(tmp_path)
    chapters = sorted(ID3(folder / f"{folder.name}.mp3").getall("CHAP"), key=lambda each: int(each.start_time))
    shown = [chapter.sub_frames.getall("APIC") for chapter in chapters]
    assert [bool(pictures) for pictures in shown] == [False, True, True, False, False, False]
    for (each,) in shown[1:3]:
        assert len(each.data) <= 60_000
        assert max(Image.open(io.BytesIO(each.data)).size) <= 600


def test_a_disk_that_fills_while_an_m4b_is_put_together_leaves_what_was_there(
    postaloud: Postaloud, tea: Path, tmp_path: Path
) -> None:
    postaloud("narrate", tea, "-o", "out", "--format", "m4b")
    before = {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")}
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (150_000, 150_000));"
        "sys.argv[0] = 'postaloud'; runpy.run_module('postaloud', run_name='__main__')"
    )
    command = [sys.executable, "-c", limited, "narrate", str(tea), "-o", "out", "--no-cache", "--format", "m4b"]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [*command, "--title", "Other"], cwd=tmp_path, capture_output=True, timeout=60, check=False, env=environment
    )

    assert done.returncode == 7, done.stderr.decode()
    assert done.stderr.decode().count("Error: ") == 1
    assert {path: path.read_bytes() for path in (tmp_path / "out").rglob("*.*")} == before
    assert not [path for path in (tmp_path / "out").glob(".*") if path.is_dir()]
