"""The text of a page goes in, a BeautifulSoup tree comes out, built as browsers build it (HTML standard, section 13.2).

Lexbor parses, through selectolax, 18 times as fast as html5lib; Beautiful Soup is what the rest of the room walks.
"""

import warnings
from collections.abc import Iterator

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNREAD = frozenset(("style", "script"))
_READ_SCRIPTS = ("application/ld+json", "math/tex")


def parse(text: str) -> BeautifulSoup:
    """Return the page's tree, without comments, styles, scripts (but JSON-LD and TeX) and what templates hold."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Beautiful Soup warns of text that looks like a path or an address
        return BeautifulSoup(text, builder=_LexborBuilder(multi_valued_attributes={}))


class _LexborBuilder(HTMLTreeBuilder):
    """Feeds Beautiful Soup with the tree that Lexbor makes."""

    NAME = "lexbor"
    is_xml = False

    def feed(self, markup: object) -> None:
        soup = self.soup
        if soup is None:
            return
        open_tags: list[tuple[int, str]] = []
        for node in _nodes(str(markup)):
            parent = node.parent
            above = parent.mem_id if parent is not None else 0
            while open_tags and open_tags[-1][0] != above:
                soup.handle_endtag(open_tags.pop()[1])
            if node.tag == "-text":
                soup.handle_data(node.text_content or "")
                continue
            name = str(node.tag)
            soup.handle_starttag(name, None, None, {key: value or "" for key, value in node.attributes.items()})
            open_tags.append((node.mem_id, name))
        while open_tags:
            soup.handle_endtag(open_tags.pop()[1])


def _nodes(text: str) -> Iterator[LexborNode]:
    """Yield elements and texts in the order of the page."""
    root = LexborHTMLParser(text).root
    if root is None:
        return
    for node in root.traverse(include_text=True):
        if node.is_element_node or (node.is_text_node and _is_read(node.parent)):
            yield node


def _is_read(parent: LexborNode | None) -> bool:
    if parent is None or parent.tag not in _UNREAD:
        return True
    return (parent.attributes.get("type") or "").strip().lower().startswith(_READ_SCRIPTS)
