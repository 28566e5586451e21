"""Runs in, plain text with what the runs say about it out: languages, links, raised letters, the bold lead-in."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from typing import NamedTuple

from postaloud.model.article import Mark, Run, Runs
from postaloud.model.script import Inline
from postaloud.scripting.edits import Edit
from postaloud.scripting.manner import Footnotes, Verbosity
from postaloud.scripting.phrases import Phrase
from postaloud.scripting.phrases.table import capital
from postaloud.scripting.scene import Scene
from postaloud.scripting.scripts import foreign_runs, has_foreign
from postaloud.scripting.tags import language

FEWEST_FOREIGN_WORDS = 3
"""Shorter runs stay with the voice around them: a change of voice costs more than an accent."""
LONGEST_LABEL = 15
"""Words; a longer bold start is prose."""
_RAISED = str.maketrans("0123456789+-−n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋")
_DAY = re.compile(r"\d{1,4}([./-])\d{1,2}\1\d{2,4}")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE_ENDS = ("", ".", "!", "?", "…")
_NOTE = re.compile(r"\[?\(?(?P<number>[0-9]{1,3})\)?\]?|[*†‡§]{1,3}|\[[a-z]\]")


class Tongue(NamedTuple):
    """A stretch of a text in one language."""

    start: int
    end: int
    lang: str


class Passage(NamedTuple):
    """A paragraph's text and what its runs say about it; offsets count characters of the text."""

    text: str
    tongues: tuple[Tongue, ...]
    """In order, without gaps."""
    edits: tuple[Edit, ...] = ()
    """Notes and links, said otherwise than shown."""
    label_end: int = 0
    """Where the bold lead-in ends; 0 where there is none."""
    calls: tuple[tuple[int, str], ...] = ()
    """Where notes are called, and the mark of each."""
    phonemes: tuple[tuple[int, str, str], ...] = ()
    """Where the author gave words phonemes, the words as they are said, and their IPA."""
    inlines: tuple[Inline, ...] = ()
    """What the page links or sets apart, in order."""

    @property
    def lang(self) -> str:
        """The language of most of the text."""
        return max(self.tongues, key=lambda tongue: tongue.end - tongue.start).lang

    @property
    def prose(self) -> str:
        """The text with its note marks as spaces and its formulas as words, so that they hide no end of a sentence."""
        return _masked(self.text, self.edits)


def _masked(text: str, edits: tuple[Edit, ...]) -> str:
    for edit in edits:
        length = edit.end - edit.start
        text = text[: edit.start] + (_filling(length) if edit.is_final else " " * length) + text[edit.end :]
    return text


def _filling(length: int) -> str:
    """Return letters that stand for a formula where sentences are looked for."""
    words = ("Xxxxxxx " * (length // 8 + 1))[:length]
    return words[:-1] + "x" if words.endswith(" ") else words


def read_passage(runs: Runs, scene: Scene) -> Passage:
    """Return a paragraph's text and what its runs say about it."""
    text = "".join(_shown(run, before) for before, run in pairwise((Run(""), *runs)))
    ends = tuple(accumulate(len(run.text) for run in runs))
    starts = tuple(end - len(run.text) for end, run in zip(ends, runs, strict=True))
    befores = (Run(""), *runs)
    placed = zip(starts, runs, befores, strict=False)
    edits = tuple(edit for start, run, before in placed for edit in _edits((start, run, before), text, scene))
    tongues = tuple(_tongues(_masked(text, edits), tuple(zip(starts, ends, runs, strict=True)), scene.lang))
    calls = tuple(
        (start, scene.notes[run.href].label)
        for start, run in zip(starts, runs, strict=True)
        if Mark.CALL in run.mark and run.href in scene.notes
    )
    phonemes = tuple(
        (start, run.say or run.text.strip(), run.phoneme)
        for start, run in zip(starts, runs, strict=True)
        if run.phoneme
    )
    inlines = tuple(_joined(inline for start, run in zip(starts, runs, strict=True) for inline in _inlines(start, run)))
    return Passage(
        text, tongues or (Tongue(0, 0, scene.lang),), edits, _label_end(text, runs), calls, phonemes, inlines
    )


def plain_passage(text: str, lang: str) -> Passage:
    """Return the passage of a text without runs."""
    return Passage(text, tuple(_by_script((Tongue(0, len(text), lang),), text)) or (Tongue(0, 0, lang),))


def _shown(run: Run, before: Run) -> str:
    """Raised and lowered figures are shown as such where Unicode has them and they are no note."""
    for mark, table in ((Mark.SUPERSCRIPT, _RAISED), (Mark.SUBSCRIPT, _LOWERED)):
        if (
            mark in run.mark
            and not run.href
            and re.fullmatch(r"[0-9+−-]{1,4}|n", run.text)
            and re.search(r"[\w)]$", before.text)
        ):
            return run.text.translate(table)
    return run.text


def _inlines(start: int, run: Run) -> Iterator[Inline]:
    """Yield what a page still shows of a run's elements; a title that is no abbreviation's is in the words already."""
    mark = run.mark & (Mark.CODE | Mark.DELETED)
    title = "" if run.mark & (Mark.SIGN | Mark.MATHS | Mark.TIME) else run.title
    first, last = start + len(run.text) - len(run.text.lstrip()), start + len(run.text.rstrip())
    if first < last and (mark or run.href or title or run.lang):
        yield Inline(first, last, mark, run.href, title, run.lang)


def _joined(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Make one of neighbours that differ only in what is not shown: a link with emphasis inside is one link."""
    last: Inline | None = None
    for each in inlines:
        if last and each.start - last.end <= 1 and replace(each, start=last.start, end=last.end) == last:
            last = replace(last, end=each.end)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _edits(placed: tuple[int, Run, Run], text: str, scene: Scene) -> Iterator[Edit]:
    start, run, before = placed
    first, last = start + len(run.text) - len(run.text.lstrip()), start + len(run.text.rstrip())
    if first >= last:
        return
    is_announced = (
        Mark.DELETED in run.mark and Mark.DELETED not in before.mark and scene.verbosity is not Verbosity.PLAIN
    )
    if is_announced:
        yield Edit(first, first, scene.phrases.texts[Phrase.DELETED])
    note = _NOTE.fullmatch(run.text.strip())
    if run.href and note and Mark.SUPERSCRIPT in run.mark:
        end = start + len(run.text)
        words = _note_words(note["number"], scene)
        yield Edit(start, end, _set_apart(words, text[:start].rstrip()[-1:], text[end:].strip()[:1]) if words else "")
        return
    if run.href and scene.manner.announces_links:
        yield Edit(first, first, scene.phrases.texts[Phrase.LINK])
    if stated := _stated(run, scene):
        yield Edit(first, last, stated, is_final=True)
    elif instead := _instead(run, scene):
        yield Edit(first, last, instead)
    if is_announced and text[last:].strip()[:1].isalnum():
        yield Edit(last, last, ",")


def _stated(run: Run, scene: Scene) -> str:
    """Return what the author wants said for a run, or the words of its formula; "" where there are none.

    Words with phonemes stay as they are.
    """
    if run.phoneme and not run.say:
        return run.text.strip()
    if run.say or not run.maths:
        return run.say
    from postaloud.scripting.maths import say_maths

    return say_maths(run.maths, run.lang or scene.lang)


def _instead(run: Run, scene: Scene) -> str:
    """Return what is said in place of a sign, a formula or a day in digits that the page explains, or ""."""
    if run.mark & (Mark.SIGN | Mark.MATHS):
        return run.title
    is_day = Mark.TIME in run.mark and _DAY.fullmatch(run.text.strip()) and _ISO_DAY.match(run.title)
    return scene.phrases.day(run.title) if is_day and scene.has_own_phrases else ""


def _note_words(number: str | None, scene: Scene) -> str:
    if scene.verbosity is Verbosity.PLAIN or scene.manner.footnotes is Footnotes.SKIP or not number:
        return ""
    return scene.phrases.texts[Phrase.NOTE].format(scene.phrases.number(int(number)))


def _set_apart(words: str, before: str, behind: str) -> str:
    """Part a note from the words around it with commas, or make it a sentence of its own behind one."""
    if before in _SENTENCE_ENDS:
        return f" {capital(words)}." if before else f"{words}."
    return f", {words}{',' if behind.isalnum() else ''}"


def _tongues(text: str, placed: tuple[tuple[int, int, Run], ...], lang: str) -> Iterator[Tongue]:
    """Yield the languages of a text: as the page says, where that is worth a change of voice, and by script."""
    joined = _join(tuple(Tongue(start, end, run.lang or lang) for start, end, run in placed if start < end))
    kept = tuple(tongue if _is_worth_it(text, tongue) else Tongue(tongue.start, tongue.end, lang) for tongue in joined)
    yield from _by_script(_join(kept), text)


def _is_worth_it(text: str, tongue: Tongue) -> bool:
    words = text[tongue.start : tongue.end].split()
    return len(words) >= FEWEST_FOREIGN_WORDS or has_foreign(text, tongue.start, tongue.end)


def _join(tongues: tuple[Tongue, ...]) -> tuple[Tongue, ...]:
    groups = (tuple(group) for _, group in groupby(tongues, key=lambda tongue: tongue.lang))
    return tuple(Tongue(group[0].start, group[-1].end, group[0].lang) for group in groups)


def _by_script(tongues: tuple[Tongue, ...], text: str) -> Iterator[Tongue]:
    for tongue in tongues:
        place = tongue.start
        for start, end, lang in foreign_runs(text, tongue.start, tongue.end, language(tongue.lang)):
            if place < start:
                yield Tongue(place, start, tongue.lang)
            yield Tongue(start, end, lang)
            place = end
        if place < tongue.end:
            yield Tongue(place, tongue.end, tongue.lang)


def _label_end(text: str, runs: Runs) -> int:
    """Return where a bold lead-in ends, with the colon or full stop that closes it."""
    end = 0
    for run in runs:
        if Mark.STRONG not in run.mark and run.text.strip():
            break
        end += len(run.text)
    bold = text[:end].rstrip()
    closing = re.match(r"\s?[:：.]", text[len(bold) :])
    if closing:
        bold += closing[0]
    is_label = bold.endswith((":", "：", ".")) and 0 < len(bold.split()) <= LONGEST_LABEL
    return len(bold) if is_label and re.search(r"\w", text[len(bold) :]) else 0
