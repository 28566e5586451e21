"""Samples in, packets out, by FFmpeg's libraries: the studio's door to PyAV for what is encoded."""

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple, cast

from postaloud.studio.mixing import SAMPLE

if TYPE_CHECKING:
    import av


class Codec(NamedTuple):
    """An encoder of FFmpeg's and how it is set."""

    name: str
    rate: int
    """Samples a second that it is given."""
    form: str
    """The form of a sample, in FFmpeg's names."""
    options: Mapping[str, str]
    bit_rate: int = 0


def coded(pcm: bytes, rate: int, codec: Codec) -> list[bytes]:
    """Return the packets for 16-bit mono samples, resampled where the codec has another rate."""
    import av

    context = cast("av.AudioCodecContext", av.CodecContext.create(codec.name, "w"))
    context.sample_rate, context.layout, context.format = codec.rate, "mono", codec.form
    context.options, context.time_base = dict(codec.options), Fraction(1, codec.rate)
    if codec.bit_rate:
        context.bit_rate = codec.bit_rate
    context.open()
    resampler = av.AudioResampler(codec.form, "mono", codec.rate, frame_size=context.frame_size)
    frames = [*resampler.resample(_frame(pcm, rate)), *resampler.resample(None), None]
    return [bytes(packet) for frame in frames for packet in context.encode(frame) if packet.size]


def resampled(pcm: bytes, rate: int, to: int) -> bytes:
    """Return 16-bit mono samples in another rate."""
    import av

    if rate == to or not pcm:
        return pcm
    resampler = av.AudioResampler("s16", "mono", to)
    frames = [*resampler.resample(_frame(pcm, rate)), *resampler.resample(None)]
    return b"".join(bytes(frame.planes[0])[: frame.samples * SAMPLE] for frame in frames)


def _frame(pcm: bytes, rate: int) -> "av.AudioFrame":
    import av

    frame = av.AudioFrame("s16", "mono", len(pcm) // SAMPLE)
    frame.planes[0].update(pcm)
    frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
    return frame
