"""A page without an article goes in, what it is instead comes out: a login, a paywall, an empty shell."""

import re
from typing import NamedTuple

_SAVE = "open it in a browser, save the page as an HTML file and give its path"


class _Kind(NamedTuple):
    holds: re.Pattern[str]
    """What the page's source holds."""
    says: re.Pattern[str]
    """What its few words say, where it has any."""
    meaning: str


def _ignoring_case(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_KINDS = (
    _Kind(
        _ignoring_case(r"<meta[^>]{0,200}http-equiv=[\"']?refresh[^>]{0,200}url=\s*[\"']?(?P<target>[^\"'>\s]{1,500})"),
        _ignoring_case(r"redirect|moved|not automatically|click here|please wait|continue"),
        "only sends on to {target}; give that address",
    ),
    _Kind(
        _ignoring_case(r"<input[^>]{0,500}type=[\"']?password"),
        _ignoring_case(r"log ?in|sign ?in|password|subscri|account|member|register"),
        f"shows only a form to log in; log in, {_SAVE}",
    ),
    _Kind(
        _ignoring_case(r"(?:class|id)=[\"'][^\"']{0,200}(?:paywall|pay-wall|regwall|subscribe-wall|meter-wall)"),
        _ignoring_case(r"subscri|member|register|to continue|unlock"),
        f"shows only a paywall; log in, {_SAVE}",
    ),
    _Kind(
        _ignoring_case(r"<frameset[\s>]"),
        _ignoring_case(r"frame"),
        "consists of frames; give the address of the frame that holds the text",
    ),
    _Kind(
        _ignoring_case(
            r"<div[^>]{0,200}\sid=[\"']?(?:root|app|__next|__nuxt|___gatsby|react-root|main-app|svelte|q-app)[\"'\s>]"
            r"|<(?:app-root|ion-app|flutter-view)[\s>]"
        ),
        _ignoring_case(r"loading|please wait|java ?script"),
        f"is an empty shell, which scripts fill in a browser; {_SAVE}",
    ),
)
_SCRIPT = _ignoring_case(r"<script[\s>]")
_UNSEEN = re.compile(
    r"<(script|style|title|noscript|template)[\s>].*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)|<[^>]*(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_SAYS = re.compile(r"[^\W_]")
_NOT_FREE = re.compile(r"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
_WITHIN = 300_000
FEW_WORDS = 40
"""A page of so many words or fewer may be no article."""


def what_instead(source: str, words: str) -> str:
    """Return what a page is instead of an article, as the end of a sentence, or "" where its few words are one.

    `words` is what was found to read in it, at most `FEW_WORDS` words, or "".
    """
    source = source[:_WITHIN]
    for kind in _KINDS:
        found = kind.holds.search(source)
        if found and (not words or kind.says.search(words)):
            return kind.meaning.format(**found.groupdict())
    if words:
        return ""
    if _SCRIPT.search(source) and not _SAYS.search(_UNSEEN.sub("", source)):
        return _KINDS[-1].meaning
    return "has nothing to read: no article was found in it"


def is_not_free(source: str) -> bool:
    """Return whether a page says that strangers get only a part of it (schema.org, isAccessibleForFree)."""
    return _NOT_FREE.search(source) is not None
