"""A transcript in, the chapters of a book out, each with the sentences that it shows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from postaloud.publishing.plain import one_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SECTION = re.compile(r"sec-\d+")
_SENTENCE = re.compile(r"s\d+")
_HEADING = re.compile(r"h[1-6]")


@dataclass(slots=True)
class BookChapter:
    """A chapter of a book: one file."""

    name: str
    """Of the file, without its suffix."""
    title: str
    level: int
    blocks: list[str] = field(default_factory=list)
    """Each as XML."""
    sentences: list[str] = field(default_factory=list)
    """Ids, in the order of the text."""


def book_chapters(transcript: str, title: str) -> list[BookChapter]:
    """Return the chapters of a page that `to_transcript` wrote; its list of chapters is left to the book's own."""
    from lxml import html

    page = html.document_fromstring(transcript.encode(), parser=html.HTMLParser(encoding="utf-8"))
    chapters = [BookChapter("chapter-0", title, 1)]
    for block in (block for block in page.iterfind(".//main/article/*") if block.tag != "nav"):
        start = _start(block)
        if start is not None and any(chapter.sentences for chapter in chapters):
            chapters.append(_chapter(start, len(chapters), title))
        _add(chapters[-1], block)
    return chapters


def _start(block: "HtmlElement") -> "HtmlElement | None":
    """Return what starts a chapter in a block, or None where it goes on."""
    found: Sequence[HtmlElement] = [each for each in block.iter() if _SECTION.fullmatch(each.get("id") or "")]
    return found[0] if found else None


def _chapter(start: "HtmlElement", number: int, title: str) -> BookChapter:
    is_heading = _HEADING.fullmatch(str(start.tag)) is not None
    heading = one_line(str(start.text_content())) if is_heading else title
    return BookChapter(f"chapter-{number}", heading or title, int(str(start.tag)[1]) if is_heading else 2)


def _add(chapter: BookChapter, block: "HtmlElement") -> None:
    from lxml import etree

    for each in block.iter():
        each.attrib.pop("data-start", None)
    chapter.sentences += _sentences(block)
    block.tail = None
    chapter.blocks.append(etree.tostring(block, encoding="unicode", method="xml"))


def _sentences(block: "HtmlElement") -> Iterator[str]:
    return (name for each in block.iter() if _SENTENCE.fullmatch(name := each.get("id") or ""))
