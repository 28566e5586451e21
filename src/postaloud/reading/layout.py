"""A table or a `dl` goes in, whether its shape means something or only lays out prose comes out."""

from collections.abc import Iterator

from bs4 import Tag

from postaloud.reading.tree import attr, children, elements, heading_level, is_hidden, visible_text

_PROSE = frozenset(("ul", "ol", "p", "blockquote", "pre", "figure", "article", "section", "form", "iframe", "hr"))
_PARTS = frozenset(("thead", "tbody", "tfoot"))
_TERMS = frozenset(("dt", "dd"))
_LONG_CELL = 250
_ROW_OF_LAYOUT = 2


def is_data(table: Tag) -> bool:
    """Whether the rows and columns of a table mean something."""
    role = attr(table, "role")
    if role in ("presentation", "none", "table", "grid"):
        return role in ("table", "grid") and bool(visible_text(table))
    rows = [cells for cells in map(cells_of, rows_of(table)) if any(map(visible_text, cells))]
    widest = max(map(len, rows), default=0)
    if _is_frame(table) or not rows or widest < _ROW_OF_LAYOUT:
        return False
    if any(cell.name == "th" for cells in rows for cell in cells) or _has_caption(table):
        return True
    return len(rows) > 1 and not _is_prose(table, rows, widest)


def has_terms(tag: Tag) -> bool:
    """Whether a `dl` defines terms, and neither sets paragraphs in nor holds sections of an article."""
    found = [part for child in children(tag) for part in ((child,) if child.name in _TERMS else children(child))]
    is_both = {part.name for part in found if not is_hidden(part) and visible_text(part)} >= _TERMS
    return is_both and not any(heading_level(inner) for inner in elements(tag))


def rows_of(table: Tag) -> list[Tag]:
    """Return the table's own rows that a browser shows, in the order of the page."""
    return list(_rows(table))


def cells_of(row: Tag) -> list[Tag]:
    """Return a row's cells that a browser shows."""
    return [cell for cell in children(row) if cell.name in ("td", "th") and not is_hidden(cell)]


def _rows(table: Tag) -> Iterator[Tag]:
    for child in children(table):
        if child.name == "tr" and not is_hidden(child):
            yield child
        elif child.name in _PARTS and not is_hidden(child):
            yield from (row for row in children(child) if row.name == "tr" and not is_hidden(row))


def _is_frame(table: Tag) -> bool:
    """Whether a table holds headings or tables of its own: it then lays out a page."""
    return any(tag is not table and (heading_level(tag) or tag.name == "table") for tag in elements(table))


def _has_caption(table: Tag) -> bool:
    return any(child.name in ("caption", "thead") for child in children(table))


def _is_prose(table: Tag, rows: list[list[Tag]], widest: int) -> bool:
    if widest <= _ROW_OF_LAYOUT and any(tag.name in _PROSE for tag in elements(table)):
        return True
    lengths = [len(visible_text(cell)) for cells in rows for cell in cells]
    return max(lengths) > 4 * _LONG_CELL or sum(lengths) > _LONG_CELL * len(lengths)
