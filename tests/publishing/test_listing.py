"""What a feed reads from an `episode.json`."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from importlib.resources import files

import jsonschema
import pytest

from episodes import episode_of, paragraph, with_lost
from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.publishing import BrokenRecord, read_listing, to_episode_json

EPISODE = episode_of(paragraph("Warm the pot.", "Pour."))
SCHEMA = json.loads(files("postaloud.publishing").joinpath("episode.schema.json").read_text())


def _changed(**values: object) -> str:
    return json.dumps({**json.loads(to_episode_json(EPISODE)), **values})


def test_what_was_written_is_read() -> None:
    chapters = (Chapter(0, 900, "Tea"), Chapter(900, EPISODE.recording.duration_ms, "Steep", 2, 1, "#steep"))
    episode = replace(EPISODE, recording=replace(EPISODE.recording, chapters=chapters))

    listing = read_listing(to_episode_json(episode))

    assert listing.identity == episode.identity
    assert listing.published == datetime(2024, 11, 8, tzinfo=UTC)
    assert listing.enclosures == episode.enclosures
    assert [(each.start_ms, each.end_ms, each.title, each.anchor) for each in listing.chapters] == [
        (0, 900, "Tea", ""),
        (900, episode.recording.duration_ms, "Steep", "#steep"),
    ]


def test_overrides_win() -> None:
    overrides = {
        "title": "My tea", "date": "2023-01-02T03:04:05+02:00", "explicit": True, "season": 2, "episode": 7,
        "guid": "not this", "enclosures": [],
    }  # fmt: skip
    listing = read_listing(to_episode_json(EPISODE, overrides))

    assert (listing.title, listing.explicit, listing.season, listing.episode) == ("My tea", True, 2, 7)
    assert listing.published == datetime(2023, 1, 2, 1, 4, 5, tzinfo=UTC)
    assert listing.identity.guid == EPISODE.identity.guid
    assert listing.enclosures == EPISODE.enclosures


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is no JSON"),
        ('{"version": 1', "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it is no object"),
        ("{}", "version is missing or wrong"),
        (_changed(version=2), "it comes from a newer version of postaloud"),
        (_changed(version=True), "version is missing or wrong"),
        (_changed(title="\u200b \n"), "title is missing or wrong"),
        (_changed(title=7), "title is missing or wrong"),
        (_changed(slug="../tea"), "slug is missing or wrong"),
        (_changed(date="yesterday"), '"yesterday" is no date'),
        (_changed(date="0001-01-01T00:00:00+10:00"), '"0001-01-01T00:00:00+10:00" is no date'),
        (_changed(enclosures=[]), "enclosures is wrong"),
        (_changed(enclosures=[{"name": "../a.mp3"}]), "name is missing or wrong"),
        (_changed(enclosures=[7]), "enclosures is wrong"),
        (_changed(files={"captions": "/etc/passwd"}), "files is wrong"),
        (_changed(files=["a"]), "files is wrong"),
        (_changed(duration_ms=-1), "duration_ms is missing or wrong"),
        (_changed(chapters=[{"start_ms": 5}, {"start_ms": 1}]), "its chapters are not in order"),
        (_changed(overrides={"title": ["x"]}), "title is missing or wrong"),
        (_changed(overrides={"explicit": "no"}), "explicit is missing or wrong"),
    ],
)
def test_what_is_broken_is_named(text: str, reason: str) -> None:
    with pytest.raises(BrokenRecord) as raised:
        read_listing(text)

    assert str(raised.value) == reason


@pytest.mark.parametrize(
    "episode",
    [
        EPISODE,
        with_lost(EPISODE, 1),
        replace(EPISODE, byline="", site="", description="", address="", voice="", preview="sections 2-3"),
        replace(EPISODE, title="t" * 5000),
    ],
)
def test_every_record_fits_the_schema(episode: Episode) -> None:
    record = json.loads(to_episode_json(episode, {"title": "x", "season": 2}))

    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(record, SCHEMA)
    assert set(record) <= set(SCHEMA["properties"])


@pytest.mark.parametrize(
    "change", [{"version": 2}, {"slug": "A"}, {"enclosures": []}, {"overrides": []}, {"date": "x"}]
)
def test_the_schema_refuses_what_is_no_record(change: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(json.loads(_changed(**change)), SCHEMA)
