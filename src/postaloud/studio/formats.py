"""Names of formats in, their encoders and files out."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from postaloud.studio.codecs import Aac, Flac, Opus, Plain
from postaloud.studio.encoders import Encoder
from postaloud.studio.files import Opener
from postaloud.studio.mp3 import Mp3


class Format(NamedTuple):
    """A kind of sound file."""

    name: str
    """Its suffix too."""
    mime: str
    encoder: Encoder
    open: Callable[[], Opener]
    """Loads what writes it."""


def _mp3() -> Opener:
    from postaloud.studio.mp3_file import Mp3File

    return Mp3File


def _mp4(brand: bytes) -> Opener:
    from postaloud.studio.mp4 import Mp4File

    return partial(Mp4File, brand=brand)


def _opus() -> Opener:
    from postaloud.studio.ogg import OpusFile

    return OpusFile


def _flac() -> Opener:
    from postaloud.studio.flac import FlacFile

    return FlacFile


def _wav() -> Opener:
    from postaloud.studio.wav import WavFile

    return WavFile


_MP3: Mapping[str, Encoder] = {"small": Mp3(48), "standard": Mp3(), "better": Mp3(96, 5), "acx": Mp3(192, 2)}
_AAC: Mapping[str, Encoder] = {"small": Aac(40), "standard": Aac(), "better": Aac(88), "acx": Aac(128)}
_OPUS: Mapping[str, Encoder] = {"small": Opus(24), "standard": Opus(), "better": Opus(48), "acx": Opus(64)}
_FLAC: Mapping[str, Encoder] = {"small": Flac(8), "standard": Flac(), "better": Flac(), "acx": Flac()}
_WAV: Mapping[str, Encoder] = dict.fromkeys(("small", "standard", "better", "acx"), Plain())

_ROWS: Mapping[str, tuple[str, Mapping[str, Encoder], Callable[[], Opener]]] = {
    "mp3": ("audio/mpeg", _MP3, _mp3),
    "m4b": ("audio/mp4", _AAC, partial(_mp4, b"M4B ")),
    "m4a": ("audio/mp4", _AAC, partial(_mp4, b"M4A ")),
    "opus": ("audio/ogg", _OPUS, _opus),
    "flac": ("audio/flac", _FLAC, _flac),
    "wav": ("audio/wav", _WAV, _wav),
}
"""In the order of who decides the timeline: whose frames are longest, and cost most to make anew."""


def formats_of(names: Sequence[str], quality: str) -> tuple[Format, ...]:
    """Return formats by their names, in the same order."""
    rows = ((name, *_ROWS[name]) for name in names)
    return tuple(Format(name, mime, encoders[quality], opener) for name, mime, encoders, opener in rows)


def encoders_of(formats: Sequence[Format]) -> tuple[Encoder, ...]:
    """Return each encoder that some formats need once, the one that decides the timeline first."""
    order = list(_ROWS)
    return tuple(dict.fromkeys(each.encoder for each in sorted(formats, key=lambda each: order.index(each.name))))
