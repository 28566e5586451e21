"""A video, a recording or a frame of another site goes in, a `Figure` with its title comes out."""

import re
from collections.abc import Iterator

from bs4 import Tag

from postaloud.model.article import Figure, FigureKind
from postaloud.reading.inline import Style
from postaloud.reading.phrases import reason_of_phrase
from postaloud.reading.tree import attr, elements, squeeze
from postaloud.reading.view import Item, View

MEDIA = frozenset(("video", "audio", "iframe", "object", "embed", "lite-youtube", "lite-vimeo"))
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_PLAYERS = (
    (
        FigureKind.VIDEO,
        re.compile(r"youtube|youtu\.be|vimeo|dailymotion|wistia|loom\.com|twitch|tiktok|brightcove|jwplayer|/video"),
    ),
    (
        FigureKind.AUDIO,
        re.compile(r"soundcloud|spotify|podcast|bandcamp|simplecast|buzzsprout|libsyn|megaphone|anchor\.fm|/audio"),
    ),
)
_KINDS = {
    "video": FigureKind.VIDEO,
    "audio": FigureKind.AUDIO,
    "lite-youtube": FigureKind.VIDEO,
    "lite-vimeo": FigureKind.VIDEO,
}
_TITLES = ("title", "aria-label", "videotitle", "playlabel", "data-title")
_GENERIC = re.compile(
    r"(?:(?:embedded|youtube|vimeo|soundcloud|spotify|html5|wordpress|blog|video|audio|media|music|podcast|embed|content"
    r"|post|player|frame|iframe|widget|embedding|external|untitled|from|the|of|a|an)(?:\W+|$))+",
    re.IGNORECASE,
)
_NO_CONTENT = re.compile(
    r"captcha|doubleclick|googletagmanager|\bads?\b|adserv|advert|facebook\.com/plugins|platform\.twitter|addthis"
    r"|disqus|mailchimp|subscribe|newsletter|cookie|consent|sign-?up|tracking|about:blank",
    re.IGNORECASE,
)
_PLAY = re.compile(r"^(?:play|watch|listen to)\s*:?\s+", re.IGNORECASE)


def is_media(tag: Tag, view: View) -> bool:
    """Whether an element embeds something to see or to hear, and no furniture."""
    if tag.name not in MEDIA or id(tag) in view.dropped or "hidden" in tag.attrs or "srcdoc" in tag.attrs:
        return False
    told = f"{attr(tag, 'src')} {attr(tag, 'data-src')} {_written(tag)} {attr(tag, 'class')} {attr(tag, 'id')}"
    is_shown = not _HIDING.search(attr(tag, "style")) and attr(tag, "height") not in ("0", "1")
    return is_shown and not _NO_CONTENT.search(told) and attr(tag, "aria-hidden") != "true"


def read_media(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield a figure; a title that only says what it is played with is none."""
    written = _written(tag)
    is_title = written and not _GENERIC.fullmatch(written) and not reason_of_phrase(written)
    yield Figure(
        _PLAY.sub("", written) if is_title else None,
        source=_source(tag),
        anchor=view.anchor(tag),
        kind=_kind(tag),
        lang=style.lang,
    )


def _written(tag: Tag) -> str:
    return next((said for name in _TITLES if (said := squeeze(attr(tag, name)))), "")


def _source(tag: Tag) -> str:
    found = (attr(inner, name) for inner in elements(tag) for name in ("src", "data-src", "data"))
    return next((source for source in found if source), "")


def _kind(tag: Tag) -> FigureKind:
    source = _source(tag).lower()
    players = (kind for kind, pattern in _PLAYERS if pattern.search(source))
    return _KINDS.get(tag.name) or next(players, FigureKind.EMBED)
