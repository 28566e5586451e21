"""A page's items go in, the same come out, with headings in place of the bold paragraphs that stand for them."""

import re
from collections.abc import Sequence

from postaloud.model.article import Mark, Paragraph, Runs, text_of
from postaloud.reading.inline import unstrong
from postaloud.reading.view import Heading, Item

_LONGEST = 80
_FEWEST = 2
_LEVEL = 2
_ENDS = (".", ",", ";", "…", "”", '"')


def promoted(items: Sequence[Item], title: str) -> list[Item]:
    """Make headings of bold paragraphs that are short, alone, without a full stop, and repeated in the page.

    A page that has headings of its own sets words in bold for other reasons.
    """
    own = [item for item in items if isinstance(item, Heading) and text_of(item.runs) != title]
    chosen = {at for at in range(len(items)) if _stands_for_heading(items, at)}
    if own or len(chosen) < _FEWEST:
        return list(items)
    return [_heading(item) if at in chosen and isinstance(item, Paragraph) else item for at, item in enumerate(items)]


def _stands_for_heading(items: Sequence[Item], at: int) -> bool:
    item = items[at]
    if not isinstance(item, Paragraph) or not _is_bold(item.runs):
        return False
    text = text_of(item.runs)
    is_short = len(text) <= _LONGEST and not text.endswith(_ENDS) and bool(re.search(r"[^\W\d_]", text))
    after = items[at + 1] if at + 1 < len(items) else None
    is_alone = after is not None and not isinstance(after, Heading) and not _is_bold_paragraph(after)
    return is_short and is_alone


def _is_bold_paragraph(item: Item) -> bool:
    return isinstance(item, Paragraph) and _is_bold(item.runs)


def _is_bold(runs: Runs) -> bool:
    return all(Mark.STRONG in run.mark or not run.text.strip() for run in runs)


def _heading(item: Paragraph) -> Heading:
    return Heading(_LEVEL, unstrong(item.runs), item.anchor)
