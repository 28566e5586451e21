"""A list in, its lines out: how many items, each with its number or a tick, and where it ends."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

from postaloud.model.article import Block, ListBlock, ListItem, Paragraph
from postaloud.model.script import BlockKind, EarconKind, Enter, Leave, Line, Pause, Utterance
from postaloud.scripting.manner import Verbosity
from postaloud.scripting.measure import word_count
from postaloud.scripting.ordinals import marker_words
from postaloud.scripting.phrases import Noun, Phrase
from postaloud.scripting.phrases.table import capital
from postaloud.scripting.prose import speak_marker
from postaloud.scripting.scene import CELL_MS, ITEM_MS, PARAGRAPH_MS, SENTENCE_MS, Scene

LONG_LIST = 6
"""Items from which on the end of a list is announced."""
LONG_TEXT = 250
"""Words from which on it is, too."""

Speak = Callable[[tuple[Block, ...], Scene], Iterator[Line]]


class _Place(NamedTuple):
    """An item's place in its list."""

    number: int
    total: int
    words: str
    """How its number is said; "" for a bullet."""
    follows_list: bool
    """Whether the item before it ended with a list of its own."""


def speak_list(block: ListBlock, scene: Scene, speak: Speak) -> Iterator[Line]:
    """Yield a list; `speak` yields the blocks inside an item."""
    items = tuple(item for item in block.items if item.blocks or item.ordinal)
    if not items:
        return
    kind = BlockKind.ORDERED_LIST if block.ordered else BlockKind.BULLET_LIST
    around_ms = PARAGRAPH_MS if scene.depth == 0 or scene.verbosity is Verbosity.PLAIN else ITEM_MS
    inside = scene.within(gap_ms=SENTENCE_MS, deeper=1)
    lines = tuple(_items(items, inside, speak))
    yield Pause(around_ms)
    yield from _opening(block, len(items), scene)
    yield Enter(kind, anchor=block.anchor)
    yield from lines
    yield Leave(kind)
    yield from _closing(items, lines, scene)
    yield Pause(around_ms)


def _items(items: tuple[ListItem, ...], scene: Scene, speak: Speak) -> Iterator[Line]:
    words = marker_words(tuple(item.ordinal for item in items), scene.phrases, scene.lang)
    follows_list = False
    for number, item in enumerate(items, start=1):
        yield Pause(ITEM_MS)
        yield from _item(item, _Place(number, len(items), words[number - 1], follows_list), scene, speak)
        follows_list = any(isinstance(block, ListBlock) for block in item.blocks[-1:])


def _item(item: ListItem, place: _Place, scene: Scene, speak: Speak) -> Iterator[Line]:
    inside = replace(scene.at(item.anchor), item=place.words or scene.phrases.number(place.number))
    lines = tuple(speak(item.blocks, inside))
    if isinstance(next(iter(item.blocks), None), Paragraph):
        lines = lines[1:]  # the pause before its text stands before the item's number already
    yield Enter(BlockKind.ITEM, item.ordinal or "", item.anchor)
    if item.ordinal:
        yield from _marker(item.ordinal, place, inside)
    elif any(isinstance(line, Utterance) for line in lines):
        yield from _bullet(place, inside)
    yield from lines
    yield Leave(BlockKind.ITEM)


def _marker(ordinal: str, place: _Place, scene: Scene) -> Iterator[Line]:
    """Say an item's number; where the page only shows "3.", the voice may say "Back to item three."."""
    said = f"{capital(place.words)}."
    if scene.has_own_phrases:
        match scene.verbosity:
            case Verbosity.FULL if place.words == scene.phrases.number(place.number):
                said = scene.phrases.text(Phrase.ITEM_OF, place.words, scene.phrases.number(place.total))
            case Verbosity.GUIDED if place.follows_list:
                said = scene.phrases.text(Phrase.BACK_TO_ITEM, place.words)
            case Verbosity.FULL | Verbosity.GUIDED | Verbosity.PLAIN:
                pass
            case _:
                assert_never(scene.verbosity)
    shown = f"{ordinal}." if ordinal[-1].isalnum() else ordinal
    yield from speak_marker(shown, said.replace("..", "."), scene)


def _bullet(place: _Place, scene: Scene) -> Iterator[Line]:
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.BULLET)
            yield Pause(CELL_MS)
        case Verbosity.GUIDED:
            yield from scene.earcon(EarconKind.ITEM)
            yield Pause(CELL_MS)
            if place.follows_list:
                yield from scene.announce(Phrase.BACK_TO_ITEM, scene.phrases.number(place.number))
                yield Pause(SENTENCE_MS)
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)


def _opening(block: ListBlock, total: int, scene: Scene) -> Iterator[Line]:
    number, counted = scene.phrases.number(total), scene.phrases.count(total, Noun.ITEM)
    match scene.verbosity:
        case Verbosity.FULL if scene.depth:
            yield from scene.announce(Phrase.NESTED_LIST, counted, scene.phrases.number(scene.depth + 1))
        case Verbosity.FULL:
            yield from scene.announce(Phrase.NUMBERED_LIST if block.ordered else Phrase.BULLETED_LIST, counted)
        case Verbosity.GUIDED:
            yield from scene.announce(Phrase.SUBLIST if scene.depth else Phrase.LIST, number, counted)
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)


def _closing(items: tuple[ListItem, ...], lines: tuple[Line, ...], scene: Scene) -> Iterator[Line]:
    is_nesting = any(isinstance(block, ListBlock) for item in items for block in item.blocks)
    is_long = len(items) >= LONG_LIST or sum(map(word_count, lines)) >= LONG_TEXT
    match scene.verbosity:
        case Verbosity.FULL:
            yield Pause(ITEM_MS)
            yield from scene.announce(Phrase.LEAVING_LIST)
        case Verbosity.GUIDED if scene.depth == 0 and (is_nesting or is_long):
            yield Pause(ITEM_MS)
            yield from scene.announce(Phrase.END_LIST)
        case Verbosity.GUIDED | Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)
