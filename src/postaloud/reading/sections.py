"""The headings and blocks of a page go in, its lead and sections come out, and what among them was no content."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from postaloud.model.article import (
    Block,
    Break,
    DefinitionList,
    Figure,
    ListBlock,
    Paragraph,
    Quote,
    Section,
    Skip,
    text_of,
)
from postaloud.model.plain import runs_in, text_of_block
from postaloud.reading.phrases import is_byline, reason_of_phrase
from postaloud.reading.titles import normal
from postaloud.reading.view import Heading, Item

_ENDINGS = frozenset(("related", "comments", "newsletter", "share", "author box", "advertisement"))
_FIRST_LINES = frozenset(("date", "reading time", "tags", "comments"))
_SHORT = 90
_SHORTEST_PULL = 30
_LINKED = 0.9
_FEWEST_LINKS = 3
_LONG_LINK = 100
_LONG_ENDING = 0.3


@dataclass(frozen=True, slots=True)
class Parts:
    """An article's blocks in their sections."""

    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    skips: tuple[Skip, ...]


@dataclass(frozen=True, slots=True)
class _Left:
    """An item that is not read, and why."""

    item: Item
    reason: str


_Judged = Item | _Left
_Rule = Callable[[list[_Judged]], list[_Judged]]


class Sorting(Enum):
    """What of an article's items may be left out."""

    PAGE = "page"
    TYPED = "typed"
    """What was typed as text has no related posts or menus at its end: its lists of links and headings are meant."""
    WHOLE = "whole"
    """Nothing but the title, which is said anyway."""


def into_sections(items: Iterable[Item], title: str, byline: str, sorting: Sorting = Sorting.PAGE) -> Parts:
    """Sort a page's items into sections, leaving out the title, date lines, link lists and headings of nothing."""
    judged = _without_title(list(items), title)
    if sorting is not Sorting.WHOLE:
        judged = _without_first_lines(judged, byline)
    for rule in _RULES[sorting]:
        judged = rule(judged)
    return _parts(judged)


def _parts(judged: list[_Judged]) -> Parts:
    left = [(entry, _text(entry.item)) for entry in judged if isinstance(entry, _Left)]
    skips = tuple(Skip(text, entry.reason, entry.item.anchor) for entry, text in left if text)
    lead, sections = _split([item for item in judged if not isinstance(item, _Left)])
    return Parts(lead, sections, skips)


def _text(item: Item) -> str:
    return text_of(item.runs) if isinstance(item, Heading) else text_of_block(item)


def _without_title(items: list[Item], title: str) -> list[_Judged]:
    """The heading that is the title opens no section; a second one of level 1 is a double."""
    judged: list[_Judged] = []
    is_found = False
    for item in items:
        if not isinstance(item, Heading) or not title or normal(text_of(item.runs)) != normal(title):
            judged.append(item)
        elif is_found and item.level == 1:
            judged.append(_Left(item, "duplicate"))
        elif is_found:
            judged.append(item)
        is_found = is_found or (isinstance(item, Heading) and normal(text_of(item.runs)) == normal(title))
    return judged


def _without_first_lines(items: list[_Judged], byline: str) -> list[_Judged]:
    """Before the first long paragraph, lines that say who, when and for how long are no prose."""
    judged: list[_Judged] = []
    is_prose = False
    for item in items:
        is_prose = is_prose or (isinstance(item, ListBlock | Paragraph) and len(_text(item)) > _SHORT)
        reason = "" if is_prose or not isinstance(item, Paragraph) else _line_reason(_text(item), byline)
        judged.append(_Left(item, reason) if reason and not isinstance(item, _Left) else item)
    return judged


def _line_reason(text: str, byline: str) -> str:
    if is_byline(text) or (byline and normal(text) == normal(byline)):
        return "byline"
    reason = reason_of_phrase(text)
    return reason if reason in _FIRST_LINES else ""


def _without_phrases(items: list[_Judged]) -> list[_Judged]:
    return [_left(item) if isinstance(item, Paragraph) and len(_text(item)) <= _SHORT else item for item in items]


def _left(item: Paragraph) -> _Judged:
    reason = reason_of_phrase(_text(item))
    return _Left(item, reason) if reason and reason != "date" else item


def _without_endings(items: list[_Judged]) -> list[_Judged]:
    """Comments, related posts and the like take their whole section with them, unless it is much of the article."""
    judged: list[_Judged] = []
    total = sum(len(_text(item)) for item in items if not isinstance(item, _Left))
    reason, level = "", 0
    for at, item in enumerate(items):
        if isinstance(item, Heading) and (not reason or item.level <= level):
            reason, level = reason_of_phrase(text_of(item.runs)), item.level
            if reason not in _ENDINGS or _length(items[at + 1 :], level) > total * _LONG_ENDING:
                reason = ""
        judged.append(_Left(item, reason) if reason and not isinstance(item, _Left) else item)
    return judged


def _length(items: list[_Judged], level: int) -> int:
    length = 0
    for item in items:
        if isinstance(item, Heading) and item.level <= level:
            break
        length += 0 if isinstance(item, _Left) else len(_text(item))
    return length


def _without_link_lists(items: list[_Judged]) -> list[_Judged]:
    """Lists of links that lead about the page, or stand before or after all prose, are not for the ear."""
    prose = [at for at, item in enumerate(items) if isinstance(item, DefinitionList) or _is_prose(item)]
    judged = list(items)
    for at, item in enumerate(items):
        if isinstance(item, ListBlock) and prose and _links(item):
            is_about = _is_about(item)
            if is_about or not prose[0] < at < prose[-1]:
                judged[at] = _Left(item, "contents" if is_about else "navigation")
                before = items[at - 1] if at else None
                if is_about and isinstance(before, Heading) and reason_of_phrase(text_of(before.runs)):
                    judged[at - 1] = _Left(before, "contents")
    return judged


def _without_pull_quotes(items: list[_Judged]) -> list[_Judged]:
    """A quote of nobody that repeats a sentence of the text was set large for the eye."""
    said = [normal(_text(item)) for item in items if isinstance(item, Paragraph)]
    return [_Left(item, "duplicate") if isinstance(item, Quote) and _is_pulled(item, said) else item for item in items]


def _is_pulled(item: Quote, said: list[str]) -> bool:
    text = normal(text_of_block(item))
    return not item.source and len(text) >= _SHORTEST_PULL and any(text in whole and text != whole for whole in said)


def _without_contents(items: list[_Judged]) -> list[_Judged]:
    """A list of links that all lead about the page is its contents."""
    return [
        _Left(item, "contents") if isinstance(item, ListBlock) and _links(item) and _is_about(item) else item
        for item in items
    ]


def _is_about(item: ListBlock) -> bool:
    return all(run.href.startswith("#") for run in runs_in(item) if run.href)


def _is_prose(item: _Judged) -> bool:
    if not isinstance(item, Paragraph):
        return False
    linked = sum(len(run.text) for run in item.runs if run.href)
    return len(_text(item)) > _SHORT and linked * 2 < len(_text(item))


def _links(item: ListBlock) -> bool:
    """Whether a list is made of short links alone."""
    runs = runs_in(item)
    links = [run for run in runs if run.href]
    linked = sum(len(run.text) for run in links)
    is_all = linked >= _LINKED * sum(len(run.text) for run in runs)
    return len(item.items) >= _FEWEST_LINKS and is_all and linked < _LONG_LINK * len(links)


def _without_empty(items: list[_Judged]) -> list[_Judged]:
    """A heading is kept where content follows before the next heading of its level or above."""
    judged = list(items)
    alive_below = 0
    for at in reversed(range(len(items))):
        item = items[at]
        if isinstance(item, Heading):
            if item.level >= alive_below:
                judged[at] = _Left(item, "empty section")
            alive_below = min(alive_below, item.level)
        elif not isinstance(item, _Left) and _is_content(item):
            alive_below = 7
    return judged


def _is_content(item: Item) -> bool:
    return bool(_text(item)) or (isinstance(item, Figure) and item.alt != "")


def _without_breaks(items: list[_Judged]) -> list[_Judged]:
    """A break stands between two pieces of content, once."""
    judged: list[_Judged] = []
    is_wanted = False
    for item in items:
        if isinstance(item, Break) and not is_wanted:
            continue
        judged.append(item)
        is_wanted = is_wanted if isinstance(item, _Left) else not isinstance(item, Break)
    last = next((at for at in reversed(range(len(judged))) if not isinstance(judged[at], _Left)), 0)
    return [item for at, item in enumerate(judged) if at != last or not isinstance(item, Break)]


def _split(items: list[Item]) -> tuple[tuple[Block, ...], tuple[Section, ...]]:
    opened: list[tuple[Heading | None, list[Block]]] = [(None, [])]
    for item in items:
        if isinstance(item, Heading):
            opened.append((item, []))
        else:
            opened[-1][1].append(item)
    sections = (
        Section(max(2, heading.level), heading.runs, tuple(blocks), heading.anchor)
        for heading, blocks in opened
        if heading is not None
    )
    return tuple(opened[0][1]), tuple(sections)


_RULES: Mapping[Sorting, tuple[_Rule, ...]] = {
    Sorting.PAGE: (
        _without_phrases,
        _without_endings,
        _without_link_lists,
        _without_pull_quotes,
        _without_empty,
        _without_breaks,
    ),
    Sorting.TYPED: (_without_phrases, _without_contents, _without_breaks),
    Sorting.WHOLE: (_without_breaks,),
}
