"""An article's notes in, where and how they are said out: in place, where a section ends, or where all ends."""

from collections.abc import Iterable, Iterator, Sequence

from postaloud.model.article import Block, DefinitionList, Figure, Mark, Note, Paragraph, Run, Table, every_block
from postaloud.model.script import BlockKind, Enter, Leave, Line, Pause
from postaloud.scripting.blocks import speak_blocks
from postaloud.scripting.phrases import Phrase
from postaloud.scripting.prose import note_words
from postaloud.scripting.scene import PARAGRAPH_MS, SENTENCE_MS, Scene

Notes = tuple[Note, ...]


def share_out(notes: Notes, places: Sequence[Iterable[Block]]) -> tuple[list[Notes], Notes]:
    """Return the notes that each place is the first to call, and those that none calls."""
    left = {note.href: note for note in notes if note.href}
    shared = [tuple(left.pop(href) for href in dict.fromkeys(_calls(blocks)) if href in left) for blocks in places]
    rest = tuple(note for note in notes if not note.href or note.href in left)
    return shared, rest


def speak_notes(notes: Notes, scene: Scene) -> Iterator[Line]:
    """Yield notes one after the other, each with its number before it."""
    for note in notes:
        inside = scene.at(note.anchor)
        yield Pause(PARAGRAPH_MS)
        yield inside.announcement(scene.phrases.sentence(note_words(note.label, scene)))
        yield Pause(SENTENCE_MS)
        yield Enter(BlockKind.NOTE, note.label, note.anchor)
        yield from speak_blocks(note.blocks, inside.within(gap_ms=SENTENCE_MS))
        yield Leave(BlockKind.NOTE)
        yield Pause(PARAGRAPH_MS)


def speak_last_notes(notes: Notes, scene: Scene) -> Iterator[Line]:
    """Yield the notes behind an article."""
    if notes:
        yield Pause(PARAGRAPH_MS)
        yield from scene.announce(Phrase.NOTES)
        yield from speak_notes(notes, scene)


def _calls(blocks: Iterable[Block]) -> Iterator[str]:
    return (run.href for block in every_block(blocks) for run in _runs(block) if Mark.CALL in run.mark)


def _runs(block: Block) -> Iterator[Run]:
    """Yield the runs of a block's own text."""
    match block:
        case Paragraph():
            yield from block.runs
        case DefinitionList():
            yield from (run for entry in block.entries for term in entry.terms for run in term)
        case Figure():
            yield from block.caption
        case Table():
            yield from block.caption
            yield from (run for row in block.rows for cell in row.cells for run in cell.runs)
        case _:
            pass
