"""An element goes in, the decks of cards inside it come out: teasers of other pages, laid out side by side."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice, takewhile

from bs4 import Tag

from postaloud.reading.tree import attr, children, elements, heading_level, names
from postaloud.reading.weights import Weight, Weights

_FEWEST = 3
_FEWEST_ARTICLES = 2
_MOST = 0.8
_LONGEST = 450
_LONGEST_TEASER = 320
_MOST_PARTS = 200
_SHORTEST_TITLE = 12
_TITLE = 0.25
_SMALL = 0.25
_HUB = 0.3
_TURNING = re.compile(r"\b(?:swiper|carousel|slick|slider|slides?|glide|splide|owl)\b")
_AROUND_CARDS = frozenset(("div", "section", "ul", "ol", "aside", "main", "article", "nav"))


def decks(root: Tag, weights: Weights) -> frozenset[int]:
    """Return the `id()` of each deck, or of carousels alone where the decks are much of the page: it is a hub then."""
    found = [tag for tag in elements(root) if id(tag) in weights and _is_deck(tag, weights)]
    total = weights[id(root)].prose
    small = [tag for tag in found if _TURNING.search(names(tag)) or weights[id(tag)].prose <= _SMALL * total]
    turning = [tag for tag in found if _TURNING.search(names(tag))]
    is_hub = sum(weights[id(tag)].prose for tag in small if tag not in turning) > _HUB * total
    return frozenset(id(tag) for tag in (turning if is_hub else small))


def _is_deck(tag: Tag, weights: Weights) -> bool:
    """Whether most of what an element holds is cards alike, each with a link to a page as its title."""
    whole = weights.get(id(tag)) or Weight()
    if tag.name not in _AROUND_CARDS or whole.links < _FEWEST_ARTICLES:
        return False
    alike = Counter(child.name for child in children(tag) if id(child) in weights and weights[id(child)].links)
    kind, number = alike.most_common(1)[0] if alike else ("", 0)
    if number < (_FEWEST_ARTICLES if kind == "article" else _FEWEST):
        return False
    cards = [child for child in children(tag) if child.name == kind and _is_card(child, weights)]
    held = sum(weights[id(card)].chars for card in cards)
    return len(cards) >= number * _MOST and held >= whole.chars * _MOST


def _is_card(tag: Tag, weights: Weights) -> bool:
    weight = weights.get(id(tag)) or Weight()
    if not weight.links or not 0 < weight.chars <= _LONGEST or weight.chars - weight.linked > _LONGEST_TEASER:
        return False
    inside = list(islice(elements(tag), _MOST_PARTS))
    is_drawn = tag.name == "article" or any(heading_level(part) or part.name in ("img", "picture") for part in inside)
    return is_drawn and any(_is_title(link, tag, weights) for link in _links(tag, inside))


def _links(tag: Tag, inside: list[Tag]) -> Iterator[Tag]:
    around = [tag.parent] if tag.parent is not None and tag.parent.name == "a" else []
    return (part for part in (*around, *inside) if part.name == "a" and not attr(part, "href").startswith("#"))


def _is_title(link: Tag, card: Tag, weights: Weights) -> bool:
    around = takewhile(lambda part: part is not card, link.parents) if link is not card.parent else ()
    if any(heading_level(part) for part in chain(around, islice(elements(link), _MOST_PARTS))):
        return True
    chars = (weights.get(id(link)) or Weight()).chars
    return chars >= max(_SHORTEST_TITLE, weights[id(card)].chars * _TITLE)
