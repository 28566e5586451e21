"""A piece of music in, its take out: what is heard in front of an article and behind it."""

import io
import pickle
from pathlib import Path

from postaloud.errors import UsageError
from postaloud.model.script import Part
from postaloud.studio.earcons import open_pydub
from postaloud.studio.encoders import Coding
from postaloud.studio.mixing import SAMPLE, Mix
from postaloud.studio.record import Recorded, Studio
from postaloud.studio.takes import encode_mix, unpack
from postaloud.workers import Call, Crash

GAP_MS = 700
"""Silence between music and words."""
FADE_MS = 15
"""So short that nothing of the music is lost, and long enough that a cut makes no click."""
LONGEST_MS = 120_000
LARGEST = 100_000_000
"""Bytes."""


def record_jingle(path: Path, studio: Studio) -> Recorded:
    """Return a WAV file recorded, as a part without lines; raises `UsageError` where it is none or too long."""
    try:
        octets = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        call = Call(encode_jingle, (octets, studio.leading()), seconds=60)
        answer = pickle.loads(studio.workers.submit(call).result())
    except OSError as error:
        raise UsageError(f"Cannot open {path}: {error.strerror}. See intro and outro in [sound].") from error
    except Crash as crash:
        wanted = "no WAV file of at most two minutes with anything to hear in it"
        raise UsageError(f"{path} is {wanted}. See intro and outro in [sound].") from crash
    return Recorded(Part(()), tuple(map(unpack, answer.packed)), answer.mix)


def encode_jingle(octets: bytes, coding: Coding) -> bytes:
    """Return a worker's answer with the takes of a jingle."""
    segments, _ = open_pydub()
    sound = segments.AudioSegment.from_wav(io.BytesIO(octets))
    if len(sound) > LONGEST_MS:
        raise ValueError("too long")
    if not sound.max:
        raise ValueError("silent")
    sound = (
        sound.set_channels(1).set_sample_width(SAMPLE).set_frame_rate(coding.rate).fade_in(FADE_MS).fade_out(FADE_MS)
    )
    samples = len(sound.raw_data) // SAMPLE
    mixed = Mix((sound.raw_data,), samples, samples + GAP_MS * coding.rate // 1000, (), ())
    return encode_mix(mixed, coding)
