"""A body, our own choice and what judges keep of it go in; what most of them keep comes out, as a choice."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.choosing import OUTSIDE, Choice
from postaloud.reading.hearing import numbers
from postaloud.reading.tree import children, climb, heading_level, is_hidden, is_inline

OURS, TEXT, ELEMENTS = "ours", "trafilatura", "readability"
_GRAM = 4
_COVERED = 0.5
_ENOUGH = 0.55
"""The part of trafilatura's words, or of ours, that a vote must keep, or it is void."""
_FEWEST_WORDS = 50
"""Fewer words than these are no article that we can have missed."""
_WHOLE = frozenset(("ul", "ol", "menu", "dl", "table"))


@dataclass(slots=True)
class _Chunk:
    """The text that stands directly in one block of the page, and who keeps it."""

    owner: Tag
    whole: int = 0
    """The `id()` of the outermost list or table around it, or 0."""
    words: list[str] = field(default_factory=list)
    votes: set[str] = field(default_factory=set)

    @property
    def key(self) -> int:
        return id(self.owner)


def vote(body: Tag, ours: Choice, kept: Mapping[str, str]) -> Choice:
    """Keep each block that two of three keep: our own rules, trafilatura's text, readability's elements.

    What we keep between elected blocks stays; lists and tables are kept or left as a whole, headings where kept prose
    follows. Where the vote keeps far less than trafilatura did, trafilatura decides alone; where a judge has no vote,
    nobody can overrule us.
    """
    if not kept.keys() >= {TEXT, ELEMENTS}:
        return ours
    chunks = tuple(_chunks(body, ours))
    said, alive = _Said(kept[TEXT]), numbers(kept[ELEMENTS])
    for chunk in chunks:
        chunk.votes |= {TEXT} if said.holds(chunk.words) else set()
        chunk.votes |= {ELEMENTS} if chunk.key in alive else set()
    elected = _elected(chunks)
    return _choice(body, ours, chunks, elected) if elected else ours


def cut(body: Tag, ours: Choice, kept: Mapping[str, str]) -> Choice:
    """Leave out of our choice what readability leaves out too, unless that is nearly half of it: then one is wrong."""
    chunks = tuple(_chunks(body, ours))
    alive = numbers(kept.get(ELEMENTS, ""))
    mine = [chunk for chunk in chunks if OURS in chunk.votes]
    both = [chunk for chunk in mine if chunk.key in alive]
    if _length(both) < _ENOUGH * _length(mine):
        return ours
    return _choice(body, ours, chunks, _tidied(chunks, both))


def _chunks(body: Tag, ours: Choice) -> Iterator[_Chunk]:
    found: dict[int, _Chunk] = {}
    stack: list[tuple[object, Tag, int, bool, bool]] = [(body, body, 0, False, False)]
    while stack:
        node, owner, whole, is_inside, is_out = stack.pop()
        if isinstance(node, NavigableString):
            chunk = found.setdefault(id(owner), _Chunk(owner, whole))
            words = _words(node)
            chunk.words += words
            chunk.votes |= {OURS} if words and is_inside and not is_out else set()
        elif isinstance(node, Tag) and not is_hidden(node):
            owner = owner if is_inline(node) else node
            is_inside = is_inside or node is ours.root
            is_out = is_out or id(node) in ours.dropped
            whole = whole or (id(node) if node.name in _WHOLE else 0)
            stack.extend((child, owner, whole, is_inside, is_out) for child in reversed(node.contents))
    return (chunk for chunk in found.values() if chunk.words)


def _elected(chunks: tuple[_Chunk, ...]) -> frozenset[int]:
    """Return what two keep, we among them; where that is far less than judges keep, we have failed, and they decide."""
    elected = [chunk for chunk in chunks if len(chunk.votes) > 1 and OURS in chunk.votes]
    for theirs in (
        [chunk for chunk in chunks if len(chunk.votes) > 1],
        [chunk for chunk in chunks if TEXT in chunk.votes],
    ):
        if _length(elected) < _ENOUGH * _length(theirs) and _length(theirs) >= _FEWEST_WORDS:
            elected = theirs
    return _tidied(chunks, elected)


def _tidied(chunks: tuple[_Chunk, ...], elected: Iterable[_Chunk]) -> frozenset[int]:
    keys = frozenset(chunk.key for chunk in elected)
    return _with_headings(chunks, _whole(chunks, keys | _between(chunks, keys)))


def _length(chunks: Iterable[_Chunk]) -> int:
    return sum(len(chunk.words) for chunk in chunks)


def _between(chunks: tuple[_Chunk, ...], elected: frozenset[int]) -> frozenset[int]:
    places = [at for at, chunk in enumerate(chunks) if chunk.key in elected]
    inside = chunks[places[0] : places[-1]] if places else ()
    return frozenset(chunk.key for chunk in inside if OURS in chunk.votes)


def _whole(chunks: Iterable[_Chunk], elected: frozenset[int]) -> frozenset[int]:
    """Keep a list or a table when more than half of its words are kept, else leave it."""
    groups: dict[int, list[_Chunk]] = {}
    for chunk in chunks:
        if chunk.whole:
            groups.setdefault(chunk.whole, []).append(chunk)
    for group in groups.values():
        keys = frozenset(chunk.key for chunk in group)
        kept = _length(chunk for chunk in group if chunk.key in elected)
        elected = elected | keys if kept * 2 > _length(group) else elected - keys
    return elected


def _with_headings(chunks: tuple[_Chunk, ...], elected: frozenset[int]) -> frozenset[int]:
    alive_below = 0
    left: set[int] = set()
    found: set[int] = set()
    for chunk in reversed(chunks):
        level = heading_level(chunk.owner)
        if level and level < alive_below and (OURS in chunk.votes or chunk.key in elected):
            found.add(chunk.key)
            alive_below = level
        elif level:
            left.add(chunk.key)
        elif chunk.key in elected:
            alive_below = 7
    return (elected | found) - left


def _choice(body: Tag, ours: Choice, chunks: tuple[_Chunk, ...], elected: frozenset[int]) -> Choice:
    """Leave out every element that holds words but none of the elected, with our own reason where there is one."""
    worded = climb(chunk.owner for chunk in chunks)
    filled = climb(chunk.owner for chunk in chunks if chunk.key in elected)
    dropped: dict[int, str] = {}
    stack = [(body, "")]
    while stack:
        tag, above = stack.pop()
        reason = ours.dropped.get(id(tag), "")
        if is_hidden(tag):
            continue
        if id(tag) in filled:
            stack.extend((child, reason or above) for child in children(tag))
        elif id(tag) not in worded or is_inline(tag):
            dropped |= {id(tag): reason} if reason else {}
        else:
            dropped[id(tag)] = reason or above or OUTSIDE
    return Choice(body, dropped)


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
