"""An episode in, JSON chapters out, and back: what podcast apps show beside the recording."""

import json
from collections.abc import Iterator
from urllib.parse import unquote, urldefrag, urljoin

from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, ChapterMark, Enter, Line, Script
from postaloud.publishing.addresses import chapter_address, web_address
from postaloud.publishing.marks import Mark, marks
from postaloud.publishing.plain import one_line
from postaloud.publishing.written import written


def to_json_chapters(episode: Episode) -> str:
    """Return chapters as "JSON chapters 1.2" of the Podcasting 2.0 namespace defines them; times are seconds.

    Lists, tables and code stand in `marks`, a key of ours: as chapters with `toc: false` older apps would show them.
    """
    about = {"version": "1.2.0", "title": one_line(episode.title), "author": one_line(episode.byline)}
    pictures = dict(_pictures(episode.script, episode.address))
    chapters = [_chapter(chapter, episode.address, pictures) for chapter in episode.recording.chapters]
    skippable = [_mark(mark) for mark in marks(episode)]
    return written({**_without_blanks(about), "chapters": chapters, **({"marks": skippable} if skippable else {})})


def _mark(mark: Mark) -> dict[str, object]:
    times = {"startTime": mark.start_ms / 1000, "endTime": mark.end_ms / 1000}
    return {**times, "kind": mark.kind, **_without_blanks({"title": mark.title})}


def _pictures(script: Script, address: str) -> Iterator[tuple[int, str]]:
    """Yield for each chapter with a picture on the web its number and the address of the first one."""
    number: int | None = None
    for line in script.lines():
        if isinstance(line, ChapterMark):
            number = line.number
        elif number is not None and (picture := _picture(line, address)):
            yield number, picture
            number = None


def _picture(line: Line, address: str) -> str:
    if not isinstance(line, Enter) or line.kind is not BlockKind.FIGURE or not line.value:
        return ""
    try:
        return web_address(urljoin(address, line.value))
    except ValueError:  # an address that is none
        return ""


def _chapter(chapter: Chapter, address: str, pictures: dict[int, str]) -> dict[str, object]:
    texts = {
        "title": one_line(chapter.title),
        "url": chapter_address(address, chapter.anchor),
        "img": pictures.get(chapter.number, ""),
    }
    return {"startTime": chapter.start_ms / 1000, "endTime": chapter.end_ms / 1000, **_without_blanks(texts)}


def read_chapters(text: str, duration_ms: int) -> tuple[Chapter, ...]:
    """Return the chapters of a file that `to_json_chapters` wrote; none where it is no such file."""
    try:
        rows = [(round(row["startTime"] * 1000), row) for row in json.loads(text)["chapters"]]
        starts = [start for start, _ in rows]
        return tuple(
            Chapter(start, end, str(row.get("title", "")), anchor=_anchor(str(row.get("url", ""))))
            for (start, row), end in zip(rows, [*starts[1:], duration_ms], strict=True)
        )
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return ()  # each is what one kind of other JSON gives


def _anchor(url: str) -> str:
    fragment = unquote(urldefrag(url).fragment)
    return f"#{fragment}" if fragment else ""


def _without_blanks(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
