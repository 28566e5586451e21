"""Every format, read again by other programs: chapters, tags, lengths and joins."""

import array
import json
import re
import subprocess
import unicodedata
import wave
from base64 import b64decode
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import av
import pytest
import soundfile
from mutagen import File
from mutagen.flac import FLAC
from mutagen.id3 import ID3
from mutagen.mp4 import MP4
from mutagen.oggopus import OggOpus
from PIL import Image

from parts import say
from peers import needs
from postaloud.model.recording import Recording
from postaloud.model.script import ChapterMark, Part, Pause, Role
from postaloud.studio import NoCache, Order, Studio, Tags, encoders_of, formats_of, master, record
from postaloud.studio.tags import cut
from postaloud.workers import Workers, open_workers
from speakers import CLICK, RATE, Clicking

ALL = ("mp3", "m4b", "m4a", "opus", "flac", "wav")
HARD_TITLES = (
    "Plain words",
    "Überraschung über Öl",
    "日本語の見出しは長くても読める",
    "عنوان بالعربية",
    "😀👩\u200d👩\u200d👧 smile",
    unicodedata.normalize("NFD", "é ü å decomposed"),
    "Quotes \"double\", 'single', “curly”",
    "Equals=signs; semicolons & <angles>",
    "x" * 214,
    "鯨" * 100,
    "100% + 1 # \\ back/slash",
    "עברית עם English inside",
)


def titled(titles: tuple[str, ...]) -> list[Part]:
    """Return a part for each title, whose heading is a click at its start."""
    parts = []
    for number, title in enumerate(titles):
        heading = (ChapterMark(title, 2 + number % 2, number, f"#s{number}"), say("h", Role.HEADING))
        parts.append(Part((*heading, Pause(300), say("word " * (number % 4)), Pause(1_001 + 7 * (number % 9))), number))
    return parts


class Made(NamedTuple):
    """Files of one recording."""

    folder: Path
    recording: Recording

    def file(self, suffix: str) -> Path:
        """Return the file of a format."""
        return self.folder / f"a.{suffix}"


def picture() -> bytes:
    """Return a small JPEG."""
    file = BytesIO()
    Image.new("RGB", (60, 40), "teal").save(file, "JPEG")
    return file.getvalue()


def make(folder: Path, workers: Workers, parts: list[Part], formats: tuple[str, ...] = ALL) -> Made:
    """Record parts in some formats."""
    chosen = formats_of(formats, "standard")
    desk = Studio(Clicking(), workers, NoCache(), encoders_of(chosen))
    numbers = range(len(parts))
    tags = Tags(
        "Títle",
        "Ada",
        "Show",
        "2023-10-18T09:00:00Z",
        "de-AT",
        "https://x.example/page",
        picture(),
        "About it.",
        "espeak, de",
        links={number: f"https://x.example/a%2Bb#s{number}" for number in numbers},
        pictures={1: picture() + b"\0"},
    )
    recording, written = master(parts, record(parts, desk), desk, Order(folder, "a", chosen, tags))
    assert [each.path.suffix[1:] for each in written] == list(formats)
    return Made(folder, recording)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with open_workers(2) as opened:
        yield opened


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Made:
    """Return twelve chapters with titles that break readers."""
    return make(tmp_path_factory.mktemp("hard"), workers, titled(HARD_TITLES))


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Made:
    """Return three hundred chapters."""
    titles = tuple(f"Chapter {number}" for number in range(300))
    return make(tmp_path_factory.mktemp("many"), workers, titled(titles))


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory, workers: Workers) -> Made:
    """Return one chapter."""
    return make(tmp_path_factory.mktemp("single"), workers, titled(("Alone",)))


def chapters_by_ffprobe(path: Path) -> list[tuple[int, str]]:
    """Return start in milliseconds and title of each chapter."""
    command = ["ffprobe", "-v", "error", "-show_chapters", "-of", "json", str(path)]
    rows = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    return [(round(1000 * float(row["start_time"])), row["tags"]["title"]) for row in rows]


def chapters_by_pyav(path: Path) -> list[tuple[int, str]]:
    """Return start in milliseconds and title of each chapter."""
    with av.open(str(path)) as file:
        return [
            (round(1000 * each["start"] * float(each["time_base"] or 0)), each["metadata"]["title"])
            for each in file.chapters()
        ]


def chapters_by_mpv(path: Path, count: int) -> list[tuple[int, str]]:
    """Return start in milliseconds and title of each chapter."""
    rows = [f"${{=chapter-list/{number}/time}}|${{chapter-list/{number}/title}}" for number in range(count)]
    told = played(path, "--term-playing-msg=COUNT ${chapter-list/count}\n" + "\n".join(rows), "--length=0.01")
    lines = told.decode().partition("COUNT ")[2].splitlines()
    assert int(lines[0]) == count
    return [(round(1000 * float(row.partition("|")[0])), row.partition("|")[2]) for row in lines[1 : count + 1]]


def played(path: Path, *options: str) -> bytes:
    """Return what mpv prints."""
    command = ["mpv", "--no-config", "--ao=null", "--vo=null", "--rebase-start-time=no", "--sid=no", *options]
    return subprocess.run([*command, str(path)], capture_output=True, check=True).stdout


def wanted(made: Made) -> list[tuple[int, str]]:
    """Return start in milliseconds and title of each chapter as they should be."""
    return [(each.start_ms, each.title) for each in made.recording.chapters]


@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("which", ["hard", "many", "single"])
def test_pyav_reads_all_chapters_with_their_titles_and_times(
    which: str, suffix: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)

    assert chapters_by_pyav(made.file(suffix)) == wanted(made)


@needs("ffprobe")
@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("which", ["hard", "many", "single"])
def test_ffprobe_reads_all_chapters_with_their_titles_and_times(
    which: str, suffix: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)

    assert chapters_by_ffprobe(made.file(suffix)) == wanted(made)


@needs("mpv")
@pytest.mark.parametrize("suffix", ALL)
@pytest.mark.parametrize("which", ["hard", "many"])
def test_mpv_reads_all_chapters_with_their_titles_and_times(
    which: str, suffix: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)

    found = chapters_by_mpv(made.file(suffix), len(made.recording.chapters))

    assert found == wanted(made)


def by_mutagen_id3(made: Made, suffix: str) -> list[tuple[int, str]]:
    file = File(made.file(suffix))
    assert file is not None
    tag = file.tags
    chapters = sorted(tag.getall("CHAP"), key=lambda each: int(each.start_time))
    assert [str(each.sub_frames["WXXX:chapter url"]) for each in chapters[:2]] == [
        "https://x.example/a%2Bb#s0",
        "https://x.example/a%2Bb#s1",
    ]
    assert chapters[1].sub_frames["APIC:"].data == picture() + b"\0"
    return [(each.start_time, str(each.sub_frames["TIT2"])) for each in chapters]


def by_mutagen_mp4(made: Made, suffix: str) -> list[tuple[int, str]]:
    file = MP4(made.file(suffix))
    assert file.chapters is not None
    return [(round(1000 * each.start), each.title) for each in file.chapters]


def by_mutagen_comments(made: Made, suffix: str) -> list[tuple[int, str]]:
    tag = OggOpus(made.file(suffix)) if suffix == "opus" else FLAC(made.file(suffix))
    assert tag["CHAPTER002URL"] == ["https://x.example/a%2Bb#s1"]
    found = []
    for number in range(1, len(made.recording.chapters) + 1):
        hours, minutes, seconds = tag[f"CHAPTER{number:03d}"][0].split(":")
        ms = round(1000 * (int(hours) * 3600 + int(minutes) * 60 + float(seconds)))
        found.append((ms, tag[f"CHAPTER{number:03d}NAME"][0]))
    return found


@pytest.mark.parametrize(
    ("suffix", "read"),
    [("mp3", by_mutagen_id3), ("wav", by_mutagen_id3), ("opus", by_mutagen_comments), ("flac", by_mutagen_comments)],
)
@pytest.mark.parametrize("which", ["hard", "many"])
def test_mutagen_reads_all_chapters_with_links_and_pictures(
    which: str, suffix: str, read: Callable[[Made, str], list[tuple[int, str]]], request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)

    assert read(made, suffix) == wanted(made)


def test_neros_list_holds_255_chapters_and_cuts_titles_at_a_character(hard: Made, many: Made) -> None:
    assert len(by_mutagen_mp4(many, "m4b")) == 255
    titles = [title for _, title in by_mutagen_mp4(hard, "m4b")]
    assert titles[9] == "鯨" * 85
    assert [title for place, title in enumerate(titles) if place != 9] == [
        title for place, title in enumerate(HARD_TITLES) if place != 9
    ]


@needs("mediainfo")
@pytest.mark.parametrize("suffix", ["m4b", "m4a", "opus", "flac"])
def test_mediainfo_reads_all_titles(suffix: str, hard: Made) -> None:
    told = subprocess.run(["mediainfo", str(hard.file(suffix))], capture_output=True, check=True).stdout.decode()

    rows = dict(re.findall(r"^(\d\d:\d\d:\d\d\.\d{3}) +: (.*)$", told, re.MULTILINE))
    titles = [title if suffix in {"opus", "flac"} else cut(title, 255).decode() for title in HARD_TITLES]
    assert list(rows) == [f"00:00:{start / 1000:06.3f}" for start, _ in wanted(hard)]
    assert list(rows.values()) == titles
    assert "Títle" in told


def test_subsections_have_tables_below_the_table_of_contents() -> None:
    from postaloud.model.recording import Chapter
    from postaloud.studio.id3 import to_id3

    levels = (1, 2, 3, 3, 2, 3, 4, 2)
    chapters = [Chapter(1000 * n, 1000 * n + 1000, f"T{n}", level, n) for n, level in enumerate(levels)]

    tag = ID3(BytesIO(to_id3(Tags("Title"), chapters)), translate=False)

    tables = {each.element_id: each.child_element_ids for each in tag.getall("CTOC")}
    assert tables == {
        "toc": ["chp0", "chp1", "toc1", "chp4", "toc4", "chp7"],
        "toc1": ["chp2", "chp3"],
        "toc4": ["chp5", "toc5"],
        "toc5": ["chp6"],
    }
    assert str(tag["CTOC:toc1"].sub_frames["TIT2"]) == "T1"


TAGS = {
    "mp3": {"title": "Títle", "artist": "Ada", "album": "Show", "TDES": "About it."},
    "m4b": {"title": "Títle", "artist": "Ada", "album": "Show", "description": "About it.", "date": "2023-10-18"},
    "opus": {"title": "Títle", "artist": "Ada", "album": "Show", "comment": "About it.", "DATE": "2023-10-18"},
    "flac": {"title": "Títle", "artist": "Ada", "album": "Show", "comment": "About it.", "DATE": "2023-10-18"},
    "wav": {"title": "Títle", "artist": "Ada", "album": "Show", "date": "2023-10-18"},
}
NOTE = "A synthetic voice speaks: espeak, de."


@pytest.mark.parametrize("suffix", TAGS)
def test_ffmpegs_libraries_read_the_tags_of_each_format(suffix: str, single: Made) -> None:
    with av.open(str(single.file(suffix))) as file:
        stream = {key.lower(): value for key, value in file.streams.audio[0].metadata.items()}
        found = {key.lower(): value for key, value in file.metadata.items()} | stream

    assert {key.lower(): value for key, value in TAGS[suffix].items()}.items() <= found.items()
    assert any(NOTE in value for value in found.values())


@pytest.mark.parametrize("suffix", ALL)
def test_the_cover_is_read_back_byte_for_byte(suffix: str, single: Made) -> None:
    file = File(single.file(suffix))
    assert file is not None
    covers: dict[str, Callable[[], bytes]] = {
        "mp3": lambda: file.tags["APIC:"].data,
        "wav": lambda: file.tags["APIC:"].data,
        "flac": lambda: file.pictures[0].data,
        "opus": lambda: b64decode(file["METADATA_BLOCK_PICTURE"][0])[-len(picture()) :],
    }

    cover = covers[suffix]() if suffix in covers else bytes(file["covr"][0])

    assert cover == picture()


def by_ffmpeg(path: Path) -> "array.array[int]":
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-ac", "1", "-"]
    return array.array("h", subprocess.run(command, capture_output=True, check=True).stdout)


def by_pyav(path: Path) -> "array.array[int]":
    with av.open(str(path)) as file:
        resampler = av.AudioResampler("s16", "mono")
        frames = [made for frame in file.decode(audio=0) for made in resampler.resample(frame)]
        return array.array("h", b"".join(bytes(each.planes[0])[: 2 * each.samples] for each in frames))


def by_mpv(path: Path) -> "array.array[int]":
    target = path.with_suffix(f"{path.suffix}.raw")
    options = ["--no-config", "--vo=null", "--vid=no", "--ao=pcm", f"--ao-pcm-file={target}", "--ao-pcm-waveheader=no"]
    sound = ["--audio-channels=mono", "--audio-format=s16"]
    subprocess.run(["mpv", *options, *sound, str(path)], capture_output=True, check=True)
    return array.array("h", target.read_bytes())


def by_libsndfile(path: Path) -> "array.array[int]":
    samples, _ = soundfile.read(str(path), dtype="int16")
    return array.array("h", samples.tobytes())


def by_mpg123(path: Path) -> "array.array[int]":
    return array.array("h", subprocess.run(["mpg123", "-q", "-s", str(path)], capture_output=True, check=True).stdout)


DECODERS = {
    "ffmpeg": (by_ffmpeg, ALL),
    "pyav": (by_pyav, ALL),
    "mpv": (by_mpv, ALL),
    "libsndfile": (by_libsndfile, ("mp3", "opus", "flac", "wav")),
    "mpg123": (by_mpg123, ("mp3",)),
}
MATRIX = [(name, suffix) for name, (_, suffixes) in DECODERS.items() for suffix in suffixes]


@needs("ffmpeg")
@needs("mpv")
@needs("mpg123")
@pytest.mark.parametrize(("decoder", "suffix"), MATRIX)
def test_each_chapter_starts_with_its_click_to_the_millisecond(decoder: str, suffix: str, hard: Made) -> None:
    decode = DECODERS[decoder][0]
    samples = decode(hard.file(suffix))
    rate = rate_of(suffix, decoder)

    heard = [place * 1000 / rate for place in clicks_in(samples, rate)]

    assert heard == pytest.approx([start for start, _ in wanted(hard)], abs=1)


@needs("ffmpeg")
@pytest.mark.parametrize("decoder", ["ffmpeg", "pyav", "libsndfile"])
@pytest.mark.parametrize("suffix", ["mp3", "m4b", "opus", "flac", "wav"])
@pytest.mark.parametrize("which", ["hard", "single"])
def test_every_format_decodes_to_the_same_length(
    which: str, suffix: str, decoder: str, request: pytest.FixtureRequest
) -> None:
    made: Made = request.getfixturevalue(which)
    decode, suffixes = DECODERS[decoder]
    if suffix not in suffixes:
        return
    with wave.open(str(made.file("wav"))) as file:
        samples = file.getnframes()

    found = len(decode(made.file(suffix)))

    assert found == pytest.approx(samples * rate_of(suffix, decoder) / RATE, abs=0.5)


def rate_of(suffix: str, decoder: str) -> int:
    """Return the rate of what a decoder gives; libsndfile halves that of Opus where the sound began as less."""
    return RATE if suffix != "opus" else 24_000 if decoder == "libsndfile" else 48_000


def clicks_in(samples: "array.array[int]", rate: int) -> list[int]:
    """Return where the first loud sample of each click stands."""
    places: list[int] = []
    for place, sample in enumerate(samples):
        if abs(sample) > CLICK // 5 and (not places or place - places[-1] > rate // 10):
            places.append(place)
    return places


@pytest.mark.parametrize("suffix", ["m4b", "opus", "flac", "wav"])
def test_a_format_alone_is_exact_too(suffix: str, workers: Workers, tmp_path: Path) -> None:
    made = make(tmp_path, workers, titled(HARD_TITLES), (suffix,))
    rate = 48_000 if suffix == "opus" else RATE

    heard = [place * 1000 / rate for place in clicks_in(by_pyav(made.file(suffix)), rate)]

    assert heard == pytest.approx([start for start, _ in wanted(made)], abs=1)
