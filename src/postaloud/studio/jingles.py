"""A piece of music in, its take out: what is heard in front of an article and behind it."""

import io
from pathlib import Path

from postaloud.errors import UsageError
from postaloud.model.recording import Take
from postaloud.studio.earcons import open_pydub
from postaloud.studio.mixing import SAMPLE, Mix
from postaloud.studio.mp3 import Mp3
from postaloud.studio.takes import encoded, pack, unpack
from postaloud.workers import Call, Crash, Workers

GAP_MS = 700
"""Silence between music and words."""
FADE_MS = 15
"""So short that nothing of the music is lost, and long enough that a cut makes no click."""
LONGEST_MS = 120_000
LARGEST = 100_000_000
"""Bytes."""


def record_jingle(path: Path, rate: int, encoder: Mp3, workers: Workers) -> Take:
    """Return the take of a WAV file, in the voice's rate; raises `UsageError` where it is none or too long."""
    try:
        octets = path.read_bytes() if path.stat().st_size <= LARGEST else b""
        return unpack(workers.submit(Call(encode_jingle, (octets, rate, encoder), seconds=60)).result())
    except OSError as error:
        raise UsageError(f"Cannot open {path}: {error.strerror}. See intro and outro in [sound].") from error
    except Crash as crash:
        raise UsageError(f"{path} is no WAV file of at most two minutes. See intro and outro in [sound].") from crash


def encode_jingle(octets: bytes, rate: int, encoder: Mp3) -> bytes:
    """Return the bytes of a jingle's take; runs in a worker process."""
    segments, _ = open_pydub()
    sound = segments.AudioSegment.from_wav(io.BytesIO(octets))
    if len(sound) > LONGEST_MS:
        raise ValueError("too long")
    sound = sound.set_channels(1).set_sample_width(SAMPLE).set_frame_rate(rate).fade_in(FADE_MS).fade_out(FADE_MS)
    samples = len(sound.raw_data) // SAMPLE
    mixed = Mix((sound.raw_data,), samples, samples + GAP_MS * rate // 1000, (), ())
    return pack(encoded(mixed, rate, encoder))
