"""A tree and an address go in; the links and pictures of the tree are whole addresses after."""

from bs4 import BeautifulSoup, Tag

from postaloud.reading.tree import attr, elements
from postaloud.reading.web import joined

_LINKS = {"a": "href", "area": "href", "img": "src", "blockquote": "cite", "q": "cite", "link": "href"}


def resolve_links(soup: BeautifulSoup, address: str) -> None:
    """Make what is counted from the page's address, or from its own `base`, whole; links within the page stay."""
    declared = soup.find("base", href=True)
    base = joined(address, attr(declared, "href")) if isinstance(declared, Tag) else address
    for tag in elements(soup):
        name = _LINKS.get(tag.name)
        written = attr(tag, name) if name else ""
        if name and written and not written.startswith("#"):
            tag[name] = joined(base, written)
