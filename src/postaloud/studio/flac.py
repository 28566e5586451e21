"""Takes in, a FLAC file out (RFC 9639): frames of all takes, counted by their samples instead of from 0 in each.

A frame's header holds its number and a checksum of its own, and the frame closes with one of the whole. Both are worked
out without reading the sound again, since a checksum of two strings follows from those of each.
"""

import struct
from collections.abc import Sequence
from functools import cache
from typing import BinaryIO

from postaloud.model.recording import Chapter, Take
from postaloud.studio.files import About
from postaloud.studio.ogg import packets_of
from postaloud.studio.vorbis import to_comments, to_picture

COMMENTS, PICTURE = 4, 6
LAST = 0x80
POLYNOMIAL = 0x18005
PERIOD = 32_767
"""Bytes of zeros after which a CRC-16 is what it was."""
_SIZES = {1: 192, **{code: 576 << code - 2 for code in range(2, 6)}, **{code: 256 << code - 8 for code in range(8, 16)}}
"""Samples of a frame, by the code in its header; 6 and 7 say that the number follows."""
_RATE_BYTES = {12: 1, 13: 2, 14: 2}


class FlacFile:
    """A FLAC file that is being written."""

    def __init__(self, file: BinaryIO, about: About) -> None:
        """Keep space for the blocks in front of the frames."""
        self._file, self._about, self._samples = file, about, 0
        self._blocks: list[int] = []
        self._frames: list[int] = []
        file.write(bytes(len(self._head(about.chapters))))

    def add(self, take: Take) -> None:
        """Write a take's frames with the numbers that they have here."""
        for frame in packets_of(take):
            block, octets = renumbered(frame, self._samples)
            self._blocks = _range([*self._blocks, block])
            self._frames = _range([*self._frames, len(octets)])
            self._file.write(octets)
            self._samples += block

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Write the blocks in front of the frames."""
        self._file.seek(0)
        self._file.write(self._head(chapters))

    def _head(self, chapters: Sequence[Chapter]) -> bytes:
        tags = self._about.tags
        blocks = [(COMMENTS, to_comments(tags, chapters)), *([(PICTURE, to_picture(tags.cover))] if tags.cover else [])]
        kinds = [kind | (LAST if place == len(blocks) else 0) for place, (kind, _) in enumerate(blocks, start=1)]
        rest = (struct.pack(">L", kind << 24 | len(body)) + body for kind, (_, body) in zip(kinds, blocks, strict=True))
        return b"fLaC" + struct.pack(">L", 34) + self._stream_info() + b"".join(rest)

    def _stream_info(self) -> bytes:
        """Return rate, mono, 16 bits and the exact length; an MD5 of zeros says that none was made."""
        blocks, frames = self._blocks or [0], self._frames or [0]
        sound = self._about.rate << 44 | 15 << 36 | self._samples
        sizes = b"".join(each.to_bytes(3, "big") for each in (frames[0], frames[-1]))
        # The last block may be shorter than the least (RFC 9639, 8.2), which 16 is at the lowest.
        least = max(16, blocks[0])
        return struct.pack(">HH", least, max(least, blocks[-1])) + sizes + sound.to_bytes(8, "big") + bytes(16)


def _range(numbers: list[int]) -> list[int]:
    return [min(numbers), max(numbers)]


def renumbered(frame: bytes, sample: int) -> tuple[int, bytes]:
    """Return how many samples a frame has, and the frame with the number of its first sample in a file."""
    size_code, rate_code = frame[2] >> 4, frame[2] & 15
    old = 4 + _length_of_number(frame[4])
    more = {6: 1, 7: 2}.get(size_code, 0)
    end = old + more + _RATE_BYTES.get(rate_code, 0)
    samples = int.from_bytes(frame[old : old + more], "big") + 1 if more else _SIZES[size_code]
    head = bytes((0xFF, 0xF9)) + frame[2:4] + number(sample) + frame[old:end]
    head += bytes((crc8(head),))
    body = len(frame) - 2 - (end + 1)
    changed = crc16(frame[: end + 1]) ^ crc16(head)  # they start at zero, so that a longer header counts as well
    crc = int.from_bytes(frame[-2:], "big") ^ shifted(changed, body)
    return samples, head + frame[end + 1 : -2] + crc.to_bytes(2, "big")


def number(value: int) -> bytes:
    """Return a number of up to 36 bits as UTF-8 would write a character."""
    if value < 0x80:
        return bytes((value,))
    more = next(count for count in range(1, 7) if value < 1 << (5 * count + 6))
    lead = 0xFF << 7 - more & 0xFF
    rest = [0x80 | value >> 6 * place & 0x3F for place in reversed(range(more))]
    return bytes((lead | value >> 6 * more, *rest))


def _length_of_number(lead: int) -> int:
    ones = f"{lead:08b}".find("0")
    return 1 if ones == 0 else ones if ones > 0 else 8


def crc8(octets: bytes) -> int:
    """Return the CRC-8 of a frame's header (x^8 + x^2 + x + 1)."""
    table, crc = _table(0x107, 8), 0
    for octet in octets:
        crc = table[crc ^ octet]
    return crc


def crc16(octets: bytes) -> int:
    """Return the CRC-16 of a frame (x^16 + x^15 + x^2 + 1, highest bit first, started at zero)."""
    table, crc = _table(POLYNOMIAL, 16), 0
    for octet in octets:
        crc = crc << 8 & 0xFFFF ^ table[crc >> 8 ^ octet]
    return crc


def shifted(crc: int, octets: int) -> int:
    """Return what a CRC-16 becomes when so many bytes of zeros follow: it is multiplied by a power of x."""
    power, found = _powers()[octets % PERIOD], 0
    for bit in range(15, -1, -1):
        found = found << 1 ^ (POLYNOMIAL if found & 0x8000 else 0)
        if power >> bit & 1:
            found ^= crc
    return found


@cache
def _powers() -> tuple[int, ...]:
    """Return x to the 8n, modulo the polynomial, for every n up to the one at which they repeat."""
    table, power, found = _table(POLYNOMIAL, 16), 1, []
    for _ in range(PERIOD):
        found.append(power)
        power = power << 8 & 0xFFFF ^ table[power >> 8]
    return tuple(found)


@cache
def _table(polynomial: int, width: int) -> tuple[int, ...]:
    return tuple(_remainder(octet << width - 8, polynomial, width) for octet in range(256))


def _remainder(value: int, polynomial: int, width: int) -> int:
    for _ in range(8):
        value = value << 1 ^ (polynomial if value >> width - 1 & 1 else 0)
    return value
