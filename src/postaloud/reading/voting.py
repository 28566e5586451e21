"""A body, our own choice and what the judges keep of it go in; what most of them keep comes out, as a choice."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.choosing import OUTSIDE, Choice
from postaloud.reading.hearing import numbers
from postaloud.reading.tree import children, heading_level, is_hidden, is_inline

_GRAM = 4
_COVERED = 0.5
_ENOUGH = 0.55
"""The part of trafilatura's words that a vote must keep, or it is void."""
_WHOLE = frozenset(("ul", "ol", "menu", "dl", "table"))


@dataclass(slots=True)
class _Chunk:
    """The text that stands directly in one block of the page, and who keeps it."""

    owner: Tag
    words: list[str] = field(default_factory=list)
    votes: set[str] = field(default_factory=set)


def vote(body: Tag, ours: Choice, kept: Mapping[str, str]) -> Choice:
    """Keep each block that two of three keep: our own rules, trafilatura's text, readability's elements.

    Lists and tables are kept or left as a whole, a heading where kept prose follows. Where a judge has no vote, one
    of two suffices; where the vote keeps far less than trafilatura did, trafilatura decides alone.
    """
    chunks = tuple(_chunks(body, ours))
    said, alive = _Said(kept.get("trafilatura", "")), numbers(kept.get("readability", ""))
    for chunk in chunks:
        chunk.votes |= {"trafilatura"} if said.holds(chunk.words) else set()
        chunk.votes |= {"readability"} if id(chunk.owner) in alive else set()
    elected = [chunk for chunk in chunks if len(chunk.votes) >= min(2, len(kept))]
    theirs = [chunk for chunk in chunks if "trafilatura" in chunk.votes]
    if _length(elected) < _ENOUGH * _length(theirs):
        elected = theirs
    return _choice(body, ours, {id(chunk.owner) for chunk in chunks}, _with_headings(chunks, _whole(chunks, _between(chunks, {id(chunk.owner) for chunk in elected}))))


def _chunks(body: Tag, ours: Choice) -> Iterable[_Chunk]:
    found: dict[int, _Chunk] = {}
    stack: list[tuple[object, Tag, bool, bool]] = [(body, body, False, False)]
    while stack:
        node, owner, is_inside, is_out = stack.pop()
        if isinstance(node, NavigableString):
            chunk = found.setdefault(id(owner), _Chunk(owner))
            chunk.words += _words(node)
            chunk.votes |= {"ours"} if is_inside and not is_out and chunk.words else set()
        elif isinstance(node, Tag) and not is_hidden(node):
            owner = owner if is_inline(node) else node
            is_inside = is_inside or node is ours.root
            is_out = is_out or id(node) in ours.dropped
            stack.extend((child, owner, is_inside, is_out) for child in reversed(node.contents))
    return (chunk for chunk in found.values() if chunk.words)


def _between(chunks, elected):
    at = [n for n, chunk in enumerate(chunks) if id(chunk.owner) in elected]
    if not at: return elected
    return elected | {id(chunk.owner) for chunk in chunks[at[0]:at[-1]] if "ours" in chunk.votes}


def _length(chunks: Iterable[_Chunk]) -> int:
    return sum(len(chunk.words) for chunk in chunks)


def _whole(chunks: Iterable[_Chunk], elected: set[int]) -> set[int]:
    """Keep a list or a table when more than half of its words are kept, else leave it."""
    inside: dict[int, list[_Chunk]] = {}
    for chunk in chunks:
        outermost = [tag for tag in (chunk.owner, *chunk.owner.parents) if tag.name in _WHOLE]
        if outermost:
            inside.setdefault(id(outermost[-1]), []).append(chunk)
    for group in inside.values():
        owners = {id(chunk.owner) for chunk in group}
        kept = _length(chunk for chunk in group if id(chunk.owner) in elected)
        elected = elected | owners if kept * 2 > _length(group) else elected - owners
    return elected


def _with_headings(chunks: Iterable[_Chunk], elected: set[int]) -> set[int]:
    """Keep a heading of ours where something kept follows before the next heading of its level or above."""
    alive_below = 0
    for chunk in reversed(tuple(chunks)):
        level = heading_level(chunk.owner)
        if level:
            keep = level < alive_below and "ours" in chunk.votes
            elected = elected | {id(chunk.owner)} if keep else elected - {id(chunk.owner)}
            alive_below = min(alive_below, level) if keep else alive_below
        elif id(chunk.owner) in elected:
            alive_below = 7
    return elected


def _choice(body: Tag, ours: Choice, told: set[int], elected: set[int]) -> Choice:
    """Leave out every element without an elected block in it, with our own reason where there is one."""
    filled = {id(tag) for owner in _owners(body, elected) for tag in (owner, *owner.parents)}
    worded = {id(tag) for owner in _owners(body, told) for tag in (owner, *owner.parents)}
    dropped: dict[int, str] = {}
    stack = [body]
    while stack:
        tag = stack.pop()
        reason = ours.dropped.get(id(tag), "")
        if is_hidden(tag):
            continue
        if id(tag) in filled:
            stack.extend(children(tag))
        elif (is_inline(tag) and id(tag.parent) in filled) or id(tag) not in worded:
            dropped |= {id(tag): reason} if reason else {}
        else:
            dropped[id(tag)] = reason or OUTSIDE
    return Choice(body, dropped)


def _owners(body: Tag, elected: set[int]) -> Iterator[Tag]:
    stack = [body]
    while stack:
        tag = stack.pop()
        if id(tag) in elected:
            yield tag
        stack.extend(children(tag))


class _Said:
    """What a judge's text holds, by runs of four words, and by lines for what is shorter."""

    def __init__(self, text: str) -> None:
        self._lines = {" ".join(_words(line)) for line in text.splitlines()}
        self._grams = set(_grams(_words(text)))

    def holds(self, words: list[str]) -> bool:
        if len(words) < _GRAM:
            return " ".join(words) in self._lines
        grams = list(_grams(words))
        return sum(gram in self._grams for gram in grams) >= _COVERED * len(grams)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _grams(words: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[at : at + _GRAM]) for at in range(len(words) - _GRAM + 1))
