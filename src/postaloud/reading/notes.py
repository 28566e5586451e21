"""The element that holds the article goes in, its footnotes and what calls them come out."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from bs4 import Tag

from postaloud.model.article import Block, Note, Paragraph, Run
from postaloud.reading.inline import Style, styled
from postaloud.reading.tree import attr, elements, heading_level, is_hidden, is_inline, names, visible_text
from postaloud.reading.view import CALL, View

_BACK_LINK = "back-link"
_SIGN = re.compile(r"[\[(]?(?:(?:note |fn ?)?(?P<label>\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}))[\])]?", re.IGNORECASE)
_BACK = re.compile(
    r"[\[(]?(?:[↩↑^⤴⬆↵«]\ufe0e?|\d{1,3}|[a-z]{1,2}|[*†‡§¶]{1,3}|back|return|jump up)[\])]?[.:]?", re.IGNORECASE
)
_NAMES = re.compile(r"fn|foot|cite|note|ref|sdfootnote|endnote", re.IGNORECASE)
_HOLDERS = re.compile(r"\b(?:foot-?notes?|end-?notes?|side-?notes?|margin-?notes?)\b")
_ASIDES = re.compile(r"\b(?:side-?note|margin-?note)\b(?!-)")
_ASIDE_TAGS = ("span", "aside", "small", "div")
_CALLING, _CALLED = ("doc-noteref",), ("doc-footnote", "doc-endnote")
_AROUND_A_CALL = ("sup", "span", "small", "cite", "b", "i", "em", "strong")
_FEW = 3
_LONGEST = 3000
"""Characters; what a link leads to beyond this is a part of the article and no note."""


@dataclass(frozen=True, slots=True)
class Found:
    """The notes of a page, before they are read."""

    dropped: Mapping[int, str]
    """What the page leaves out, with calls and back-links, and without what only seemed to be no content."""
    calls: Mapping[int, str]
    bodies: Mapping[str, Tag]
    """The element of each note by the `href` that calls it, in the order of the calls; "#…" of its own if none does."""
    labels: Mapping[str, str]


def find_notes(root: Tag, dropped: Mapping[int, str]) -> Found:
    """Tie calls to notes: a call is a short link down the page to an element that holds little but text."""
    tags = list(elements(root))
    calls: dict[int, str] = {}
    bodies: dict[str, Tag] = {}
    labels: dict[str, str] = {}
    for link, label, body in _ties(root, tags):
        href = f"#{attr(link, 'href').rpartition('#')[2]}"
        calls[id(_whole(link))] = href
        bodies.setdefault(href, body)
        labels.setdefault(href, label)
    _add_others(tags, bodies, calls)
    own = frozenset(map(id, bodies.values()))
    marks = {key: CALL for key in calls if key not in own}
    marks.update((id(link), _BACK_LINK) for body in bodies.values() for link in _back_links(body))
    kept = {id(outer) for body in bodies.values() for outer in _holders(body, root)}
    left = {key: reason for key, reason in dropped.items() if key not in kept}
    return Found({**left, **marks}, calls, bodies, labels)


def read_notes(found: Found, view: View) -> Iterator[Note]:
    """Yield each note with the blocks that it holds."""
    called = frozenset(found.calls.values())
    for href, body in found.bodies.items():
        style = Style()
        for outer in reversed(list(body.parents)):
            style = styled(style, outer, view.lang)
        label = found.labels.get(href, "")
        blocks = _without_label(view.blocks(body, style), label)
        if blocks:
            yield Note(blocks, label, href if href in called else "", view.anchor(body))


def _ties(root: Tag, tags: Sequence[Tag]) -> Iterator[tuple[Tag, str, Tag]]:
    """Yield each link that calls a note, the mark that it shows and the element that holds the note."""
    links = [tag for tag in tags if tag.name == "a" and "#" in attr(tag, "href")]
    if not links:
        return
    places = {id(tag): at for at, tag in enumerate(tags)}
    named = _named(tags)
    bodies: dict[int, Tag | None] = {}
    for link in links:
        fragment = attr(link, "href").rpartition("#")[2]
        target, label = named.get(fragment), _label(link, fragment)
        if target is None or not label or places[id(target)] < places[id(link)]:
            continue
        if id(target) not in bodies:
            bodies[id(target)] = _body(target, root)
        body = bodies[id(target)]
        if body is not None and all(outer is not body for outer in link.parents):
            yield link, label, body


def _named(tags: Sequence[Tag]) -> dict[str, Tag]:
    named: dict[str, Tag] = {}
    for tag in tags:
        for name in (attr(tag, "id"), attr(tag, "name") if tag.name == "a" else ""):
            if name:
                named.setdefault(name, tag)
    return named


def _label(link: Tag, fragment: str) -> str:
    """Return the mark of a note that a link shows, or "" where the link calls none."""
    found = _SIGN.fullmatch(visible_text(link))
    is_raised = link.parent is not None and link.parent.name == "sup"
    is_call = is_raised or attr(link, "role") in _CALLING or bool(_NAMES.search(fragment))
    return found["label"] if found and is_call and not is_hidden(link) else ""


def _body(target: Tag, root: Tag) -> Tag | None:
    """Return the element that holds the note's text: the target itself, or the block that the target starts."""
    body = target
    if _is_silent(target, root):
        return None
    while is_inline(body) and body.parent is not None and body.parent is not root:
        body = body.parent
    said = visible_text(body)
    is_short = 0 < len(said) <= _LONGEST and not _BACK.fullmatch(said)
    others = (tag for tag in elements(body) if heading_level(tag) or tag is root)
    is_alone = body is target or sum("id" in tag.attrs or "name" in tag.attrs for tag in body.find_all("a")) <= 1
    return body if is_short and is_alone and next(others, None) is None and not is_inline(body) else None


def _is_silent(tag: Tag, root: Tag) -> bool:
    """Whether a page hides a note, as for a window that opens above its call."""
    return any(is_hidden(outer) for outer in takewhile(lambda outer: outer is not root, (tag, *tag.parents)))


def _whole(link: Tag) -> Tag:
    """Return the outermost element around a link that holds nothing but the call."""
    whole, said = link, visible_text(link)
    while (outer := whole.parent) is not None and outer.name in _AROUND_A_CALL and len(outer.contents) <= _FEW:
        if visible_text(outer) != said:
            break
        whole = outer
    return whole


def _add_others(tags: Sequence[Tag], bodies: dict[str, Tag], calls: dict[int, str]) -> None:
    """Add the notes that stand where they are called, in the margin, and those that nothing calls."""
    known = frozenset(map(id, bodies.values()))
    for tag in tags:
        is_aside = tag.name in _ASIDE_TAGS and "class" in tag.attrs and bool(_ASIDES.search(names(tag)))
        is_note = is_aside or ("role" in tag.attrs and attr(tag, "role") in _CALLED)
        if not is_note or id(tag) in known or not visible_text(tag):
            continue
        href = f"#{attr(tag, 'id') or f'note-{len(bodies) + 1}'}"
        bodies[href] = tag
        if is_aside:
            calls[id(tag)] = href


def _back_links(body: Tag) -> Iterator[Tag]:
    for link in [tag for tag in elements(body) if tag.name == "a"]:
        is_named = attr(link, "role") == "doc-backlink" or "footnote" in attr(link, "rev")
        is_mark = attr(link, "href").rpartition("/")[2].find("#") >= 0 and _BACK.fullmatch(visible_text(link))
        if is_named or is_mark or "back" in names(link):
            yield link
    yield from (tag for tag in elements(body) if re.search(r"\b(?:backlinks?|fn-bracket)\b", names(tag)))


def _holders(body: Tag, root: Tag) -> Iterator[Tag]:
    """Yield the note and what is around it, as far as its name says that it holds notes."""
    yield body
    for outer in body.parents:
        if outer is root:
            return
        if attr(outer, "role") in ("doc-endnotes", "doc-footnotes") or _HOLDERS.search(names(outer)):
            yield outer


def _without_label(blocks: tuple[Block, ...], label: str) -> tuple[Block, ...]:
    """Take a mark that is typed before a note's text off it, and the signs that stood around the back-link."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph):
        return blocks
    typed = rf"{re.escape(label)}(?=[\s.:)\]]|$)[.:)\]]*|" if label else ""
    start = re.compile(rf"\s*(?:[\[(]?(?:{typed}[.:)\]^]+(?=\s|$)))\s*")
    runs = list(first.runs)
    found = start.match(runs[0].text)
    if found:
        runs[0] = replace(runs[0], text=runs[0].text[found.end() :])
    runs = _trimmed(runs)
    rest = (replace(first, runs=tuple(runs)),) if runs else ()
    return (*rest, *blocks[1:])


def _trimmed(runs: list[Run]) -> list[Run]:
    while runs and not runs[0].text.strip():
        runs = runs[1:]
    return [replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]] if runs else []
