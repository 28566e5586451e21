"""Music in front of and behind the words."""

import io
import math
import pickle
import struct
import wave
from pathlib import Path

import pytest

from pages import page
from postaloud import Settings, narrate
from postaloud.errors import UsageError
from postaloud.studio.encoders import Coding, fit_of
from postaloud.studio.jingles import encode_jingle
from postaloud.studio.mp3 import MPEG_2, Mp3
from postaloud.studio.takes import unpack

RATE = 22_050


def music(seconds: float, rate: int = 44_100, channels: int = 2, height: int = 9000) -> bytes:
    """Return a WAV file with a tone."""
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setparams((channels, 2, rate, 0, "NONE", ""))
        tone = (round(height * math.sin(number / 20)) for number in range(round(seconds * rate)))
        writer.writeframes(b"".join(struct.pack("<h", sample) * channels for sample in tone))
    return file.getvalue()


@pytest.mark.parametrize(("rate", "channels"), [(44_100, 2), (22_050, 1), (8_000, 1)])
def test_a_jingle_lasts_as_long_as_its_music_and_a_gap(rate: int, channels: int) -> None:
    coding = Coding((Mp3(),), (0,), fit_of([Mp3()], RATE), RATE)
    (packed,), _ = pickle.loads(encode_jingle(music(1.5, rate, channels), coding))

    take = unpack(packed)

    assert take.samples == pytest.approx(2.2 * RATE, abs=MPEG_2.frame)
    assert (take.spoken, take.marks) == ((), ())


def test_words_start_behind_the_intro_and_end_before_the_outro(tmp_path: Path) -> None:
    source = tmp_path / "tea.html"
    source.write_text(page())
    (tmp_path / "music.wav").write_bytes(music(2))

    music_file = tmp_path / "music.wav"
    plain = narrate(source, tmp_path / "plain", Settings(engine="silent")).recording
    settings = Settings(engine="silent", intro=music_file, outro=music_file)
    framed = narrate(source, tmp_path / "framed", settings).recording

    shift = framed.cues[0].start_ms - plain.cues[0].start_ms
    assert shift == pytest.approx(2700, abs=30)
    assert framed.duration_ms == pytest.approx(plain.duration_ms + 2 * shift, abs=2)
    starts = [each.start_ms - shift for each in framed.chapters[1:]]
    assert starts == pytest.approx([each.start_ms for each in plain.chapters[1:]], abs=1)
    assert [each.title for each in framed.chapters] == [each.title for each in plain.chapters]
    assert framed.chapters[0].start_ms == 0
    assert len(framed.cues) == len(plain.cues)


@pytest.mark.parametrize("octets", [b"", b"RIFF", b"ID3 no wave", music(121, 8000, 1), music(2, height=0)])
def test_what_is_no_short_music_is_named(tmp_path: Path, octets: bytes) -> None:
    source = tmp_path / "tea.html"
    source.write_text(page())
    (tmp_path / "music.wav").write_bytes(octets)

    with pytest.raises(UsageError, match=r"music.wav is no WAV file of at most two minutes"):
        narrate(source, tmp_path / "out", Settings(engine="silent", intro=tmp_path / "music.wav"))


def test_music_that_is_not_there_is_named(tmp_path: Path) -> None:
    source = tmp_path / "tea.html"
    source.write_text(page())

    with pytest.raises(UsageError, match=r"Cannot open .*music.wav: No such file"):
        narrate(source, tmp_path / "out", Settings(engine="silent", outro=tmp_path / "music.wav"))
