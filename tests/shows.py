"""Shows and their folders, made by hand."""

import hashlib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from episodes import episode_of, paragraph
from postaloud import publishing
from postaloud.model.episode import Enclosure, Identity, Listing, Show
from postaloud.model.recording import Chapter
from postaloud.publishing import read_listing, to_episode_json

SOUND = b"ID3 the sound of tea"
SHOW = Show(
    title="Tea talk",
    author="Nora",
    email="nora@tea.example",
    description="All about tea.",
    language="en-GB",
    base_url="https://tea.example/podcast/",
    categories=("Leisure/Crafts", "Arts"),
    license="cc-by-4.0",
    copyright="2024 Nora",
)
LISTING = Listing(
    identity=Identity("https://tea.example/pot/", "5f2c9d0e-0000-5000-8000-000000000001", "tea-0a1b2c", "2024-11-08"),
    title="Tea & time",
    published=datetime(2024, 11, 8, tzinfo=UTC),
    lang="en-GB",
    duration_ms=125_400,
    enclosures=(Enclosure("tea-0a1b2c.mp3", "audio/mpeg", 1234, "ab" * 32, 125_400),),
    byline="Nora",
    site="The Pot",
    description="How to make <tea>.",
    address="https://tea.example/pot/",
    voice="espeak, en-gb",
    chapters=(Chapter(0, 60_500, "Tea & time"), Chapter(60_500, 125_400, "Steep <slowly>", anchor="#steep")),
    files={
        "captions": "tea-0a1b2c.vtt",
        "subtitles": "tea-0a1b2c.srt",
        "chapters": "chapters.json",
        "transcript": "transcript.html",
    },
)


def listing_of(number: int) -> Listing:
    """Return the episode of a day, a higher number being newer."""
    identity = Identity(str(number), f"5f2c9d0e-0000-5000-8000-{number:012}", f"tea-{number:06}", "")
    moment = datetime.fromtimestamp(1_700_000_000 + number * 86_400, UTC)
    return replace(LISTING, identity=identity, title=f"Tea {number}", published=moment)


def put_episode(folder: Path, number: int = 1, sound: bytes = SOUND, day: str = "2024-11-08") -> Listing:
    """Write an episode's folder, as `narrate` does, and return what a feed tells of it."""
    made = episode_of(paragraph("Warm the pot.", "Pour."), paragraph("Wait a while."))
    slug = f"tea-{number:06}"
    enclosure = Enclosure(f"{slug}.mp3", "audio/mpeg", len(sound), hashlib.sha256(sound).hexdigest(), 4000)
    identity = Identity(f"tea-{number}.html", f"5f2c9d0e-0000-5000-8000-{number:012}", slug, day)
    made = replace(made, identity=identity, title=f"Tea {number}", enclosures=(enclosure,))
    place = folder / slug
    place.mkdir(parents=True)
    (place / f"{slug}.mp3").write_bytes(sound)
    (place / f"{slug}.vtt").write_text("".join(publishing.to_webvtt(made.recording.cues)))
    (place / f"{slug}.srt").write_text("".join(publishing.to_srt(made.recording.cues)))
    (place / "chapters.json").write_text(publishing.to_json_chapters(made))
    (place / "transcript.html").write_text(publishing.to_transcript(made))
    (place / "index.html").write_text(publishing.to_player(made))
    (place / "episode.json").write_text(to_episode_json(made))
    return read_listing((place / "episode.json").read_text())
