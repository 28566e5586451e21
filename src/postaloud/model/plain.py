"""A block goes in, its visible words come out as one line, whatever it is made of."""

from collections.abc import Iterable
from typing import assert_never

from postaloud.model.article import (
    Block,
    Break,
    Code,
    Definition,
    DefinitionList,
    Figure,
    ListBlock,
    Paragraph,
    Quote,
    Runs,
    Table,
    text_of,
)


def text_of_block(block: Block) -> str:  # noqa: PLR0911 - one return for each kind of block
    """Return the words of a block and of all it holds; a picture's description is not among them."""
    match block:
        case Paragraph():
            return text_of(block.runs)
        case ListBlock():
            return text_of_blocks(inner for item in block.items for inner in item.blocks)
        case DefinitionList():
            return " ".join(filter(None, (said for entry in block.entries for said in _definition(entry))))
        case Figure():
            return text_of(block.caption)
        case Quote():
            return " ".join(filter(None, (text_of_blocks(block.blocks), block.source)))
        case Code():
            return " ".join(block.text.split())
        case Table():
            return " ".join(filter(None, (text_of(block.caption), *_cells(block))))
        case Break():
            return ""
        case _:
            assert_never(block)


def text_of_blocks(blocks: Iterable[Block]) -> str:
    """Return the words of several blocks as one line."""
    return " ".join(filter(None, map(text_of_block, blocks)))


def own_text(block: Block) -> str:
    """Return the words of a block itself, without the blocks that it holds."""
    match block:
        case Paragraph():
            return text_of(block.runs)
        case DefinitionList():
            return " ".join(text_of(term) for entry in block.entries for term in entry.terms)
        case Quote():
            return block.source
        case Figure() | Code() | Table():
            return text_of_block(block)
        case ListBlock() | Break():
            return ""
        case _:
            assert_never(block)


def runs_in(block: Block) -> Runs:
    """Return all runs of a paragraph or of a list's paragraphs, nested ones as well."""
    match block:
        case Paragraph():
            return block.runs
        case ListBlock():
            return tuple(run for item in block.items for inner in item.blocks for run in runs_in(inner))
        case _:
            return ()


def _definition(entry: Definition) -> tuple[str, ...]:
    return (*map(text_of, entry.terms), text_of_blocks(entry.blocks))


def _cells(table: Table) -> list[str]:
    return [text_of(cell.runs) for row in table.rows for cell in row.cells]
