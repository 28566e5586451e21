"""From parts to a finished file: order, cache, exact times, losses."""

import array
import os
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from parts import chapter, plain, say
from peers import needs
from postaloud.errors import EngineError
from postaloud.model.recording import Cast, Recording, Speaker, Take, Takes
from postaloud.model.script import Part, Pause, Role
from postaloud.studio import FolderCache, NoCache, Order, Studio, Tags, formats_of, master, record, record_sample
from postaloud.studio.encoders import Coding, fit_of
from postaloud.studio.mp3 import Mp3
from postaloud.studio.takes import key_of, pack, seconds_for, unpack
from postaloud.workers import Workers, open_workers
from speakers import CLICK, RATE, Clicking, Failing, Hanging, Killed, Slow, Unprepared
from worker_calls import NoWorkers

if TYPE_CHECKING:
    Samples = array.array[int]

ENCODER = Mp3()
PARTS = [chapter(number, *["word"] * (number % 3)) for number in range(1, 9)]


@pytest.fixture
def workers() -> Iterator[Workers]:
    with open_workers(2) as opened:
        yield opened


def studio(workers: Workers, speaker: Speaker | None = None, cache: FolderCache | None = None) -> Studio:
    return Studio(speaker or Clicking(), workers, cache or NoCache())


def make(parts: list[Part], desk: Studio, path: Path) -> Recording:
    order = Order(path.parent, path.stem, formats_of(["mp3"], "standard"), Tags("Title"))
    return master(parts, record(parts, desk), desk, order)[0]


def firsts(takes: Iterable[Takes]) -> list[Take]:
    return [take for (take,) in takes]


def key(part: Part, speaker: Speaker, encoder: Mp3) -> str:
    return key_of(part, speaker, Coding((encoder,), (0,), fit_of([encoder], RATE), RATE))


def decoded(path: Path) -> "Samples":
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-f", "s16le", "-ac", "1", "-"]
    return array.array("h", subprocess.run(command, capture_output=True, check=True).stdout)


def clicks_in(samples: "Samples") -> list[int]:
    places: list[int] = []
    for place, sample in enumerate(samples):
        if abs(sample) > CLICK // 5 and (not places or place - places[-1] > 2_000):
            places.append(place)
    return places


@needs("ffmpeg")
def test_chapters_start_with_their_headings_to_the_millisecond(workers: Workers, tmp_path: Path) -> None:
    recording = make([plain("before"), *PARTS], studio(workers), tmp_path / "a.mp3")

    heard = [place * 1000 / RATE for place in clicks_in(decoded(tmp_path / "a.mp3"))]
    starts = [chapter.start_ms for chapter in recording.chapters]
    assert heard[1:] == pytest.approx(starts[1:], abs=1)


@needs("ffmpeg")
def test_the_decoded_length_is_the_sum_of_the_parts_to_the_sample(workers: Workers, tmp_path: Path) -> None:
    desk = studio(workers)
    takes = firsts(record(PARTS, desk))

    make(PARTS, desk, tmp_path / "a.mp3")

    assert len(decoded(tmp_path / "a.mp3")) == sum(take.samples for take in takes)


def test_chapters_tile_the_recording_and_cues_never_overlap(workers: Workers, tmp_path: Path) -> None:
    recording = make(PARTS, studio(workers), tmp_path / "a.mp3")

    assert recording.chapters[0].start_ms == 0
    assert all(one.end_ms == other.start_ms for one, other in pairwise(recording.chapters))
    assert recording.chapters[-1].end_ms == recording.duration_ms
    assert all(one.end_ms <= other.start_ms for one, other in pairwise(recording.cues))
    assert recording.cues[-1].end_ms <= recording.duration_ms


def test_pauses_last_as_long_as_the_script_says(workers: Workers) -> None:
    part = Part((say("one"), Pause(600), say("two"), Pause(1_000)))

    ((take,),) = record([part], studio(workers))

    assert take.spoken[1].start - take.spoken[0].end == 600 * RATE // 1000
    assert take.samples - take.spoken[1].end == pytest.approx(RATE, abs=300)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_bytes_do_not_depend_on_the_number_of_processes(jobs: int, tmp_path: Path) -> None:
    with open_workers(2) as two:
        make(PARTS, studio(two), tmp_path / "two.mp3")
    with open_workers(jobs) as some:
        make(PARTS, replace(studio(some), ahead=2 * jobs), tmp_path / "some.mp3")

    assert (tmp_path / "some.mp3").read_bytes() == (tmp_path / "two.mp3").read_bytes()


def test_what_the_cache_has_is_not_spoken_again(workers: Workers, tmp_path: Path) -> None:
    first = list(record(PARTS, studio(workers, cache=FolderCache(tmp_path))))

    again = list(record(PARTS, studio(NoWorkers(), cache=FolderCache(tmp_path))))

    assert again == first


def test_only_what_changes_the_sound_changes_the_key() -> None:
    part = plain("one", "two")
    shown = replace(part, lines=(replace(say("one"), shown="1"), *part.lines[1:]), section=3)
    said = replace(part, lines=(replace(say("one"), said="won"), *part.lines[1:]))
    sounding = replace(part, lines=(replace(say("one"), phonemes=(("one", "wʌn"),)), *part.lines[1:]))
    speaker, encoder = Clicking(), ENCODER

    assert key(sounding, speaker, encoder) != key(part, speaker, encoder)
    assert key(shown, speaker, encoder) == key(part, speaker, encoder)
    assert key(said, speaker, encoder) != key(part, speaker, encoder)
    assert key(part, replace(speaker, fingerprint="other"), encoder) != key(part, speaker, encoder)
    assert key(part, speaker, replace(encoder, kbps=80)) != key(part, speaker, encoder)


@pytest.mark.parametrize(
    "harm", [lambda octets: octets[:-1], lambda octets: octets[:0], lambda octets: octets[:60] + b"!" + octets[61:]]
)
def test_a_broken_cache_entry_is_recorded_again_and_said(
    harm: object, workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    part = plain("one")
    ((first,),) = record([part], studio(workers, cache=FolderCache(tmp_path)))
    (entry,) = tmp_path.rglob("*.take")
    entry.write_bytes(harm(entry.read_bytes()))  # type: ignore[operator]

    ((again,),) = record([part], studio(workers, cache=FolderCache(tmp_path)))

    assert again == first
    assert "recorded again" in caplog.text
    assert unpack(entry.read_bytes()) == first


def test_a_cache_that_cannot_be_written_is_said_once_and_costs_nothing(
    workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")

    takes = list(record(PARTS, studio(workers, cache=FolderCache(tmp_path / "file" / "cache"))))

    assert len(takes) == len(PARTS)
    assert caplog.text.count("goes on without it") == 1


def test_a_take_survives_the_way_to_bytes_and_back(workers: Workers) -> None:
    ((take,),) = record([chapter(1, "some words", earcon=True)], studio(workers))

    assert unpack(pack(take)) == take
    assert take.marks == (0,)


@pytest.mark.parametrize("fault", ["crash", "give up", "bug"])
def test_a_word_that_fails_is_spelled_out_and_all_others_are_spoken(fault: str, workers: Workers) -> None:
    part = plain("First sentence.", f"Then a {fault} here.", "Last sentence.")

    ((take,),) = record([part], studio(workers, Failing()))

    assert not any(spoken.is_lost for spoken in take.spoken)
    assert all(spoken.end > spoken.start for spoken in take.spoken)


def test_a_sentence_that_no_voice_can_speak_is_lost_alone_and_not_cached(workers: Workers, tmp_path: Path) -> None:
    part = plain("First sentence.", "\N{SKULL AND CROSSBONES}", "Last sentence.")

    ((take,),) = record([part], studio(workers, Failing(), FolderCache(tmp_path)))

    assert [spoken.is_lost for spoken in take.spoken] == [False, True, False]
    assert not list(tmp_path.rglob("*.take"))


def test_of_a_sentence_that_cannot_be_spoken_whole_only_the_piece_is_lost_and_named(workers: Workers) -> None:
    part = plain("First sentence.", "Then \N{SKULL AND CROSSBONES} came \N{SKULL AND CROSSBONES} aboard.", "Last.")

    ((take,),) = record([part], studio(workers, Failing()))

    assert [spoken.is_lost for spoken in take.spoken] == [False, False, False]
    assert [spoken.unspoken for spoken in take.spoken] == ["", "\N{SKULL AND CROSSBONES} \N{SKULL AND CROSSBONES}", ""]
    assert take.spoken[1].end - take.spoken[1].start == 100 * len("Then came aboard.")
    assert unpack(pack(take)) == take


def test_a_part_whose_process_died_of_something_else_gets_the_same_bytes(workers: Workers, tmp_path: Path) -> None:
    part = plain("First sentence.", "Second sentence.")
    ((undisturbed,),) = record([part], studio(workers, Killed()))

    (tmp_path / "kill").touch()
    ((disturbed,),) = record([part], studio(workers, Killed(str(tmp_path / "kill"))))

    assert not (tmp_path / "kill").exists()
    assert disturbed == undisturbed


@pytest.mark.skipif(os.environ.get("POSTALOUD_EXAMPLES") != "new", reason="waits 20 seconds; .ci/run --long does")
def test_a_sentence_that_hangs_is_ended_in_its_own_time_and_not_in_that_of_its_part(workers: Workers) -> None:
    part = plain(*["A sentence of the length that sentences have."] * 30, "x", "The sentence after it.")
    start = time.monotonic()

    ((take,),) = record([part], studio(workers, Hanging()))

    assert [spoken.is_lost for spoken in take.spoken] == [*[False] * 30, True, False]
    assert time.monotonic() - start < 4 * 5.05 + 3 < seconds_for(part.utterances())


def test_of_a_slow_voice_only_the_changed_sentence_is_spoken_again(workers: Workers, tmp_path: Path) -> None:
    desk = studio(workers, Slow(str(tmp_path / "said")), FolderCache(tmp_path))
    before = plain("First sentence.", "Second sentence.", "Third sentence.")
    after = plain("First sentence.", "Another sentence.", "Third sentence.")
    list(record([before], desk))

    ((take,),) = record([after], desk)
    ((fresh,),) = record([after], studio(workers, Slow(str(tmp_path / "said again"))))

    said = (tmp_path / "said").read_text().splitlines()
    assert sorted(said) == sorted(["First sentence.", "Second sentence.", "Third sentence.", "Another sentence."])
    assert take == fresh
    list(record([after], replace(desk, workers=NoWorkers())))


def test_a_broken_clip_is_spoken_again(workers: Workers, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    desk = studio(workers, Slow(str(tmp_path / "said")), FolderCache(tmp_path))
    ((first,),) = record([plain("Only sentence.")], desk)
    (clip,) = tmp_path.rglob("*.clip")
    (cached,) = tmp_path.rglob("*.take")
    clip.write_bytes(clip.read_bytes()[:-2])
    cached.unlink()

    ((again,),) = record([plain("Only sentence.")], desk)

    assert again == first
    assert "The cached clip" in caplog.text
    assert (tmp_path / "said").read_text().splitlines() == ["Only sentence."] * 2


def test_a_slow_voice_that_fails_on_a_sentence_loses_that_alone(workers: Workers, tmp_path: Path) -> None:
    part = plain("First sentence.", "\N{SKULL AND CROSSBONES}", "Last sentence.")

    ((take,),) = record([part], studio(workers, replace(Failing(), is_slow=True), FolderCache(tmp_path)))

    assert [spoken.is_lost for spoken in take.spoken] == [False, True, False]
    assert len(list(tmp_path.rglob("*.clip"))) == 2
    assert not list(tmp_path.rglob("*.take"))


def test_only_the_voices_that_a_part_needs_decide_its_key(workers: Workers, tmp_path: Path) -> None:
    plain_part, quoting = plain("Nobody is quoted."), Part((replace(say("A quote."), role=Role.QUOTE), Pause(900)))
    cast = Cast(Clicking(), ((Role.QUOTE, replace(Clicking(), fingerprint="other")),))

    alone = list(record([plain_part, quoting], studio(workers, cache=FolderCache(tmp_path))))
    entries = set(tmp_path.rglob("*.take"))
    together = list(record([plain_part, quoting], studio(workers, cast, FolderCache(tmp_path))))

    assert together == alone
    assert len(set(tmp_path.rglob("*.take")) - entries) == 1


def test_a_voice_that_cannot_be_had_is_an_error_and_no_loss(workers: Workers) -> None:
    with pytest.raises(EngineError, match="not installed"):
        list(record(PARTS, studio(workers, Unprepared())))


def test_a_sample_ends_with_the_last_sentence_that_fits(workers: Workers) -> None:
    parts = [plain(*["four letters"] * 10) for _ in range(5)]
    whole = firsts(record(parts, studio(workers)))
    limit_ms = (whole[0].samples + whole[1].spoken[3].end) * 1000 // RATE + 1

    kept, takes = record_sample(parts, studio(workers), limit_ms)

    assert [sum(1 for _ in part.utterances()) for part in kept] == [10, 4]
    first, second = firsts(takes)
    assert first.samples + second.spoken[-1].end <= limit_ms * RATE / 1000


def test_a_sample_is_never_empty(workers: Workers) -> None:
    kept, takes = record_sample([plain("A long sentence.")], studio(workers), 1)

    assert len(list(kept[0].utterances())) == len(takes[0][0].spoken) == 1


def test_a_long_script_is_recorded_in_order_with_little_in_flight(workers: Workers) -> None:
    begun: list[int] = []

    def parts() -> Iterator[Part]:
        for number in range(40):
            begun.append(number)
            yield plain("Word. " * (1 + number % 5))

    lengths: list[int] = []
    for finished, take in enumerate(take for (take,) in record(parts(), studio(workers))):
        assert len(begun) <= finished + 6
        lengths.append(take.spoken[0].end)

    assert lengths == [4_000 + 777 * 6 * (1 + number % 5) for number in range(40)]
