"""An episode in, JSON chapters out: what podcast apps show beside the recording."""

from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.publishing.addresses import chapter_address
from postaloud.publishing.plain import one_line
from postaloud.publishing.written import written


def to_json_chapters(episode: Episode) -> str:
    """Return chapters as "JSON chapters 1.2" of the Podcasting 2.0 namespace defines them; times are seconds."""
    about = {"version": "1.2.0", "title": one_line(episode.title), "author": one_line(episode.byline)}
    chapters = [_chapter(chapter, episode.address) for chapter in episode.recording.chapters]
    return written({**_without_blanks(about), "chapters": chapters})


def _chapter(chapter: Chapter, address: str) -> dict[str, object]:
    texts = {"title": one_line(chapter.title), "url": chapter_address(address, chapter.anchor)}
    return {"startTime": chapter.start_ms / 1000, "endTime": chapter.end_ms / 1000, **_without_blanks(texts)}


def _without_blanks(texts: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}
