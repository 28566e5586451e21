"""An article in, a text to review out: what is kept, block by block, and below it what is left out and why."""

from collections.abc import Iterator
from typing import assert_never

from postaloud.model.article import (
    Article,
    Block,
    Break,
    Cell,
    Code,
    DefinitionList,
    Figure,
    ListBlock,
    Mark,
    Paragraph,
    Quote,
    Run,
    Runs,
    Table,
)


def rendered(article: Article) -> str:
    """Return the article as indented lines; `‹strong|words›` are words that a run sets apart."""
    return "\n".join(_lines(article)) + "\n"


def _lines(article: Article) -> Iterator[str]:
    yield f"title: {article.title}"
    known = {"byline": article.byline, "date": article.date, "lang": article.lang, "address": article.address}
    yield from (f"{name}: {value}" for name, value in known.items() if value)
    for block in article.lead:
        yield from _block(block)
    for section in article.sections:
        yield f"{'#' * section.level} {_runs(section.heading)}"
        for block in section.blocks:
            yield from _block(block)
    for note in article.notes:
        yield from _inside(f"note {note.label or '-'} called by {note.href or 'nothing'}", note.blocks)
    if article.skips:
        yield "--- left out"
    yield from (f"{skip.reason}: {skip.text}" for skip in article.skips)


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Paragraph():
            yield f"p: {_runs(block.runs)}"
        case ListBlock():
            for item in block.items:
                yield from _inside(f"{'ol' if block.ordered else 'ul'} {item.ordinal or '-'}", item.blocks)
        case DefinitionList():
            for entry in block.entries:
                yield from (f"term: {_runs(term)}" for term in entry.terms)
                yield from _inside("means", entry.blocks)
        case Figure():
            kind = f"{block.kind} {block.lang}".rstrip()
            yield f"{kind}: {'(no description)' if block.alt is None else block.alt or '(decorative)'}"
            yield from (f"  caption: {_runs(block.caption)}",) if block.caption else ()
        case Quote():
            yield from _inside(f"quote of {block.source}" if block.source else "quote", block.blocks)
        case Code():
            yield f"code {block.language}".rstrip() + ":"
            yield from (f"  | {line}".rstrip() for line in block.text.split("\n"))
        case Table():
            yield f"table: {_runs(block.caption)}".rstrip(": ")
            yield from (f"  {' | '.join(map(_cell, row.cells))}" for row in block.rows)
        case Break():
            yield "break"
        case _:
            assert_never(block)


def _inside(name: str, blocks: tuple[Block, ...]) -> Iterator[str]:
    yield f"{name}:"
    yield from (f"  {line}" for block in blocks for line in _block(block))


def _cell(cell: Cell) -> str:
    if cell.is_header:
        return f"[{_runs(cell.runs)}]"
    return f"{_runs(cell.runs)} ({', '.join(cell.headers)})" if cell.headers else _runs(cell.runs)


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    marks = [mark.name.lower() for mark in Mark if mark in run.mark and mark.name]
    about = (*marks, run.lang, run.href, f'"{run.title}"' if run.title else "")
    said = " ".join(filter(None, about))
    return f"‹{said}|{run.text}›" if said else run.text
