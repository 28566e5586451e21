"""Text in, HTML out: the one place where a page's text becomes part of markup."""

import html
from collections.abc import Mapping

from postaloud.publishing.plain import kept_lines


def escaped(text: str) -> str:
    """Return the text with the characters that markup is made of written as references."""
    return html.escape(kept_lines(text), quote=False)


def element(tag: str, content: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return an element around content that is markup already; attributes that are "" are left out."""
    return f"{opening(tag, attributes)}{content}</{tag}>"


def opening(tag: str, attributes: Mapping[str, str] | None = None) -> str:
    """Return the start tag of an element; attributes that are "" are left out."""
    pairs = (f' {name}="{html.escape(kept_lines(value))}"' for name, value in (attributes or {}).items() if value)
    return f"<{tag}{''.join(pairs)}>"


def sentence_id(number: int) -> str:
    """Return the id of the sentence with this place among all utterances, the same in captions and transcript."""
    return f"s{number}"


def section_id(number: int) -> str:
    """Return the id of the block that starts a chapter."""
    return f"sec-{number}"
