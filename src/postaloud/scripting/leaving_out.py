"""An article and a manner in, what of the article the script leaves out, and why."""

from collections.abc import Iterator
from typing import NamedTuple

from postaloud.model.article import Article, Block, Code, Figure, FigureKind, Skip, Table, every_block, text_of
from postaloud.model.plain import text_of_blocks
from postaloud.scripting.manner import CodeSamples, Footnotes, Images, Manner, Tables, Verbosity
from postaloud.scripting.phrases import Noun

SHORT_CODE = 5
"""Lines of code that are read out; longer samples are announced only, but at full verbosity."""


class LeftOut(NamedTuple):
    """A piece that is left out: what it is counted as, and its text."""

    noun: Noun
    skip: Skip


def left_out(article: Article, manner: Manner) -> tuple[LeftOut, ...]:
    """Return what is left out, in reading order."""
    read = [article.lead, *(section.blocks for section in article.sections)]
    if manner.footnotes is not Footnotes.SKIP:
        read += [note.blocks for note in article.notes]
        notes = []
    else:
        notes = [Skip(text_of_blocks(note.blocks), "note", note.anchor) for note in article.notes]
    found = [piece for blocks in read for block in every_block(blocks) for piece in _left_out(block, manner)]
    return (*found, *(LeftOut(Noun.NOTE, skip) for skip in notes))


def is_left_out(block: Code, manner: Manner) -> bool:
    """Whether a code sample is not read: by the manner's own choice, else by its length and the verbosity."""
    if manner.code is not None:
        return manner.code is not CodeSamples.READ
    lines = sum(bool(line.strip()) for line in block.text.splitlines())
    return manner.verbosity is Verbosity.PLAIN or (manner.verbosity is Verbosity.GUIDED and lines > SHORT_CODE)


def is_passed_over(block: Figure, manner: Manner) -> bool:
    """Whether a figure is a picture, and pictures are not said."""
    return block.kind is FigureKind.IMAGE and manner.images is Images.SKIP


def _left_out(block: Block, manner: Manner) -> Iterator[LeftOut]:
    match block:
        case Code() if is_left_out(block, manner) and block.text.strip():
            yield LeftOut(Noun.CODE, Skip(block.text, "code", block.anchor))
        case Figure() if is_passed_over(block, manner):
            words = " ".join(filter(None, ((block.alt or "").strip(), text_of(block.caption).strip())))
            if words:
                yield LeftOut(Noun.IMAGE, Skip(words, "picture", block.anchor))
        case Table() if manner.tables is Tables.SUMMARY:
            yield LeftOut(Noun.TABLE, Skip(_cells(block), "table", block.anchor))
        case _:
            pass


def _cells(table: Table) -> str:
    return " ".join(text_of(cell.runs) for row in table.rows if not row.is_header for cell in row.cells)
