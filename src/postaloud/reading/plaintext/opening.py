"""The first and last blocks of a text go in, what they tell of it comes out: title, author, date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from postaloud.model.article import Skip
from postaloud.reading.dates import visible_day
from postaloud.reading.document import Told
from postaloud.reading.phrases import reason_of_phrase
from postaloud.reading.plaintext.blocks import Block, Break, Heading, Passage
from postaloud.reading.plaintext.measure import Measure
from postaloud.reading.plaintext.phrasing import is_capitals, is_greeting, is_sentence, is_title_like
from postaloud.reading.titles import normal

TITLE = "the title"
"""The kind of heading that is the text's title."""
_BY = re.compile(
    r"(?:(?:written|posted|published|words|text|(?:a |the )?(?:story|novel|poem|tale|essay)) )?"
    r"(?:by|von|par|por|di):?\s+"
    r"(?=[A-ZÀ-Þ])|author:\s+",
    re.IGNORECASE,
)
_BY_ALONE = ("by", "by:", "von", "par", "por")
_DAY_AHEAD = (
    r"(?=(?:[A-Z][a-z]+day,? )?(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2}\.? [A-Z]\w+ \d{4}|\d{4}-\d\d|\d+ min))"
)
_SEPARATOR = re.compile(rf"\s+[|•·–—/-]\s+|\s*[|•·]\s*|,?\s+(?=(?:on|published|posted|updated)\b)|,\s+{_DAY_AHEAD}")
_PARTICLE = r"(?:de|van|von|der|den|la|le|di|da|del|bin|al|and|&)"
_NAME = re.compile(rf"[A-ZÀ-Þ][\w.'’-]*(?: (?:{_PARTICLE}|[A-ZÀ-Þ][\w.'’-]*)){{0,5}}")
_LONGEST_TITLE = 150
_LONGEST_FACT = 120
_MOST_TITLE_LINES = 3
_MOST_OPENING = 5
"""Passages from the start that may tell of author and date."""


@dataclass(frozen=True, slots=True)
class Edges:
    """What the edges of a text tell, and the blocks that remain."""

    told: Told
    blocks: tuple[Block, ...]
    skips: tuple[Skip, ...] = ()


def read_edges(blocks: Sequence[Block], told: Told, measure: Measure) -> Edges:
    """Return what the first and the last blocks tell besides what is told already."""
    edges = _without_breaks(Edges(told, tuple(blocks)))
    edges = _without_facts(edges)
    title, inner = _title(edges, measure)
    if title:
        edges = _without_facts(replace(edges, blocks=inner))
        told = edges.told if edges.told.title else replace(edges.told, title=title)
        edges = replace(edges, told=told, blocks=(Heading((title,), TITLE), *edges.blocks))
    return _without_last_fact(edges)


def facts_of(text: str) -> dict[str, str]:
    """Return the byline and the date that a line tells, or nothing where it tells anything else."""
    facts: dict[str, str] = {}
    parts = [part for part in _SEPARATOR.split(text) if part] if len(text) <= _LONGEST_FACT else []
    for part in parts:
        by = _BY.match(part)
        reason = reason_of_phrase(part)
        if reason == "date" and (day := visible_day(part)):
            facts.setdefault("date", day)
        elif reason != "reading time" and by is None and (len(parts) == 1 or not _NAME.fullmatch(part)):
            return {}
        elif reason != "reading time":
            facts.setdefault("byline", part[by.end() :] if by else part)
    return {} if is_sentence(facts.get("byline", "").removesuffix("Jr.")) else facts


def _without_breaks(edges: Edges) -> Edges:
    """Rules above the title are ornaments."""
    first = next((at for at, block in enumerate(edges.blocks) if not isinstance(block, Break)), 0)
    return replace(edges, blocks=edges.blocks[first:])


def _without_facts(edges: Edges) -> Edges:
    """Take the lines about author and date off the start, below at most one line that stands above them."""
    kept: list[Block] = []
    at = 0
    while at < min(len(edges.blocks), _MOST_OPENING):
        block = edges.blocks[at]
        lines, used = _lines_of(edges.blocks, at)
        facts = [facts_of(line) for line in lines]
        is_above = isinstance(block, Passage) and not is_sentence(block.text) and at + 1 < len(edges.blocks)
        if lines and all(facts):
            edges = _with_facts(edges, lines, facts)
        elif is_above and not kept:
            kept.append(block)
        else:
            break
        at += used
    return replace(edges, blocks=(*kept, *edges.blocks[at:]))


def _lines_of(blocks: Sequence[Block], at: int) -> tuple[list[str], int]:
    """Return the lines of a passage, those of "by" with the name below it, and how many blocks they are."""
    block = blocks[at]
    if not isinstance(block, Passage):
        return [], 0
    lines = [line.text for line in block.lines]
    below = blocks[at + 1] if at + 1 < len(blocks) else None
    if len(lines) == 1 and lines[0].lower() in _BY_ALONE and isinstance(below, Passage) and len(below.lines) == 1:
        return [f"by {below.text.title() if is_capitals(below.text) else below.text}"], 2
    if len(lines) > 1 and lines[0].lower() in _BY_ALONE:
        return [f"by {lines[1]}", *lines[2:]], 1
    return lines, 1


def _with_facts(edges: Edges, lines: Sequence[str], facts: Sequence[dict[str, str]]) -> Edges:
    told, skips = edges.told, list(edges.skips)
    for line, each in zip(lines, facts, strict=True):
        told = replace(told, byline=told.byline or each.get("byline", ""), date=told.date or each.get("date", ""))
        skips.append(Skip(line, "byline" if "byline" in each else "date"))
    return replace(edges, told=told, skips=tuple(skips))


def _title(edges: Edges, measure: Measure) -> tuple[str, tuple[Block, ...]]:
    """Return the title and the blocks below it, the lines that stand directly below it first; "" for no title."""
    if len(edges.blocks) < 2:
        return "", edges.blocks
    first, rest = edges.blocks[0], edges.blocks[1:]
    if isinstance(first, Heading):
        title, inner = first.text, rest
    elif isinstance(first, Passage):
        title, below = _title_in(first, measure)
        inner = (*([Passage(first.lines[below:])] if below < len(first.lines) else []), *rest)
    else:
        return "", edges.blocks
    is_other = bool(edges.told.title) and normal(title) != normal(edges.told.title)
    return ("", edges.blocks) if is_other or not title else (title, inner)


def _title_in(passage: Passage, measure: Measure) -> tuple[str, int]:
    """Return the title that a passage starts with, and how many lines it has."""
    lines = [line.text for line in passage.lines]
    if len(lines) > 1 and all(facts_of(line) or line.lower() in _BY_ALONE for line in lines[1:2]):
        return (lines[0], 1) if _is_title(lines[0]) else ("", 0)
    is_whole = len(lines) == 1 or all(map(is_capitals, lines)) or measure.is_forced(*passage.lines[:2])
    if is_whole and len(lines) <= _MOST_TITLE_LINES and _is_title(passage.text):
        return passage.text, len(lines)
    is_first = len(lines) <= _MOST_TITLE_LINES or measure.is_flowing
    is_apart = is_first and not is_whole and is_title_like(lines[0]) and not lines[1][:1].islower()
    return (lines[0], 1) if is_apart else ("", 0)


def _is_title(text: str) -> bool:
    is_ended = text.endswith((".", ",", ";", ":")) and not is_capitals(text)
    return len(text) <= _LONGEST_TITLE and not is_ended and not is_greeting(text) and any(map(str.isalpha, text))


def _without_last_fact(edges: Edges) -> Edges:
    last = edges.blocks[-1] if edges.blocks else None
    facts = facts_of(last.text) if isinstance(last, Passage) else {}
    is_new = any(not getattr(edges.told, field) for field in facts)
    if not is_new or len(edges.blocks) < 2 or not isinstance(last, Passage):
        return edges
    return replace(_with_facts(edges, [last.text], [facts]), blocks=edges.blocks[:-1])
