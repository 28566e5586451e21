"""A script and its cues in, the article's text as markup out: the page's blocks, an element for each sentence."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from postaloud.model.recording import Cue
from postaloud.model.script import BlockKind, ChapterMark, Enter, Leave, Line, Role, Script, Utterance
from postaloud.publishing.balance import Shown, balanced
from postaloud.publishing.blocks import Block, Item, block_markup
from postaloud.publishing.markup import element, escaped, section_id, sentence_id
from postaloud.publishing.plain import is_visible, kept_lines, one_line
from postaloud.publishing.wording import Wording, direction, foreign, language_tag

_KEPT_EMPTY = {BlockKind.CELL, BlockKind.HEADER_CELL, BlockKind.BREAK}
"""An empty cell keeps the columns in place."""
_UNSHOWN = {Role.ANNOUNCEMENT, Role.MARKER}
"""Said, but no words of the page's text: a list shows its numbers by itself."""
_UNSPACED = r"\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
_TOUCHING = re.compile(rf"[{_UNSPACED}]\n[{_UNSPACED}]|[(\[]\n|\n[,.;:!?)\]]")
"""Two pieces with nothing between them. Quotation marks decide nothing: some open in one language, close in another."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text as markup."""

    title: str
    """The heading of level one, or "" where the script has none."""
    blocks: tuple[str, ...]
    """In pieces, one behind the other."""
    sections: frozenset[int]
    """The numbers of the chapters whose first block has an id."""


@dataclass(slots=True)
class _Open:
    """A block whose content is still coming."""

    enter: Enter
    lang: str
    section: int | None = None
    pieces: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    """The sentences that stand for a picture."""
    sentence: str = ""
    """The last piece's text, or "" where that was a block."""
    is_visible: bool = False


@dataclass(slots=True)
class _Draft:
    """A page that is being rebuilt; the outermost open block is the page itself."""

    wording: Wording
    stack: list[_Open]
    title: str = ""
    mark: int | None = None
    """The number of a chapter whose first block has not come yet."""
    sections: set[int] = field(default_factory=set)


def rebuild(script: Script, cues: Sequence[Cue], wording: Wording) -> Body:
    """Return the article's text; announcements are left out, and a sentence that was not spoken has no time."""
    page = _Open(Enter(BlockKind.QUOTE), script.lang)
    draft = _Draft(wording, [page])
    places = _places(script, cues)
    for line in balanced(line for line in script.lines() if not _is_unshown(line)):
        _add(draft, line, places)
    return Body(draft.title, tuple(page.pieces), frozenset(draft.sections))


def _is_unshown(line: Line) -> bool:
    return isinstance(line, Utterance) and (line.role in _UNSHOWN or not is_visible(line.shown))


def _places(script: Script, cues: Sequence[Cue]) -> Iterator[tuple[int, Cue | None]]:
    """Yield for each shown utterance its place among all and its cue; a script may go on where a recording stopped."""
    count = 0
    for number, utterance in enumerate(script.utterances(), 1):
        cue = cues[count] if count < len(cues) and cues[count].utterance == utterance else None
        count += cue is not None
        if not _is_unshown(utterance):
            yield number, cue


def _add(draft: _Draft, line: Shown, places: Iterator[tuple[int, Cue | None]]) -> None:
    match line:
        case Enter():
            _enter(draft, line)
        case Leave():
            _leave(draft)
        case ChapterMark():
            _mark(draft, line.number)
        case Utterance():
            _say(draft, line, *next(places))
        case _:
            assert_never(line)


def _enter(draft: _Draft, enter: Enter) -> None:
    lang = language_tag(enter.lang) or draft.stack[-1].lang
    draft.stack.append(_Open(enter, lang, draft.mark))
    draft.mark = None


def _mark(draft: _Draft, number: int) -> None:
    """Let a chapter start with the heading that is already open, else with the next block."""
    block = draft.stack[-1]
    is_heading = block.enter.kind in {BlockKind.TITLE, BlockKind.HEADING}
    if is_heading and not block.is_visible and block.section is None:
        block.section = number
    else:
        draft.mark = number


def _say(draft: _Draft, utterance: Utterance, number: int, cue: Cue | None) -> None:
    block = draft.stack[-1]
    is_code = block.enter.kind is BlockKind.CODE
    shown = kept_lines(utterance.shown) if is_code else one_line(utterance.shown)
    time = "" if cue is None or cue.is_lost else str(max(cue.start_ms, 0))
    attributes = {"id": sentence_id(number), **_language(utterance.lang, block.lang), "data-start": time}
    block.pieces += [_gap(block, shown), element("span", _styled(draft, utterance, shown), attributes)]
    block.sentence = shown
    if utterance.role is Role.IMAGE:
        block.words.append(shown)
    block.is_visible = True


def _gap(block: _Open, shown: str) -> str:
    if not block.sentence:
        return "\n" if block.is_visible else ""
    if block.enter.kind is BlockKind.CODE:
        return "" if block.sentence.endswith("\n") else "\n"
    return "" if _TOUCHING.search(f"{block.sentence[-1]}\n{shown[0]}") else " "


def _styled(draft: _Draft, utterance: Utterance, shown: str) -> str:
    text = escaped(shown)
    if utterance.role is Role.LABEL:
        return element("strong", text)
    before, _, after = draft.wording.image.partition("{}")
    if utterance.role is Role.IMAGE and not (draft.stack[-1].is_visible or shown.startswith(before.strip())):
        return element("span", escaped(before.strip()), foreign(draft.wording, utterance.lang)) + f" {text}{after}"
    return text


def _language(lang: str, around: str) -> dict[str, str]:
    """Return the attributes of a text in another language than the text around it."""
    if not language_tag(lang) or lang.lower() == around.lower():
        return {}
    return {"lang": lang, "dir": direction(lang) or ("ltr" if direction(around) else "")}


def _leave(draft: _Draft) -> None:
    block = draft.stack.pop()
    around = draft.stack[-1]
    if not block.is_visible and block.enter.kind not in _KEPT_EMPTY:
        draft.mark = block.section if draft.mark is None else draft.mark
        return
    around.is_visible |= block.is_visible
    around.sentence = ""
    attributes = {"id": _claimed(draft, block.section), **_language(block.lang, around.lang), **_picture(block)}
    _put(draft, block, attributes)


def _picture(block: _Open) -> dict[str, str]:
    """Return the attributes of a paragraph that stands for a picture (WAI-ARIA 1.2, role img)."""
    is_all = len(block.pieces) == 2 * len(block.words)  # each sentence comes with the gap before it
    is_picture = block.enter.kind is BlockKind.PARAGRAPH and is_all and block.words
    return {"role": "img", "aria-label": " ".join(block.words)} if is_picture else {}


def _claimed(draft: _Draft, section: int | None) -> str:
    """Return the id of a chapter's first block; a number that comes twice names only the first."""
    if section is None or section in draft.sections:
        return ""
    draft.sections.add(section)
    return section_id(section)


def _put(draft: _Draft, block: _Open, attributes: Mapping[str, str]) -> None:
    around = draft.stack[-1]
    content = "".join(block.pieces)
    match block.enter.kind:
        case BlockKind.TITLE if not draft.title:
            draft.title = element("h1", content, attributes)
        case BlockKind.ITEM:
            around.items.append(Item(one_line(block.enter.value), content, attributes))
        case BlockKind.CAPTION:
            around.captions.append(element("span", content, attributes) if any(attributes.values()) else content)
        case _:
            complete = Block(block.enter, content, block.captions, block.items, attributes, draft.wording.table)
            around.pieces += ["\n", block_markup(complete)]
