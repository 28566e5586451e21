"""Samples in, MP3 frames out, and the frame in front of them that tells a player their exact length.

Parts are encoded one by one with a fresh encoder each, so that their frames can be joined in any order. Everything here
counts on what LAME does with n samples: at half rates it writes ceil(n / 576) + 2 frames, at full rates ceil(n / 1152)
+ 1, and the first sample sounds 1,105 samples after the first frame's start. A player that reads our Info frame drops
these 1,105 samples once, at the file's start.
"""

import struct
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from postaloud.studio.encoders import Packets, Sound, frames_of
from postaloud.studio.mixing import SAMPLE

ENCODER_DELAY = 576
LAME_VERSION = b"LAME3.100"
CRC_PERIOD = 32_767
"""Bytes after which the music CRC's polynomial, (x + 1)(x^15 + x + 1), repeats itself."""


class Layer(NamedTuple):
    """What the two versions of MPEG do differently in a mono frame of Layer III."""

    frame: int
    """Samples."""
    closing: int
    """Silent frames at the end of a part or a file, which carry the delay."""
    version: int
    """The second byte of each frame."""
    rates: tuple[int, int, int]
    bit_rates: tuple[int, ...]
    side_information: int
    """Bytes in front of what is encoded."""


MPEG_1 = Layer(1152, 1, 0xFB, (44_100, 48_000, 32_000), (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224), 17)
MPEG_2 = Layer(
    576, 2, 0xF3, (22_050, 24_000, 16_000), (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160), 9
)


@dataclass(frozen=True, slots=True)
class Mp3:
    """Constant bit rate, mono. 64 kbit/s at quality 7 is the cheapest speech that listeners take for clean."""

    kbps: int = 64
    quality: int = 7
    is_lossless: bool = False

    @property
    def fingerprint(self) -> str:
        """All that decides the bytes besides the samples."""
        return f"{LAME_VERSION.decode()} {self.kbps} {self.quality}"

    def grid(self, rate: int) -> int:
        """Return the samples of a frame."""
        return layer_of(rate).frame

    def ends_on(self, rate: int) -> int:  # noqa: ARG002 - the Info frame tells the length
        """Return 1."""
        return 1

    def padding(self, rate: int) -> int:
        """Return the samples of the frames that carry the delay behind the last part."""
        layer = layer_of(rate)
        return layer.closing * layer.frame

    def encode(self, sound: Sound, rate: int) -> Packets:
        """Encode a part into whole frames, none of which needs a frame before it."""
        import lameenc

        layer = layer_of(rate)
        encoder = lameenc.Encoder()
        encoder.set_bit_rate(self.kbps)
        encoder.set_in_sample_rate(rate)
        encoder.set_channels(1)
        encoder.set_quality(self.quality)
        encoder.silence()
        samples = (frames_of(sound, layer.frame) - layer.closing) * layer.frame
        closing = bytes((samples - sound.phase - sound.samples) * SAMPLE)
        pieces = (b"", bytes(sound.phase * SAMPLE), *sound.pieces, closing)  # it flushes only what it has begun
        return Packets(b"".join([*(bytes(encoder.encode(piece)) for piece in pieces), bytes(encoder.flush())]))

    def info_frame(self, rate: int, samples: int, size: int, music_crc: int) -> bytes:
        """Return the Info frame for `samples` on the timeline in `size` bytes of frames, its own left out.

        The layout is LAME's extension of the Xing header; what it does not know is left zero.
        """
        layer = layer_of(rate)
        frames = samples // layer.frame + layer.closing
        padding = frames * layer.frame - samples - ENCODER_DELAY
        length = layer.frame // 8 * self.kbps * 1000 // rate
        table_of_contents = bytes(i * 255 // 99 for i in range(100))
        head = self._header(rate) + bytes(layer.side_information)
        xing = struct.pack(
            ">4sLLL100sL", b"Info", 15, frames, size + length, table_of_contents, 100 - 10 * self.quality
        )
        lame = struct.pack(
            ">9sBB8sBB3sBBHLH",
            LAME_VERSION,
            1,  # tag revision 0, constant bit rate
            0,
            bytes(8),
            0,
            self.kbps,
            (ENCODER_DELAY << 12 | padding).to_bytes(3, "big"),
            0,
            0,
            0,
            size + length,
            music_crc,
        )
        body = head + xing + lame
        return (body + struct.pack(">H", crc16(body))).ljust(length, b"\0")

    def _header(self, rate: int) -> bytes:
        layer = layer_of(rate)
        third = layer.bit_rates.index(self.kbps) << 4 | layer.rates.index(rate) << 2
        return bytes((0xFF, layer.version, third, 0xC0))


def layer_of(rate: int) -> Layer:
    """Return the version of MPEG that has a rate."""
    return MPEG_1 if rate in MPEG_1.rates else MPEG_2


class MusicCrc:
    """The CRC-16 of all frames, as the LAME tag wants it, at a cost that does not grow with Python's slowness.

    The polynomial's powers repeat after 32,767 bytes, so blocks of that length are folded into one by exclusive or.
    """

    def __init__(self) -> None:
        self._folded = 0
        self._pending = b""
        self._length = 0

    def update(self, frames: bytes) -> None:
        """Take in the next bytes."""
        self._length += len(frames)
        frames = self._pending + frames
        whole = len(frames) - len(frames) % CRC_PERIOD
        for start in range(0, whole, CRC_PERIOD):
            self._folded ^= int.from_bytes(frames[start : start + CRC_PERIOD], "big")
        self._pending = frames[whole:]

    def value(self) -> int:
        """Return the CRC of everything so far."""
        block = self._folded ^ int.from_bytes(self._pending.ljust(CRC_PERIOD, b"\0"), "big")
        folded = block.to_bytes(CRC_PERIOD, "big")
        turn = self._length % CRC_PERIOD
        return crc16(folded[turn:] + folded[:turn])


def crc16(octets: bytes) -> int:
    """Return the CRC-16 with the polynomial x^16 + x^15 + x^2 + 1, bits reflected, started at zero (CRC-16/ARC)."""
    table, crc = _crc_table(), 0
    for octet in octets:
        crc = crc >> 8 ^ table[(crc ^ octet) & 0xFF]
    return crc


@cache
def _crc_table() -> tuple[int, ...]:
    return tuple(_crc_of_octet(octet) for octet in range(256))


def _crc_of_octet(crc: int) -> int:
    for _ in range(8):
        crc = crc >> 1 ^ (0xA001 if crc & 1 else 0)
    return crc
