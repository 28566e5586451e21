"""A script in, text or plain values out: what `postaloud script` shows."""

from collections.abc import Iterator
from typing import assert_never

from postaloud.model.script import ChapterMark, Earcon, Enter, Leave, Line, Pause, Script, Utterance


def list_script(script: Script) -> Iterator[str]:
    """Yield what will be said, one utterance a line, with pauses in milliseconds and sounds in brackets."""
    for line in script.lines():
        match line:
            case Utterance():
                yield line.said
            case Pause():
                yield f"[{line.ms}]"
            case Earcon():
                yield f"[{line.kind.value} earcon]"
            case ChapterMark():
                yield f"[chapter] {line.title}"
            case Enter() | Leave():
                pass
            case _:
                assert_never(line)


def script_as_json(script: Script) -> dict[str, object]:
    """Return the script as plain values for JSON: every part with every line."""
    parts = [{"section": part.section, "lines": [_plain(line) for line in part.lines]} for part in script.parts]
    return {"title": script.title, "lang": script.lang, "parts": parts}


def _plain(line: Line) -> dict[str, object]:
    match line:
        case Utterance():
            spans = [[span.said_start, span.said_end, span.shown_start, span.shown_end] for span in line.spans]
            words = {"shown": line.shown, "said": line.said, "role": line.role.value, "lang": line.lang}
            return {"type": "utterance", **words, "anchor": line.anchor, "spans": spans}
        case Pause():
            return {"type": "pause", "ms": line.ms}
        case Earcon():
            return {"type": "earcon", "kind": line.kind.value}
        case ChapterMark():
            place = {"level": line.level, "number": line.number, "anchor": line.anchor}
            return {"type": "chapter", "title": line.title, **place}
        case Enter():
            block = {"kind": line.kind.value, "value": line.value, "anchor": line.anchor, "lang": line.lang}
            return {"type": "enter", **block}
        case Leave():
            return {"type": "leave", "kind": line.kind.value}
        case _:
            assert_never(line)
