"""Samples that are made louder, and held down only where they would exceed the ceiling."""

import array
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from postaloud.studio.limiter import BLOCK, LOUDEST, amplified

RATE = 22_050


def tone(seconds: float, level: float) -> bytes:
    """Return a sine of 220 Hz, `level` of full scale."""
    count = int(seconds * RATE)
    waves = (level * LOUDEST * math.sin(2 * math.pi * 220 * at / RATE) for at in range(count))
    return array.array("h", map(int, waves)).tobytes()


def samples(pcm: bytes) -> "array.array[int]":
    return array.array("h", pcm)


def test_what_stays_below_the_ceiling_is_only_multiplied() -> None:
    quiet = tone(0.5, 0.2)

    louder = samples(amplified(quiet, 2, 0.9))

    assert all(abs(after - 2 * before) <= 1 for before, after in zip(samples(quiet), louder, strict=True))


def test_a_peak_is_held_down_and_nothing_else() -> None:
    loud, quiet = tone(0.1, 0.8), tone(0.3, 0.2)

    held = samples(amplified(quiet + loud + quiet, 1.5, 0.9))

    assert max(map(abs, held)) <= 0.9 * LOUDEST + 1
    assert max(map(abs, held)) > 0.85 * LOUDEST
    untouched = len(quiet) // 2 - 2 * BLOCK
    assert all(abs(a - 1.5 * b) <= 1 for a, b in zip(held[:untouched], samples(quiet)[:untouched], strict=True))


@pytest.mark.parametrize("count", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 3 * BLOCK])
def test_no_sample_is_lost(count: int) -> None:
    pcm = array.array("h", [LOUDEST] * count).tobytes()

    assert len(amplified(pcm, 2, 0.5)) == len(pcm)


@given(st.lists(st.integers(-LOUDEST - 1, LOUDEST), max_size=2000), st.floats(0.3, 4), st.floats(0.3, 1))
def test_no_sample_exceeds_the_ceiling(values: list[int], gain: float, ceiling: float) -> None:
    held = samples(amplified(array.array("h", values).tobytes(), gain, ceiling))

    assert max(map(abs, held), default=0) <= ceiling * LOUDEST + 2
