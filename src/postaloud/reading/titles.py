"""What a page calls its article in several places goes in, the title that most of them share comes out."""

import re
from collections.abc import Sequence

from bs4 import BeautifulSoup, Tag

from postaloud.reading.tree import elements, heading_level, is_hidden, squeeze, visible_text

_SEPARATOR = re.compile(r"\s+[|•·»«:–—-]\s+|\s*[|»]\s*")
_ALIKE = 0.6
_PERMALINKS = " ¶#§🔗"


def vote(soup: BeautifulSoup, root: Tag, declared: Sequence[str], site: str) -> str:
    """Return the article's title: its own h1 where a declared title or `title` agrees, else what these say."""
    h1s = [text for place in (root, soup) for text in _h1s(place)]
    window = squeeze(soup.title.get_text()) if soup.title is not None else ""
    told = [said for said in map(squeeze, declared) if said] + ([window] if window else [])
    for h1 in h1s:
        if normal(h1) != normal(site) and (not told or any(_agree(h1, said) for said in told)):
            return h1
    named = [bare for said in told if (bare := _without_site(said, site))]
    if named:
        return named[0]
    return h1s[0] if h1s else _first_words(root)


def normal(text: str) -> str:
    """Return a title's words alone, in lower case, to compare it with another."""
    return " ".join(re.findall(r"\w+", text.lower()))


def _h1s(place: Tag) -> list[str]:
    found = (tag for tag in elements(place) if tag.name == "h1" and not is_hidden(tag))
    return [text for tag in found if (text := visible_text(tag).rstrip(_PERMALINKS))]


def _agree(h1: str, said: str) -> bool:
    ours, theirs = normal(h1), normal(said)
    if ours and ours == normal(_SEPARATOR.split(said)[0]):
        return True
    if f" {ours} " in f" {theirs} " and (len(ours) * 4 > len(theirs) or ours == normal(_longest(said))):
        return True
    a, b = set(ours.split()), set(theirs.split())
    return bool(a and b) and len(a & b) / len(a | b) >= _ALIKE


def _longest(said: str) -> str:
    return max(_SEPARATOR.split(said), key=len)


def _without_site(said: str, site: str) -> str:
    """Return a title without the name of the site before or after it."""
    parts = list(_SEPARATOR.finditer(said))
    if not parts:
        return "" if site and normal(said) == normal(site) else said
    head, tail = said[: parts[-1].start()], said[parts[-1].end() :]
    first, rest = said[: parts[0].start()], said[parts[0].end() :]
    if site and normal(tail) in normal(site):
        return head
    if site and normal(first) in normal(site):
        return rest
    return head if len(tail.split()) <= 4 and len(tail) < len(head) else said


def _first_words(root: Tag) -> str:
    """A heading of any level is the title of a page that names none, where nothing stands before it."""
    shown = (tag for tag in elements(root) if heading_level(tag) and not is_hidden(tag))
    first = next((text for tag in shown if (text := visible_text(tag))), "")
    return first if visible_text(root).startswith(first) else ""
