"""A page's body goes in, out come the element that holds the article and what in and around it is left out."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.model.article import Skip
from postaloud.reading.decks import decks
from postaloud.reading.furniture import Scene, why_dropped
from postaloud.reading.tree import attr, children, climb, elements, is_hidden, names, squeeze, visible_text
from postaloud.reading.weights import Weight, Weights, weigh

OUTSIDE = "outside the article"
_ENOUGH = 0.6
_MOST = 0.8
_BARE_DENSITY = 0.15
_LEAST = 0.05
_TRIFLE = Weight(prose=1)
"""Measured against so little, whatever holds prose is too much of the page to be dropped."""
_BODY_NAMES = re.compile(
    r"(?<![a-z0-9-])(?:entry|post|article|story|blog|blog-post|blogpost|content|main|page|single|markdown|news|body)"
    r"-?(?:content|body|text|copy|main|entry|inner|post|article)s?(?![a-z0-9-])|(?<![a-z0-9-])(?:markdown|rst-content|prose|h-entry|e-content)(?![a-z0-9-])"
)
_BOXES = frozenset(
    ("div", "section", "article", "main", "td", "tr", "tbody", "table", "form", "center", "span", "font")
)
_PLACES = {"header": "site header", "footer": "site footer", "nav": "navigation", "aside": "related"}


@dataclass(frozen=True, slots=True)
class Choice:
    """What of a page is read."""

    root: Tag
    dropped: Mapping[int, str]
    """The reason for each visible element that is left out, by its `id()`; what is inside it needs no entry."""
    kept: int = 0
    """Characters of the page's prose that are read."""
    left: int = 0
    """Characters of its prose that are left out."""


def choose(body: Tag) -> Choice:
    """Choose the article's element by the page's own markup, else by where the prose is densest."""
    weights = weigh(body)
    dropped = judge(body, Scene(weights, weights[id(body)]))
    net = weigh(body, dropped)
    is_wrecked = net[id(body)].prose < weights[id(body)].prose * _LEAST
    if is_wrecked:  # a site that calls everything an advertisement is still read
        dropped = judge(body, Scene(weights, _TRIFLE))
        net = weigh(body, dropped)
    is_bare = not dropped and weights[id(body)].density < _BARE_DENSITY
    root = body if is_bare else _root(body, net)
    keep = frozenset(id(tag) for tag in (root, *root.parents))
    scene = Scene(weights, _TRIFLE if is_wrecked else net[id(root)], keep, decks(root, net))
    inside = judge(root, scene)
    kept = weigh(root, inside)[id(root)].prose
    return Choice(root, {**_around(root, dropped, scene), **inside}, kept, weights[id(body)].prose - kept)


def skips_of(body: Tag, choice: Choice, anchor: Callable[[Tag], str]) -> Iterator[Skip]:
    """Yield each visible text of the body that the choice leaves out, in the order of the page."""
    stack: list[tuple[object, bool]] = [(body, False)]
    while stack:
        node, is_inside = stack.pop()
        if isinstance(node, NavigableString):
            if not is_inside and (text := squeeze(node)):
                yield Skip(text, OUTSIDE)
        elif isinstance(node, Tag) and is_hidden(node):
            continue
        elif isinstance(node, Tag) and id(node) in choice.dropped:
            if text := visible_text(node):
                yield Skip(text, choice.dropped[id(node)], anchor(node))
        elif isinstance(node, Tag):
            is_inside = is_inside or node is choice.root
            stack.extend((child, is_inside) for child in reversed(node.contents))


def judge(root: Tag, scene: Scene) -> dict[int, str]:
    """Return the reason for each element below the root that is left out, by its `id()`."""
    dropped: dict[int, str] = {}
    stack = [root]
    while stack:
        tag = stack.pop()
        if is_hidden(tag):
            continue
        reason = why_dropped(tag, scene)
        if reason:
            dropped[id(tag)] = reason
        else:
            stack.extend(children(tag))
    return dropped


def _root(body: Tag, net: Weights) -> Tag:
    least = net[id(body)].prose * _ENOUGH
    chosen = body
    for tag in elements(body):
        prose = net[id(tag)].prose if id(tag) in net else 0
        is_candidate = prose and prose >= least and _is_marked(tag)
        if is_candidate and (chosen is body or prose >= net[id(chosen)].prose * _MOST):
            chosen = tag
    return chosen if chosen is not body else _densest(body, net)


def _is_marked(tag: Tag) -> bool:
    if tag.name in ("article", "main") or attr(tag, "role") in ("main", "article"):
        return True
    if "articlebody" in attr(tag, "itemprop").lower():
        return True
    return tag.name in ("div", "section", "td") and bool(_BODY_NAMES.search(names(tag)))


def _densest(body: Tag, net: Weights) -> Tag:
    box = body
    while True:
        most = net[id(box)].prose * _MOST
        inner = (child for child in children(box) if child.name in _BOXES and id(child) in net)
        heaviest = max(inner, key=lambda child: net[id(child)].prose, default=None)
        if heaviest is None or net[id(heaviest)].prose < max(most, 1):
            return box
        box = heaviest


def _around(root: Tag, dropped: Mapping[int, str], scene: Scene) -> dict[int, str]:
    """Name the reason for all that stands beside the root and beside the elements it is in."""
    outside: dict[int, str] = {}
    telling = climb(tag for tag in elements(root.find_parent("body") or root) if id(tag) in dropped)
    inner = root
    for outer in root.parents:
        if inner.name in ("body", "html"):
            break
        for child in children(outer):
            if child is not inner:
                outside |= _outside(child, dropped, telling, scene)
        inner = outer
    return outside


def _outside(beside: Tag, dropped: Mapping[int, str], telling: Collection[int], scene: Scene) -> dict[int, str]:
    """Name the reasons inside an element where the rules told some, else one for all of it."""
    outside: dict[int, str] = {}
    stack = [beside]
    while stack:
        tag = stack.pop()
        if is_hidden(tag):
            continue
        reason = dropped.get(id(tag)) or why_dropped(tag, scene) or _PLACES.get(tag.name, "")
        if reason or id(tag) not in telling:
            outside[id(tag)] = reason or OUTSIDE
        else:
            stack.extend(children(tag))
    return outside
