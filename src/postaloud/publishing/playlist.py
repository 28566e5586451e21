"""An episode in, an M3U playlist of its chapters' files out."""

from pathlib import PurePath

from postaloud.model.episode import Episode
from postaloud.publishing.plain import one_line


def to_playlist(episode: Episode) -> str:
    """Return the files of single chapters in the episode's own format, in order, with their titles and lengths."""
    suffix = PurePath(episode.enclosures[0].name).suffix
    lines = ["#EXTM3U", f"#PLAYLIST:{one_line(episode.title)}"]
    for enclosure in episode.enclosures:
        if enclosure.chapter and enclosure.name.endswith(suffix):
            title = one_line(episode.recording.chapters[enclosure.chapter - 1].title)
            lines += [f"#EXTINF:{enclosure.duration_ms / 1000:.3f},{title}", enclosure.name]
    return "\n".join(lines) + "\n"
