"""Laws of publishing: every output re-parses; cues never overlap; every sentence of a script is in its transcript."""

import io
import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from xml.etree.ElementTree import Element

import html5lib
import pysrt
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from episodes import episode_of
from postaloud import publishing
from postaloud.model.recording import Chapter, Cue
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Role, Utterance
from postaloud.model.timing import packed
from postaloud.publishing import (
    read_stored,
    to_cover,
    to_episode_json,
    to_json_chapters,
    to_transcript,
)
from postaloud.publishing.plain import is_visible, one_line

TEXT = st.text(st.characters(codec=None), max_size=40) | st.text("<>&-\n \"'x\u2028茶", max_size=200)
UTTERANCE = st.builds(
    lambda shown, role, lang, anchor: Utterance(shown, shown, role, lang, anchor),
    TEXT,
    st.sampled_from(Role),
    st.sampled_from(["en", "fr", "he", "<b>"]),
    st.sampled_from(["", "#a", "#b"]),
)
LINE: st.SearchStrategy[Line] = st.one_of(
    UTTERANCE,
    st.builds(Enter, st.sampled_from(BlockKind), st.sampled_from(["", "1", "iv", "<"]), st.just(""), st.just("")),
    st.builds(Leave, st.sampled_from(BlockKind)),
    st.builds(ChapterMark, TEXT, st.just(2), st.integers(0, 3)),
)
WORDS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 5000))).map(packed)
CUE = st.builds(Cue, st.integers(0, 5000), st.integers(0, 5000), UTTERANCE, st.booleans(), st.just(""), WORDS)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)
PARENTS = {
    "li": {"ol", "ul"},
    "dt": {"dl"},
    "dd": {"dl"},
    "tr": {"tbody"},
    "td": {"tr"},
    "th": {"tr"},
    "figcaption": {"figure"},
    "caption": {"table"},
}
CHILDREN = {
    "ol": {"li"},
    "ul": {"li"},
    "dl": {"dt", "dd"},
    "dt": {"span"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
    "p": {"span", "time", "a"},
    "h2": {"span"},
    "pre": {"code"},
}


def to_webvtt(cues: Sequence[Cue]) -> str:
    return "".join(publishing.to_webvtt(cues))


def to_srt(cues: Sequence[Cue]) -> str:
    return "".join(publishing.to_srt(cues))


def _milliseconds(timestamp: str) -> int:
    hours, minutes, seconds = timestamp.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)


@given(st.lists(CUE, max_size=12))
def test_cues_are_in_order_last_and_never_overlap(cues: list[Cue]) -> None:
    text = to_webvtt(cues)

    read = webvtt.from_string(text).captions
    times = [_milliseconds(time) for cue in read for time in (cue.start, cue.end)]
    assert times == sorted(times)
    assert all(end > start for start, end in zip(times[::2], times[1::2], strict=True))
    assert len(read) == text.count(" --> ") == text.count("-->")
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", text)
    assert text.encode()


@given(st.lists(CUE, max_size=12))
def test_subtitles_are_in_order_last_and_show_what_the_captions_show(cues: list[Cue]) -> None:
    text = to_srt(cues)

    read = pysrt.from_string(text)
    times = [time.ordinal for subtitle in read for time in (subtitle.start, subtitle.end)]
    assert times == sorted(times)
    assert all(end > start for start, end in zip(times[::2], times[1::2], strict=True))
    shown = "".join(line for cue in webvtt.from_string(to_webvtt(cues)).captions for line in cue.lines)
    unescaped = re.sub("<[^>]*>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    subtitles = "".join(subtitle.text for subtitle in read).replace("\u2060", "")
    assert "".join(subtitles.split()) == "".join(unescaped.replace("\u2060", "").split())


@given(st.lists(UTTERANCE, max_size=12))
def test_every_sentence_that_is_spoken_and_shows_is_in_some_cue(utterances: list[Utterance]) -> None:
    cues = [Cue(number * 10, number * 10 + 9, utterance) for number, utterance in enumerate(utterances)]

    read = webvtt.from_string(to_webvtt(cues)).captions

    shown = "".join(line for cue in read for line in cue.lines)
    said = "".join(one_line(utterance.shown) for utterance in utterances if is_visible(utterance.shown))
    unescaped = re.sub("</?[cv][^>]*>", "", shown).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    assert "".join(unescaped.split()) == "".join(said.split())


@settings(max_examples=300)
@given(st.lists(LINE, max_size=30))
def test_any_stream_of_lines_gives_a_valid_page_with_every_sentence_once_and_in_order(lines: list[Line]) -> None:
    page: Element = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        to_transcript(episode_of(tuple(lines)))
    )

    ids = Counter(element.get("id") for element in page.iter() if "id" in element.attrib)
    assert not [name for name, count in ids.items() if count > 1]
    assert len(page.findall(".//h1")) == 1
    for parent in page.iter():
        for child in parent:
            assert parent.tag in PARENTS.get(child.tag, {parent.tag})
            assert child.tag in CHILDREN.get(parent.tag, {child.tag})
    _assert_sentences(page, lines)


def _assert_sentences(page: Element, lines: list[Line]) -> None:
    """Titles and captions may move to where HTML wants them; all other sentences keep their order."""
    utterances = [line for line in lines if isinstance(line, Utterance)]
    unshown = {Role.ANNOUNCEMENT, Role.MARKER}
    expected = {
        f"s{number}": "".join(utterance.shown.split())
        for number, utterance in enumerate(utterances, 1)
        if utterance.role not in unshown and is_visible(utterance.shown)
    }
    named = {span.get("id", ""): span for tag in ("span", "td", "th") for span in page.iter(tag)}
    spans = {name: span for name, span in named.items() if name and not name.startswith("sec-")}
    assert spans.keys() == expected.keys()
    moved = page.findall(".//h1//span") + page.findall(".//figcaption//span") + page.findall(".//caption//span")
    order = [int(name[1:]) for span in page.iter() if (name := span.get("id")) in spans and span not in moved]
    assert order == sorted(order)


@given(st.lists(st.builds(Chapter, st.integers(0, 10**8), st.integers(0, 10**8), TEXT, anchor=TEXT), max_size=5), TEXT)
def test_chapters_are_json_that_can_be_written(chapters: list[Chapter], title: str) -> None:
    episode = episode_of()
    episode = replace(episode, title=title, recording=replace(episode.recording, chapters=tuple(chapters)))

    found = json.loads(to_json_chapters(episode).encode())

    assert [chapter["startTime"] * 1000 for chapter in found["chapters"]] == [
        float(chapter.start_ms / 1000) * 1000 for chapter in chapters
    ]


@given(st.dictionaries(st.text(), JSON, max_size=3), TEXT)
def test_overrides_survive_any_narration(overrides: dict[str, object], title: str) -> None:
    text = to_episode_json(replace(episode_of(), title=title), overrides)

    stored = read_stored(text.encode().decode())

    assert stored is not None
    assert stored.overrides == overrides


@given(st.text() | st.text('{}[]",:1e9"version'))
def test_reading_a_record_never_fails(text: str) -> None:
    assert read_stored(text) is None


@settings(max_examples=25, deadline=None)
@given(TEXT, TEXT)
def test_every_title_has_a_cover(title: str, site: str) -> None:
    cover = to_cover(title, site)

    with Image.open(io.BytesIO(cover)) as image:
        assert image.size == (600, 600)
    assert len(cover) <= 60_000
