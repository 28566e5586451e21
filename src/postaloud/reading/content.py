"""What was chosen of a page goes in, its sections, notes and what was left out come out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from bs4 import Tag

from postaloud.model.article import Note, Skip
from postaloud.reading.choosing import Choice, skips_of
from postaloud.reading.inline import Style
from postaloud.reading.metadata import Metadata
from postaloud.reading.notes import find_notes, read_notes
from postaloud.reading.promoting import promoted
from postaloud.reading.sections import Parts, Sorting, into_sections
from postaloud.reading.view import View
from postaloud.reading.walking import walk


@dataclass(frozen=True, slots=True)
class Content:
    """An article's text, before it is joined with what the page says of it."""

    parts: Parts
    notes: tuple[Note, ...]
    skips: tuple[Skip, ...]


def read_content(
    body: Tag, choice: Choice, known: Metadata, anchor: Callable[[Tag], str], sorting: Sorting = Sorting.PAGE
) -> Content:
    """Read the text of an article; its notes are taken out of it and read by themselves."""
    found = find_notes(choice.root, choice.dropped)
    chosen = replace(choice, dropped=found.dropped)
    apart = {id(note): "note" for note in found.bodies.values()}
    view = View({**chosen.dropped, **apart}, anchor, walk, known.lang, calls=found.calls)
    items = promoted(list(walk(chosen.root, Style(), view)), known.title)
    parts = into_sections(items, known.title, known.byline, sorting)
    skips = (*skips_of(body, chosen, anchor), *parts.skips)
    return Content(parts, tuple(read_notes(found, view)), tuple(skip for skip in skips if skip.text != known.title))
