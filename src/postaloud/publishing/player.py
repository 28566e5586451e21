"""An episode in, its player out: one page with the article, the sound beside it and the controls to listen with."""

import json
import re
from collections.abc import Iterable, Mapping
from html import escape

from postaloud.model.episode import Enclosure, Episode, texts_of
from postaloud.model.recording import Chapter
from postaloud.publishing.body import Body, rebuild_with_announcements
from postaloud.publishing.durations import clock
from postaloud.publishing.markup import element, escaped, opening, section_id
from postaloud.publishing.plain import kept_lines, one_line
from postaloud.publishing.player_files import frame, policy, script, style
from postaloud.publishing.player_wording import player_language, player_words
from postaloud.publishing.timings import WORD_MS, timings
from postaloud.publishing.transcript import page_facts, page_footer, page_language, page_metas, shown_title
from postaloud.publishing.wording import Wording, foreign, wording_for

LONG = 400
"""Utterances from which on a page lays out only what is near the window."""
BOOK_PLACE = "<!-- book -->"
"""Where a page names the e-book that is made later."""
_SLOT = re.compile(r"\{(\w+)\}")
_MINUTES = (5, 10, 15, 30, 45, 60)
_KEYS = (
    ("{space}", "play"), ("←", "sentence_before"), ("→", "sentence_next"), ("K", "paragraph_before"),
    ("J", "paragraph_next"), ("P", "section_before"), ("N", "section_next"), ("L", "leave"), (",", "back"),
    (".", "ahead"), ("+", "faster"), ("-", "slower"), ("0", "normal"), ("W", "where"), ("C", "to_chapters"),
    ("S", "sleep"), ("F", "follow"), ("?", "this_help"),
)  # fmt: skip
_SAID_BY_SCRIPT = (
    "play", "pause", "times", "of", "no_list", "sleep_set", "sleep_set_section", "sleep_unset", "copied", "on", "off",
    "follow", "loading", "cannot",
)  # fmt: skip
_UNSAFE = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""What would end a script or start markup inside one (HTML, 4.12.1.3)."""


def to_player(episode: Episode) -> str:
    """Return a page that needs nothing but the sound beside it, and loads nothing else; it works without its script."""
    wording, words = wording_for(episode.lang), player_words(episode.lang)
    body = rebuild_with_announcements(episode, wording)
    own = foreign(wording, episode.lang)
    is_long = len(episode.recording.cues) >= LONG
    before = [
        "<!DOCTYPE html>",
        opening("html", page_language(episode)),
        _head(episode),
        "<body>",
        element("a", words["skip"], {"class": "skip", "href": "#text", **own}),
        "<main><article>",
        element("header", _lines([body.title or element("h1", escaped(shown_title(episode))), *page_facts(episode)])),
        _controls(episode, words, own),
        _chapters(episode, words, body, own),
        opening("div", {"id": "text", "class": "long" if is_long else ""}),
    ]
    after = ["</div>", _about(episode, wording, words, own), "</article></main>"]
    after += ['<div id="ruler" aria-hidden="true"></div>', _data(episode, words), "</body>", "</html>"]
    return "".join(("\n".join(filter(None, before)), *body.blocks, _lines(after)))  # a long body is copied once


def _head(episode: Episode) -> str:
    policy_meta = {"http-equiv": "Content-Security-Policy", "content": policy()}
    tags = [opening("meta", {"charset": "utf-8"}), opening("meta", policy_meta), *page_metas(episode)]
    tags += [opening("link", {"rel": "icon", "href": "data:,"}), element("style", style()), element("script", script())]
    return element("head", _lines(tags))


def _controls(episode: Episode, words: Mapping[str, str], own: Mapping[str, str]) -> str:
    length = episode.recording.duration_ms
    put_in = {
        **{name: escape(word) for name, word in words.items()},
        "own": "".join(f' {name}="{value}"' for name, value in own.items() if value),
        "sources": "\n".join(map(_source, _whole(episode))),
        "seconds": str(max(length // 1000, 1)),
        "start": words["of"].replace("{}", clock(0), 1).replace("{}", clock(length), 1),
        "length": clock(length),
        "normal_rate": words["times"].replace("{}", "1"),
        "minutes": "\n".join(element("option", f"{count} min", {"value": str(count)}) for count in _MINUTES),
        "key_rows": "\n".join(_key(key.replace("{space}", words["space"]), words[name]) for key, name in _KEYS),
    }
    return _SLOT.sub(lambda found: put_in[found[1]], frame())


def _whole(episode: Episode) -> list[Enclosure]:
    return [sound for sound in episode.enclosures if not sound.chapter]


def _source(sound: Enclosure) -> str:
    return opening("source", {"src": f"{sound.name}?v={sound.sha256[:12]}", "type": sound.mime})


def _key(key: str, deed: str) -> str:
    return element("div", element("dt", escaped(deed)) + element("dd", element("kbd", escaped(key))))


def _chapters(episode: Episode, words: Mapping[str, str], body: Body, own: Mapping[str, str]) -> str:
    chapters = episode.recording.chapters
    if len(chapters) < 2:
        return ""
    title = element("p", words["chapters"], {"id": "chapters-title", **own})
    rows = element("ol", _lines(_chapter(chapter, body) for chapter in chapters))
    return element("nav", _lines([title, rows]), {"id": "chapters", "aria-labelledby": "chapters-title"})


def _chapter(chapter: Chapter, body: Body) -> str:
    title = escaped(one_line(chapter.title)) or str(chapter.number)
    place = section_id(chapter.number) if chapter.number in body.sections else "text"
    row = f"{element('a', title, {'href': f'#{place}'})} {element('span', clock(chapter.start_ms))}"
    return element("li", row, {"class": f"l{chapter.level}" if chapter.level > 2 else ""})


def _about(episode: Episode, wording: Wording, words: Mapping[str, str], own: Mapping[str, str]) -> str:
    rows = element("ul", _lines([*_downloads(episode, words), BOOK_PLACE]))
    return element(
        "footer",
        _lines([element("p", words["downloads"]), rows, *page_footer(episode, wording)]),
        {"id": "about", **own},
    )


def _downloads(episode: Episode, words: Mapping[str, str]) -> Iterable[str]:
    names = texts_of(episode.identity.slug)
    for sound in _whole(episode):
        kind = sound.name.rpartition(".")[2].upper()
        yield _download(sound.name, f"{kind} ({sound.size / 1e6:.1f} MB)")
    yield _download(names["captions"], f"{words['captions']} (WebVTT)")
    yield _download(names["subtitles"], f"{words['captions']} (SRT)")
    yield _download(names["chapters"], f"{words['chapters']} (JSON)")
    yield element("li", element("a", words["transcript"], {"href": names["transcript"]}))


def _download(name: str, text: str) -> str:
    return f"<li>{opening('a', {'href': name})[:-1]} download>{escaped(text)}</a></li>"


def with_book(page: str, name: str, lang: str) -> str:
    """Return a player that names the e-book beside it; `lang` is the article's language."""
    row = _download(name, f"{player_words(lang)['book']} (EPUB)")
    return page.replace(f"\n{BOOK_PLACE}\n", f"\n{row}\n{BOOK_PLACE}\n", 1) if row not in page else page


def _data(episode: Episode, words: Mapping[str, str]) -> str:
    recording = episode.recording
    data = {
        "id": episode.identity.guid,
        "lang": player_language(episode.lang),
        "title": shown_title(episode),
        "artist": one_line(episode.byline),
        "duration": recording.duration_ms,
        "unit": WORD_MS,
        "words": {name: words[name] for name in _SAID_BY_SCRIPT},
        "chapters": [[c.start_ms, _label(c, episode, words), one_line(c.title)] for c in recording.chapters]
        or [[0, "", shown_title(episode)]],
        "cues": list(timings(recording.cues)),
    }
    text = kept_lines(json.dumps(data, ensure_ascii=False, separators=(",", ":"))).translate(_UNSAFE)
    return f'<script type="application/json" id="data">{text}</script>'


def _label(chapter: Chapter, episode: Episode, words: Mapping[str, str]) -> str:
    last = max((each.number for each in episode.recording.chapters), default=0)
    if not chapter.number or last < 2:
        return ""
    return words["section_of"].replace("{}", str(chapter.number), 1).replace("{}", str(last), 1)


def _lines(parts: Iterable[str]) -> str:
    return "".join(f"\n{part}" for part in parts if part) + "\n"
