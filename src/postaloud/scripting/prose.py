"""Passages in, utterances with the pauses between them out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from postaloud.model.article import Runs
from postaloud.model.script import Inline, Line, Pause, Role, Utterance
from postaloud.scripting.edits import Edit
from postaloud.scripting.manner import Footnotes, Verbosity
from postaloud.scripting.passage import Passage, plain_passage, read_passage
from postaloud.scripting.phrases import Phrase
from postaloud.scripting.said import said_with
from postaloud.scripting.scene import CELL_MS, LABEL_MS, SENTENCE_MS, Scene
from postaloud.scripting.sentences import Span, cut_long, split_sentences

_SPOKEN = re.compile(r"[^\W_]")
_CLOSED = re.compile(r"[.!?…。！？।؟][\"'”’»)\]]*\s*$")
_LOOSE_END = " \xa0:;,–—-："


class Ending(Enum):
    """How the last words of a text are closed for the voice."""

    AS_SHOWN = auto()
    FULL_STOP = auto()
    """Headings, labels and cells end without a mark on the page, or with a colon; the voice is to fall."""


class Delivery(NamedTuple):
    """How a stretch of text is spoken."""

    role: Role
    ending: Ending = Ending.AS_SHOWN
    lead: str = ""
    """Words said before the text, which does not show them here."""


def speak_runs(runs: Runs, scene: Scene) -> Iterator[Line]:
    """Yield a paragraph sentence by sentence, its bold lead-in apart."""
    yield from speak_passage(read_passage(runs, scene), scene)


def speak_passage(passage: Passage, scene: Scene) -> Iterator[Line]:
    """Yield a passage sentence by sentence, its bold lead-in apart."""
    if passage.label_end:
        yield from _sentences(passage, (0, passage.label_end), scene, Delivery(Role.LABEL, Ending.FULL_STOP))
        yield Pause(LABEL_MS)
    yield from _sentences(passage, (passage.label_end, len(passage.text)), scene, Delivery(scene.role))


def speak_line(runs: Runs, scene: Scene, role: Role, lead: str = "") -> Iterator[Line]:
    """Yield a heading or a cell in one piece, or in as few as a voice can take; `lead` is said first, and not shown."""
    passage = read_passage(runs, scene)
    for span in cut_long(passage.text):
        yield from _tongued(passage, span, scene, Delivery(role, Ending.FULL_STOP, lead))
        yield Pause(CELL_MS)
        yield from _calls(passage, span, scene)
        lead = ""


def speak_text(text: str, scene: Scene, role: Role) -> Iterator[Line]:
    """Yield a text without runs, such as a description, sentence by sentence."""
    yield from _sentences(plain_passage(text, scene.lang), (0, len(text)), scene, Delivery(role, Ending.FULL_STOP))


def speak_code(text: str, scene: Scene) -> Iterator[Line]:
    """Yield a line of code."""
    passage = plain_passage(text, scene.lang)
    for span in cut_long(text):
        yield from _tongued(passage, span, scene, Delivery(Role.CODE))
        yield Pause(SENTENCE_MS)


def speak_marker(shown: str, said: str, scene: Scene) -> Iterator[Line]:
    """Yield an item's number as the page shows it and as it is said."""
    made = said_with(shown, scene.lang, (Edit(0, len(shown), said),))
    yield Utterance(shown, made.text, Role.MARKER, scene.lang, scene.anchor, made.spans)
    yield Pause(CELL_MS)


def note_words(label: str, scene: Scene) -> str:
    """Return the words for the mark of a note: "note one"; a mark that is only a sign has none."""
    if not any(sign.isalnum() for sign in label):
        return scene.phrases.texts[Phrase.NOTE_ALONE]
    said = scene.phrases.number(int(label)) if label.isascii() and label.isdecimal() else label.upper()
    return scene.phrases.texts[Phrase.NOTE].format(said)


def _calls(passage: Passage, span: Span, scene: Scene) -> Iterator[Line]:
    """Name the notes that a sentence calls when it is over; in its middle they would break it."""
    start, end = span
    if scene.verbosity is Verbosity.PLAIN or scene.manner.footnotes is Footnotes.SKIP:
        return
    for place, label in passage.calls:
        if start < place <= end or place == start == 0:
            yield scene.announcement(scene.phrases.sentence(note_words(label, scene)))
            yield Pause(SENTENCE_MS)


def _sentences(passage: Passage, stretch: Span, scene: Scene, delivery: Delivery) -> Iterator[Line]:
    spans = tuple(_whole(passage, stretch))
    for place, span in enumerate(spans):
        ending = delivery.ending if place == len(spans) - 1 else Ending.AS_SHOWN
        yield from _tongued(passage, span, scene, delivery._replace(ending=ending))
        yield Pause(SENTENCE_MS)
        yield from _calls(passage, span, scene)


def _whole(passage: Passage, stretch: Span) -> Iterator[Span]:
    """Yield the sentences of a stretch, each with the note marks that stand around it."""
    first, last = stretch
    found = split_sentences(passage.prose[first:last], passage.lang) or ((0, last - first),)
    inner = [first + start for start, _ in found[1:]]
    starts = [first, *(start for start in inner if not any(e.start < start < e.end for e in passage.edits)), last]
    yield from pairwise(starts)


def _tongued(passage: Passage, span: Span, scene: Scene, delivery: Delivery) -> Iterator[Line]:
    """Yield one utterance for each language of a sentence."""
    start, end = span
    parts = [(max(start, t.start), min(end, t.end), t.lang) for t in passage.tongues if t.start < end and t.end > start]
    for place, (first, last, lang) in enumerate(parts):
        ending = delivery.ending if place == len(parts) - 1 else Ending.AS_SHOWN
        lead = delivery.lead if place == 0 else ""
        yield from _utter(passage, (first, last), scene, lang, delivery._replace(ending=ending, lead=lead))


def _utter(passage: Passage, span: Span, scene: Scene, lang: str, delivery: Delivery) -> Iterator[Utterance]:
    start, end = _without_spaces(passage.text, *span)
    if delivery.role is Role.CODE:
        start = span[0]  # what a line of code is indented by is shown
    shown = passage.text[start:end]
    inner = [
        edit._replace(start=edit.start - start, end=edit.end - start)
        for edit in passage.edits
        if start <= edit.start and edit.end <= end and (edit.start < end or edit.start < edit.end)
    ]
    edits = (*inner, *_closing(shown, inner, delivery.ending))
    said = said_with(shown, lang, edits, scene.manner.lexicon)
    if not _SPOKEN.search(said.text):
        return
    if delivery.lead:
        said = said_with(shown, lang, (Edit(0, 0, delivery.lead), *edits), scene.manner.lexicon)
    phonemes = (*_phonemes(passage, (start, end)), *said.phonemes)
    inlines = tuple(_inlines(passage, (start, end)))
    yield Utterance(shown, said.text, delivery.role, lang, scene.anchor, said.spans, phonemes, inlines)


def _inlines(passage: Passage, span: Span) -> Iterator[Inline]:
    """Yield what the page sets apart in a stretch, as far as it lies within, counted from the stretch's start."""
    start, end = span
    for each in passage.inlines:
        first, last = max(each.start, start), min(each.end, end)
        if first < last:
            yield replace(each, start=first - start, end=last - start)


def _phonemes(passage: Passage, span: Span) -> Iterator[tuple[str, str]]:
    """Yield the words of a stretch that the author gave phonemes, as they are said, each with its IPA."""
    start, end = span
    return ((words, ipa) for place, words, ipa in passage.phonemes if start <= place < end)


def _without_spaces(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    return start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _closing(shown: str, inner: list[Edit], ending: Ending) -> Iterator[Edit]:
    core = len(shown.rstrip(_LOOSE_END))
    if ending is Ending.FULL_STOP and not _CLOSED.search(shown) and not any(edit.end > core for edit in inner):
        yield Edit(core, len(shown), ".")
