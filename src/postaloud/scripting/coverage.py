"""An article and its script in, the texts out that are neither spoken nor left out with a reason."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from postaloud.model.article import Article, Block, Figure, Skip, every_block, text_of
from postaloud.model.episode import Coverage
from postaloud.model.plain import own_text
from postaloud.model.script import Role, Script
from postaloud.scripting.figures import description

_WORD = re.compile(r"[^\W_]+")
UNSAID = "unsaid"
"""The reason of a text that no utterance shows."""


def prove(article: Article, script: Script) -> Coverage:
    """Return what became of every text of an article's page; the script must be that of the whole article."""
    texts = sum(line.role is not Role.ANNOUNCEMENT for line in script.utterances())
    left_out = Counter(skip.reason for skip in (*article.skips, *script.skips))
    lost = (*article.lost, *(skip.text for skip in unsaid(article, script)))
    return Coverage(texts, dict(sorted(left_out.items())), lost)


class _Text(NamedTuple):
    """A text that is to be shown."""

    words: tuple[str, ...]
    text: str
    anchor: str
    is_of_figure: bool = False


def unsaid(article: Article, script: Script) -> Iterator[Skip]:
    """Yield each text of the article with a word that no utterance shows and nothing left out holds.

    Words are counted, so that one that stands twice in the article must be shown twice. What a picture says may be
    said by another text, and need not be said again.
    """
    texts = tuple(_texts(article))
    times = Counter(text.words for text in texts)
    shown = Counter(word for text in _accounted(script) for word in _words(text))
    for text in texts:
        if text.is_of_figure and times[text.words] > 1:
            continue
        shown.subtract(text.words)
        if any(shown[word] < 0 for word in text.words):
            yield Skip(text.text, UNSAID, text.anchor)
            shown.update(text.words)


def _accounted(script: Script) -> Iterator[str]:
    yield from (line.shown for line in script.utterances() if line.role is not Role.ANNOUNCEMENT)
    yield from (skip.text for skip in script.skips)


def _texts(article: Article) -> Iterator[_Text]:
    for blocks in (article.lead, *(note.blocks for note in article.notes)):
        yield from _own_texts(blocks)
    for section in article.sections:
        heading = text_of(section.heading)
        yield _Text(_words(heading), heading, section.anchor)
        yield from _own_texts(section.blocks)


def _own_texts(blocks: tuple[Block, ...]) -> Iterator[_Text]:
    for block in every_block(blocks):
        if isinstance(block, Figure):
            for text in (description(block), text_of(block.caption)):
                yield _Text(_words(text), text, block.anchor, is_of_figure=True)
        else:
            text = own_text(block)
            yield _Text(_words(text), text, block.anchor)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(unicodedata.normalize("NFKC", text).casefold()))
