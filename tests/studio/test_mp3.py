"""Frames, the Info frame and its checksums."""

import random
from io import BytesIO

import pytest
from mutagen.mp3 import MP3

from postaloud.studio.mp3 import CLOSING_FRAMES, FRAME, Mp3, MusicCrc, crc16

RATE = 22_050


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


@pytest.mark.parametrize("samples", [0, 1, 575, 576, 577, 5_760, 5_761])
def test_lame_writes_two_frames_more_than_the_samples_fill(samples: int) -> None:
    packets = Mp3().encode([bytes(2 * samples)], RATE)

    assert frames_in(packets) == -(-samples // FRAME) + 2


@pytest.mark.parametrize(
    ("sound", "wanted"), [(0, 0), (1, 1), (10_000, 10_000), (10_000, 22_050), (575, 600), (9_999, 300_000)]
)
def test_a_part_is_whole_frames_and_never_cuts_its_sound(sound: int, wanted: int) -> None:
    count, samples = Mp3().fit(sound, wanted)

    assert samples % FRAME == 0
    assert count >= sound
    assert frames_in(Mp3().encode([bytes(2 * count)], RATE)) * FRAME == samples


def test_a_pause_keeps_its_length_to_half_a_frame() -> None:
    _, samples = Mp3().fit(10_000, 32_050)

    assert abs(samples - 32_050) <= FRAME // 2


def test_a_reader_finds_the_exact_length_in_the_info_frame() -> None:
    encoder = Mp3()
    count, samples = encoder.fit(20_000, 30_000)
    packets = encoder.encode([bytes(2 * count)], RATE) + encoder.encode((), RATE)

    file = MP3(BytesIO(encoder.info_frame(RATE, samples, len(packets), 0) + packets))

    assert file.info is not None
    assert round(file.info.length * RATE) == samples
    assert frames_in(packets) == samples // FRAME + CLOSING_FRAMES


def test_the_info_frame_is_one_frame_and_closes_with_its_checksum() -> None:
    frame = Mp3().info_frame(RATE, 5_760, 1_000, 0xABCD)

    assert frames_in(frame) == 1
    assert frame[13:17] == b"Info"
    assert int.from_bytes(frame[167:169], "big") == crc16(frame[:167])
    assert frame[165:167] == b"\xab\xcd"
