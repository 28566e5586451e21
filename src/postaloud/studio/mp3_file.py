"""Takes in, an MP3 file out: frames joined as they come, tag and Info frame last into the space kept for them."""

from collections.abc import Sequence
from typing import BinaryIO, cast

from postaloud.model.recording import Chapter, Take
from postaloud.studio.files import About
from postaloud.studio.id3 import to_id3
from postaloud.studio.mp3 import Mp3, MusicCrc


class Mp3File:
    """An MP3 file that is being written: its samples, and the bytes and the CRC of all frames."""

    def __init__(self, file: BinaryIO, about: About) -> None:
        """Keep space for the tag and the Info frame."""
        self._file, self._about, self._encoder = file, about, cast("Mp3", about.encoder)
        self._samples = self._size = 0
        self._crc = MusicCrc()
        info = self._encoder.info_frame(about.rate, 0, 0, 0)
        file.write(bytes(len(to_id3(about.tags, about.chapters)) + len(info)))

    def add(self, take: Take) -> None:
        """Write a take behind the ones before."""
        self._write(take.packets)
        self._samples += take.samples

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Write the closing frames, the tag and the Info frame."""
        self._write(self._about.silence.packets)
        self._file.seek(0)
        self._file.write(to_id3(self._about.tags, chapters))
        self._file.write(self._encoder.info_frame(self._about.rate, self._samples, self._size, self._crc.value()))

    def _write(self, packets: bytes) -> None:
        self._size += self._file.write(packets)
        self._crc.update(packets)
