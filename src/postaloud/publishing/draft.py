"""A page that is being rebuilt from a script: the blocks that are open, and what waits for its place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from postaloud.model.recording import Cue
from postaloud.model.script import Enter
from postaloud.publishing.blocks import Item
from postaloud.publishing.wording import Wording


@dataclass(slots=True)
class Open:
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
    sole: tuple[str, Mapping[str, str]] | None = None
    """The only sentence of a cell, which then needs no element of its own."""
    is_visible: bool = False


Place = tuple[int, Cue | None]
"""An utterance's number among all, and its cue where it was recorded."""


@dataclass(slots=True)
class Draft:
    """A page that is being rebuilt; the outermost open block is the page itself."""

    wording: Wording
    base: str
    """The article's address."""
    stack: list[Open]
    shows_announcements: bool
    here: Place = (0, None)
    """Of the utterance that is being shown."""
    waiting: list[str] = field(default_factory=list)
    """Announcements that stand before what comes next."""
    level: int = 1
    """The last heading's."""
    title: str = ""
    mark: int | None = None
    """The number of a chapter whose first block has not come yet."""
    sections: set[int] = field(default_factory=set)
