"""The blocks of a text go in, those among its passages that are headings come out as headings, each with its kind."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from postaloud.reading.plaintext.blocks import Block, Heading, Passage
from postaloud.reading.plaintext.heading_rules import Place, is_named, is_named_by, is_numbered, kind_of
from postaloud.reading.plaintext.lines import Line
from postaloud.reading.plaintext.measure import Measure
from postaloud.reading.plaintext.opening import TITLE
from postaloud.reading.plaintext.phrasing import is_capitals, is_sentence, is_title_case, is_title_like

_FEWEST_MARKED = 2
_START = 9
"""The gap above a text."""
_LONGER = 2.5
"""How much longer than a heading the line of prose right below it is, where verse has lines of one length."""
_HUNG = 3
"""Columns by which prose is set in from a heading right above it."""


def find_headings(blocks: Sequence[Block], measure: Measure) -> Iterator[Block]:
    """Yield the blocks, with passages as headings where a rule knows them as such."""
    parted = [part for block in blocks for part in _parted(block, measure)]
    style = _style_of(parted)
    named = list(_with_names(parted))
    for at, block in enumerate(named):
        below, after = (*named[at + 1 : at + 3], None, None)[:2]
        if isinstance(block, Passage):
            kind = kind_of(block, Place(block.gap if at else _START, below, after, style))
            yield Heading(_texts(block), kind) if kind else block
        else:
            yield block


def _parted(block: Block, measure: Measure) -> Iterator[Block]:
    """Part a heading from the prose directly below it."""
    if isinstance(block, Passage) and len(block.lines) > 1 and _is_parted(block.lines, measure):
        yield Passage(block.lines[:1], block.gap)
        yield Passage(block.lines[1:], 0)
    else:
        yield block


def _is_parted(lines: Sequence[Line], measure: Measure) -> bool:
    first, second = lines[0].text, lines[1].text
    if is_capitals(second) or not (is_title_like(first) or is_numbered(first)):
        return False
    is_hung = lines[1].indent >= lines[0].indent + _HUNG and len(lines) > 2
    is_long = measure.is_flowing or len(second) >= _LONGER * len(first) or is_numbered(first)
    is_above_line = is_long and is_sentence(second) and not measure.is_forced(*lines[:2])
    return is_named(first) or is_above_line or (is_hung and is_title_case(first))


def _with_names(blocks: Sequence[Block]) -> Iterator[Block]:
    """Join a chapter's number with the name that stands below it."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        below, after = (*blocks[at + 1 : at + 3], None, None)[:2]
        if isinstance(block, Passage) and isinstance(below, Passage) and after and is_named_by(block, below):
            yield Heading((*_texts(block), *_texts(below)), "chapter")
            at += 2
        else:
            yield block
            at += 1


def _texts(passage: Passage) -> tuple[str, ...]:
    return tuple(line.text for line in passage.lines)


def _style_of(blocks: Sequence[Block]) -> str:
    """Return "marked" for a text whose headings are drawn, "title case" where most of what could be some is."""
    if sum(isinstance(block, Heading) and block.kind != TITLE for block in blocks) >= _FEWEST_MARKED:
        return "marked"
    texts = [
        block.text.rstrip(":")
        for block, below in pairwise((*blocks, None))
        if isinstance(block, Passage) and len(block.lines) == 1 and Place(block.gap, below).is_above_content
    ]
    candidates = [text for text in texts if is_title_like(text) and " " in text]
    titles = sum(map(is_title_case, candidates))
    return "title case" if titles > 1 and titles * 2 > len(candidates) else ""
