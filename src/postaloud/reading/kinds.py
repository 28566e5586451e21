"""A page and its text go in, the document that they are comes out: HTML as it is, Markdown and plain text as HTML."""

import re
from collections.abc import Callable

from postaloud.model.page import Page
from postaloud.reading.document import Document, Kind

SUFFIXES = (".html", ".htm", ".xhtml", ".md", ".markdown", ".txt")
"""The files of a folder that are read."""

MAX_LINES = 100_000
MAX_MARKDOWN = 1_000_000


_BY_SUFFIX = {
    ".html": Kind.HTML,
    ".htm": Kind.HTML,
    ".xhtml": Kind.HTML,
    ".md": Kind.MARKDOWN,
    ".markdown": Kind.MARKDOWN,
    ".mdown": Kind.MARKDOWN,
    ".mkd": Kind.MARKDOWN,
}
_BY_MEDIA = {
    "text/html": Kind.HTML,
    "application/xhtml+xml": Kind.HTML,
    "text/markdown": Kind.MARKDOWN,
    "text/x-markdown": Kind.MARKDOWN,
}
_DOCTYPE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_ELEMENT = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:p|div|h[1-6]|ul|ol|li|article|section|main|table|blockquote|span|a|img|br|hr|em|strong|b|i"
    r"|title|meta|link|header|footer|nav|pre|figure|script|style|center|font|details|template|svg|form)(?:\s[^<>]*)?/?>",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN_SIGNS = tuple(
    re.compile(pattern, re.MULTILINE)
    for pattern in (
        r"\A\ufeff?---\n[A-Za-z_-]+:.*\n(?:.*\n){0,60}?---\n",
        r"^#{1,6} \S",
        r"!?\[[^\]\n]+\]\([^()\s]+(?: \"[^\"\n]*\")?\)",
        r"^\[[^\]\n^]+\]: ?\S+$|^\[\^[\w-]+\]: ",
        r"^(?:```|~~~)[\w+-]*$",
        r"(?<![\w*])\*\*[^\s*][^*\n]*\*\*(?![\w*])",
        r"^\|?(?: *:?-{3,}:? *\|)+ *:?-*:? *$",
        r"(?<![`\w])`[^`\n]+`(?![`\w])",
    )
)
_FEWEST_SIGNS = 2
_WITHIN = 20_000
"""Characters from the start that are looked at to tell what a text is written in."""


def document_of(kind: Kind, text: str) -> Document:
    """Return a text as a document of its kind."""
    return _READERS[kind](text)


def broken_size(kind: Kind, text: str) -> str:
    """Return the limit that a typed text breaks before it is read ("100,000 lines"), or "" for none."""
    lines = text.count("\n")
    limits = (
        (f"{MAX_LINES:,} lines", kind is not Kind.HTML and lines > MAX_LINES),
        ("1 MB of Markdown", kind is Kind.MARKDOWN and len(text) > MAX_MARKDOWN),
    )
    return next((limit for limit, is_broken in limits if is_broken), "")


def kind_of(page: Page, text: str) -> Kind:
    """Return what a page is written in: as its transport or its file's name says, else by its first signs."""
    name = page.location.lower().split("?")[0].split("#")[0]
    by_suffix = next((kind for suffix, kind in _BY_SUFFIX.items() if name.endswith(suffix)), None)
    media = page.media.partition(";")[0].strip().lower()
    declared = _BY_MEDIA.get(media)
    if declared or (by_suffix and media in ("", "text/plain")):
        return declared or by_suffix or Kind.HTML
    return _sniffed(text[:_WITHIN])


def _sniffed(text: str) -> Kind:
    """A page starts with markup; what only speaks of markup is text."""
    if _DOCTYPE.match(text):
        return Kind.HTML
    if sum(1 for sign in _MARKDOWN_SIGNS if sign.search(text)) >= _FEWEST_SIGNS:
        return Kind.MARKDOWN
    return Kind.HTML if _ELEMENT.match(text) else Kind.TEXT


def _html(text: str) -> Document:
    return Document(text)


def _markdown(text: str) -> Document:
    from postaloud.reading.markdown import read_markdown

    return read_markdown(text)


def _plain_text(text: str) -> Document:
    from postaloud.reading.plaintext import read_plain_text

    return read_plain_text(text)


_READERS: dict[Kind, Callable[[str], Document]] = {
    Kind.HTML: _html,
    Kind.MARKDOWN: _markdown,
    Kind.TEXT: _plain_text,
}
