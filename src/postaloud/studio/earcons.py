"""Kinds of earcons in, their sound out: short, soft sounds, made with pydub once and kept in the cache."""

import warnings
from collections.abc import Mapping
from functools import cache
from types import ModuleType
from typing import NamedTuple

from postaloud.model.script import EarconKind

VERSION = "1"
"""Part of every take's key; changes when any sound changes."""
DBFS = -35.0
"""14 dB under speech at -21 LUFS."""
GAP_MS = 120
"""Silence behind the sound, so that the words stand clear of it."""


class Tone(NamedTuple):
    """One note of an earcon."""

    hertz: float
    ms: int


MELODIES: Mapping[EarconKind, tuple[Tone, ...]] = {
    EarconKind.SECTION: (Tone(523.25, 90), Tone(783.99, 140)),
    EarconKind.ITEM: (Tone(880.0, 120),),
    EarconKind.IMAGE: (Tone(659.26, 80), Tone(659.26, 100)),
    EarconKind.QUOTE: (Tone(587.33, 80), Tone(493.88, 100)),
    EarconKind.END: (Tone(783.99, 100), Tone(523.25, 150)),
}


@cache
def earcon(kind: EarconKind, rate: int) -> bytes:
    """Return an earcon as 16-bit mono samples; it sounds at once and ends in silence."""
    pydub, generators = open_pydub()
    sound = pydub.AudioSegment.empty().set_frame_rate(rate)
    for tone in MELODIES[kind]:
        note = generators.Sine(tone.hertz, sample_rate=rate).to_audio_segment(duration=tone.ms)
        sound += note.fade_in(4).fade_out(tone.ms // 2)
    sound = sound.set_frame_rate(rate).set_channels(1)
    silence = pydub.AudioSegment.silent(GAP_MS, frame_rate=rate)
    samples: bytes = (sound.apply_gain(DBFS - sound.dBFS) + silence).raw_data
    return samples


def open_pydub() -> tuple[ModuleType, ModuleType]:
    """Import pydub, which warns about a missing ffmpeg that we do not need, and of invalid escapes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import pydub
        from pydub import generators
    return pydub, generators
