"""A picture in, its lines out: what it shows, then its caption, unless both say what stands beside it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import assert_never

from postaloud.model.article import Block, Figure, FigureKind, Paragraph, every_block, text_of
from postaloud.model.script import BlockKind, EarconKind, Enter, Leave, Line, Pause, Role
from postaloud.scripting.leaving_out import is_passed_over
from postaloud.scripting.manner import Verbosity
from postaloud.scripting.phrases import Phrase
from postaloud.scripting.prose import speak_runs, speak_text
from postaloud.scripting.scene import AFTER_IMAGE_MS, BEFORE_IMAGE_MS, CELL_MS, SENTENCE_MS, Scene

_MEDIA = {FigureKind.VIDEO: Phrase.VIDEO, FigureKind.AUDIO: Phrase.AUDIO, FigureKind.EMBED: Phrase.EMBED}
_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)


def speak_figure(block: Figure, scene: Scene) -> Iterator[Line]:
    """Yield a picture or recording; one with nothing to say is passed over, and named at full verbosity."""
    if is_passed_over(block, scene.manner):
        return
    alt, caption = description(block), text_of(block.caption).strip()
    if not alt and not caption:
        yield from _silent(block, scene)
        return
    number = next(scene.images) if block.kind is FigureKind.IMAGE else 0
    if _is_among(alt, scene.neighbours):
        alt = ""
    if not alt and not caption:
        yield from _silent(block, scene)
        return
    yield Pause(BEFORE_IMAGE_MS)
    yield from _opening(block, number, scene)
    yield Enter(BlockKind.FIGURE, block.source, block.anchor)
    role = Role.MEDIA if block.kind in _MEDIA else Role.IMAGE
    yield from speak_text(alt, replace(scene, lang=block.lang or scene.lang), role)
    if caption and not _is_among(caption, (alt,)):
        yield from _caption(block, scene)
    yield Leave(BlockKind.FIGURE)
    yield Pause(AFTER_IMAGE_MS)


def description(block: Figure) -> str:
    """Return the alternative text, where it says more than the name of a file."""
    alt = (block.alt or "").strip()
    return "" if _FILE_NAME.fullmatch(alt) else alt


def count_figures(blocks: Iterable[Block]) -> int:
    """Return how many pictures with words of their own some blocks hold, at any depth."""
    return sum(map(_has_words, every_block(blocks)))


def _has_words(block: Block) -> bool:
    return (
        isinstance(block, Figure)
        and block.kind is FigureKind.IMAGE
        and bool(description(block) or text_of(block.caption).strip())
    )


def block_text(block: Block | None) -> str:
    """Return what stands beside a picture: the text of a paragraph or of another picture."""
    match block:
        case Paragraph():
            return text_of(block.runs)
        case Figure():
            return text_of(block.caption) or block.alt or ""
        case _:
            return ""


def _is_among(text: str, others: tuple[str, ...]) -> bool:
    return bool(text) and _bare(text) in map(_bare, others)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _opening(block: Figure, number: int, scene: Scene) -> Iterator[Line]:
    phrase = _MEDIA.get(block.kind, Phrase.IMAGE)
    match scene.verbosity:
        case Verbosity.FULL if number:
            place = scene.phrases.number(number), scene.phrases.number(scene.images_total)
            yield from scene.announce(Phrase.GRAPHIC, *place)
        case Verbosity.GUIDED:
            yield from scene.earcon(EarconKind.IMAGE)
            yield from scene.announce(phrase)
        case Verbosity.PLAIN | Verbosity.FULL:
            yield from scene.announce(phrase)
        case _:
            assert_never(scene.verbosity)
    yield Pause(CELL_MS)


def _caption(block: Figure, scene: Scene) -> Iterator[Line]:
    yield Pause(SENTENCE_MS)
    if scene.verbosity is Verbosity.FULL:
        yield from scene.announce(Phrase.CAPTION)
        yield Pause(CELL_MS)
    yield Enter(BlockKind.CAPTION)
    yield from speak_runs(block.caption, scene)
    yield Leave(BlockKind.CAPTION)


def _silent(block: Figure, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is Verbosity.FULL:
        yield Pause(BEFORE_IMAGE_MS)
        if block.kind in _MEDIA:
            yield scene.announcement(scene.phrases.text(_MEDIA[block.kind]).rstrip(" :") + ".")
        else:
            yield from scene.announce(Phrase.UNDESCRIBED if block.alt is None else Phrase.DECORATIVE)
        yield Pause(AFTER_IMAGE_MS)
    yield Enter(BlockKind.FIGURE, block.source, block.anchor)
    yield Leave(BlockKind.FIGURE)
