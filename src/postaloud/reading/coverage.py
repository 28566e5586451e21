"""What a page shows and what was made of it go in, the visible lines that are in neither article nor skips come out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from bs4 import Tag

from postaloud.model.article import Article, Block, Figure, ListBlock, every_block, text_of
from postaloud.model.plain import text_of_blocks
from postaloud.reading.tree import visible_lines

_WORD = re.compile(r"[^\W_]+")


def lost_lines(body: Tag, article: Article) -> Iterator[str]:
    """Yield each visible line of the page with a word that is neither kept nor left out with a reason.

    Words are counted, so that one that the page shows twice must be accounted for twice.
    """
    accounted = Counter(_WORD.findall(" ".join(_accounted(article)).casefold()))
    title = _WORD.findall(article.title.casefold())
    for line in visible_lines(body):
        shown = _WORD.findall(line.casefold())
        if shown == title:  # a page may show its title anywhere and often
            continue
        accounted.subtract(shown)
        missing = [word for word in shown if accounted[word] < 0]
        if missing and not all(_is_joined(word, accounted) for word in missing):
            yield line
            accounted.update(shown)


def _is_joined(word: str, accounted: Counter[str]) -> bool:
    """Whether a word is several that stand side by side: a word and the mark of its note, the texts of buttons."""
    return any(
        accounted[word[:at]] > 0 and (accounted[word[at:]] > 0 or _is_joined(word[at:], accounted))
        for at in range(1, len(word))
    )


def _accounted(article: Article) -> Iterator[str]:
    yield from (skip.text for skip in article.skips)
    for blocks in _all_blocks(article):
        yield text_of_blocks(blocks)
        yield from _beside(every_block(blocks))
    for section in article.sections:
        yield text_of(section.heading)
    for note in article.notes:
        yield note.label


def _all_blocks(article: Article) -> Iterator[tuple[Block, ...]]:
    yield article.lead
    yield from (section.blocks for section in article.sections)
    yield from (note.blocks for note in article.notes)


def _beside(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield what blocks keep beside their text: numbers, descriptions."""
    for block in blocks:
        match block:
            case ListBlock():
                yield from (item.ordinal for item in block.items if item.ordinal)
            case Figure():
                yield block.alt or ""
            case _:
                pass
