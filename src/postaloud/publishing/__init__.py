"""An episode in; captions, chapters, transcript, record and cover out, as text and bytes that others write."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postaloud.publishing.addresses import chapter_address
    from postaloud.publishing.book import book_files
    from postaloud.publishing.captions import to_webvtt
    from postaloud.publishing.chapters import read_chapters, to_json_chapters
    from postaloud.publishing.cover import artwork_for, cover_for, fit_cover, picture_for, to_cover
    from postaloud.publishing.durations import in_words
    from postaloud.publishing.entries import to_entry
    from postaloud.publishing.feed import podcast_guid, to_item, to_rss
    from postaloud.publishing.listing import BrokenRecord, read_listing
    from postaloud.publishing.origins import Made, location_in, read_made
    from postaloud.publishing.player import to_player, with_book
    from postaloud.publishing.playlist import to_playlist
    from postaloud.publishing.record import Stored, read_stored, to_episode_json, with_origin
    from postaloud.publishing.sharing import Document, Entry, Piece, documents
    from postaloud.publishing.show_page import to_show_page
    from postaloud.publishing.subtitles import to_srt
    from postaloud.publishing.transcript import to_transcript

__all__ = [
    "BrokenRecord",
    "Document",
    "Entry",
    "Made",
    "Piece",
    "Stored",
    "artwork_for",
    "book_files",
    "chapter_address",
    "cover_for",
    "documents",
    "fit_cover",
    "in_words",
    "load",
    "location_in",
    "picture_for",
    "podcast_guid",
    "read_chapters",
    "read_listing",
    "read_made",
    "read_stored",
    "to_cover",
    "to_entry",
    "to_episode_json",
    "to_item",
    "to_json_chapters",
    "to_player",
    "to_playlist",
    "to_rss",
    "to_show_page",
    "to_srt",
    "to_transcript",
    "to_webvtt",
    "with_book",
    "with_origin",
]

_HOMES = {
    "BrokenRecord": "listing",
    "Document": "sharing",
    "Entry": "sharing",
    "Made": "origins",
    "Piece": "sharing",
    "Stored": "record",
    "artwork_for": "cover",
    "book_files": "book",
    "chapter_address": "addresses",
    "cover_for": "cover",
    "documents": "sharing",
    "fit_cover": "cover",
    "in_words": "durations",
    "location_in": "origins",
    "picture_for": "cover",
    "podcast_guid": "feed",
    "read_chapters": "chapters",
    "read_listing": "listing",
    "read_made": "origins",
    "read_stored": "record",
    "to_cover": "cover",
    "to_entry": "entries",
    "to_episode_json": "record",
    "to_item": "feed",
    "to_json_chapters": "chapters",
    "to_player": "player",
    "to_playlist": "playlist",
    "to_rss": "feed",
    "to_show_page": "show_page",
    "to_srt": "subtitles",
    "to_transcript": "transcript",
    "to_webvtt": "captions",
    "with_book": "player",
    "with_origin": "record",
}


def __getattr__(name: str) -> object:
    """Load a name's module when it is asked for (PEP 562): the voice can then speak before pages are thought of."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def load() -> None:
    """Load what texts are made with; the cover's library is left to those who draw."""
    for name in ("captions", "chapters", "durations", "player", "record", "subtitles", "transcript"):
        import_module(f"{__name__}.{name}")
