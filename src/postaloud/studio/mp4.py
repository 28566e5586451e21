"""Takes in, an M4A or M4B file out: AAC with chapters, exact to the sample by an edit list.

The index stands in front of the sound, so that a player can start while a file is still loading; until it is known, the
sound lies in a file without a name. Chapters are written twice: as QuickTime's tracks of texts, links and pictures,
which hold any number of titles of any length, and as Nero's list, which holds 255 titles of 255 bytes.
"""

import shutil
import struct
import sys
import tempfile
from array import array
from collections.abc import Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from typing import BinaryIO

from postaloud.model.recording import Chapter, Take
from postaloud.studio import boxes
from postaloud.studio.boxes import box, full, times
from postaloud.studio.files import About
from postaloud.studio.ogg import packets_of
from postaloud.studio.tags import Tags, cut
from postaloud.studio.tracks import ENABLED, IN_MOVIE, Media, Place, chunks_of, edit, runs, track
from postaloud.studio.vorbis import size_of

FRAME = 1024
PRIMING = 1024
"""Samples that an AAC decoder gives before the first of ours."""
PER_CHUNK = 32
NERO_CHAPTERS, NERO_TITLE = 255, 255
LONGEST_TITLE = 0xFFFF
MILLISECONDS = 1000
SOUND, TEXTS, PICTURES = 1, 2, 3
_UTF_8 = box("encd", struct.pack(">L", 0x100))


class Mp4File:
    """An MP4 file that is being written."""

    def __init__(self, file: BinaryIO, about: About, brand: bytes) -> None:
        """Open the file without a name, on the same disk."""
        self._file, self._about, self._brand = file, about, brand
        spool = tempfile.TemporaryFile(dir=Path(file.name).parent)  # noqa: SIM115 - the stack closes it
        self._sound = about.stack.enter_context(spool)
        self._sizes = array("I")
        self._samples = 0

    def add(self, take: Take) -> None:
        """Write a take behind the ones before."""
        self._sound.write(take.packets)
        self._sizes.extend(take.sizes)
        self._samples += take.samples

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Write the index, the chapters and the sound."""
        silence = list(packets_of(self._about.silence))
        lacking = -(-(self._about.phase + self._samples + PRIMING) // FRAME) - len(self._sizes)
        for packet in silence[:lacking]:
            self._sound.write(packet)
            self._sizes.append(len(packet))
        head = box("ftyp", self._brand, bytes(4), self._brand, b"mp42", b"isom")
        texts = [_text(chapter, self._about.tags) for chapter in chapters]
        pictures = _Pictures(chapters, self._about.tags)
        size = 16 + sum(map(len, texts)) + sum(map(len, pictures.kept)) + self._sound.tell()
        index = self._index(chapters, texts, pictures, 0)  # its length does not depend on where the media starts
        start = len(head) + len(index) + 16
        self._file.write(head + self._index(chapters, texts, pictures, start))
        self._file.write(struct.pack(">L4sQ", 1, b"mdat", size) + b"".join((*texts, *pictures.kept)))
        self._sound.seek(0)
        shutil.copyfileobj(self._sound, self._file, 1 << 20)
        self._sound.close()

    def _index(self, chapters: Sequence[Chapter], texts: Sequence[bytes], pictures: "_Pictures", start: int) -> bytes:
        rate, tags = self._about.rate, self._about.tags
        after_texts = start + sum(map(len, texts))
        sound = self._media(after_texts + sum(map(len, pictures.kept)))
        place = partial(Place, duration=self._samples, lang=tags.language)
        numbers = (*((TEXTS,) if texts else ()), *((PICTURES,) if pictures.kept else ()))
        trim = edit(self._samples, PRIMING + self._about.phase)
        made = [track(sound, place(SOUND, ENABLED | IN_MOVIE, edit=trim, chapters=numbers))]
        if texts:
            made.append(track(_text_media(chapters, texts, start), place(TEXTS, IN_MOVIE)))
        if pictures.kept:
            made.append(track(pictures.media(after_texts), place(PICTURES, IN_MOVIE, size=pictures.size)))
        movie = struct.pack(">LHH8x", 0x10000, 0x100, 0) + boxes.MATRIX + struct.pack(">24xL", len(numbers) + 2)
        about = box("udta", boxes.tag_list(tags, is_book=self._brand == b"M4B "), _nero(chapters))
        return box("moov", times("mvhd", 0, struct.pack(">L", rate), self._samples, movie), *made, about)

    def _excess(self) -> int:
        """Return the samples of the last packet that are not ours."""
        return len(self._sizes) * FRAME - (PRIMING + self._about.phase + self._samples)

    def _media(self, start: int) -> Media:
        rate, sizes = self._about.rate, self._sizes
        bit_rate = sum(sizes) * 8 * rate // (len(sizes) * FRAME or 1)
        return Media(
            "soun",
            full("smhd", 0, bytes(4)),
            boxes.aac_entry(rate, bit_rate),
            rate,
            runs([FRAME] * (len(sizes) - 1) + [FRAME - self._excess()]),
            _big_endian(sizes),
            chunks_of(sizes, PER_CHUNK, start),
            PER_CHUNK,
        )


class _Pictures:
    """The pictures of the chapters, each kept once; a chapter without one shows the cover."""

    def __init__(self, chapters: Sequence[Chapter], tags: Tags) -> None:
        shown = [tags.picture(chapter) or tags.cover for chapter in chapters] if tags.pictures else []
        self._shown = shown if all(shown) else []
        self._chapters = chapters
        self.kept = list(dict.fromkeys(self._shown))
        self.size = size_of(self.kept[0]) if self.kept else (0, 0)

    def media(self, start: int) -> Media:
        places = dict(zip(self.kept, accumulate(map(len, self.kept), initial=start), strict=False))
        width, height = self.size
        look = struct.pack(">16xHHLL4xH32xHh", width, height, 0x480000, 0x480000, 1, 24, -1)
        return Media(
            "vide",
            full("vmhd", 1, bytes(8)),
            box("jpeg", bytes(6), struct.pack(">H", 1), look),
            MILLISECONDS,
            runs(chapter.end_ms - chapter.start_ms for chapter in self._chapters),
            _big_endian(array("I", map(len, self._shown))),
            [places[picture] for picture in self._shown],
        )


def _text(chapter: Chapter, tags: Tags) -> bytes:
    """Return a sample of the text track: the title, and as a modifier behind it the link."""
    title = cut(chapter.title, LONGEST_TITLE)
    link = tags.link(chapter).encode("ascii", "replace")[:255]
    count = min(len(chapter.title), LONGEST_TITLE)
    href = box("href", struct.pack(">HHB", 0, count, len(link)), link, b"\0") if link else b""
    return struct.pack(">H", len(title)) + title + _UTF_8 + href


def _text_media(chapters: Sequence[Chapter], texts: Sequence[bytes], start: int) -> Media:
    look = struct.pack(">LL6x8xQHHB6xB", 0, 0, 0, 0, 0, 0, 0)
    return Media(
        "text",
        box(
            "gmhd",
            full("gmin", 0, struct.pack(">HHHHHH", 0x40, 0x8000, 0x8000, 0x8000, 0, 0)),
            box("text", boxes.MATRIX),
        ),
        box("text", bytes(6), struct.pack(">H", 1), look),
        MILLISECONDS,
        runs(chapter.end_ms - chapter.start_ms for chapter in chapters),
        _big_endian(array("I", map(len, texts))),
        chunks_of(list(map(len, texts)), 1, start),
    )


def _nero(chapters: Sequence[Chapter]) -> bytes:
    rows = []
    for chapter in chapters[:NERO_CHAPTERS]:
        title = cut(chapter.title, NERO_TITLE)
        rows.append(struct.pack(">QB", chapter.start_ms * 10_000, len(title)) + title)
    return full("chpl", 0, bytes(4), bytes((len(rows),)), *rows, version=1)


def _big_endian(numbers: "array[int]") -> bytes:
    copy = numbers[:]
    if sys.byteorder == "little":
        copy.byteswap()
    return copy.tobytes()
