"""Samples in, packets out: AAC, Opus, FLAC and plain samples. MP3 has a module of its own (`mp3.py`).

AAC and Opus are encoded between silent frames, and only the packets of the part are kept: those in front give the
encoder the state that a decoder has after the silence which ends every part, so that packets of parts can be joined.
"""

import sys
from array import array
from dataclasses import dataclass

from postaloud.studio.coding import Codec, coded
from postaloud.studio.encoders import Packets, Sound, frames_of


@dataclass(frozen=True, slots=True)
class Aac:
    """AAC-LC by FFmpeg's quick coder, which overshoots: 56 kbit/s gives about 65."""

    kbps: int = 56
    is_lossless: bool = False

    @property
    def fingerprint(self) -> str:
        """All that decides the packets besides the samples."""
        return f"aac fast {self.kbps} 1"

    def grid(self, rate: int) -> int:  # noqa: ARG002 - it is the same for all rates
        """Return the samples of a frame."""
        return 1024

    def ends_on(self, rate: int) -> int:
        """Return a frame: FFmpeg does not cut a frame where an edit list ends within it."""
        return self.grid(rate)

    def padding(self, rate: int) -> int:
        """Return two frames: one decodes the last whole frame of samples, one what is left."""
        return 2 * self.grid(rate)

    def encode(self, sound: Sound, rate: int) -> Packets:
        """Encode the part's frames; a packet sounds together with the one behind it."""
        codec = Codec("aac", rate, "fltp", {"aac_coder": "fast"}, self.kbps * 1000)
        return _tiled(sound, rate, codec, Tile(grid=1024, silent=4))


@dataclass(frozen=True, slots=True)
class Opus:
    """Opus for speech at full complexity, which still takes less time than `opusenc`."""

    kbps: int = 32
    is_lossless: bool = False

    @property
    def fingerprint(self) -> str:
        """All that decides the packets besides the samples."""
        return f"libopus voip {self.kbps} 1"

    def grid(self, rate: int) -> int:
        """Return the samples of a frame of 20 ms; every rate that a voice has is a multiple of 50."""
        return rate // 50

    def ends_on(self, rate: int) -> int:  # noqa: ARG002 - a file may end with any sample
        """Return 1."""
        return 1

    def padding(self, rate: int) -> int:
        """Return the 80 ms in which a decoder comes into the state of the encoder (RFC 7845, 4.6)."""
        return 4 * self.grid(rate)

    def encode(self, sound: Sound, rate: int) -> Packets:
        """Encode the part's frames."""
        options = {"application": "voip", "compression_level": "10", "frame_duration": "20"}
        codec = Codec("libopus", 24_000 if rate <= 24_000 else 48_000, "s16", options, self.kbps * 1000)
        return _tiled(sound, rate, codec, Tile(grid=self.grid(rate), silent=8))


@dataclass(frozen=True, slots=True)
class Flac:
    """Every sample as it is, in half the space."""

    level: int = 5
    is_lossless: bool = True

    @property
    def fingerprint(self) -> str:
        """All that decides the packets besides the samples."""
        return f"flac {self.level} 1"

    def grid(self, rate: int) -> int:  # noqa: ARG002 - any length can be encoded
        """Return 1: a part may end with any sample."""
        return 1

    def ends_on(self, rate: int) -> int:  # noqa: ARG002 - a file may end with any sample
        """Return 1."""
        return 1

    def padding(self, rate: int) -> int:  # noqa: ARG002 - no rate needs any
        """Return 0."""
        return 0

    def encode(self, sound: Sound, rate: int) -> Packets:
        """Encode the part in frames of any length, numbered from 0; whoever joins them numbers them anew."""
        codec = Codec("flac", rate, "s16", {"compression_level": str(self.level)})
        return _packed(coded(sound.octets(0, sound.length), rate, codec) if sound.length else [])


@dataclass(frozen=True, slots=True)
class Plain:
    """Every sample as it is."""

    is_lossless: bool = True
    fingerprint: str = "pcm s16le 1"

    def grid(self, rate: int) -> int:  # noqa: ARG002 - any length can be written
        """Return 1: a part may end with any sample."""
        return 1

    def ends_on(self, rate: int) -> int:  # noqa: ARG002 - a file may end with any sample
        """Return 1."""
        return 1

    def padding(self, rate: int) -> int:  # noqa: ARG002 - no rate needs any
        """Return 0."""
        return 0

    def encode(self, sound: Sound, rate: int) -> Packets:  # noqa: ARG002 - samples stay what they are
        """Return the samples with the lower byte first."""
        octets = sound.octets(0, sound.length)
        if sys.byteorder == "big":
            samples = array("h", octets)
            samples.byteswap()
            octets = samples.tobytes()
        return Packets(octets)


@dataclass(frozen=True, slots=True)
class Tile:
    """How a part is cut out of what an encoder makes of it."""

    grid: int
    silent: int
    """Silent frames in front of the part and behind it."""


def _tiled(sound: Sound, rate: int, codec: Codec, tile: Tile) -> Packets:
    own = frames_of(sound, tile.grid)
    pcm = sound.octets(tile.silent * tile.grid + sound.phase, (own + 2 * tile.silent) * tile.grid)
    return _packed(coded(pcm, rate, codec)[tile.silent : tile.silent + own])


def _packed(packets: list[bytes]) -> Packets:
    return Packets(b"".join(packets), tuple(map(len, packets)))
