"""Checkers that npm brings: they read what was published, and find nothing."""

import json
import os
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

from acceptance_types import Postaloud
from episodes import cues_of, say
from peers import NODE, needs_node
from postaloud.model.episode import Enclosure
from postaloud.model.script import Part, Role, Script
from postaloud.publishing import Document, to_entry, to_rss, to_webvtt
from shows import LISTING, SHOW

FOLDER = "https://tea.example/podcast/tea-0a1b2c/"
OTHERS = (
    Enclosure("tea-0a1b2c.opus", "audio/ogg", 567, "cd" * 32, 125_400),
    Enclosure("tea-0a1b2c.flac", "audio/flac", 890, "00" * 32, 125_400),
)
READ_FEED = """
import { parseFeed } from "podcast-partytime";
import { readFileSync } from "node:fs";
console.log(JSON.stringify(parseFeed(readFileSync(0, "utf8"))));
"""
READ_CAPTIONS = """
globalThis.window = {};
const { WebVTT } = (await import("vtt.js")).default;
import { readFileSync } from "node:fs";
class VTTCue { constructor(start, end, text) { Object.assign(this, { startTime: start, endTime: end, text }); } }
globalThis.window.VTTCue = globalThis.VTTCue = VTTCue;
const cues = [], errors = [];
const parser = new WebVTT.Parser({ VTTCue }, WebVTT.StringDecoder());
parser.oncue = (cue) => cues.push([cue.startTime, cue.endTime, cue.text]);
parser.onparsingerror = (error) => errors.push(error.message);
parser.parse(readFileSync(0, "utf8"));
parser.flush();
console.log(JSON.stringify({ cues, errors }));
"""


def _run(script: str, text: str, folder: Path) -> Any:  # noqa: ANN401 - whatever the script prints
    """Run a module that finds the packages of npm, and return what it prints."""
    (folder / "node_modules").symlink_to(NODE.resolve())
    (folder / "read.mjs").write_text(script)
    command = ["node", str(folder / "read.mjs")]
    return json.loads(subprocess.run(command, input=text.encode(), check=True, capture_output=True, timeout=60).stdout)


@needs_node("podcast-partytime")
def test_partytime_reads_the_value_of_every_tag(tmp_path: Path) -> None:
    listing = replace(LISTING, enclosures=(*LISTING.enclosures, *OTHERS), season=2, episode=3, explicit=True)
    feed = b"".join(to_rss(SHOW, Document("feed.xml", [to_entry(listing, SHOW, has_book=False)]))).decode()

    read = _run(READ_FEED, feed, tmp_path)

    assert {name: read[name] for name in SHOW_AS_READ} == SHOW_AS_READ
    (item,) = read["items"]
    assert {name: item[name] for name in ITEM_AS_READ} == ITEM_AS_READ
    assert item["description"].startswith("<p>How to make ")
    assert '<a href="https://tea.example/pot/#steep">00:01:00 Steep ' in item["content"]


SHOW_AS_READ = {
    "title": "Tea talk",
    "description": "All about tea.",
    "link": "https://tea.example/podcast/",
    "language": "en-gb",
    "copyright": "2024 Nora",
    "managingEditor": "nora@tea.example (Nora)",
    "lastBuildDate": "2024-11-08T00:00:00.000Z",
    "generator": "postaloud",
    "image": {
        "url": "https://tea.example/podcast/cover.jpg",
        "title": "Tea talk",
        "link": "https://tea.example/podcast/",
    },
    "pubsub": {"self": "https://tea.example/podcast/feed.xml"},
    "author": "Nora",
    "itunesType": "episodic",
    "explicit": False,
    "itunesImage": "https://tea.example/podcast/cover.jpg",
    "owner": {"name": "Nora", "email": "nora@tea.example"},
    "itunesCategory": ["Leisure > Crafts", "Arts"],
    "guid": "80c40b82-307d-584c-838c-99fc6691c960",
    "medium": "podcast",
    "locked": True,
    "podcastOwner": "nora@tea.example",
    "license": {"identifier": "cc-by-4.0", "url": "https://spdx.org/licenses/CC-BY-4.0.html"},
    "podcastTxt": [{"value": "A synthetic voice speaks every episode.", "purpose": "ai-content"}],
}
ITEM_AS_READ = {
    "title": "Tea & time",
    "link": "https://tea.example/pot/",
    "guid": "5f2c9d0e-0000-5000-8000-000000000001",
    "pubDate": "2024-11-08T00:00:00.000Z",
    "enclosure": {"url": f"{FOLDER}tea-0a1b2c.mp3?v=abababababab", "length": 1234, "type": "audio/mpeg"},
    "author": "Nora",
    "duration": 126,
    "explicit": True,
    "itunesEpisodeType": "full",
    "itunesSeason": 2,
    "itunesEpisode": 3,
    "podcastSeason": {"number": 2},
    "podcastEpisode": {"number": 3},
    "podcastChapters": {"url": f"{FOLDER}chapters.json", "type": "application/json+chapters"},
    "podcastTranscripts": [
        {"url": f"{FOLDER}tea-0a1b2c.vtt", "type": "text/vtt", "language": "en-GB"},
        {"url": f"{FOLDER}tea-0a1b2c.srt", "type": "application/srt", "language": "en-GB"},  # as it names x-subrip
        {"url": f"{FOLDER}transcript.html", "type": "text/html", "language": "en-GB"},
    ],
    "podcastPeople": [{"name": "Nora", "role": "Author", "group": "Writing"}],
    "podcastTxt": [{"value": "The voice is synthetic: espeak, en-gb.", "purpose": "ai-content"}],
    "alternativeEnclosures": [
        {
            "type": mime,
            "length": size,
            "source": [{"uri": f"{FOLDER}tea-0a1b2c.{suffix}?v={version}", "contentType": mime}],
            "default": False,
            "integrity": {"type": "sri", "value": f"sha256-{sri}="},
        }
        for mime, size, suffix, version, sri in (
            ("audio/ogg", 567, "opus", "cd" * 6, "zc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc3Nzc0"),
            ("audio/flac", 890, "flac", "00" * 6, "A" * 43),
        )
    ],
}


@needs_node("vtt.js")
def test_vtt_js_reads_every_sentence_apart_from_the_others(tmp_path: Path) -> None:
    sentences = ["Warm the pot --> now.", "Pour <b>slowly</b> & wait.", "x" * 200, "先に湯を沸かし、" * 20, "Done."]
    script = Script("Tea", "en", (Part((say("Item 1.", Role.ANNOUNCEMENT), *map(say, sentences))),))

    read = _run(READ_CAPTIONS, "".join(to_webvtt(cues_of(script))), tmp_path)

    assert read["errors"] == []
    times = [time for start, end, _ in read["cues"] for time in (start, end)]
    assert times == sorted(times)
    assert times[-1] <= cues_of(script)[-1].end_ms / 1000
    assert len(read["cues"]) >= len(sentences)


@needs_node("@daisy/ace-cli")
def test_ace_finds_no_barrier_in_an_e_book(postaloud: Postaloud, show: str, tmp_path: Path) -> None:
    assert postaloud("publish", "out", "--epub").returncode == 0
    book = tmp_path / "out" / show / f"{show}.epub"
    chromium = {"PUPPETEER_EXECUTABLE_PATH": "/usr/bin/chromium", "CHROME_PATH": "/usr/bin/chromium"}

    command = ["node", str(NODE / "@daisy/ace-cli/bin/ace.js"), "--outdir", str(tmp_path / "ace"), str(book)]
    subprocess.run(command, check=True, capture_output=True, timeout=100, env={**os.environ, **chromium})

    report = json.loads((tmp_path / "ace" / "report.json").read_text())
    assert report["earl:result"] == {"earl:outcome": "pass"}
    assert [found for page in report["assertions"] for found in page["assertions"]] == []
