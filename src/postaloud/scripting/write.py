"""An article and a manner in, a script out: every line that will be said, in parts for recording."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import assert_never

from postaloud.model.article import Article, Block, Run, Section, text_of
from postaloud.model.script import (
    BlockKind,
    ChapterMark,
    EarconKind,
    Enter,
    Leave,
    Line,
    Pause,
    Role,
    Script,
    Utterance,
)
from postaloud.scripting.blocks import speak_blocks
from postaloud.scripting.cutting import cut_parts
from postaloud.scripting.ends import speak_end, speak_facts
from postaloud.scripting.figures import count_figures
from postaloud.scripting.leaving_out import left_out
from postaloud.scripting.manner import Footnotes, Manner, Verbosity
from postaloud.scripting.notes import Notes, share_out, speak_last_notes, speak_notes
from postaloud.scripting.pauses import settle
from postaloud.scripting.phrases import Phrase
from postaloud.scripting.prose import speak_line
from postaloud.scripting.scene import PARAGRAPH_MS, SENTENCE_MS, Scene, open_scene

HEAD_MS = 700
TAIL_MS = 1500
BEFORE_HEADING_MS = {2: 1000}
AFTER_HEADING_MS = {2: 600}
BEFORE_LOWER_MS = 800
AFTER_LOWER_MS = 500
FALLBACK_LANG = "en"
_TYPED_NUMBER = re.compile(
    r"(?:#|(?:no|nr|step|tip|part|chapter|section|day|rule|reason|lesson)\.? *#?)?"
    r"\d{1,3}\b(?![%°\d]|[.,:]\d)(?=[.):–—-]|$)",
    re.IGNORECASE,
)
"""A heading that starts so has a number of its own, and needs no second one."""


def write_script(article: Article, manner: Manner) -> Script:
    """Return everything that will be said of an article, in order.

    A section is a part, and a long one several; each part ends with silence. The script's language is the article's, or
    English where it names none.
    """
    lang = article.lang or FALLBACK_LANG
    pictures = sum(count_figures(blocks) for blocks in _all_blocks(article))
    notes = {note.href: note for note in article.notes if note.href}
    scene = replace(open_scene(manner, lang, pictures, count(1)), notes=notes)
    title = article.title.strip() or scene.phrases.text(Phrase.UNTITLED)
    body = tuple(_body(article, scene))
    pieces = left_out(article, manner)
    lines = (
        Pause(HEAD_MS),
        ChapterMark(title),
        *_title(title, scene),
        *speak_facts(article, body, scene),
        Pause(PARAGRAPH_MS),
        *body,
        *speak_end(article, pieces, scene),
        Pause(TAIL_MS),
    )
    return Script(title, lang, tuple(cut_parts(settle(lines))), tuple(piece.skip for piece in pieces))


def _all_blocks(article: Article) -> Iterator[tuple[Block, ...]]:
    yield article.lead
    yield from (section.blocks for section in article.sections)
    yield from (note.blocks for note in article.notes)


def _title(title: str, scene: Scene) -> Iterator[Line]:
    if scene.verbosity is Verbosity.FULL:
        yield from scene.announce(Phrase.ARTICLE)
        yield Pause(SENTENCE_MS)
        yield from scene.announce(Phrase.HEADING_LEVEL, scene.phrases.number(1))
        yield Pause(SENTENCE_MS)
    yield Enter(BlockKind.TITLE, "1")
    lines = tuple(speak_line((Run(title),), scene, Role.TITLE))
    yield from lines if _sound(lines) else scene.announce(Phrase.UNTITLED)
    yield Leave(BlockKind.TITLE)
    yield Pause(PARAGRAPH_MS)


def _sound(lines: tuple[Line, ...]) -> bool:
    return any(isinstance(line, Utterance) for line in lines)


def _body(article: Article, scene: Scene) -> Iterator[Line]:
    notes, last = _placed(article.notes, scene.manner)
    shared, rest = share_out(notes, [article.lead, *(section.blocks for section in article.sections)])
    yield from _blocks(article.lead, shared[0], scene, article.title)
    for number, section in enumerate(article.sections, start=1):
        inside = scene.at(section.anchor)
        yield from _heading(section, number, len(article.sections), inside)
        yield from _blocks(section.blocks, shared[number], inside, text_of(section.heading))
    yield from speak_last_notes((*rest, *last), scene)


def _placed(notes: Notes, manner: Manner) -> tuple[Notes, Notes]:
    """Return the notes that are said near their calls, and those that are said behind the article."""
    match manner.footnotes:
        case Footnotes.SKIP:
            return (), ()
        case Footnotes.END:
            return (), notes
        case Footnotes.INLINE:
            return notes, ()
        case None:
            return ((), notes) if manner.verbosity is Verbosity.PLAIN else (notes, ())
        case _:
            assert_never(manner.footnotes)


def _blocks(blocks: tuple[Block, ...], notes: Notes, scene: Scene, heading: str) -> Iterator[Line]:
    """Yield the blocks of a section and the notes that it calls: in place at full verbosity, else where it ends."""
    is_inline = scene.manner.footnotes is Footnotes.INLINE or scene.verbosity is Verbosity.FULL
    if not notes or not is_inline:
        yield from speak_blocks(blocks, scene, " ".join(heading.split()))
        yield from speak_notes(notes, scene)
        return
    shared, rest = share_out(notes, [(block,) for block in blocks])
    start, before = 0, heading
    for end, here in enumerate((*shared[:-1], (*shared[-1], *rest)), start=1):
        if here or end == len(blocks):
            yield from speak_blocks(blocks[start:end], scene, before)
            yield from speak_notes(here, scene)
            start, before = end, ""


def _heading(section: Section, number: int, total: int, scene: Scene) -> Iterator[Line]:
    heading = " ".join(text_of(section.heading).split())
    lines = tuple(speak_line(section.heading, scene, Role.HEADING))
    yield Pause(BEFORE_HEADING_MS.get(section.level, BEFORE_LOWER_MS))
    title = heading.rstrip(":： \xa0") or scene.phrases.text(Phrase.SECTION, str(number)).rstrip(".")
    yield ChapterMark(title, section.level, number, section.anchor)
    yield from _before_heading(
        section.level, 0 if _TYPED_NUMBER.match(heading) else number, scene, is_bare=not _sound(lines)
    )
    yield Enter(BlockKind.HEADING, str(section.level), section.anchor)
    yield from lines
    yield Leave(BlockKind.HEADING)
    if scene.verbosity is Verbosity.FULL:
        yield Pause(SENTENCE_MS)
        yield from scene.announce(Phrase.SECTION_OF, scene.phrases.number(number), scene.phrases.number(total))
    yield Pause(AFTER_HEADING_MS.get(section.level, AFTER_LOWER_MS))


def _before_heading(level: int, number: int, scene: Scene, *, is_bare: bool) -> Iterator[Line]:
    """Announce a heading; one without a word is announced at every verbosity, a number of its own is enough."""
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.HEADING_LEVEL, scene.phrases.number(level))
            yield Pause(SENTENCE_MS)
        case Verbosity.GUIDED:
            yield from scene.earcon(EarconKind.SECTION)
            if number:
                yield from scene.announce(Phrase.SECTION, str(number))
                yield Pause(SENTENCE_MS)
        case Verbosity.PLAIN if is_bare:
            yield from scene.announce(Phrase.SECTION, str(number))
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)
