"""An episode in; captions, chapters, transcript, record and cover out, as text and bytes that others write."""

from postaloud.publishing.captions import to_webvtt
from postaloud.publishing.chapters import to_json_chapters
from postaloud.publishing.cover import cover_for, fit_cover, to_cover
from postaloud.publishing.durations import in_words
from postaloud.publishing.record import Stored, read_stored, to_episode_json
from postaloud.publishing.transcript import to_transcript

__all__ = [
    "Stored",
    "cover_for",
    "fit_cover",
    "in_words",
    "read_stored",
    "to_cover",
    "to_episode_json",
    "to_json_chapters",
    "to_transcript",
    "to_webvtt",
]
