"""An article and a manner in, a script out: every line that will be said, in parts for recording."""

from collections.abc import Iterator
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
from postaloud.scripting.manner import Manner, Verbosity
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


def write_script(article: Article, manner: Manner) -> Script:
    """Return everything that will be said of an article, in order.

    A section is a part, and a long one several; each part ends with silence. The script's language is the article's, or
    English where it names none.
    """
    lang = article.lang or FALLBACK_LANG
    pictures = sum(count_figures(blocks) for blocks in _all_blocks(article))
    scene = open_scene(manner, lang, pictures, count(1))
    title = article.title.strip() or scene.phrases.text(Phrase.UNTITLED)
    body = tuple(_body(article, scene))
    lines = (
        Pause(HEAD_MS),
        ChapterMark(title),
        *_title(title, scene),
        *speak_facts(article, body, scene),
        Pause(PARAGRAPH_MS),
        *body,
        *speak_end(article, scene),
        Pause(TAIL_MS),
    )
    return Script(title, lang, tuple(cut_parts(settle(lines))))


def _all_blocks(article: Article) -> Iterator[tuple[Block, ...]]:
    yield article.lead
    yield from (section.blocks for section in article.sections)


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
    yield from speak_blocks(article.lead, scene, article.title)
    for number, section in enumerate(article.sections, start=1):
        yield from _section(section, number, len(article.sections), scene.at(section.anchor))


def _section(section: Section, number: int, total: int, scene: Scene) -> Iterator[Line]:
    heading = " ".join(text_of(section.heading).split())
    lines = tuple(speak_line(section.heading, scene, Role.HEADING))
    yield Pause(BEFORE_HEADING_MS.get(section.level, BEFORE_LOWER_MS))
    title = heading.rstrip(":： \xa0") or scene.phrases.text(Phrase.SECTION, str(number)).rstrip(".")
    yield ChapterMark(title, section.level, number, section.anchor)
    yield from _before_heading(section.level, number, scene, is_bare=not _sound(lines))
    yield Enter(BlockKind.HEADING, str(section.level), section.anchor)
    yield from lines
    yield Leave(BlockKind.HEADING)
    if scene.verbosity is Verbosity.FULL:
        yield Pause(SENTENCE_MS)
        yield from scene.announce(Phrase.SECTION_OF, scene.phrases.number(number), scene.phrases.number(total))
    yield Pause(AFTER_HEADING_MS.get(section.level, AFTER_LOWER_MS))
    yield from speak_blocks(section.blocks, scene, heading)


def _before_heading(level: int, number: int, scene: Scene, *, is_bare: bool) -> Iterator[Line]:
    """Announce a heading; one without a word of its own is announced at every verbosity."""
    match scene.verbosity:
        case Verbosity.FULL:
            yield from scene.announce(Phrase.HEADING_LEVEL, scene.phrases.number(level))
            yield Pause(SENTENCE_MS)
        case Verbosity.GUIDED:
            yield from scene.earcon(EarconKind.SECTION)
            yield from scene.announce(Phrase.SECTION, str(number))
            yield Pause(SENTENCE_MS)
        case Verbosity.PLAIN if is_bare:
            yield from scene.announce(Phrase.SECTION, str(number))
        case Verbosity.PLAIN:
            pass
        case _:
            assert_never(scene.verbosity)
