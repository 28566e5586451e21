"""Takes in, an Ogg Opus file out (RFC 3533, RFC 7845), exact to the sample by pre-skip and last granule."""

import struct
import zlib
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from postaloud.model.recording import Chapter, Take
from postaloud.studio.files import About
from postaloud.studio.vorbis import to_comments, to_picture

FRAME = 960
"""Samples of a packet, at the 48 kHz in which Opus counts."""
RATE = 48_000
LOOKAHEAD = 312
"""Samples by which libopus delays the sound."""
PAGE_PACKETS = 50
SEGMENTS = 255
CONTINUED, FIRST, LAST = 1, 2, 4
NO_PACKET_ENDS = 0xFFFFFFFFFFFFFFFF
_SERIAL = 0x706F7374
_MIRRORED = bytes(int(f"{octet:08b}"[::-1], 2) for octet in range(256))


class OpusFile:
    """An Ogg Opus file that is being written, page by page."""

    def __init__(self, file: BinaryIO, about: About) -> None:
        """Keep space for the headers."""
        self._file, self._about, self._samples = file, about, 0
        self._pages = self._packets = 0
        self._waiting: list[bytes] = []
        self._closing: list[bytes] = []
        self._skip = LOOKAHEAD + self._at_48k(about.phase)
        self._write_head(about.chapters)

    def add(self, take: Take) -> None:
        """Write a take behind the ones before."""
        if not self._samples:
            self._open(take)
        self._samples += take.samples
        self._take_in(packets_of(take))

    def _open(self, first: Take) -> None:
        """Write the silence that brings a decoder into the encoder's state, where the first take has none itself."""
        silence = list(packets_of(self._about.silence))
        self._closing = silence[-1:]
        if first.spoken and first.spoken[0].start < len(silence) * self._about.encoder.grid(self._about.rate):
            self._skip += len(silence) * FRAME
            self._take_in(silence)

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Write the last page, whose granule ends the sound, and the headers."""
        end = self._skip + self._at_48k(self._samples)
        lacking = -(-end // FRAME) - self._packets - len(self._waiting)
        self._waiting += self._closing * lacking
        self._write_page(self._waiting, end, LAST)
        self._file.seek(0)
        self._pages = 0
        self._write_head(chapters)

    def _at_48k(self, samples: int) -> int:
        return (samples * RATE + self._about.rate // 2) // self._about.rate

    def _take_in(self, packets: Sequence[bytes] | Iterator[bytes]) -> None:
        """Keep packets until a page is full and another follows: which page is the last is known at the end."""
        for packet in packets:
            if len(self._waiting) == PAGE_PACKETS:
                self._write_page(self._waiting, (self._packets + PAGE_PACKETS) * FRAME, 0)
                self._packets += PAGE_PACKETS
                self._waiting = []
            self._waiting.append(packet)

    def _write_page(self, packets: Sequence[bytes], granule: int, flags: int) -> None:
        lacing = b"".join(map(laced, packets))
        self._file.write(page(b"".join(packets), lacing, granule, (flags, self._pages)))
        self._pages += 1

    def _write_head(self, chapters: Sequence[Chapter]) -> None:
        tags = self._about.tags
        cover = [b"METADATA_BLOCK_PICTURE=" + b64encode(to_picture(tags.cover))] if tags.cover else []
        opus = struct.pack("<8sBBHLhB", b"OpusHead", 1, 1, self._skip, self._about.rate, 0, 0)
        self._write_page([opus], 0, FIRST)
        self._write_long(b"OpusTags" + to_comments(tags, chapters, cover))

    def _write_long(self, packet: bytes) -> None:
        """Write a packet of any length on pages of its own."""
        lacing = laced(packet)
        for start in range(0, len(lacing), SEGMENTS):
            part = lacing[start : start + SEGMENTS]
            body = packet[start * SEGMENTS : start * SEGMENTS + sum(part)]
            granule = 0 if start + SEGMENTS >= len(lacing) else NO_PACKET_ENDS
            self._file.write(page(body, part, granule, (CONTINUED if start else 0, self._pages)))
            self._pages += 1


def packets_of(take: Take) -> Iterator[bytes]:
    """Yield a take's packets one by one."""
    place = 0
    for size in take.sizes:
        yield take.packets[place : place + size]
        place += size


def laced(packet: bytes) -> bytes:
    """Return a packet's length in segments: as many full ones as fit, and one that is not."""
    full, rest = divmod(len(packet), SEGMENTS)
    return b"\xff" * full + bytes((rest,))


def page(body: bytes, lacing: bytes, granule: int, mark: tuple[int, int]) -> bytes:
    """Return a page with its checksum; `mark` is its flags and its number."""
    flags, number = mark
    head = struct.pack("<4sBBQLL", b"OggS", 0, flags, granule, _SERIAL, number)
    rest = bytes((len(lacing),)) + lacing + body
    return head + struct.pack("<L", checksum(head + bytes(4) + rest)) + rest


def checksum(octets: bytes) -> int:
    """Return Ogg's CRC-32, which is zlib's with all bits mirrored and without its inversions."""
    mirrored = zlib.crc32(octets.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
