"""An episode in, its transcript out: a page with the article's structure, and an id and a time for each sentence."""

from urllib.parse import urlsplit

from postaloud.model.episode import Episode
from postaloud.model.recording import Chapter
from postaloud.publishing.addresses import web_address
from postaloud.publishing.body import Body, rebuild
from postaloud.publishing.durations import clock
from postaloud.publishing.markup import element, escaped, opening, section_id
from postaloud.publishing.plain import is_visible, one_line
from postaloud.publishing.style import POLICY, STYLE
from postaloud.publishing.wording import Wording, day_of, direction, foreign, language_tag, wording_for, written_day

_UNREAD = {"data-postaloud": "skip"}
"""Marks what is about the recording: who narrates a transcript again hears the article alone."""


def to_transcript(episode: Episode) -> str:
    """Return a static HTML page that loads nothing and runs nothing; `data-start` counts milliseconds."""
    wording = wording_for(episode.lang)
    body = rebuild(episode, wording)
    header, contents = _header(episode, body), _contents(episode, wording, body)
    before = [
        "<!DOCTYPE html>",
        opening("html", page_language(episode)),
        _head(episode),
        "<body>",
        "<main><article>",
        header,
        contents,
    ]
    after = [_footer(episode, wording), "</article></main>", "</body>", "</html>"]
    return "".join(("\n".join(filter(None, before)), *body.blocks, _lines(after)))  # a long body is copied once


def page_language(episode: Episode) -> dict[str, str]:
    """Return the attributes of a page in the article's language."""
    return {"lang": language_tag(episode.lang) or "en", "dir": direction(episode.lang)}


def _head(episode: Episode) -> str:
    policy = {"http-equiv": "Content-Security-Policy", "content": POLICY}
    tags = [opening("meta", {"charset": "utf-8"}), opening("meta", policy), *page_metas(episode)]
    return element("head", _lines([*tags, element("style", STYLE)]))


def page_metas(episode: Episode) -> list[str]:
    """Return what a page's head says of the article."""
    metas = [{"name": "author", "content": one_line(episode.byline)}]
    metas += [{"name": "description", "content": one_line(episode.description)}]
    links = [{"rel": "canonical", "href": web_address(episode.address)}]
    return [
        opening("meta", {"name": "viewport", "content": "width=device-width, initial-scale=1"}),
        element("title", escaped(shown_title(episode))),
        *(opening("meta", meta) for meta in metas if meta["content"]),
        *(opening("link", link) for link in links if link["href"]),
    ]


def shown_title(episode: Episode) -> str:
    """Return the title, or the slug in place of one that shows nothing."""
    title = one_line(episode.title)
    return title if is_visible(title) else episode.identity.slug


def _header(episode: Episode, body: Body) -> str:
    title = body.title or element("h1", escaped(shown_title(episode)))
    return element("header", _lines([title, *page_facts(episode)]))


def page_facts(episode: Episode) -> list[str]:
    """Return author, site and day, and what part of the article a preview is."""
    wording = wording_for(episode.lang)
    about = [escaped(one_line(text)) for text in (episode.byline, episode.site) if is_visible(text)]
    day = day_of(episode.identity.date)
    if day:
        about.append(
            element("time", written_day(day, wording), {"datetime": day.isoformat(), **_own(episode, wording)})
        )
    preview = wording.preview.format(escaped(one_line(episode.preview)))
    lines = [element("p", " · ".join(about), _UNREAD)] if about else []
    return lines + ([element("p", preview, {**_UNREAD, **_own(episode, wording)})] if episode.preview else [])


def _contents(episode: Episode, wording: Wording, body: Body) -> str:
    chapters = episode.recording.chapters
    if len(chapters) < 2:
        return ""
    rows = element("ol", _lines([_row(chapter, body) for chapter in chapters]))
    return element("nav", _lines([rows]), {"aria-label": wording.chapters, **_UNREAD})


def _row(chapter: Chapter, body: Body) -> str:
    title = escaped(one_line(chapter.title)) or str(chapter.number)
    is_there = chapter.number in body.sections
    place = element("a", title, {"href": f"#{section_id(chapter.number)}"}) if is_there else element("span", title)
    return element("li", f"{place} {element('span', clock(chapter.start_ms))}")


def _footer(episode: Episode, wording: Wording) -> str:
    return element("footer", _lines(page_footer(episode, wording)), {**_own(episode, wording), **_UNREAD})


def page_footer(episode: Episode, wording: Wording) -> list[str]:
    """Return where the article is from, and that a synthetic voice speaks."""
    address = web_address(episode.address)
    host = one_line(episode.site) if is_visible(episode.site) else urlsplit(address).hostname or ""
    link = element("a", wording.article.format(escaped(host)), {"href": address})
    voice = wording.voice.format(escaped(one_line(episode.voice))).replace(" ()", "")
    return [*([element("p", link)] if address else []), element("p", voice)]


def _own(episode: Episode, wording: Wording) -> dict[str, str]:
    return foreign(wording, episode.lang)


def _lines(parts: list[str]) -> str:
    return "".join(f"\n{part}" for part in parts if part) + "\n"
