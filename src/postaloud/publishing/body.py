"""A script and its cues in, the article's text as markup out: the page's blocks, an element for each sentence."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from postaloud.model.episode import Episode
from postaloud.model.recording import Cue
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Role, Script, Utterance
from postaloud.publishing.balance import Shown, balanced
from postaloud.publishing.blocks import Block, Item, block_markup, heading_level
from postaloud.publishing.draft import Draft, Open, Place
from postaloud.publishing.gaps import code_gap, gap
from postaloud.publishing.inline import set_apart
from postaloud.publishing.markup import element, escaped, section_id, sentence_id
from postaloud.publishing.plain import is_visible, kept_lines, one_line
from postaloud.publishing.wording import Wording, foreign, language_attributes, language_tag

_CELLS = {BlockKind.CELL, BlockKind.HEADER_CELL}
_KEPT_EMPTY = _CELLS | {BlockKind.BREAK}
"""An empty cell keeps the columns in place."""
_FLOWING = {BlockKind.QUOTE, BlockKind.FIGURE, BlockKind.ITEM, BlockKind.DEFINITION, BlockKind.NOTE}
"""Where a paragraph of announcements may stand; elsewhere they lead the next sentence."""
SAID = "said"
"""The class of what only the voice says."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text as markup."""

    title: str
    """The heading of level one, or "" where the script has none."""
    blocks: tuple[str, ...]
    """In pieces, one behind the other."""
    sections: frozenset[int]
    """The numbers of the chapters whose first block has an id."""


def rebuild(episode: Episode, wording: Wording) -> Body:
    """Return the article's text; announcements are left out, and a sentence that was not spoken has no time."""
    return _rebuilt(episode, wording, shows_announcements=False)


def rebuild_with_announcements(episode: Episode, wording: Wording) -> Body:
    """Return the article's text with what the voice adds to it, in elements of the class `SAID`."""
    return _rebuilt(episode, wording, shows_announcements=True)


def _rebuilt(episode: Episode, wording: Wording, *, shows_announcements: bool) -> Body:
    script = episode.script
    page = Open(Enter(BlockKind.QUOTE), script.lang)
    draft = Draft(wording, episode.address, [page], shows_announcements)
    for line in balanced(_shown(draft, script, _places(script, episode.recording.cues))):
        _add(draft, line)
    _flush(draft)
    return Body(draft.title, tuple(page.pieces), frozenset(draft.sections))


def _places(script: Script, cues: Sequence[Cue]) -> Iterator[Place]:
    """Yield for each utterance its number and its cue; a script may go on where a recording stopped."""
    count = 0
    for number, utterance in enumerate(script.utterances(), 1):
        cue = cues[count] if count < len(cues) and cues[count].utterance == utterance else None
        count += cue is not None
        yield number, cue


def _shown(draft: Draft, script: Script, places: Iterator[Place]) -> Iterator[Line]:
    """Yield what shows, one line at a time; announcements wait for what they announce, and lists show their numbers."""
    for line in script.lines():
        if isinstance(line, Utterance):
            draft.here = next(places)
            if line.role is Role.ANNOUNCEMENT and draft.shows_announcements and is_visible(line.shown):
                draft.waiting.append(_announced(draft, line))
            if line.role in {Role.ANNOUNCEMENT, Role.MARKER} or not is_visible(line.shown):
                continue
        yield line


def _announced(draft: Draft, utterance: Utterance) -> str:
    attributes = {"class": SAID, **_timed(draft.here), **language_attributes(utterance.lang, draft.stack[-1].lang)}
    return element("span", f"{escaped(one_line(utterance.shown))} ", attributes)


def _timed(place: Place) -> dict[str, str]:
    number, cue = place
    time = "" if cue is None or cue.is_lost else str(max(cue.start_ms, 0))
    return {"id": sentence_id(number), "data-start": time}


def _add(draft: Draft, line: Shown) -> None:
    match line:
        case Enter():
            _enter(draft, line)
        case Leave():
            _leave(draft)
        case ChapterMark():
            _mark(draft, line.number)
        case Utterance():
            _say(draft, line)
        case _:
            assert_never(line)


def _enter(draft: Draft, enter: Enter) -> None:
    if draft.stack[-1].enter.kind in _FLOWING:
        _flush(draft)
    lang = language_tag(enter.lang) or draft.stack[-1].lang
    draft.stack.append(Open(enter, lang, draft.mark))
    draft.mark = None


def _flush(draft: Draft) -> None:
    if draft.waiting:
        draft.stack[-1].pieces += ["\n", element("p", "".join(draft.waiting), {"class": SAID})]
        draft.stack[-1].sentence = ""
        draft.waiting.clear()


def _mark(draft: Draft, number: int) -> None:
    """Let a chapter start with the heading that is already open, else with the next block."""
    block = draft.stack[-1]
    is_heading = block.enter.kind in {BlockKind.TITLE, BlockKind.HEADING}
    if is_heading and not block.is_visible and block.section is None:
        block.section = number
    else:
        draft.mark = number


def _say(draft: Draft, utterance: Utterance) -> None:
    block = draft.stack[-1]
    is_code = block.enter.kind is BlockKind.CODE
    shown = kept_lines(utterance.shown) if is_code else one_line(utterance.shown)
    attributes = {**_timed(draft.here), **language_attributes(utterance.lang, block.lang)}
    markup = _styled(draft, utterance, shown)
    before = "".join((_gap(block, shown), *draft.waiting, _picture_word(draft, utterance, shown)))
    block.sole = None if block.pieces or before or block.enter.kind not in _CELLS else (markup, attributes)
    block.pieces += [before, element("span", markup, attributes)]
    block.sentence = shown
    if utterance.role is Role.IMAGE:
        block.words.append(shown)
    block.is_visible = True
    draft.waiting.clear()


def _gap(block: Open, shown: str) -> str:
    if not block.sentence:
        return "\n" if block.is_visible else ""
    return code_gap(block.sentence) if block.enter.kind is BlockKind.CODE else gap(block.sentence, shown)


def _styled(draft: Draft, utterance: Utterance, shown: str) -> str:
    lang = utterance.lang if language_tag(utterance.lang) else draft.stack[-1].lang
    inlines = utterance.inlines if shown == utterance.shown else ()  # else their offsets are not those of the text
    text = set_apart(shown, inlines, lang, draft.base)
    return element("strong", text) if utterance.role is Role.LABEL else text


def _picture_word(draft: Draft, utterance: Utterance, shown: str) -> str:
    """Return the word in front of a picture's description, which may say it itself."""
    word = draft.wording.image.partition("{}")[0].strip()
    if utterance.role is not Role.IMAGE or draft.stack[-1].is_visible or shown.startswith(word):
        return ""
    return element("span", escaped(word), foreign(draft.wording, utterance.lang)) + " "


def _leave(draft: Draft) -> None:
    block = draft.stack.pop()
    around = draft.stack[-1]
    if not block.is_visible and block.enter.kind not in _KEPT_EMPTY:
        draft.mark = block.section if draft.mark is None else draft.mark
        return
    around.is_visible |= block.is_visible
    around.sentence = ""
    attributes = {
        "id": _claimed(draft, block.section),
        **language_attributes(block.lang, around.lang),
        **_picture(block),
    }
    _put(draft, block, attributes)


def _picture(block: Open) -> dict[str, str]:
    """Return the attributes of a paragraph that stands for a picture (WAI-ARIA 1.2, role img)."""
    is_all = len(block.pieces) == 2 * len(block.words)  # each sentence comes with the gap before it
    is_picture = block.enter.kind is BlockKind.PARAGRAPH and is_all and block.words
    return {"role": "img", "aria-label": " ".join(block.words)} if is_picture else {}


def _claimed(draft: Draft, section: int | None) -> str:
    """Return the id of a chapter's first block; a number that comes twice names only the first."""
    if section is None or section in draft.sections:
        return ""
    draft.sections.add(section)
    return section_id(section)


def _put(draft: Draft, block: Open, attributes: Mapping[str, str]) -> None:
    around = draft.stack[-1]
    content = "".join(block.pieces)
    if block.sole and len(block.pieces) == 2 and not any(attributes.values()):
        content, attributes = block.sole
    match block.enter.kind:
        case BlockKind.TITLE if not draft.title:
            draft.title = element("h1", content, attributes)
        case BlockKind.ITEM:
            around.items.append(Item(one_line(block.enter.value), content, attributes))
        case BlockKind.CAPTION:
            around.captions.append(element("span", content, attributes) if any(attributes.values()) else content)
        case _:
            complete = Block(
                _fitting(draft, block), content, block.captions, block.items, attributes, draft.wording.table
            )
            around.pieces += ["\n", block_markup(complete)]


def _fitting(draft: Draft, block: Open) -> Enter:
    """Return a block as a page should have it: no heading that skips a level, no header cell of nothing."""
    enter = block.enter
    if enter.kind in {BlockKind.TITLE, BlockKind.HEADING}:
        draft.level = min(heading_level(enter), draft.level + 1)
        return replace(enter, value=str(draft.level))
    return (
        replace(enter, kind=BlockKind.CELL) if enter.kind is BlockKind.HEADER_CELL and not block.is_visible else enter
    )
