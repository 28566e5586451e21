"""What the sound of an episode is made for: the formats, their quality and the silence that a publisher asks for."""

from collections.abc import Mapping
from dataclasses import dataclass

FORMATS = ("mp3", "m4b", "m4a", "opus", "flac", "wav")
QUALITIES = ("small", "standard", "better")


@dataclass(frozen=True, slots=True)
class Preset:
    """A set of choices with a name; what the listener chooses himself wins over each."""

    formats: tuple[str, ...] = ("mp3",)
    quality: str = "standard"
    split: str = ""
    """"chapters" for a file of each chapter beside the whole, or ""."""
    rate: int = 0
    """Samples a second, or 0 for those of the voice."""
    head_ms: int = 0
    """Silence in front of each chapter."""
    tail_ms: int = 0
    """Silence behind each chapter, besides its own."""
    ceiling_dbtp: float = -1.0
    """What no true peak exceeds."""


PRESETS: Mapping[str, Preset] = {
    "podcast": Preset(),
    "acx": Preset(quality="acx", split="chapters", rate=44_100, head_ms=750, tail_ms=1_000, ceiling_dbtp=-3.0),
    "archive": Preset(formats=("flac",)),
}
"""`acx` is what Audible's exchange asks of audiobooks: MP3 with 192 kbit/s, constant, at 44.1 kHz, a file a chapter,
and peaks below -3 dB."""
