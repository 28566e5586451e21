"""A block in, its lines out: one kind, one small function."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import dropwhile
from typing import assert_never

from postaloud.model.article import Block, Break, Code, DefinitionList, Figure, ListBlock, Paragraph, Quote, Table
from postaloud.model.script import BlockKind, Enter, Leave, Line, Pause, Role, Utterance
from postaloud.scripting.definitions import speak_definitions
from postaloud.scripting.figures import block_text, speak_figure
from postaloud.scripting.leaving_out import is_left_out
from postaloud.scripting.lists import speak_list
from postaloud.scripting.manner import CodeSamples, Verbosity
from postaloud.scripting.passage import read_passage
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.prose import speak_code, speak_passage, speak_text
from postaloud.scripting.scene import BREAK_MS, PARAGRAPH_MS, QUOTE_MS, SENTENCE_MS, Scene
from postaloud.scripting.tables import speak_table


def speak_blocks(blocks: tuple[Block, ...], scene: Scene, heading: str = "") -> Iterator[Line]:
    """Yield blocks in order; `heading` is the text that stands before them."""
    texts = (heading, *(block_text(block) for block in blocks))
    behind = (*("" if isinstance(block, Figure) else text for block, text in zip(blocks, texts[1:], strict=True)), "")
    for place, block in enumerate(blocks):
        if place and isinstance(blocks[place - 1], ListBlock) and not isinstance(block, ListBlock):
            yield from _back_to_item(scene)
        yield from _speak(block, scene.at(block.anchor), (texts[place], behind[place + 1]))


def _back_to_item(scene: Scene) -> Iterator[Line]:
    if scene.item and scene.verbosity is Verbosity.GUIDED:
        yield from scene.announce(Phrase.BACK_TO_ITEM, scene.item)
        yield Pause(SENTENCE_MS)


def _speak(block: Block, scene: Scene, neighbours: tuple[str, str]) -> Iterator[Line]:
    match block:
        case Paragraph():
            yield from _paragraph(block, scene)
        case ListBlock():
            yield from speak_list(block, scene, speak_blocks)
        case DefinitionList():
            yield from speak_definitions(block, scene, speak_blocks)
        case Figure():
            yield from speak_figure(block, replace(scene, neighbours=neighbours))
        case Quote():
            yield from _quote(block, scene)
        case Code():
            yield from _code(block, scene)
        case Table():
            yield from speak_table(block, scene)
        case Break():
            yield from _break(block, scene)
        case _:
            assert_never(block)


def _paragraph(block: Paragraph, scene: Scene) -> Iterator[Line]:
    passage = read_passage(block.runs, scene)
    lang = passage.lang if len(passage.tongues) == 1 and passage.lang != scene.lang else ""
    yield Pause(scene.gap_ms)
    yield Enter(BlockKind.PARAGRAPH, anchor=block.anchor, lang=lang)
    yield from speak_passage(passage, scene)
    yield Leave(BlockKind.PARAGRAPH)
    yield Pause(scene.gap_ms)


def _quote(block: Quote, scene: Scene) -> Iterator[Line]:
    inside = scene.within(gap_ms=QUOTE_MS, role=Role.QUOTE)
    lines = tuple(speak_blocks(block.blocks, inside))
    is_long = sum(isinstance(line, Utterance) for line in lines) > 1
    yield Pause(QUOTE_MS)
    yield from _quote_opening(scene)
    yield Enter(BlockKind.QUOTE, anchor=block.anchor)
    yield from dropwhile(lambda line: isinstance(line, Pause), lines)
    if block.source.strip():
        yield Pause(SENTENCE_MS)
        yield Enter(BlockKind.SOURCE)
        yield from speak_text(block.source, scene, Role.NARRATOR)
        yield Leave(BlockKind.SOURCE)
    yield Leave(BlockKind.QUOTE)
    yield from _quote_closing(scene, is_long=is_long)
    yield Pause(QUOTE_MS)


def _quote_opening(scene: Scene) -> Iterator[Line]:
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.BLOCK_QUOTE)
        case Verbosity.GUIDED:
            yield from scene.announce(Phrase.QUOTE)
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)
    yield Pause(SENTENCE_MS)


def _quote_closing(scene: Scene, *, is_long: bool) -> Iterator[Line]:
    yield Pause(SENTENCE_MS)
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.LEAVING_QUOTE)
        case Verbosity.GUIDED if is_long:
            yield from scene.announce(Phrase.END_QUOTE)
        case Verbosity.GUIDED | Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)


def _code(block: Code, scene: Scene) -> Iterator[Line]:
    code = [line for line in block.text.splitlines() if line.strip()]
    if not code or scene.manner.code is CodeSamples.SKIP:
        return
    size = scene.phrases.count(len(code), Noun.LINE)
    yield Pause(PARAGRAPH_MS)
    if is_left_out(block, scene.manner):
        yield from scene.announce(Phrase.CODE_LEFT_OUT, size)
    else:
        yield from scene.announce(Phrase.CODE, size)
        yield Pause(SENTENCE_MS)
        yield from _code_lines(block, code, scene)
    yield Pause(PARAGRAPH_MS)


def _code_lines(block: Code, code: list[str], scene: Scene) -> Iterator[Line]:
    yield Enter(BlockKind.CODE, block.language, block.anchor)
    for line in code:
        yield from speak_code(line, scene)
    yield Leave(BlockKind.CODE)
    if scene.verbosity is Verbosity.FULL:
        yield from scene.announce(Phrase.END_CODE)


def _break(block: Break, scene: Scene) -> Iterator[Line]:
    yield Pause(BREAK_MS)
    if scene.verbosity is Verbosity.FULL:
        yield from scene.announce(Phrase.BREAK)
        yield Pause(PARAGRAPH_MS)
    yield Enter(BlockKind.BREAK, anchor=block.anchor)
    yield Leave(BlockKind.BREAK)
