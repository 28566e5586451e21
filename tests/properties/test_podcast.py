"""Laws of a podcast: whatever the texts are, feed, page and e-book are well-formed, and no text becomes markup."""

import json
import re
from dataclasses import replace
from xml.etree import ElementTree as ET

import html5lib
from hypothesis import given, settings
from hypothesis import strategies as st

from episodes import episode_of
from postaloud.listening.ranges import Unsatisfiable, stretch_of
from postaloud.model.recording import Cue
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Role, Utterance
from postaloud.model.timing import packed, unpacked
from postaloud.publishing import (
    BrokenRecord,
    Document,
    book_files,
    read_listing,
    to_entry,
    to_episode_json,
    to_rss,
    to_show_page,
    to_transcript,
    to_webvtt,
)
from postaloud.publishing.words import words_of
from shows import LISTING, SHOW

TEXT = st.text(st.characters(codec=None), max_size=40) | st.text("<>&-\n \"'x\u2028茶]", max_size=80)
LINE: st.SearchStrategy[Line] = st.one_of(
    st.builds(lambda shown, role: Utterance(shown, shown, role), TEXT, st.sampled_from(Role)),
    st.builds(Enter, st.sampled_from(BlockKind), st.sampled_from(["", "1", "iv", "<"]), st.just(""), st.just("")),
    st.builds(Leave, st.sampled_from(BlockKind)),
    st.builds(ChapterMark, TEXT, st.just(2), st.integers(0, 3)),
)
HTML_TAGS = {"html", "head", "body", "p", "br", "a"}


@given(TEXT, TEXT, TEXT)
def test_feed_and_page_are_well_formed_whatever_the_texts_are(title: str, byline: str, description: str) -> None:
    show = replace(SHOW, title=title, author=byline, description=description)
    chapters = tuple(replace(chapter, title=title, anchor=f"#{byline}") for chapter in LISTING.chapters)
    listing = replace(
        LISTING, title=title, byline=byline, description=description, site=title, voice=byline, chapters=chapters
    )
    document = Document("feed.xml", [to_entry(listing, show, has_book=True)])

    item = ET.fromstring(b"".join(to_rss(show, document))).find("channel/item")

    assert item is not None
    notes = item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded", "")
    assert {each.tag for each in html5lib.parse(notes, namespaceHTMLElements=False).iter()} <= HTML_TAGS
    html5lib.HTMLParser(strict=True).parse(b"".join(to_show_page(show, document)).decode())


@settings(max_examples=150)
@given(st.lists(LINE, max_size=20), TEXT)
def test_every_file_of_a_book_is_well_formed_and_binds_each_sentence_once(lines: list[Line], title: str) -> None:
    episode = replace(episode_of(tuple(lines)), title=title)
    captions = "".join(to_webvtt(episode.recording.cues))
    files = dict(book_files(read_listing(to_episode_json(episode)), to_transcript(episode), captions))

    trees = {name: ET.fromstring(text) for name, text in files.items() if not name.endswith(".css")}

    bound = [each.get("src", "") for name, tree in trees.items() if name.endswith(".smil") for each in tree.iter()]
    bound = [src for src in bound if "#" in src]
    assert len(bound) == len(set(bound))
    for src in bound:
        page, _, name = src.partition("#")
        assert trees[f"EPUB/{page}"].find(f".//*[@id='{name}']") is not None
    assert set(re.findall(r"^(s\d+)$", captions, re.MULTILINE)) >= {src.partition("#")[2] for src in bound}


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
)
RECORD = json.loads(to_episode_json(episode_of()))


@given(st.dictionaries(st.sampled_from([*RECORD, "season", "explicit"]), JSON, max_size=4), JSON)
def test_any_record_is_read_or_refused_with_a_reason(values: dict[str, object], overrides: object) -> None:
    text = json.dumps({**RECORD, "overrides": overrides, **values})
    try:
        listing = read_listing(text)
    except BrokenRecord:
        return
    ET.fromstring(b"".join(to_rss(SHOW, Document("feed.xml", [to_entry(listing, SHOW, has_book=False)]))))


@given(st.text("bytes=-,0123456789 ", max_size=30), st.integers(0, 10_000))
def test_a_range_lies_inside_the_file_or_is_refused(header: str, size: int) -> None:
    try:
        stretch = stretch_of(header, size)
    except Unsatisfiable:
        return
    assert 0 <= stretch.start < stretch.start + stretch.length <= size


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 2**32 - 1))), TEXT)
def test_word_times_come_back_and_words_are_those_that_are_shown(times: list[tuple[int, int]], shown: str) -> None:
    cue = Cue(0, 1000, Utterance(shown, shown), words=packed(times))

    assert list(unpacked(cue.words)) == times
    starts = [word.start_ms for word in words_of(cue) if word.start_ms is not None]
    assert starts == sorted(starts)
