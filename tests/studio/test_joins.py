"""Where parts meet: no worse than in a sound that was encoded in one go; and what files of chapters hold."""

import pickle
import struct
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from mutagen.mp4 import MP4

from parts import chapter, plain
from postaloud.model.recording import Chapter, Take
from postaloud.model.script import ChapterMark, Part
from postaloud.speaking import Wanted, open_cast
from postaloud.studio import FolderCache, NoCache, Order, Studio, Tags, encoders_of, formats_of, master, record
from postaloud.studio import wav as wav_module
from postaloud.studio.flac import crc8, crc16, number, renumbered, shifted
from postaloud.studio.mixing import Mix
from postaloud.studio.ogg import checksum
from postaloud.studio.takes import encode_mix, unpack
from postaloud.workers import Workers, open_workers
from speakers import RATE, Clicking
from worker_calls import NoWorkers

Samples = np.ndarray[tuple[int], np.dtype[np.float64]]
PARTS = [
    chapter(1, "The kettle sings before it boils, and then it is too late.", "Wait."),
    chapter(2, "Six cups stand on the shelf.", "Sally sells seven of them."),
    chapter(3, "Pour slowly, stop often, and taste the first sip."),
    plain("That is all there is to say about it."),
]


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with open_workers(2) as opened:
        yield opened


def decoded(path: Path, rate: int = RATE) -> Samples:
    """Return a file's samples, between -1 and 1."""
    with av.open(str(path)) as file:
        resampler = av.AudioResampler("flt", "mono", rate)
        frames = [made for frame in (*file.decode(audio=0), None) for made in resampler.resample(frame)]
        return np.concatenate([frame.to_ndarray().ravel() for frame in frames]).astype(np.float64)


def snr_db(truth: Samples, heard: Samples) -> float:
    """Return how far the error lies under the sound."""
    return float(10 * np.log10(np.sum(truth**2) / np.sum((truth - heard) ** 2)))


@pytest.mark.parametrize("names", [("mp3", "wav"), ("m4b", "wav"), ("mp3", "m4b", "wav"), ("opus", "wav")])
def test_around_a_join_the_noise_is_that_of_a_sound_encoded_in_one_go(
    names: tuple[str, ...], workers: Workers, tmp_path: Path
) -> None:
    chosen = formats_of(names, "standard")
    desk = Studio(open_cast("espeak", Wanted(lang="en-GB"), {}), workers, NoCache(), encoders_of(chosen))
    takes = list(record(PARTS, desk))
    master(PARTS, takes, desk, Order(tmp_path, "joined", chosen, Tags("Title")))
    with av.open(str(tmp_path / "joined.wav")) as file:
        pcm = b"".join(bytes(frame.planes[0])[: 2 * frame.samples] for frame in file.decode(audio=0))
    once = whole_take(pcm, desk)
    master([Part((ChapterMark("All"),))], [once], desk, Order(tmp_path, "once", chosen, Tags("Title")))

    rate = 48_000 if "opus" in names else RATE
    truth = decoded(tmp_path / "joined.wav", rate)
    starts = np.cumsum([several[0].samples for several in takes])[:-1] * rate // RATE
    for name in names[:-1]:
        joined, single = (decoded(tmp_path / f"{each}.{name}", rate) for each in ("joined", "once"))
        for start in starts:
            around = slice(int(start) - rate // 5, int(start) + rate // 2)
            ours, theirs = (snr_db(truth[around], sound[around]) for sound in (joined, single))
            assert ours > theirs - 1
            before = slice(int(start) - rate // 20, int(start) - rate // 100)
            assert np.max(np.abs(joined[before])) < max(2 * np.max(np.abs(single[before])), 0.005)


def whole_take(pcm: bytes, desk: Studio) -> tuple[Take, ...]:
    """Return takes of a sound that is encoded as one part."""
    count = len(pcm) // 2
    coding = desk.leading()._replace(encoders=desk.encoders, phases=(0,) * len(desk.encoders), wants_mix=False)
    answer = pickle.loads(encode_mix(Mix((pcm,), count - coding.fit.tail, count, (), (0,)), coding))
    return tuple(map(unpack, answer.packed))


def test_formats_together_are_the_same_as_with_a_cache_of_some(workers: Workers, tmp_path: Path) -> None:
    def make(folder: Path, names: tuple[str, ...], cache: FolderCache) -> dict[str, bytes]:
        folder.mkdir()
        chosen = formats_of(names, "standard")
        desk = Studio(Clicking(), workers, cache, encoders_of(chosen))
        master(PARTS, record(PARTS, desk), desk, Order(folder, "a", chosen, Tags("Title")))
        return {path.suffix: path.read_bytes() for path in folder.iterdir()}

    fresh = make(tmp_path / "fresh", ("mp3", "m4b", "opus", "flac"), FolderCache(tmp_path / "one"))
    make(tmp_path / "first", ("mp3",), FolderCache(tmp_path / "two"))
    later = make(tmp_path / "later", ("mp3", "m4b", "opus", "flac"), FolderCache(tmp_path / "two"))

    assert later == fresh


def test_what_the_cache_has_in_every_format_is_not_made_again(workers: Workers, tmp_path: Path) -> None:
    chosen = formats_of(("mp3", "m4b", "m4a", "opus"), "standard")
    desk = Studio(Clicking(), workers, FolderCache(tmp_path / "cache"), encoders_of(chosen))
    order = Order(tmp_path, "a", chosen, Tags("Title"))
    master(PARTS, record(PARTS, desk), desk, order)
    first = (tmp_path / "a.m4b").read_bytes()

    idle = Studio(Clicking(), NoWorkers(), FolderCache(tmp_path / "cache"), encoders_of(chosen))
    master(PARTS, record(PARTS, idle), idle, order)

    assert (tmp_path / "a.m4b").read_bytes() == first


@pytest.mark.parametrize("names", [("mp3",), ("mp3", "m4b", "opus", "flac", "wav"), ("opus",)])
def test_files_of_chapters_together_last_as_long_as_the_whole(
    names: tuple[str, ...], workers: Workers, tmp_path: Path
) -> None:
    chosen = formats_of(names, "standard")
    desk = Studio(Clicking(), workers, NoCache(), encoders_of(chosen))

    def named(place: int, mark: Chapter) -> str:
        return f"{place:02d}-{mark.title[-1]}"

    parts = [*PARTS[:3], chapter(4, "last")]
    recording, written = master(parts, record(parts, desk), desk, Order(tmp_path, "a", chosen, Tags("All"), named))

    singles = [each for each in written if each.chapter]
    assert [each.path.name for each in singles] == [
        f"{place:02d}-{place}.{name}" for place in range(1, 5) for name in names
    ]
    for name in names:
        whole = decoded(tmp_path / f"a.{name}")
        pieces = [decoded(each.path) for each in singles if each.form.name == name]
        assert sum(map(len, pieces)) == pytest.approx(len(whole), abs=4 * 1024 if name == "m4b" else 8)
        for piece in pieces:
            assert np.flatnonzero(np.abs(piece) > 0.12)[0] <= RATE // 1000
    assert len(recording.chapters) == 4
    if "m4b" in names:
        tag = MP4(tmp_path / "02-2.m4b")
        assert tag.tags is not None
        assert (tag.tags["\xa9nam"], tag.tags["\xa9alb"], tag.tags["trkn"]) == (["Chapter 2"], ["All"], [(2, 4)])


def test_a_wav_file_over_four_gibibytes_is_rf64(
    workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wav_module, "LARGEST", 100_000)
    chosen = formats_of(("wav",), "standard")
    desk = Studio(Clicking(), workers, NoCache(), encoders_of(chosen))

    master(PARTS, record(PARTS, desk), desk, Order(tmp_path, "a", chosen, Tags("Title")))

    octets = (tmp_path / "a.wav").read_bytes()
    assert octets[:4] == b"RF64"
    assert octets[12:16] == b"ds64"
    whole, size, samples = struct.unpack_from("<QQQ", octets, 20)
    assert (whole, size) == (len(octets) - 8, 2 * samples)
    assert len(decoded(tmp_path / "a.wav")) == samples


@pytest.mark.parametrize("value", [0, 127, 128, 0x7FF, 0x800, 0xFFFF, 0x10000, 2**21, 2**26, 2**31, 2**36 - 1])
def test_numbers_are_written_as_utf_8_writes_characters(value: int) -> None:
    written = number(value)

    if value < 0x110000 and not 0xD800 <= value < 0xE000:
        assert written == chr(value).encode()
    assert len(written) == 1 + sum(value >= 1 << bits for bits in (7, 11, 16, 21, 26, 31))


def test_the_checksums_are_those_of_their_standards() -> None:
    assert crc8(b"123456789") == 0xF4
    assert crc16(b"123456789") == 0xFEE8
    assert checksum(b"123456789") == 0x89A1897F


@pytest.mark.parametrize("zeros", [0, 1, 7, 1_000, 32_766, 32_767, 70_000])
def test_a_checksum_is_shifted_as_zeros_would(zeros: int) -> None:
    assert shifted(crc16(b"sound"), zeros) == crc16(b"sound" + bytes(zeros))


@pytest.mark.parametrize("sample", [0, 5, 200, 2**20, 2**33])
def test_a_frame_keeps_its_checksums_with_another_number(sample: int, workers: Workers) -> None:
    chosen = formats_of(("flac",), "standard")
    ((take,),) = record([plain("words")], Studio(Clicking(), workers, NoCache(), encoders_of(chosen)))

    samples, frame = renumbered(take.packets[: take.sizes[0]], sample)

    assert crc16(frame[:-2]) == int.from_bytes(frame[-2:], "big")
    assert samples == min(take.samples, 2304)
    assert frame[4 : 4 + len(number(sample))] == number(sample)
