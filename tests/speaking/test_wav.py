"""WAV files of other engines become samples of ours."""

import wave
from array import array
from pathlib import Path

import pytest

from postaloud.errors import EngineError
from postaloud.speaking.wav import read_wav


def written(path: Path, content: bytes, rate: int = 22_050, channels: int = 1, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(content)
    return path


def samples(path: Path) -> list[int]:
    return array("h", read_wav(path, 22_050)).tolist()


def test_a_file_of_our_kind_stays_as_it_is(tmp_path: Path) -> None:
    assert samples(written(tmp_path / "a.wav", array("h", [1, -2, 3]).tobytes())) == [1, -2, 3]


def test_stereo_becomes_its_first_channel(tmp_path: Path) -> None:
    assert samples(written(tmp_path / "a.wav", array("h", [1, 9, 2, 9]).tobytes(), channels=2)) == [1, 2]


def test_eight_bits_become_sixteen(tmp_path: Path) -> None:
    assert samples(written(tmp_path / "a.wav", bytes([128, 255, 0]), width=1)) == [0, 127 << 8, -128 << 8]


@pytest.mark.parametrize(("rate", "expected"), [(11_025, [0, 50, 100, 100]), (44_100, [0])])
def test_another_rate_is_converted(tmp_path: Path, rate: int, expected: list[int]) -> None:
    assert samples(written(tmp_path / "a.wav", array("h", [0, 100]).tobytes(), rate=rate)) == expected


@pytest.mark.parametrize("content", [b"", b"RIFF", b"FORM\0\0\0\0AIFF", b"RIFF\xff\0\0\0WAVEfmt "])
def test_what_is_no_wav_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wav").write_bytes(content)

    with pytest.raises(EngineError, match="no WAV file"):
        read_wav(tmp_path / "a.wav", 22_050)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="no WAV file"):
        read_wav(tmp_path / "a.wav", 22_050)


def test_a_file_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.wav", bytes(2_000))
    path.write_bytes(path.read_bytes()[:-100])

    with pytest.raises(EngineError, match="only a part"):
        read_wav(path, 22_050)


def test_24_bits_are_refused(tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="24 bits"):
        read_wav(written(tmp_path / "a.wav", bytes(6), width=3), 22_050)
