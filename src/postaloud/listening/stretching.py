"""A file of sound in, its samples out at any speed and the same pitch: the only module of this room that knows PyAV."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.filter import Graph

SAMPLE = 2
"""Bytes of a sample: 16 bits, mono."""
LEAD_S = 0.3
"""Decoding begins so much earlier: an MP3 frame needs those before it."""


class BrokenSound(Exception):  # noqa: N818 - it names the thing
    """A file that cannot be played; the message says why."""


def load() -> None:
    """Load what decoding needs, which takes longer than decoding."""
    import av  # noqa: F401


def stretched(path: Path, at_ms: int, rate_percent: int, rate: int) -> Iterator[bytes]:
    """Yield 16-bit mono samples, so many in a second, of a file from a place on; raises `BrokenSound`."""
    import av

    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            start = (container.start_time or 0) / av.time_base + at_ms / 1000
            graph = _graph(stream, start, rate_percent, rate)
            container.seek(max(int((start - LEAD_S) * av.time_base), 0))
            for frame in container.decode(stream):
                graph.push(frame)
                yield from _pulled(graph)
            graph.push(None)
            yield from _pulled(graph)
    except (av.FFmpegError, IndexError) as error:
        raise BrokenSound(getattr(error, "strerror", "") or "it holds no sound") from error


def chapters_in(path: Path) -> tuple[int, list[tuple[int, str]]]:
    """Return a file's length and its chapters' starts, in milliseconds, with their titles; raises `BrokenSound`."""
    import av

    try:
        with av.open(str(path)) as container:
            if not container.streams.audio:
                raise BrokenSound("it holds no sound")
            chapters = [
                (round(each["start"] * (each["time_base"] or 0) * 1000), str(each["metadata"].get("title", "")))
                for each in container.chapters()
            ]
            return (container.duration or 0) * 1000 // av.time_base, chapters
    except av.FFmpegError as error:
        raise BrokenSound(error.strerror or "it is no sound") from error


def _graph(stream: "AudioStream", start: float, rate_percent: int, rate: int) -> "Graph":
    from av.filter import Graph

    graph = Graph()
    steps = [graph.add_abuffer(template=stream), graph.add("atrim", f"start={start:.4f}")]
    if rate_percent != 100:
        steps.append(graph.add("atempo", f"{rate_percent / 100:g}"))
    steps.append(graph.add("aformat", f"sample_fmts=s16:channel_layouts=mono:sample_rates={rate}"))
    graph.link_nodes(*steps, graph.add("abuffersink")).configure()
    return graph


def _pulled(graph: "Graph") -> Iterator[bytes]:
    """Yield what the filters have ready."""
    import av

    while True:
        try:
            frame: AudioFrame = graph.pull()  # type: ignore[assignment]
        except (av.BlockingIOError, av.EOFError):
            return
        yield bytes(frame.planes[0])[: frame.samples * SAMPLE]
