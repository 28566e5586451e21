"""A plain text goes in, a document comes out: what its author meant by gaps, capitals, dashes and numbers, as HTML.

The text becomes lines, the lines blocks, and among the blocks without a mark of their own the headings are found.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from postaloud.reading.document import Document, Kind
from postaloud.reading.plaintext.blocks import Block, Heading, Passage
from postaloud.reading.plaintext.boundaries import within_boundaries
from postaloud.reading.plaintext.headings import find_headings
from postaloud.reading.plaintext.labels import read_labels, read_preamble
from postaloud.reading.plaintext.levels import levels_of
from postaloud.reading.plaintext.lines import lines_of
from postaloud.reading.plaintext.markup import to_html
from postaloud.reading.plaintext.measure import Measure, measure_of
from postaloud.reading.plaintext.opening import read_edges
from postaloud.reading.plaintext.parsing import parse
from postaloud.reading.plaintext.passages import blocks_of


def read_plain_text(text: str) -> Document:
    """Return a text as a document, with what it tells of its title, author and date."""
    typed = lines_of(text)
    lines, outside = within_boundaries(typed)
    told, lines, labelled = read_labels(lines)
    told = told if told.title else read_preamble(typed)
    measure = measure_of(lines)
    edges = read_edges(parse(lines, measure, settled), told, measure)
    blocks = settled(tuple(find_headings(edges.blocks, measure)), measure)
    levels = levels_of([block for block in blocks if isinstance(block, Heading)])
    html = f"<body>{to_html(blocks, levels)}"
    return Document(html, Kind.TEXT, edges.told, (*outside, *labelled, *edges.skips))


def settled(blocks: Sequence[Block], measure: Measure) -> tuple[Block, ...]:
    """Return blocks with each passage as what it holds."""
    return tuple(chain.from_iterable(_settled(blocks, measure)))


def _settled(blocks: Sequence[Block], measure: Measure) -> Iterator[tuple[Block, ...]]:
    before: Block | None = None
    for block in blocks:
        inner = blocks_of(block, before, measure) if isinstance(block, Passage) else (block,)
        before = inner[-1] if inner else before
        yield inner
