"""A `pre` element goes in, its code comes out: with line breaks and language, without line numbers."""

import re
from collections.abc import Iterator
from textwrap import dedent

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.model.article import Code
from postaloud.reading.inline import Style
from postaloud.reading.tree import attr, elements
from postaloud.reading.view import Item, View

_LANGUAGE = re.compile(r"(?:^|\s)(?:lang(?:uage)?-|highlight-(?:source-)?|brush: ?|sourceCode )([A-Za-z0-9+#.-]+)")
_NONE = frozenset(("none", "plaintext", "text", "plain", "default", "nohighlight", "txt"))
_WRAPPERS = 3


def read_code(tag: Tag, style: Style, view: View) -> Iterator[Item]:  # noqa: ARG001 - code has no style of its own
    """Yield one block of code, or nothing for an empty one."""
    lines = "".join(_texts(tag, view)).replace("\u00a0", " ").replace("\u200b", "").split("\n")
    text = dedent("\n".join(line.rstrip() for line in lines)).strip("\n")
    if text.strip():
        yield Code(text, _language(tag), view.anchor(tag))


def _texts(root: Tag, view: View) -> Iterator[str]:
    stack: list[object] = list(reversed(root.contents))
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            yield str(node)
        elif isinstance(node, Tag) and view.shows(node):
            line = "\n" if node.name in ("br", "div", "p", "li", "tr") else ""
            stack.extend((*([NavigableString(line)] if line else []), *reversed(node.contents)))


def _language(tag: Tag) -> str:
    inner = [child for child in elements(tag) if child.name in ("pre", "code")]
    outer = [parent for parent, _ in zip(tag.parents, range(_WRAPPERS), strict=False)]
    for place in (*inner, *outer):
        if len(list(place.find_all("pre", limit=2))) > 1:
            break
        found = _LANGUAGE.search(attr(place, "class"))
        language = attr(place, "data-lang") or attr(place, "data-language") or (found[1] if found else "")
        if language:
            return "" if language.lower() in _NONE else language.lower()
    return ""
