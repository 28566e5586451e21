"""A picture or a figure goes in, a `Figure` with its description and caption comes out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from bs4 import Tag

from postaloud.model.article import Block, Figure, Paragraph, Quote, Runs, Table, text_of
from postaloud.reading.flowing import pieces_in
from postaloud.reading.inline import Style, runs_of, styled
from postaloud.reading.ordinals import integer
from postaloud.reading.tree import attr, children, elements, is_figure, names, squeeze
from postaloud.reading.view import Item, View

_SUFFIX = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|jfif)$", re.IGNORECASE)
_FILE_NAME = re.compile(
    r"(?:(?:img|dsc[nf]?|image|pic|photo|picture|screen ?shot|untitled|figure|p|pxl|gopr|wp|mvimg)?[-_ ]?\d+"
    r"(?:[-_ x.]\d+)*(?:[-_ ](?:copy|edited|scaled|small|large|final|e\d+))*|image|img|photo|picture|graphic"
    r"|placeholder|untitled|null|undefined|alt|alt text|spacer|blank|[0-9a-f]{16,})",
    re.IGNORECASE,
)
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-orig-file")
_PIXEL = re.compile(
    r"pixel|/track|beacon|doubleclick|/count|stats?\.gif|spacer|transparent\.(?:gif|png)", re.IGNORECASE
)
_FACE = re.compile(r"avatar|gravatar|author-(?:image|photo|img|pic)|\bemoji\b|smiley|site-logo|\bicon\b")
_TINY = 2
_PLACEHOLDER = 2_000
"""Characters of an address with a picture in it: what is shorter stands for one that comes later."""
_DECORATIVE = ("presentation", "none")


def read_picture(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield a picture, or nothing for a counting pixel or the face of an author."""
    source = _source(tag)
    if not _is_tiny(tag) and not _FACE.search(f"{names(tag)} {source.lower()}"):
        lang = styled(style, tag, view.lang).lang
        yield Figure(description(tag), source=source, anchor=view.anchor(tag), lang=lang)


def read_figure(tag: Tag, style: Style, view: View) -> Iterator[Item]:
    """Yield what a figure holds; its caption goes to its picture, table or quote, else stands as a paragraph."""
    caption = caption_element(tag)
    label = squeeze(attr(tag, "aria-label"))
    if caption is None or not view.shows(caption):
        yield from _labelled(view.blocks(tag, style), label)
        return
    blocks = view.without(caption, "caption").blocks(tag, style)
    runs = runs_of(pieces_in(caption, styled(style, tag, view.lang), view))
    is_double = label == text_of(runs)
    yield from _captioned(_labelled(blocks, "" if is_double else label), runs, view.anchor(caption))


def _labelled(blocks: tuple[Block, ...], label: str) -> tuple[Block, ...]:
    """Give the label of a figure to its picture, where that has no description of its own."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Figure)), None)
    if first is None or not label:
        return blocks
    picture = blocks[first]
    if not isinstance(picture, Figure) or picture.alt is not None:
        return blocks
    return (*blocks[:first], replace(picture, alt=label), *blocks[first + 1 :])


def caption_element(figure: Tag) -> Tag | None:
    """Return the element that holds a figure's caption."""
    for tag in elements(figure):
        is_own = tag.name == "figcaption" or (figure.name != "figure" and "caption-text" in names(tag))
        if is_own and _figure_of(tag) is figure:
            return tag
    return None


def description(tag: Tag) -> str | None:
    """Return the words that stand for a picture, "" where it is decorative, None where its author wrote none."""
    label = squeeze(attr(tag, "aria-label"))
    if attr(tag, "role") in _DECORATIVE:
        return ""
    if tag.name != "img":
        return label or next((squeeze(child.get_text()) for child in children(tag) if child.name == "title"), "")
    written = tag.attrs.get("alt")
    if written is not None and not str(written).strip() and not label:
        return ""
    said = label or squeeze(attr(tag, "alt")) or squeeze(attr(tag, "title"))
    return None if not said or _is_file_name(said, _source(tag)) else said


def _figure_of(caption: Tag) -> Tag | None:
    return next((parent for parent in caption.parents if is_figure(parent)), None)


def _is_file_name(said: str, source: str) -> bool:
    stem = _SUFFIX.sub("", unquote(source).split("?")[0].rpartition("/")[2])
    is_stem = said == stem and (" " not in said) and bool(re.search(r"[-_\d]", said))
    return bool((_SUFFIX.search(said) and " " not in said) or _FILE_NAME.fullmatch(_SUFFIX.sub("", said))) or is_stem


def _source(tag: Tag) -> str:
    """Return where a picture lies; one that the page holds itself counts where it is more than a placeholder."""
    found = [source for name in _SOURCES if (source := attr(tag, name))]
    addresses = [source for source in found if not source.startswith("data:")]
    pictures = [source for source in found if len(source) > _PLACEHOLDER and source.startswith("data:image/")]
    return next(iter((*addresses, *pictures)), "")


def _is_tiny(tag: Tag) -> bool:
    sizes = [integer(attr(tag, name)) for name in ("width", "height")]
    is_pixel = all(size is not None and size <= _TINY for size in sizes)
    return is_pixel or (not attr(tag, "alt") and bool(_PIXEL.search(_source(tag)[:_PLACEHOLDER])))


def _captioned(blocks: tuple[Block, ...], caption: Runs, anchor: str) -> Iterator[Block]:
    owner = next((at for at in reversed(range(len(blocks))) if isinstance(blocks[at], Figure | Table | Quote)), None)
    taken = _with_caption(blocks[owner], caption) if owner is not None and caption else None
    for at, block in enumerate(blocks):
        yield taken if taken is not None and at == owner else block
    if taken is None and caption:
        yield Paragraph(caption, anchor)


def _with_caption(block: Block, caption: Runs) -> Block | None:
    match block:
        case Figure() | Table() if not block.caption:
            return replace(block, caption=caption)
        case Quote(source=""):
            return replace(block, source=text_of(caption).strip(" —–-"))
        case _:
            return None
