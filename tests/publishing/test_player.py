"""The player, read again as an HTML5 parser and a browser's policy read it."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from typing import Any
from xml.etree.ElementTree import Element

import html5lib
import pytest

from episodes import Lines, episode_of, items, paragraph, say, with_lost, within
from postaloud.model.episode import Enclosure, Episode
from postaloud.model.recording import Chapter
from postaloud.model.script import BlockKind, Line, Role
from postaloud.model.timing import packed
from postaloud.publishing import to_player, with_book

K = BlockKind
LISTED = (
    within(K.TITLE, say("Tea", Role.TITLE)),
    within(K.PARAGRAPH, say("By Nora.", Role.ANNOUNCEMENT, "#n"), say("Pour.", anchor="#p")),
    (say("List of two.", Role.ANNOUNCEMENT, "#l"),),
    within(K.ORDERED_LIST, within(K.ITEM, say("1.", Role.MARKER, "#l"), say("Warm it.", anchor="#l"), value="1")),
    within(K.TABLE, within(K.ROW, (say("Row one.", Role.ANNOUNCEMENT),), within(K.CELL, say("£3")))),
    (say("End.", Role.ANNOUNCEMENT),),
)


def _page(text: str) -> Element:
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    return page


def _data(text: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', text)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data


def _episode(*lines: Line | Lines, lang: str = "en") -> Episode:
    return episode_of(*lines, lang=lang)


def test_announcements_stand_where_they_are_said_and_can_be_hidden() -> None:
    text = to_player(_episode(*LISTED))

    said = [each for each in _page(text).iter() if each.get("class") == "said" and each.tag == "span"]
    assert ["".join(each.itertext()) for each in said] == ["By Nora. ", "List of two. ", "Row one. ", "End. "]
    assert '</p>\n<p class="said"><span class="said" id="s4" data-start="4500">List of two. </span></p>\n<ol>' in text
    assert '<td><span class="said" id="s7" data-start="9000">Row one. </span><span id="s8"' in text


def test_each_cue_has_a_row_with_its_times_and_the_sentence_that_it_leads_to() -> None:
    rows = _data(to_player(_episode(*LISTED)))["cues"]

    assert rows == [
        [1, 0, 1000],
        [1, 500, 1000],
        [1, 500, 1000],
        [1, 500, 1000, [], 2],
        [1, 500, 1000, [], 1],
        [1, 500, 1000],
        [1, 500, 1000, [], 1],
        [1, 500, 1000],
        [1, 500, 1000],
    ]


def test_words_count_hundredths_of_a_second_from_one_to_the_next_and_a_lost_sentence_has_no_row() -> None:
    episode = with_lost(_episode(paragraph("Lost.", "Pour it slowly now.", "お茶 です")), 1)
    cues = episode.recording.cues
    timed = replace(cues[1], words=packed([(0, 1500), (5, 1724), (15, 2000)]))
    cut = replace(cues[2], words=packed([(0, 3000), (1, 3200), (3, 3500)]))
    recording = replace(episode.recording, cues=(cues[0], timed, cut))

    rows = _data(to_player(replace(episode, recording=recording)))["cues"]

    assert rows == [[2, 1500, 1000, [0, 22, 0, 28]], [1, 500, 1000, [0, 20, 30], 0, [0, 1, 2]]]


def test_the_page_allows_only_its_own_script_and_style_and_the_sound_beside_it() -> None:
    page = _page(to_player(_episode(paragraph("Pour."))))

    (policy,) = (each.get("content") or "" for each in page.iter("meta") if each.get("http-equiv"))
    allowed = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for kind in ("script", "style"):
        (text,) = (each.text or "" for each in page.iter(kind) if each.get("type") is None)
        assert allowed[f"{kind}-src"] == f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
    assert (allowed["default-src"], allowed["connect-src"]) == ("'none'", "'self'")
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on") or name == "style"]
    sources = {value for each in page.iter() for name, value in each.attrib.items() if name == "src"}
    assert sources == {"tea-0a1b2c.mp3?v=abababababab"}


def test_every_format_captions_transcript_and_a_later_book_can_be_downloaded() -> None:
    episode = _episode(paragraph("Pour."))
    other = Enclosure("tea-0a1b2c.opus", "audio/ogg", 2_345_678, "cd" * 32, 1000)
    text = to_player(replace(episode, enclosures=(*episode.enclosures, other)))
    with_one = with_book(text, "tea-0a1b2c.epub", "en")

    links = [(each.get("href"), each.text) for each in _page(with_one).iter("a") if each.get("href")]

    assert [link for link in links if not str(link[0]).startswith(("#", "http"))] == [
        ("tea-0a1b2c.mp3", "MP3 (0.0 MB)"),
        ("tea-0a1b2c.opus", "OPUS (2.3 MB)"),
        ("tea-0a1b2c.vtt", "Captions (WebVTT)"),
        ("tea-0a1b2c.srt", "Captions (SRT)"),
        ("chapters.json", "Chapters (JSON)"),
        ("transcript.html", "Transcript"),
        ("tea-0a1b2c.epub", "E-book with sound (EPUB)"),
    ]
    assert with_book(with_one, "tea-0a1b2c.epub", "en") == with_one
    assert "tea-0a1b2c.epub" not in text


def test_chapters_are_links_to_their_headings_with_their_levels() -> None:
    episode = _episode(within(K.HEADING, say("Water"), value="2"))
    chapters = (Chapter(0, 500, "Tea"), Chapter(500, 700, "Water", 2, 1), Chapter(700, 900, "Soft <water>", 3, 2))
    text = to_player(replace(episode, recording=replace(episode.recording, chapters=chapters)))

    rows = [(row.get("class"), row.findtext("a")) for row in _page(text).iterfind(".//nav//li")]

    assert rows == [(None, "Tea"), (None, "Water"), ("l3", "Soft <water>")]
    assert _data(text)["chapters"] == [
        [0, "", "Tea"],
        [500, "Section 1 of 2", "Water"],
        [700, "Section 2 of 2", "Soft <water>"],
    ]


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("de-AT", ['aria-label="Abspielen"', ">Zum Text</a>"]),
        ("fr", ['aria-label="Lire"']),
        ("es", ['aria-label="Reproducir"']),
        ("ar", ['<html lang="ar" dir="rtl">', '<section id="player" aria-label="Player" lang="en" dir="ltr">']),
        ("pl", ['<section id="player" aria-label="Player" lang="en">']),
    ],
)
def test_the_player_speaks_the_article_s_language_or_is_marked_as_english(lang: str, words: list[str]) -> None:
    text = to_player(_episode(within(K.PARAGRAPH, say("Text.", lang=lang)), lang=lang))

    assert all(word in text for word in words)
    assert "{" not in re.sub(r"<(style|script)[^>]*>.*?</\1>", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("hostile", ["</script><script>alert(1)</script>", "<!--", "{own}", '"><img src=x>', "\u2028"])
def test_text_of_the_page_stays_text(hostile: str) -> None:
    lines = within(K.PARAGRAPH, say(f"{hostile} x", Role.ANNOUNCEMENT), say(f"{hostile} y"))
    chapters = (Chapter(0, 500, f"{hostile} a"), Chapter(500, 700, f"{hostile} b", 2, 1))
    episode = _episode(lines)
    recording = replace(episode.recording, chapters=chapters)

    text = to_player(replace(episode, title=f"{hostile} t", byline=hostile, recording=recording))

    page = _page(text)
    assert len(list(page.iter("script"))) == 2
    assert not list(page.iter("img"))
    assert _data(text)["title"] == f"{hostile} t".strip().replace("\u2028", "").strip()


def test_the_page_is_light() -> None:
    words = [f"word{number % 50}" for number in range(12)]
    sentence = " ".join(words).capitalize() + "."
    episode = _episode(*(paragraph(*[sentence] * 4) for _ in range(200)))
    times = [(found.start(), found.start() * 60) for found in re.finditer(r"\S+", sentence)]
    cues = tuple(
        replace(cue, words=packed((place, cue.start_ms + ms // 5) for place, ms in times))
        for cue in episode.recording.cues
    )

    page = to_player(replace(episode, recording=replace(episode.recording, cues=cues)))

    shown = sum(len(cue.utterance.shown.encode()) for cue in cues)
    assert len(page.encode()) <= 60_000 + 3 * shown
    assert len(to_player(_episode(paragraph("Hello there."))).encode()) <= 55_000


def test_only_a_long_page_lays_out_what_is_near_the_window() -> None:
    short, long = (to_player(_episode(*(paragraph("Pour.", "Stir.") for _ in range(count)))) for count in (10, 210))

    assert '<div id="text">' in short
    assert '<div id="text" class="long">' in long
    assert "#text.long > * { content-visibility: auto;" in long


def test_an_article_without_chapters_or_cues_is_a_page_too() -> None:
    episode = _episode()
    text = to_player(replace(episode, recording=replace(episode.recording, chapters=())))

    assert _data(text)["chapters"] == [[0, "", "Tea"]]
    assert len(list(_page(text).iter("h1"))) == 1
    assert not list(_page(text).iter("nav"))


def test_the_same_episode_gives_the_same_page() -> None:
    assert to_player(_episode(*LISTED, items(K.BULLET_LIST, ""))) == to_player(
        _episode(*LISTED, items(K.BULLET_LIST, ""))
    )
