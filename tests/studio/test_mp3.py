"""Frames, the Info frame and its checksums."""

import random
from io import BytesIO

import pytest
from mutagen.mp3 import MP3

from postaloud.studio.encoders import Sound, fit_of
from postaloud.studio.mp3 import MPEG_2, Mp3, MusicCrc, crc16

RATE = 22_050
FRAME, CLOSING_FRAMES = MPEG_2.frame, MPEG_2.closing


def encoded(length: int, samples: int = 0, rate: int = RATE) -> bytes:
    """Return the frames of a silent part."""
    return Mp3().encode(Sound((bytes(2 * samples),), samples, length), rate).octets


def fit(sound: int, wanted: int) -> int:
    """Return the length of a part."""
    return fit_of([Mp3()], RATE).length(sound, wanted)


def frames_in(packets: bytes) -> int:
    """Count frames by walking from header to header."""
    place = count = 0
    while place < len(packets):
        assert packets[place : place + 2] == b"\xff\xf3"
        place += 72_000 * 64 // RATE + (packets[place + 2] >> 1 & 1)
        count += 1
    return count


def test_the_checksum_is_crc_16_arc() -> None:
    assert crc16(b"123456789") == 0xBB3D


@pytest.mark.parametrize("length", [0, 1, 32_766, 32_767, 32_768, 65_534, 100_003])
def test_the_folded_checksum_equals_the_plain_one(length: int) -> None:
    octets = random.Random(length).randbytes(length)
    folded = MusicCrc()

    for start in range(0, length, 7_001):
        folded.update(octets[start : start + 7_001])

    assert folded.value() == crc16(octets)


@pytest.mark.parametrize(("rate", "frame", "size"), [(RATE, 576, 208), (24_000, 576, 192), (16_000, 576, 288)])
@pytest.mark.parametrize("frames", [2, 3, 40])
def test_a_part_is_as_many_frames_as_fit_into_its_length(rate: int, frame: int, size: int, frames: int) -> None:
    octets = encoded(frames * frame, rate=rate)

    assert frames <= len(octets) / size < frames + 0.5


@pytest.mark.parametrize(
    ("sound", "wanted"), [(0, 0), (1, 1), (10_000, 10_000), (10_000, 22_050), (575, 600), (9_999, 300_000)]
)
def test_a_part_is_whole_frames_and_never_cuts_its_sound(sound: int, wanted: int) -> None:
    samples = fit(sound, wanted)

    assert samples % FRAME == 0
    assert samples >= sound + CLOSING_FRAMES * FRAME
    assert frames_in(encoded(samples, sound)) * FRAME == samples


def test_a_pause_keeps_its_length_to_half_a_frame() -> None:
    assert abs(fit(10_000, 32_050) - 32_050) <= FRAME // 2


def test_a_reader_finds_the_exact_length_in_the_info_frame() -> None:
    samples = fit(20_000, 30_000)
    packets = encoded(samples, 20_000) + encoded(CLOSING_FRAMES * FRAME)

    file = MP3(BytesIO(Mp3().info_frame(RATE, samples, len(packets), 0) + packets))

    assert file.info is not None
    assert round(file.info.length * RATE) == samples
    assert frames_in(packets) == samples // FRAME + CLOSING_FRAMES


def test_the_info_frame_is_one_frame_and_closes_with_its_checksum() -> None:
    frame = Mp3().info_frame(RATE, 5_760, 1_000, 0xABCD)

    assert frames_in(frame) == 1
    assert frame[13:17] == b"Info"
    assert int.from_bytes(frame[167:169], "big") == crc16(frame[:167])
    assert frame[165:167] == b"\xab\xcd"
