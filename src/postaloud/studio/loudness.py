"""Samples in, their integrated loudness out, as ITU-R BS.1770-5 defines it; the door to FFmpeg's filters."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log10, pi, tan

from postaloud.studio.limiter import open_audioop

FULL_SCALE = 2**31
OFFSET_LU = -0.691
GATE_LUFS = -70.0
RELATIVE_GATE_LU = -10.0
OVERLAP = 4
"""A block of 400 ms is four stretches of 100 ms, and starts with each."""
SILENT_LUFS = float("-inf")


def integrated(pcm: bytes, rate: int) -> float:
    """Return the loudness of 16-bit mono samples in LUFS, or minus infinity where all of it is below the gate."""
    return gated(energies(pcm, rate))


def energies(pcm: bytes, rate: int) -> list[float]:
    """Return the mean square, K-weighted, of each stretch of 100 ms; what is left over is no stretch."""
    audioop = open_audioop()
    weighted = b"".join(_weighted(pcm, rate))
    size = rate // 10 * 4
    stretches = (weighted[start : start + size] for start in range(0, len(weighted) - size + 1, size))
    return [(audioop.rms(stretch, 4) / FULL_SCALE) ** 2 for stretch in stretches]


def gated(stretches: Sequence[float]) -> float:
    """Return the loudness of stretches of 100 ms: the mean of the blocks that are no pauses."""
    blocks = [sum(stretches[at : at + OVERLAP]) / OVERLAP for at in range(len(stretches) - OVERLAP + 1)]
    loud = [block for block in blocks if _lufs(block) > GATE_LUFS]
    if not loud:
        return SILENT_LUFS
    gate = _lufs(sum(loud) / len(loud)) + RELATIVE_GATE_LU
    speech = [block for block in loud if _lufs(block) > gate]
    return _lufs(sum(speech) / len(speech))


def _lufs(energy: float) -> float:
    return OFFSET_LU + 10 * log10(energy) if energy > 0 else SILENT_LUFS


def _weighted(pcm: bytes, rate: int) -> Iterator[bytes]:
    """Yield samples of 32 bits with the K-weighting: a shelf for the head, and a high-pass."""
    import av
    from av.filter import Graph

    graph = Graph()
    nodes = [
        graph.add_abuffer(sample_rate=rate, format="s16", layout="mono"),
        graph.add("aformat", "sample_fmts=dbl"),
        graph.add("biquad", _shelf(rate)),
        graph.add("biquad", _high_pass(rate)),
        graph.add("aformat", "sample_fmts=s32"),
        graph.add("abuffersink"),
    ]
    for one, other in pairwise(nodes):
        one.link_to(other)
    graph.configure()
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(pcm) // 2)
    frame.planes[0].update(pcm)
    frame.sample_rate = rate
    graph.push(frame)
    graph.push(None)
    while True:
        try:
            pulled = graph.pull()
        except EOFError:
            return
        if isinstance(pulled, av.AudioFrame):
            yield bytes(pulled.planes[0])[: pulled.samples * 4]


def _shelf(rate: int) -> str:
    """The first stage: +4 dB above 1.5 kHz, from the analogue form, as its coefficients are given for 48 kHz only."""
    k = tan(pi * 1681.974450955533 / rate)
    q, high = 0.7071752369554196, 10 ** (3.999843853973347 / 20)
    band = high**0.4996667741545416
    return _biquad(
        (high + band * k / q + k * k, 2 * (k * k - high), high - band * k / q + k * k),
        (1 + k / q + k * k, 2 * (k * k - 1), 1 - k / q + k * k),
    )


def _high_pass(rate: int) -> str:
    """The second stage, which takes away what is below 38 Hz; its numerator is that of the standard."""
    k = tan(pi * 38.13547087602444 / rate)
    q = 0.5003270373238773
    a0 = 1 + k / q + k * k
    return _biquad((a0, -2 * a0, a0), (a0, 2 * (k * k - 1), 1 - k / q + k * k))


def _biquad(zeros: tuple[float, float, float], poles: tuple[float, float, float]) -> str:
    names = ("b0", "b1", "b2", "a0", "a1", "a2")
    return ":".join(f"{name}={value!r}" for name, value in zip(names, (*zeros, *poles), strict=True))
