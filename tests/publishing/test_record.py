"""`episode.json`, written and read again."""

import json
from dataclasses import replace

import pytest

from episodes import episode_of, paragraph, with_lost
from postaloud.model.episode import Coverage, Enclosure
from postaloud.model.recording import Chapter
from postaloud.publishing import read_stored, to_episode_json

EPISODE = episode_of(paragraph("Warm the pot.", "Pour.", "Wait."))
OVERRIDES = {"title": "Mein Tee", "z": [1, 2.5, None, {"ü": "\ud800"}], "a": True}


def test_the_record_holds_what_publishing_needs() -> None:
    assert json.loads(to_episode_json(EPISODE)) == {
        "version": 1,
        "guid": EPISODE.identity.guid,
        "slug": "tea-0a1b2c",
        "identity": "https://tea.example/pot/",
        "title": "Tea",
        "byline": "Nora",
        "date": "2024-11-08",
        "lang": "en-GB",
        "address": "https://tea.example/pot/",
        "site": "The Pot",
        "description": "How to make tea.",
        "duration_ms": 4000,
        "voice": "espeak-ng en-gb",
        "synthetic_voice": True,
        "enclosures": [
            {"name": "tea-0a1b2c.mp3", "type": "audio/mpeg", "size": 1234, "sha256": "ab" * 32, "duration_ms": 4000}
        ],
        "files": {
            "captions": "tea-0a1b2c.vtt",
            "subtitles": "tea-0a1b2c.srt",
            "chapters": "chapters.json",
            "transcript": "transcript.html",
            "player": "index.html",
        },
        "chapters": [{"start_ms": 0, "title": "Tea"}],
        "overrides": {},
    }


def test_sentences_that_were_lost_are_counted_and_the_first_are_named() -> None:
    episode = with_lost(episode_of(paragraph(*(f"Sentence {number}." for number in range(1, 9)))), 2, 3, 4, 5, 6, 8)

    assert json.loads(to_episode_json(episode))["losses"] == {
        "count": 6,
        "first": [f"Sentence {number}." for number in (2, 3, 4, 5, 6)],
    }


def test_what_became_of_the_page_is_counted_and_losses_are_named() -> None:
    coverage = Coverage(12, {"navigation": 2, "share": 1}, tuple(f"Line {number}." for number in range(9)))

    assert json.loads(to_episode_json(replace(EPISODE, coverage=coverage)))["coverage"] == {
        "texts": 12,
        "left_out": {"navigation": 2, "share": 1},
        "lost": {"count": 9, "first": [f"Line {number}." for number in range(5)]},
    }


def test_identity_and_overrides_come_back_as_they_were() -> None:
    stored = read_stored(to_episode_json(EPISODE, OVERRIDES))

    assert stored is not None
    assert stored.identity == EPISODE.identity
    assert stored.overrides == OVERRIDES
    assert list(stored.overrides) == list(OVERRIDES)


def test_a_key_with_half_characters_comes_back() -> None:
    identity = replace(EPISODE.identity, key="posts/t\udce9.html")

    stored = read_stored(to_episode_json(replace(EPISODE, identity=identity)).encode().decode())

    assert stored is not None
    assert stored.identity == identity


@pytest.mark.parametrize("letter", ["x", '"', "\\", "茶", "😀", "\x01", "&"])
def test_the_record_stays_small_whatever_it_holds(letter: str) -> None:
    long = letter * 40_000
    chapters = tuple(Chapter(number, number + 1, long[:999], 2, number) for number in range(300))
    sounds = tuple(Enclosure(f"{'s' * 80}.{kind}", "audio/mpeg", 10**9, "f" * 64, 10**7) for kind in "abcde")
    episode = with_lost(episode_of(paragraph(*[long] * 9)), *range(1, 10))
    episode = replace(
        episode, title=long, byline=long, site=long, description=long, voice=long, preview=long, address=long,
        lang=long, enclosures=sounds, recording=replace(episode.recording, chapters=chapters),
    )  # fmt: skip

    text = to_episode_json(episode)

    assert len(text.encode()) < 16_000
    assert read_stored(text) is not None
    assert json.loads(text)["files"]["chapters"] == "chapters.json"


def test_an_ordinary_long_article_keeps_its_chapters() -> None:
    chapters = tuple(Chapter(number, number + 1, f"Chapter about tea {number}", 2, number) for number in range(100))
    episode = replace(EPISODE, recording=replace(EPISODE.recording, chapters=chapters))

    assert len(json.loads(to_episode_json(episode))["chapters"]) == 100


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"episode"',
        "{}",
        "[" * 100_000,
        '{"version": ' + "9" * 5000 + "}",
        '{"version": 1}',
        '{"version": true, "identity": "a", "guid": "b", "slug": "c", "date": ""}',
        '{"version": 0, "identity": "a", "guid": "b", "slug": "c", "date": ""}',
        '{"version": 1, "identity": 7, "guid": "b", "slug": "c", "date": ""}',
        '{"version": 1, "identity": "a", "guid": "b", "slug": "../c", "date": ""}',
        '{"version": 1, "identity": "a", "guid": "b", "slug": "c\\n", "date": ""}',
        '{"version": 1, "identity": "a", "guid": "", "slug": "c", "date": ""}',
        '{"version": "1.2.0", "chapters": []}',
        "\ufeff{}",
        "ID3\x00\x00",
    ],
)
def test_what_is_no_episode_of_ours_is_none(text: str) -> None:
    assert read_stored(text) is None


def test_numbers_that_json_has_not_are_read_as_nothing() -> None:
    start = '{"version": 1, "identity": "a", "guid": "b", "slug": "c", "overrides": '
    stored = read_stored(start + '{"x": NaN, "y": 1e999, "z": 1.5}}')

    assert stored is not None
    assert stored.overrides == {"x": None, "y": None, "z": 1.5}
    assert to_episode_json(EPISODE, stored.overrides)


def test_overrides_of_another_shape_are_none() -> None:
    stored = read_stored('{"version": 2, "identity": "a", "guid": "b", "slug": "c", "overrides": ["title"]}')

    assert stored is not None
    assert stored.overrides == {}
