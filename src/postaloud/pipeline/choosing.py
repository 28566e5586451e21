"""Settings in, what becomes of the sound out: formats, quality, files and silence, by preset and option."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from postaloud import studio
from postaloud.config import Settings, formats_in
from postaloud.model.preset import PRESETS, Preset
from postaloud.model.script import ChapterMark, Line, Part, Pause


@dataclass(frozen=True, slots=True)
class Choice:
    """The formats of a recording, and what its preset asks for."""

    formats: tuple[studio.Format, ...]
    preset: Preset

    def needs_more(self) -> bool:
        """Tell whether more than MP3 in the voice's own rate is to be made."""
        return bool(self.preset.rate) or any(each.name != "mp3" for each in self.formats)


def choice_of(settings: Settings) -> Choice:
    """Return what is chosen: by the listener, else by the preset."""
    preset = PRESETS[settings.preset or "podcast"]
    split = settings.split or preset.split
    chosen = studio.formats_of(formats_in(settings.format) or preset.formats, settings.quality or preset.quality)
    return Choice(chosen, replace(preset, split=split))


def with_silence(parts: Sequence[Part], preset: Preset) -> tuple[Part, ...]:
    """Return the parts with the silence that a preset asks for at the start and the end of each chapter."""
    if not (preset.head_ms or preset.tail_ms):
        return tuple(parts)
    ends = [number for number, part in enumerate(parts) if number and _opens(part)]
    last = {*(number - 1 for number in ends), len(parts) - 1}
    return tuple(_framed(part, preset, is_last=number in last) for number, part in enumerate(parts))


def _opens(part: Part) -> bool:
    return any(isinstance(line, ChapterMark) for line in part.lines)


def _framed(part: Part, preset: Preset, *, is_last: bool) -> Part:
    lines = tuple(_with_head(part.lines, preset.head_ms))
    return replace(part, lines=(*lines, Pause(preset.tail_ms)) if is_last else lines)


def _with_head(lines: Sequence[Line], head_ms: int) -> Iterator[Line]:
    before_ms = 0
    for line in lines:
        yield line
        before_ms += line.ms if isinstance(line, Pause) else 0
        if isinstance(line, ChapterMark):
            yield Pause(max(0, head_ms - before_ms))
