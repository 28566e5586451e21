"""Takes in, a WAV file out: plain samples, with texts and an ID3 tag, which has the chapters, in front of them.

A file over 4 GiB becomes RF64 (EBU Tech 3306), for which the space of a `ds64` chunk is kept.
"""

import struct
from collections.abc import Sequence
from typing import BinaryIO

from postaloud.model.recording import Chapter, Take
from postaloud.studio.files import About
from postaloud.studio.id3 import to_id3
from postaloud.studio.mixing import SAMPLE
from postaloud.studio.tags import Tags

LARGEST = 0xFFFFFFFF
"""What a chunk's length can say."""


class WavFile:
    """A WAV file that is being written."""

    def __init__(self, file: BinaryIO, about: About) -> None:
        """Keep space for the chunks in front of the samples."""
        self._file, self._about, self._samples = file, about, 0
        file.write(bytes(len(self._head(about.chapters))))

    def add(self, take: Take) -> None:
        """Write a take behind the ones before."""
        self._file.write(take.packets)
        self._samples += take.samples

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Write the chunks in front of the samples."""
        self._file.seek(0)
        self._file.write(self._head(chapters))

    def _head(self, chapters: Sequence[Chapter]) -> bytes:
        rate, size = self._about.rate, self._samples * SAMPLE
        chunks = [
            _chunk(b"fmt ", struct.pack("<HHLLHH", 1, 1, rate, rate * SAMPLE, SAMPLE, 8 * SAMPLE)),
            _texts(self._about.tags),
            _chunk(b"id3 ", to_id3(self._about.tags, chapters)),
        ]
        body = b"".join(chunks)
        whole = 4 + 36 + len(body) + 8 + size
        is_large = whole > LARGEST
        long = _chunk(b"ds64" if is_large else b"JUNK", _ds64(whole, size, self._samples) if is_large else bytes(28))
        sizes = [struct.pack("<L", LARGEST if is_large else each) for each in (whole, size)]
        return b"".join([b"RF64" if is_large else b"RIFF", sizes[0], b"WAVE", long, body, b"data", sizes[1]])


def _ds64(whole: int, size: int, samples: int) -> bytes:
    return struct.pack("<QQQL", whole, size, samples, 0)


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<L", len(body)) + body + bytes(len(body) % 2)


def _texts(tags: Tags) -> bytes:
    rows = (
        (b"INAM", tags.title),
        (b"IART", tags.artist),
        (b"IPRD", tags.album),
        (b"ICRD", tags.date[:10]),
        (b"ILNG", tags.lang),
        (b"ISBJ", tags.description),
        (b"ICMT", "\n".join(filter(None, (tags.comment, tags.voice_note)))),
        (b"ISFT", "postaloud"),
    )
    texts = (_chunk(name, text.encode("utf-8", "replace") + b"\0") for name, text in rows if text)
    return _chunk(b"LIST", b"INFO" + b"".join(texts))
