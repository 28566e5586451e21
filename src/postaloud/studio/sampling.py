"""Parts and a limit in, the first stretch of them out, recorded: it ends with the last sentence that fits."""

from collections.abc import Sequence
from dataclasses import replace

from postaloud.model.recording import Takes
from postaloud.model.script import Part, Utterance
from postaloud.studio.record import Studio, record


def record_sample(parts: Sequence[Part], studio: Studio, limit_ms: int) -> tuple[list[Part], list[Takes]]:
    """Record parts until `limit_ms` is reached, and of the last one only what fits; never less than one sentence."""
    left = limit = limit_ms * studio.rate // 1000
    kept: list[Part] = []
    takes: list[Takes] = []
    for part, several in zip(parts, record(parts, replace(studio, ahead=1)), strict=False):
        take = several[0]
        if take.samples <= left:
            kept.append(part)
            takes.append(several)
            left -= take.samples
            continue
        cut = _cut(part, sum(spoken.end <= left for spoken in take.spoken), is_first=not kept)
        if cut is not None:
            kept.append(cut)
            takes.extend(record([cut], studio, start=limit - left))
        break
    return kept, takes


def _cut(part: Part, count: int, *, is_first: bool) -> Part | None:
    """Keep the first `count` utterances, and one at least where the sample would else be empty."""
    count = max(count, 1) if is_first else count
    if not count:
        return None
    places = [place for place, line in enumerate(part.lines) if isinstance(line, Utterance)]
    if count >= len(places):
        return part
    return replace(part, lines=part.lines[: places[count - 1] + 1])
