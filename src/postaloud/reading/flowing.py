"""An element goes in, what it holds comes out in reading order: pieces of text, edges of blocks, whole atoms."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading.inline import LINE_BREAK, Piece, Pieces, Style, styled
from postaloud.reading.layout import has_terms, is_data
from postaloud.reading.media import is_media
from postaloud.reading.signs import instead_of, is_split_drop_cap
from postaloud.reading.tree import (
    attr,
    children,
    elements,
    heading_level,
    is_figure,
    is_hidden,
    is_inline,
    is_list,
    visible_text,
)
from postaloud.reading.view import MAX_NESTING, View
from postaloud.reading.wanted import wanted

_ATOMS = frozenset(("img", "hr", "pre"))
_CONTROLS = frozenset(("input", "button", "select", "textarea", "progress", "meter"))
_PICTURE_ROLES = frozenset(("img", "image"))


@dataclass(frozen=True, slots=True)
class Edge:
    """A block begins or ends here; what follows belongs to `owner`."""

    owner: Tag


@dataclass(frozen=True, slots=True)
class Atom:
    """An element with a reader of its own: a heading, a list, a table or a picture."""

    tag: Tag
    style: Style


Token = Piece | Edge | Atom


def flow(root: Tag, style: Style, view: View) -> Iterator[Token]:
    """Yield what is inside an element; its depth does not matter, as nothing here calls itself."""
    inner = styled(style, root, view.lang)
    stack: list[tuple[object, Style]] = [(child, inner) for child in reversed(_contents(root, inner))]
    owners = [root]
    while stack:
        node, around = stack.pop()
        if isinstance(node, Tag):
            yield from _enter(node, around, view, stack, owners)
        elif isinstance(node, Edge):
            owners.pop()
            yield Edge(owners[-1])
        elif isinstance(node, Piece):
            yield node
        elif isinstance(node, NavigableString):
            yield Piece(str(node), around)


def pieces_in(tag: Tag, style: Style, view: View) -> Pieces:
    """Return an element's text as one line, whatever blocks it is made of; pictures are passed over."""
    return tuple(token if isinstance(token, Piece) else Piece(" ", style) for token in _flattened(tag, style, view))


def _flattened(root: Tag, style: Style, view: View) -> Iterator[Token]:
    pending: list[Iterator[Token]] = [flow(root, style, view)]
    while pending:
        token = next(pending[-1], None)
        if token is None:
            pending.pop()
        elif isinstance(token, Atom):
            yield Edge(token.tag)
            pending.append(flow(token.tag, token.style, view))
        else:
            yield token


def _enter(tag: Tag, style: Style, view: View, stack: list[tuple[object, Style]], owners: list[Tag]) -> Iterator[Token]:
    instead = instead_of(tag, styled(style, tag, view.lang), view)
    if instead is not None:
        yield instead
        _close_up(tag, stack)
    elif _is_drawing(tag, view) or is_media(tag, view) or (view.shows(tag) and is_atom(tag, view)):
        yield Atom(tag, style)
    elif not view.shows(tag):
        stack.extend((picture, style) for picture in _only_pictures(tag))
        yield from _gap(tag, style, owners[-1])
    elif tag.name == "br":
        yield Piece(LINE_BREAK, style)
    elif is_inline(tag) or tag.name == "picture":
        inner = styled(style, tag, view.lang)
        stack.extend((child, inner) for child in reversed(_contents(tag, inner)))
    else:
        owners.append(tag)
        yield Edge(tag)
        stack.append((Edge(tag), style))
        inner = styled(style, tag, view.lang)
        stack.extend((child, inner) for child in reversed(_contents(tag, inner)))


def _gap(tag: Tag, style: Style, owner: Tag) -> Iterator[Token]:
    """Yield what stands in place of an element that is left out: a block parts the texts around it."""
    if tag.name in _CONTROLS:
        yield Piece(" ", style)
    elif not (is_inline(tag) or is_hidden(tag) or tag.name == "img"):
        yield Edge(owner)


def _close_up(tag: Tag, stack: list[tuple[object, Style]]) -> None:
    """Take the space between a drop cap and the rest of its word."""
    after, around = stack[-1] if stack else (None, Style())
    if is_split_drop_cap(tag) and isinstance(after, NavigableString):
        stack[-1] = (NavigableString(after.lstrip()), around)


def is_atom(tag: Tag, view: View) -> bool:
    """Whether an element has a reader of its own."""
    if tag.name in _ATOMS or heading_level(tag) or _is_picture(tag) or attr(tag, "role") == "separator":
        return True
    if view.nesting >= MAX_NESTING:
        return False
    is_nested = is_list(tag) or tag.name == "blockquote" or is_figure(tag)
    return is_nested or (tag.name == "table" and is_data(tag)) or (tag.name == "dl" and has_terms(tag))


def _is_picture(tag: Tag) -> bool:
    return attr(tag, "role") in _PICTURE_ROLES and bool(attr(tag, "aria-label"))


def _is_drawing(tag: Tag, view: View) -> bool:
    """Whether an element is a drawing with a name of its own, and no sign in a link or a heading."""
    if tag.name != "svg" or id(tag) in view.dropped or "hidden" in tag.attrs or tag.parent is None:
        return False
    is_named = attr(tag, "aria-label") or any(child.name == "title" for child in children(tag))
    return bool(attr(tag, "role") == "img" and is_named and not is_inline(tag.parent) and not heading_level(tag.parent))


def _only_pictures(tag: Tag) -> list[Tag]:
    """The pictures of a `noscript`, where the page has them nowhere beside it."""
    if tag.name != "noscript" or tag.parent is None:
        return []
    pictures = [child for child in elements(tag) if child.name == "img"]
    beside = sum(1 for child in elements(tag.parent) if child.name == "img")
    return pictures if beside == len(pictures) else []


def _contents(tag: Tag, style: Style) -> list[object]:
    """Return what is inside an element: one piece where its author wants other words said, `q` with its marks."""
    piece = wanted(tag, style)
    if piece is not None:
        return [piece]
    is_quote = tag.name == "q" and bool(visible_text(tag))
    return [Piece("“"), *tag.contents, Piece("”")] if is_quote else list(tag.contents)
