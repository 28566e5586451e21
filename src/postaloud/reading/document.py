"""What every kind of source becomes before it is read: HTML, and what it says of itself beside its text."""

from dataclasses import dataclass
from enum import Enum

from postaloud.model.article import Skip


class Kind(Enum):
    """What a source is written in."""

    HTML = "html"
    MARKDOWN = "markdown"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Told:
    """What a document says of itself outside its text, in front matter or header lines; "" where it says nothing."""

    title: str = ""
    byline: str = ""
    date: str = ""
    """"YYYY-MM-DD"."""
    lang: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A source as HTML."""

    html: str
    kind: Kind = Kind.HTML
    told: Told = Told()
    skips: tuple[Skip, ...] = ()
    """The texts that did not become HTML, each with its reason."""

    @property
    def is_typed(self) -> bool:
        """Whether it was typed as text, without menus and other furniture around the article."""
        return self.kind is not Kind.HTML
