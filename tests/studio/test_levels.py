"""Voices that are brought to the loudness of the recording."""

import array
import math
from pathlib import Path

import pytest

from postaloud.model.loudness import Loudness
from postaloud.model.recording import Cast
from postaloud.model.script import Role
from postaloud.studio.cache import FolderCache
from postaloud.studio.calibrating import Tuning, tuned
from postaloud.studio.levels import Levelled, levelled
from postaloud.studio.loudness import SILENT_LUFS, integrated
from postaloud.workers import open_workers
from speakers import RATE, Clicking, Humming


def gain_of(voice: object) -> float:
    assert isinstance(voice, Levelled)
    return voice.gain_db


@pytest.mark.parametrize("own", [-24.0, -21.0, -14.0])
def test_a_voice_is_raised_or_lowered_by_one_gain(own: float) -> None:
    voice = levelled(Clicking(), own, Loudness())

    assert (voice.gain_db > 0) == (own < -19)
    assert f"{voice.gain_db:+.2f} dB" in voice.fingerprint
    assert (voice.rate, voice.label, voice.is_slow) == (RATE, "clicks", False)


def test_a_voice_that_says_nothing_has_no_gain() -> None:
    assert levelled(Clicking(), SILENT_LUFS, Loudness()).gain_db == 0


def test_silence_has_no_loudness() -> None:
    assert integrated(bytes(2 * RATE), RATE) == SILENT_LUFS


@pytest.mark.parametrize("rate", [16_000, 22_050, 48_000])
def test_a_tone_of_a_kilohertz_is_as_loud_as_the_standard_says(rate: int) -> None:
    waves = (3_276.7 * math.sin(2 * math.pi * 997 * at / rate) for at in range(3 * rate))

    assert integrated(array.array("h", map(int, waves)).tobytes(), rate) == pytest.approx(-23.01, abs=0.05)


def test_an_unknown_voice_is_measured_once_and_its_loudness_kept(tmp_path: Path) -> None:
    cache = FolderCache(tmp_path)
    with open_workers() as workers:
        first = gain_of(tuned(Humming(level=0.05), Tuning(), workers, cache))
        (kept,) = tmp_path.rglob("*.level")
        again = gain_of(tuned(Humming(level=0.05), Tuning(), workers, cache))
        kept.write_bytes(b"broken")
        mended = gain_of(tuned(Humming(level=0.05), Tuning(), workers, cache))
        louder = gain_of(tuned(Humming(level=0.5), Tuning(), workers, cache))

    assert first == again == mended
    assert first > louder + 15


def test_every_voice_of_a_cast_has_a_gain_of_its_own(tmp_path: Path) -> None:
    cast = Cast(Humming(level=0.05), ((Role.QUOTE, Humming(level=0.5)),))
    with open_workers() as workers:
        voices = tuned(cast, Tuning(), workers, FolderCache(tmp_path))

    assert isinstance(voices, Cast)
    assert gain_of(voices.narrator) > gain_of(voices.others[0][1])


def test_a_volume_that_was_asked_for_is_not_tuned_away(tmp_path: Path) -> None:
    with open_workers() as workers:
        whole = gain_of(tuned(Humming(level=0.5), Tuning(), workers, FolderCache(tmp_path)))
        half = gain_of(tuned(Humming(level=0.25), Tuning(volume_percent=50), workers, FolderCache(tmp_path)))

    assert half == pytest.approx(whole, abs=0.1)
