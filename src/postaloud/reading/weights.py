"""A tree goes in, how much text each of its elements holds comes out: all, linked, and prose."""

from collections.abc import Collection
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.tree import children, is_hidden, is_inline, squeeze

_LONG = 80
_PROSE = frozenset(("p", "pre", "blockquote", "li", "dd", "td"))
_FULL = frozenset(("p", "pre", "blockquote"))


@dataclass(slots=True)
class Weight:
    """What one element holds, in characters; it grows while the tree is measured."""

    chars: int = 0
    linked: int = 0
    """Characters inside links and buttons."""
    prose: int = 0
    """Unlinked characters of paragraphs, and of long texts elsewhere."""
    links: int = 0

    def add(self, other: "Weight") -> None:
        """Take in what a part of the element holds."""
        self.chars += other.chars
        self.linked += other.linked
        self.prose += other.prose
        self.links += other.links

    @property
    def density(self) -> float:
        """The share of the characters that is linked, 0 to 1."""
        return self.linked / self.chars if self.chars else 0.0


Weights = dict[int, Weight]
"""By the `id()` of each element: Beautiful Soup compares elements by their whole text."""


def weigh(root: Tag, without: Collection[int] = ()) -> Weights:
    """Measure each visible element, leaving out hidden ones and those whose `id()` is in `without`."""
    weights: Weights = {}
    stack: list[tuple[Tag, bool, str, bool]] = [(root, False, "", False)]
    while stack:
        tag, is_linked, host, is_done = stack.pop()
        if is_done:
            _report(tag, root, weights)
            continue
        host = host if is_inline(tag) else tag.name
        is_linked = is_linked or _is_link(tag)
        weights[id(tag)] = _own(tag, host, is_linked=is_linked)
        stack.append((tag, is_linked, host, True))
        stack.extend(
            (child, is_linked, host, False)
            for child in children(tag)
            if id(child) not in without and not is_hidden(child)
        )
    return weights


def _report(tag: Tag, root: Tag, weights: Weights) -> None:
    if tag is not root and tag.parent is not None:
        weights[id(tag.parent)].add(weights[id(tag)])


def _is_link(tag: Tag) -> bool:
    return tag.name == "button" or (tag.name == "a" and "href" in tag.attrs)


def _own(tag: Tag, host: str, *, is_linked: bool) -> Weight:
    weight = Weight(links=int(_is_link(tag)))
    for child in tag.contents:
        if isinstance(child, NavigableString):
            weight.add(_text(len(squeeze(child)), host, is_linked=is_linked))
    return weight


def _text(chars: int, host: str, *, is_linked: bool) -> Weight:
    if is_linked:
        return Weight(chars, linked=chars)
    share = 1.0 if host in _FULL or chars >= _LONG else 0.5 if host in _PROSE else 0.0
    return Weight(chars, prose=int(chars * share))
