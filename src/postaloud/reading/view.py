"""What the walk knows of the page while it reads an element: what is left out, where things are, in which language."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from bs4 import Tag

from postaloud.model.article import Block, Break, Paragraph, Runs
from postaloud.reading.inline import Style, strong
from postaloud.reading.tree import is_hidden

CALL = "footnote call"
"""The reason why the mark of a note is left out of the line that calls the note."""
MAX_NESTING = 24
"""Lists, quotes and figures nested deeper are read as if their walls were not there."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, before sections are made of it."""

    level: int
    """1 to 6."""
    runs: Runs
    anchor: str = ""


Item = Heading | Block


@dataclass(frozen=True, slots=True)
class View:
    """The page as one element's reader sees it."""

    dropped: Mapping[int, str]
    anchor: Callable[[Tag], str]
    read: "Callable[[Tag, Style, View], Iterator[Item]]"
    """Reads whatever stands inside an element."""
    lang: str = ""
    nesting: int = 0
    calls: Mapping[int, str] = field(default_factory=dict)
    """The `href` of the note that is called, by the `id()` of the element that calls it."""

    def deeper(self) -> "View":
        """Return the view from inside a list, a quote or a figure."""
        return replace(self, nesting=self.nesting + 1)

    def without(self, tag: Tag, reason: str) -> "View":
        """Return the view in which one more element is left out."""
        return replace(self, dropped={**self.dropped, id(tag): reason})

    def shows(self, tag: Tag) -> bool:
        """Whether anything inside the element is read."""
        return id(tag) not in self.dropped and not is_hidden(tag)

    def blocks(self, tag: Tag, style: Style) -> tuple[Block, ...]:
        """Read what is inside an element where no section can open."""
        return flat(self.read(tag, style, self.deeper()))


def flat(items: Iterable[Item]) -> tuple[Block, ...]:
    """Return blocks, with headings as strong paragraphs and breaks where they part something."""
    blocks: list[Block] = []
    for item in items:
        block = Paragraph(strong(item.runs), item.anchor) if isinstance(item, Heading) else item
        if not isinstance(block, Break) or (blocks and not isinstance(blocks[-1], Break)):
            blocks.append(block)
    ends = bool(blocks) and isinstance(blocks[-1], Break)
    return tuple(blocks[:-1] if ends else blocks)
