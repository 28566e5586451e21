"""Passages in, utterances with the pauses between them out."""

import re
from collections.abc import Iterator
from enum import Enum, auto

from postaloud.model.article import Runs
from postaloud.model.script import Line, Pause, Role, Utterance
from postaloud.scripting.edits import Edit
from postaloud.scripting.passage import Passage, Tongue, plain_passage, read_passage
from postaloud.scripting.said import said_with
from postaloud.scripting.scene import CELL_MS, LABEL_MS, SENTENCE_MS, Scene
from postaloud.scripting.sentences import cut_long, split_sentences

_SPOKEN = re.compile(r"[^\W_]")
_OPEN_END = re.compile(r"\s?[:;,–—-]?\s*$")
_CLOSED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")


class Ending(Enum):
    """How the last words of a text are closed for the voice."""

    AS_SHOWN = auto()
    FULL_STOP = auto()
    """Headings, labels and cells end without a mark on the page, or with a colon; the voice is to fall."""


def speak_runs(runs: Runs, scene: Scene, ending: Ending = Ending.AS_SHOWN) -> Iterator[Line]:
    """Yield a paragraph sentence by sentence, its bold lead-in apart."""
    passage = read_passage(runs, scene)
    if passage.label_end:
        yield from _sentences(passage, (0, passage.label_end), scene, Role.LABEL, Ending.FULL_STOP)
        yield Pause(LABEL_MS)
    yield from _sentences(passage, (passage.label_end, len(passage.text)), scene, scene.role, ending)


def speak_line(runs: Runs, scene: Scene, role: Role, lead: str = "") -> Iterator[Line]:
    """Yield a heading or a cell in one piece, as long as a voice can take it; `lead` is said before it, and not shown."""
    passage = read_passage(runs, scene)
    for place, (start, end) in enumerate(cut_long(passage.text)):
        yield from _tongued(passage, start, end, scene, role, Ending.FULL_STOP, lead if place == 0 else "")
        yield Pause(CELL_MS)


def speak_text(text: str, scene: Scene, role: Role) -> Iterator[Line]:
    """Yield a text without runs (a description, a source) sentence by sentence."""
    passage = plain_passage(text, scene.lang)
    yield from _sentences(passage, (0, len(text)), scene, role, Ending.FULL_STOP)


def speak_marker(shown: str, said: str, scene: Scene) -> Iterator[Line]:
    """Yield an item's number as the page shows it and as it is said."""
    made = said_with(shown, scene.lang, (Edit(0, len(shown), said),))
    yield Utterance(shown, made.text, Role.MARKER, scene.lang, scene.anchor, made.spans)
    yield Pause(CELL_MS)


def _sentences(passage: Passage, stretch: tuple[int, int], scene: Scene, role: Role, ending: Ending) -> Iterator[Line]:
    first, last = stretch
    prose = passage.prose[first:last]
    places = split_sentences(prose, passage.lang)
    for place, (start, end) in enumerate(places):
        is_last = place == len(places) - 1
        behind = last if is_last else first + places[place + 1][0]
        shown_end = first + len(passage.text[first:behind].rstrip())
        yield from _tongued(
            passage, first + start, max(first + end, shown_end), scene, role, ending if is_last else Ending.AS_SHOWN
        )
        yield Pause(SENTENCE_MS)


def _tongued(passage, start, end, scene, role, ending, lead=""):  # type: ignore[no-untyped-def]
    raise NotImplementedError
