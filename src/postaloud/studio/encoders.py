"""Samples in, packets out: what every encoder promises, and how parts are cut so that their packets can be joined.

All formats of an article share one timeline. The first encoder decides it: its parts last whole frames, so that their
packets depend on nothing but the part. The frames of the others lie across the parts' borders, and so their packets
depend on the phase too, which is how far behind the start of a frame a part begins.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from postaloud.studio.mixing import SAMPLE

TAIL = 2_304
"""Silent samples that end every part of a lossy format: its last frames fade out, and the next part's take over."""


class Sound(NamedTuple):
    """The sound of a part, and the stretch of the timeline that it fills with silence behind it."""

    pieces: tuple[bytes, ...]
    """16-bit mono samples, one piece behind the other."""
    samples: int
    """Samples in all pieces."""
    length: int
    """Samples on the timeline."""
    phase: int = 0
    """Samples from the start of a frame to the start of the part."""

    def octets(self, before: int, length: int) -> bytes:
        """Return the samples with silence in front of them and behind them."""
        sound = b"".join((bytes(before * SAMPLE), *self.pieces))
        return sound.ljust(length * SAMPLE, b"\0")


class Packets(NamedTuple):
    """What an encoder made of a sound."""

    octets: bytes
    sizes: tuple[int, ...] = ()
    """The length of each packet, where a container wants them one by one."""


class Encoder(Protocol):
    """A codec with its settings."""

    @property
    def fingerprint(self) -> str:
        """All that decides the packets besides the samples."""
        ...

    @property
    def is_lossless(self) -> bool:
        """Whether any stretch of samples can be a part."""
        ...

    def grid(self, rate: int) -> int:
        """Return the samples of a frame, on a timeline of `rate` samples a second."""
        ...

    def ends_on(self, rate: int) -> int:
        """Return of how many samples a file must be a multiple, so that every reader finds its exact length."""
        ...

    def padding(self, rate: int) -> int:
        """Return the silent samples that a file needs at its ends."""
        ...

    def encode(self, sound: Sound, rate: int) -> Packets:
        """Encode the frames that start within a part; runs in a worker process."""
        ...


class Fit(NamedTuple):
    """How the length of a part on the timeline is chosen."""

    grid: int
    tail: int

    def length(self, sound: int, wanted: int) -> int:
        """Return whole frames, as near to `wanted` samples as the sound and the silence behind it allow."""
        least = -(-(sound + self.tail) // self.grid)
        return max(least, round(wanted / self.grid)) * self.grid


def fit_of(encoders: Sequence[Encoder], rate: int) -> Fit:
    """Return what the first encoder, which decides the timeline, asks of every part."""
    return Fit(encoders[0].grid(rate), 0 if encoders[0].is_lossless else TAIL)


def frames_of(sound: Sound, grid: int) -> int:
    """Return how many frames start within a part."""
    return (sound.phase + sound.length) // grid


class Coding(NamedTuple):
    """What a worker is to make of a part."""

    encoders: tuple[Encoder, ...]
    phases: tuple[int, ...]
    """One for each encoder."""
    fit: Fit
    rate: int
    """Samples a second of the timeline."""
    wants_mix: bool = False
    """Whether the samples themselves are wanted too."""
