"""Sound files made by tests, and what is in sounds."""

import array
import math
import wave
from pathlib import Path

RATE = 22_050


def tone(seconds: float, hertz: float = 440.0) -> "array.array[int]":
    """Return the samples of a tone."""
    return array.array(
        "h", (round(9_000 * math.sin(2 * math.pi * hertz * n / RATE)) for n in range(round(seconds * RATE)))
    )


def silence(seconds: float) -> "array.array[int]":
    """Return the samples of silence."""
    return array.array("h", bytes(2 * round(seconds * RATE)))


def write_wav(path: Path, *pieces: "array.array[int]") -> Path:
    """Write pieces one behind the other."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        for piece in pieces:
            file.writeframes(piece.tobytes())
    return path


def pitch_of(samples: "array.array[int]", rate: int) -> float:
    """Return the frequency of a tone, from how often it rises through zero."""
    rises = [n for n in range(1, len(samples)) if samples[n - 1] < 0 <= samples[n]]
    return (len(rises) - 1) * rate / (rises[-1] - rises[0])


def onset_s(samples: "array.array[int]", rate: int, loud: int = 2_000) -> float:
    """Return when a sound begins."""
    return next(n for n, sample in enumerate(samples) if abs(sample) > loud) / rate
