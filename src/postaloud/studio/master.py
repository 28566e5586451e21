"""Takes in, a finished sound file out: frames joined as they come, the tag written last into the space kept for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
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
        times, size, music_crc = _write_frames(file, takes, encoder, rate)
        recording = lay_out(parts, times, rate)
        file.seek(0)
        file.write(to_id3(tags, recording.chapters))
        file.write(encoder.info_frame(rate, sum(take.samples for take in times), size, music_crc))
    return recording


def _chapters_to_come(parts: Sequence[Part]) -> list[Chapter]:
    """Return chapters whose times are not known yet; the tag with them is as long as the final one."""
    return [Chapter(0, 0, line.title) for part in parts for line in part.lines if isinstance(line, ChapterMark)]


def _write_frames(file: BinaryIO, takes: Iterable[Take], encoder: Mp3, rate: int) -> tuple[list[Take], int, int]:
    """Return the takes without their packets, and the bytes and the CRC of all frames."""
    times: list[Take] = []
    music_crc, size = MusicCrc(), 0
    for take in takes:
        times.append(_without_sound(take))
        size += file.write(take.packets)
        music_crc.update(take.packets)
    closing = encoder.encode((), rate)
    size += file.write(closing)
    music_crc.update(closing)
    return times, size, music_crc.value()


def _without_sound(take: Take) -> Take:
    """Keep the times of a take's lines and let go of its packets and words, which would pile up."""
    return replace(take, packets=b"", spoken=tuple(each._replace(words=()) for each in take.spoken))
