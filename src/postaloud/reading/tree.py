"""A parsed element goes in, what a rule asks of it comes out: attributes, names, visible words."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.words import words

INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark math nobr output q ruby rb rp rt "
    "rtc s samp slot small span strike strong sub sup time tt u var wbr mi mn mo ms mtext mrow msup msub mfrac msqrt "
    "semantics annotation mover munder mtable mtr mtd mstyle mspace msubsup mroot munderover mpadded"
)
SILENT = words(
    "head script style template noscript iframe object embed audio video canvas svg datalist param source track "
    "noembed noframes xmp area map frameset frame"
)
_HIDING = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
_BLOCKY = re.compile(r"display\s*:\s*(?:block|flex|grid|table|list-item)", re.IGNORECASE)
_WORDS = re.compile(r"[A-Za-z]+")
_LONGEST_NAME = 4
_MANY = 2000
"""Elements of a list that are looked at to know it for one."""
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_HASHED = re.compile(r"(?<!\S)_([A-Za-z-]+)_[A-Za-z0-9]{4,6}(?:_\d+)?(?!\S)")
_VARIANT = re.compile(r"--\S*")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff\u180e\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_SPACES = re.compile(r"\s+")
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


def attr(tag: Tag, name: str) -> str:
    """Return an attribute's value without spaces around it, "" where the element has none."""
    value = tag.attrs.get(name)
    return str(value).strip() if value else ""


def children(tag: Tag) -> Iterator[Tag]:
    """Yield the elements directly inside an element."""
    return (child for child in tag.contents if isinstance(child, Tag))


def names(tag: Tag) -> str:
    """Return what a page calls an element, in lower case, as words joined by hyphens: class, id and own tag.

    Ids made of a heading say nothing, neither do the variants (`--wide`) and the hashes (`_a1b2c_7`) of style sheets.
    """
    name = attr(tag, "id")
    is_slug = len(_WORDS.findall(name)) > _LONGEST_NAME
    written = f"{attr(tag, 'class')} {'' if is_slug else name} {tag.name if '-' in tag.name else ''}"
    written = _VARIANT.sub("", _HASHED.sub(r"\1", written)) if "_" in written or "--" in written else written
    return _CAMEL.sub("-", written.replace("__", " ")).replace("_", "-").lower().strip()


def is_hidden(tag: Tag) -> bool:
    """Whether a browser shows nothing of an element, as far as the element itself says."""
    if tag.name in SILENT or "hidden" in tag.attrs:
        return attr(tag, "hidden") != "until-found"
    return bool("style" in tag.attrs and _HIDING.search(attr(tag, "style")))


def is_inline(tag: Tag) -> bool:
    """Whether an element flows within a line of text; unknown elements do."""
    if tag.name in INLINE or "-" in tag.name:
        return not ("style" in tag.attrs and _BLOCKY.search(attr(tag, "style")))
    return False


def heading_level(tag: Tag) -> int:
    """Return the level that an element has as a heading (1 to 6), or 0."""
    if tag.name in HEADINGS:
        level = attr(tag, "aria-level") or tag.name[1]
        return 0 if attr(tag, "role") in ("presentation", "none") else _level(level)
    return _level(attr(tag, "aria-level") or "2") if attr(tag, "role") == "heading" else 0


def is_list(tag: Tag) -> bool:
    """Whether an element is a list of items, also by its ARIA role."""
    if tag.name in ("ul", "ol", "menu"):
        return True
    if attr(tag, "role") != "list":
        return False
    near = islice(elements(tag), _MANY)
    return all(is_inline(inner) or is_item(inner) or attr(inner, "role") == "list" for inner in near)


def is_item(tag: Tag) -> bool:
    """Whether an element is an item of a list, also by its ARIA role."""
    return tag.name == "li" or attr(tag, "role") == "listitem"


def is_figure(tag: Tag) -> bool:
    """Whether an element is a figure; WordPress called its own `wp-caption` for years."""
    return tag.name == "figure" or (tag.name == "div" and "wp-caption" in names(tag).split())


def clean(text: str) -> str:
    """Return text without invisible characters, each stretch of space as one space."""
    return _SPACES.sub(" ", _INVISIBLE.sub("", text))


def squeeze(text: str) -> str:
    """Return text as one line without spaces around it."""
    return clean(text).strip()


def elements(root: Tag) -> Iterator[Tag]:
    """Yield an element and all elements inside it, in the order of the page."""
    stack = [root]
    while stack:
        tag = stack.pop()
        yield tag
        stack.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))


def climb(tags: Iterable[Tag]) -> set[int]:
    """Return the `id()` of some elements and of all that they stand in, however deep and many they are."""
    seen: set[int] = set()
    for tag in tags:
        here: Tag | None = tag
        while here is not None and id(here) not in seen:
            seen.add(id(here))
            here = here.parent
    return seen


def visible_text(root: Tag) -> str:
    """Return the words of an element that a browser would show, as one line."""
    return squeeze("".join(_texts(root)))


def visible_lines(root: Tag) -> Iterator[str]:
    """Yield the words of an element that a browser would show, line by line as its blocks part them."""
    line: list[str] = []
    for text in (*_texts(root), " "):
        if text != " ":
            line.append(text)
        elif words_of := squeeze("".join(line)):
            yield words_of
            line.clear()


def _texts(root: Tag) -> Iterator[str]:
    stack: list[object] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            yield str(node)
        elif isinstance(node, str):
            yield node
        elif isinstance(node, Tag) and (node is root or not is_hidden(node)):
            gap = "" if is_inline(node) else " "
            stack.extend((gap, *reversed(node.contents), gap))


def _level(written: str) -> int:
    return min(6, int(written)) if written.isascii() and written.isdigit() and int(written) else 2
