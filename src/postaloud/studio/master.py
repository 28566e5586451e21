"""Takes in, a finished sound file out: frames joined as they come, the tag written last into the space kept for it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from postaloud.model.recording import Chapter, Recording, Take
from postaloud.model.script import ChapterMark, Part
from postaloud.studio.id3 import Tags, to_id3
from postaloud.studio.mp3 import Mp3, MusicCrc
from postaloud.studio.timeline import lay_out


def master(parts: Sequence[Part], takes: Iterable[Take], tags: Tags, rate: int, path: Path) -> Recording:
    """Write the MP3 of some parts, whose takes come in order, and return when everything in it sounds.

    The sound never piles up: each take is written and let go. Raises `OSError` where the file cannot be written.
    """
    encoder = Mp3()
    info = encoder.info_frame(rate, 0, 0, 0)
    with path.open("wb") as file:
        file.write(bytes(len(to_id3(tags, _chapters_to_come(parts))) + len(info)))
        frames = _Frames(file)
        recording = lay_out(parts, (frames.write(take) for take in takes), rate)
        frames.add(encoder.encode((), rate))
        file.seek(0)
        file.write(to_id3(tags, recording.chapters))
        file.write(encoder.info_frame(rate, frames.samples, frames.size, frames.crc.value()))
    return recording


def _chapters_to_come(parts: Sequence[Part]) -> list[Chapter]:
    """Return chapters whose times are not known yet; the tag with them is as long as the final one."""
    return [Chapter(0, 0, line.title) for part in parts for line in part.lines if isinstance(line, ChapterMark)]


@dataclass(slots=True)
class _Frames:
    """The music of a file that is being written: its samples, and the bytes and the CRC of all frames."""

    file: BinaryIO
    samples: int = 0
    size: int = 0
    crc: MusicCrc = field(default_factory=MusicCrc)

    def add(self, packets: bytes) -> None:
        self.size += self.file.write(packets)
        self.crc.update(packets)

    def write(self, take: Take) -> Take:
        self.add(take.packets)
        self.samples += take.samples
        return take
