"""A WAV file of any engine in, mono 16-bit samples of one rate out."""

import sys
import wave
from array import array
from pathlib import Path

from postaloud.errors import EngineError


def read_wav(path: Path, rate: int) -> bytes:
    """Return a file's samples; raises `EngineError` for a file that is not complete or not of 8 or 16 bits."""
    try:
        with wave.open(str(path), "rb") as file:
            frames = file.getnframes()
            content = file.readframes(frames)
            width, channels, its_rate = file.getsampwidth(), file.getnchannels(), file.getframerate()
    except (OSError, EOFError, wave.Error) as error:
        raise EngineError(f"The system's voice wrote no WAV file that can be read: {error}.") from error
    if len(content) != frames * width * channels:
        raise EngineError("The system's voice wrote only a part of its WAV file.")
    return _at_rate(_samples(content, width)[::channels], its_rate, rate).tobytes()


def _samples(content: bytes, width: int) -> "array[int]":
    if width == 1:
        return array("h", ((byte - 128) << 8 for byte in content))
    if width != 2:
        raise EngineError(f"The system's voice wrote samples of {8 * width} bits, and only 8 and 16 can be used.")
    samples = array("h", content)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _at_rate(samples: "array[int]", its_rate: int, rate: int) -> "array[int]":
    """Read between the samples on straight lines; most systems' voices speak at 22,050 Hz anyway."""
    if its_rate == rate or not samples:
        return samples
    last = len(samples) - 1
    places = (at * its_rate / rate for at in range(len(samples) * rate // its_rate))
    pairs = ((int(place), place % 1) for place in places)
    return array("h", (int(samples[at] * (1 - part) + samples[min(at + 1, last)] * part) for at, part in pairs))
