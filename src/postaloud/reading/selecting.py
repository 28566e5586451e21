"""A page's body and its author's choices go in, what of the page is read comes out."""

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.choices import compile_selector
from postaloud.reading.choosing import Choice, judge
from postaloud.reading.furniture import SKIP_MARK, SKIPPED_BY_OPTION, Scene, why_dropped
from postaloud.reading.tree import attr, children, elements, is_hidden
from postaloud.reading.weights import Weight, weigh
from postaloud.reading.words import words

NOT_SELECTED = "not selected"
_ROOMS = words("body main article section div center form")
"""Elements that can stand for a whole article; a selected heading or item keeps what it is within one of them."""
_LOOSE = "postaloud-loose"
_TYPED = words(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table thead tbody tr th td hr br em strong i b code s del img"
)
_TELLING = frozenset(("class", "id", "role", "style", "aria-hidden", SKIP_MARK))


def mark_skipped(body: Tag, css: str) -> None:
    """Mark what a selector leaves out; the rules of furniture heed the mark."""
    for tag in compile_selector(css, "--skip").select(_top_of(body)):
        is_all = tag.name in ("html", "body")
        for each in (*children(body), *_wrapped_texts(body)) if is_all else (tag,):
            each.attrs[SKIP_MARK] = SKIPPED_BY_OPTION


def find_selected(body: Tag, css: str) -> tuple[Tag, ...]:
    """Return the elements of the body that match a selector, in the order of the page."""
    found = compile_selector(css, "--select").select(_top_of(body))
    return tuple(tag for tag in found if tag is body or any(parent is body for parent in tag.parents))


def choose_selected(body: Tag, selected: tuple[Tag, ...]) -> Choice:
    """Choose the selected elements, each without the furniture in it, and nothing else."""
    inside = frozenset(map(id, selected))
    above = frozenset(id(parent) for tag in selected for parent in tag.parents)
    weights = weigh(body)
    total = Weight()
    for tag in selected:
        total.add(weights.get(id(tag)) or Weight())
    scene = Scene(weights, total, inside | above)
    dropped: dict[int, str] = {}
    stack = [body]
    while stack:
        tag = stack.pop()
        if id(tag) in inside:
            dropped.update(judge(tag, scene))
        elif id(tag) in above:
            stack.extend((*children(tag), *_wrapped_texts(tag)))
        else:
            dropped[id(tag)] = why_dropped(tag, scene) or NOT_SELECTED
    return Choice(_room_of(selected), dropped)


def choose_all(body: Tag) -> Choice:
    """Choose all that was typed; only raw HTML and calls of footnotes are judged by the rules of furniture."""
    weights = weigh(body)
    scene = Scene(weights, weights[id(body)])
    dropped: dict[int, str] = {}
    stack = [body]
    while stack:
        tag = stack.pop()
        if is_hidden(tag):
            continue
        reason = "" if _is_as_typed(tag) else why_dropped(tag, scene)
        if reason:
            dropped[id(tag)] = reason
        else:
            stack.extend(children(tag))
    return Choice(body, dropped)


def _top_of(body: Tag) -> Tag:
    """Return the whole tree, in which selectors may speak of what is around the body."""
    return (body, *body.parents)[-1]


def _wrapped_texts(tag: Tag) -> Iterator[Tag]:
    """Put loose text into elements of its own, so that it can be left out without what stands beside it."""
    for text in [node for node in tag.contents if isinstance(node, NavigableString) and node.strip()]:
        yield text.wrap(Tag(name=_LOOSE))


def _room_of(selected: tuple[Tag, ...]) -> Tag:
    """Return the smallest element that holds all that is selected and can stand for an article."""
    first, *others = selected
    others_above = [frozenset(map(id, (tag, *tag.parents))) for tag in others]
    shared = [tag for tag in (first, *first.parents) if all(id(tag) in above for above in others_above)]
    return next((tag for tag in shared if tag.name in _ROOMS), shared[-1])


def _is_as_typed(tag: Tag) -> bool:
    if tag.name in ("a", "sup"):
        return not any(attr(link, "href").startswith("#") for link in elements(tag))
    return tag.name in _TYPED and not _TELLING.intersection(tag.attrs)
