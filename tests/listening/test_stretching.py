import array
from pathlib import Path

import pytest

from parts import chapter
from postaloud import studio
from postaloud.listening.stretching import BrokenSound, chapters_in, stretched
from postaloud.studio.encoders import Coding, fit_of
from postaloud.studio.mixing import mix
from postaloud.studio.takes import encoded
from sounds import RATE, onset_s, pitch_of, silence, tone, write_wav
from speakers import Clicking

OUT = 44_100


def heard(path: Path, at_ms: int = 0, rate_percent: int = 100) -> "array.array[int]":
    """Return the samples that a listener gets."""
    return array.array("h", b"".join(stretched(path, at_ms, rate_percent, OUT)))


@pytest.mark.parametrize("rate_percent", [50, 80, 100, 110, 150, 200, 300, 400])
def test_a_speed_changes_the_length_and_not_the_pitch(tmp_path: Path, rate_percent: int) -> None:
    samples = heard(write_wav(tmp_path / "tone.wav", tone(4)), rate_percent=rate_percent)

    assert len(samples) / OUT == pytest.approx(4 / rate_percent * 100, rel=0.03)
    assert pitch_of(samples[OUT // 10 : -OUT // 10], OUT) == pytest.approx(440, rel=0.02)


@pytest.mark.parametrize("at_ms", [0, 1_000, 2_345, 2_990])
def test_a_file_is_played_from_the_very_place_that_is_asked_for(tmp_path: Path, at_ms: int) -> None:
    path = write_wav(tmp_path / "late.wav", silence(3), tone(1))

    assert onset_s(heard(path, at_ms), OUT) == pytest.approx(3 - at_ms / 1000, abs=0.005)


@pytest.mark.parametrize("sentence", range(4))
def test_a_part_of_ours_is_played_from_each_of_its_sentences(tmp_path: Path, sentence: int) -> None:
    mixed = mix(chapter(1, "One.", "Two is longer.", "Three."), Clicking(), RATE)
    (take,) = encoded(mixed, Coding((studio.SINGLE,), (0,), fit_of([studio.SINGLE], RATE), RATE))
    path = tmp_path / "part.mp3"
    path.write_bytes(b"".join(studio.to_file(take, RATE)))
    whole = len(heard(path)) / OUT
    start_ms = mixed.spoken[sentence].start * 1000 // RATE

    rest = len(heard(path, start_ms)) / OUT

    assert onset_s(heard(path), OUT) == pytest.approx(0, abs=0.005)
    assert rest == pytest.approx(whole - start_ms / 1000, abs=0.005)


def test_a_place_behind_the_end_is_silence(tmp_path: Path) -> None:
    assert not heard(write_wav(tmp_path / "tone.wav", tone(0.2)), at_ms=5_000)


@pytest.mark.parametrize("octets", [b"", b"no sound at all", b"\xff\xfb" + bytes(50)])
def test_a_file_that_is_no_sound_is_refused_with_a_reason(tmp_path: Path, octets: bytes) -> None:
    path = tmp_path / "broken.mp3"
    path.write_bytes(octets)

    with pytest.raises(BrokenSound, match=r"."):
        heard(path)
    with pytest.raises(BrokenSound, match=r"."):
        chapters_in(path)


def test_a_file_without_chapters_has_its_length(tmp_path: Path) -> None:
    assert chapters_in(write_wav(tmp_path / "tone.wav", tone(2))) == (2_000, [])
