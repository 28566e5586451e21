"""What every block's script depends on, in one frozen value: manner, language, announcements, place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from postaloud.model.article import Note
from postaloud.model.script import Earcon, EarconKind, Line, Role, Utterance
from postaloud.scripting.manner import Earcons, Manner, Verbosity
from postaloud.scripting.phrases import Phrase, Phrases, phrases_for
from postaloud.scripting.said import said_with
from postaloud.scripting.tags import language

SENTENCE_MS = 250
LABEL_MS = 250
CELL_MS = 150
ITEM_MS = 400
ROW_MS = 450
PARAGRAPH_MS = 600
QUOTE_MS = 500
BREAK_MS = 1000
BEFORE_IMAGE_MS = 400
AFTER_IMAGE_MS = 500


@dataclass(frozen=True, slots=True)
class Scene:
    """Where in the article we are, and how it is read."""

    manner: Manner
    lang: str
    """The article's language, a BCP 47 tag."""
    phrases: Phrases
    images: Iterator[int]
    """Numbers the pictures in the order of reading."""
    images_total: int = 0
    role: Role = Role.NARRATOR
    """Who speaks prose here: the narrator, or the voice of a quote."""
    gap_ms: int = PARAGRAPH_MS
    """The silence around a paragraph here."""
    depth: int = 0
    """How many lists are around."""
    item: str = ""
    """The words for the number of the list item around, to come back to; "" outside lists."""
    notes: Mapping[str, Note] = field(default_factory=dict)
    """The article's notes by the `href` that calls them."""
    anchor: str = ""
    """The anchor of the nearest block around that has one."""
    neighbours: tuple[str, ...] = ()
    """What stands right before and behind the block, to keep a picture from repeating it."""

    @property
    def verbosity(self) -> Verbosity:
        """How much is announced."""
        return self.manner.verbosity

    @property
    def has_own_phrases(self) -> bool:
        """Whether announcements and article speak one language."""
        return language(self.lang) == self.phrases.lang

    def at(self, anchor: str) -> "Scene":
        """Return the scene inside a block with this anchor; a block without one keeps the anchor around it."""
        return replace(self, anchor=anchor or self.anchor)

    def within(self, *, gap_ms: int, deeper: int = 0, role: Role | None = None) -> "Scene":
        """Return the scene inside a list, a quote or an item."""
        return replace(self, gap_ms=gap_ms, depth=self.depth + deeper, role=role or self.role, neighbours=())

    def earcon(self, kind: EarconKind) -> Iterator[Line]:
        """Yield a short sound, where the listener wants them."""
        if self.manner.earcons is Earcons.ON and self.verbosity is Verbosity.GUIDED:
            yield Earcon(kind)

    def announce(self, phrase: Phrase, *values: str) -> Iterator[Line]:
        """Yield an announcement in the article's language, or in English where we have no phrases for it."""
        yield self.announcement(self.phrases.text(phrase, *values))

    def announcement(self, text: str) -> Utterance:
        """Return words that the page does not show."""
        lang = self.lang if self.has_own_phrases else self.phrases.lang
        said = said_with(text, lang, ())
        return Utterance(text, said.text, Role.ANNOUNCEMENT, lang, self.anchor, said.spans, said.phonemes)


def open_scene(manner: Manner, lang: str, images_total: int, images: Iterator[int]) -> Scene:
    """Return the scene at an article's start."""
    return Scene(manner, lang, phrases_for(lang), images, images_total)
