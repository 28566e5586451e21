"""An element goes in, a CSS selector that finds it comes out, such as "#id" or "body > p:nth-of-type(3)"."""

import re
from collections import Counter
from collections.abc import Callable

from bs4 import Tag

from postaloud.reading.tree import attr, children, elements

_PLAIN = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_TYPE = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)


def anchors(root: Tag) -> Callable[[Tag], str]:
    """Return a function from an element of the tree to its selector."""
    owners = {attr(tag, "id"): id(tag) for tag in reversed(list(elements(root)))}
    steps: dict[int, str] = {}

    def anchor(tag: Tag) -> str:
        path: list[str] = []
        here: Tag | None = tag
        while here is not None and here.name != "[document]":
            name = attr(here, "id")
            if owners.get(name) == id(here) and _PLAIN.fullmatch(name):
                return " > ".join((f"#{name}", *reversed(path)))
            path.append(_step(here, steps))
            if here.name == "body":
                break
            here = here.parent
        return " > ".join(reversed(path))

    return anchor


def _step(tag: Tag, steps: dict[int, str]) -> str:
    if id(tag) not in steps:
        siblings = list(children(tag.parent)) if tag.parent is not None else [tag]
        totals = Counter(sibling.name for sibling in siblings)
        seen: Counter[str] = Counter()
        for at, sibling in enumerate(siblings, 1):
            seen[sibling.name] += 1
            steps[id(sibling)] = _typed(sibling.name, seen[sibling.name], totals[sibling.name], at)
    return steps[id(tag)]


def _typed(name: str, position: int, total: int, place: int) -> str:
    if not _TYPE.fullmatch(name):  # a name from broken markup cannot be written plainly
        return f":nth-child({place})"
    return f"{name}:nth-of-type({position})" if total > 1 else name
