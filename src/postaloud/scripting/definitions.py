"""A list of definitions in, its lines out: how many terms, each with what it means."""

from collections.abc import Callable, Iterator
from typing import assert_never

from postaloud.model.article import Block, Definition, DefinitionList
from postaloud.model.script import BlockKind, Enter, Leave, Line, Pause, Role
from postaloud.scripting.manner import Verbosity
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.prose import speak_line
from postaloud.scripting.scene import ITEM_MS, LABEL_MS, PARAGRAPH_MS, SENTENCE_MS, Scene

Speak = Callable[[tuple[Block, ...], Scene], Iterator[Line]]


def speak_definitions(block: DefinitionList, scene: Scene, speak: Speak) -> Iterator[Line]:
    """Yield terms and definitions; `speak` yields the blocks inside a definition."""
    inside = scene.within(gap_ms=SENTENCE_MS)
    yield Pause(PARAGRAPH_MS)
    yield from _opening(sum(len(entry.terms) for entry in block.entries), scene)
    yield Enter(BlockKind.DEFINITIONS, anchor=block.anchor)
    for entry in block.entries:
        yield Pause(ITEM_MS)
        yield from _entry(entry, inside.at(entry.anchor), speak)
    yield Leave(BlockKind.DEFINITIONS)
    if scene.verbosity is Verbosity.FULL:
        yield Pause(ITEM_MS)
        yield from scene.announce(Phrase.LEAVING_LIST)
    yield Pause(PARAGRAPH_MS)


def _opening(terms: int, scene: Scene) -> Iterator[Line]:
    counted = scene.phrases.count(terms, Noun.TERM)
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.DEFINITION_LIST, counted)
        case Verbosity.GUIDED:
            yield from scene.announce(Phrase.DEFINITIONS, counted)
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)


def _entry(entry: Definition, scene: Scene, speak: Speak) -> Iterator[Line]:
    for term in entry.terms:
        yield Enter(BlockKind.TERM, anchor=entry.anchor)
        yield from speak_line(term, scene, Role.LABEL)
        yield Leave(BlockKind.TERM)
        yield Pause(LABEL_MS)
    yield Enter(BlockKind.DEFINITION, anchor=entry.anchor)
    yield from speak(entry.blocks, scene)
    yield Leave(BlockKind.DEFINITION)
