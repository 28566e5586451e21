"""A text and its language in, its runs out, each in the language of a voice that can read its script. Pure.

A page names the languages of its blocks; a voice that gets a script which its language does not write says letter names
or nothing at all. So each run of such a script gets the voice of a language that writes it. What stands in Latin
script stays with the language that the utterance names: the script's writer has weighed it.
"""

import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from postaloud.speaking.sound import Sound, joined, moved
from postaloud.speaking.voices import primary

FIRST_FOREIGN = "\u0370"
"""All letters below it are Latin."""
WRITERS = {
    "ARABIC": "ar fa ur sd ug ps ku ckb",
    "ARMENIAN": "hy hyw",
    "BENGALI": "bn as bpy",
    "CHEROKEE": "chr",
    "CJK": "zh cmn yue hak nan wuu ja ko",
    "CYRILLIC": "ru be bg uk sr mk kk ky tt ba cv mn tg nog",
    "DEVANAGARI": "hi mr ne kok sa",
    "ETHIOPIC": "am ti",
    "GEORGIAN": "ka",
    "GREEK": "el grc",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HEBREW": "he iw yi",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KATAKANA": "ja",
    "KATAKANA-HIRAGANA": "ja",
    "MALAYALAM": "ml",
    "MYANMAR": "my shn",
    "ORIYA": "or",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
}
"""The first word of a letter's name in Unicode, and the languages that write it: the first reads it to strangers."""
SYMBOLS = ("CYRILLIC", "GREEK")
"""A single letter of these among Latin ones is a symbol, which every voice names."""
REACH = 40
"""Characters around a letter in which its neighbours are looked for."""
GAP_SECONDS = 0.06
"""Silence between two voices at the usual rate, about that of a spoken hyphen."""


class Run(NamedTuple):
    """A stretch of a text in one language."""

    start: int
    end: int
    lang: str


def runs_of(text: str, lang: str) -> tuple[Run, ...]:
    """Return the runs of a text that is in `lang`; they tile it."""
    if text.isascii() or max(text) < FIRST_FOREIGN:
        return (Run(0, len(text), lang),)
    return tuple(_tiled(text, lang))


def in_runs(text: str, lang: str, speak: Callable[[str, str], Sound], pace: float) -> Sound:
    """Return the sound of a text, each run spoken in its language; words refer to the whole text."""
    runs = runs_of(text, lang)
    sounds = [moved(speak(text[run.start : run.end], run.lang), run.start) for run in runs]
    heard = [sound for sound in sounds if sound.samples]
    return joined(heard, int(GAP_SECONDS * pace)) if heard else Sound(b"")


def _tiled(text: str, lang: str) -> Iterator[Run]:
    start, tongue = 0, ""
    place = 0
    for first, last, reader in _letters(text, lang):
        if tongue and reader != tongue:
            cut = place + _cut(text[place:first], goes_on=tongue == lang)
            yield Run(start, cut, tongue)
            start = cut
        place, tongue = last, reader
    yield Run(start, len(text), tongue or lang)


def _letters(text: str, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield the letters that tell a language; digits and marks belong to what stands around them."""
    own = primary(lang)
    reads_han = "ja" if any("\u3040" <= char <= "\u30ff" for char in text) else "zh"
    for at, char in enumerate(text):
        if char.isalpha():
            yield at, at + 1, _reader(text, at, own, reads_han) or lang


def _reader(text: str, at: int, own: str, reads_han: str) -> str:
    """Return the language that reads a letter to one who writes `own`, or "" where that is `own`."""
    if text[at] < FIRST_FOREIGN:
        return ""
    script = unicodedata.name(text[at], "").partition(" ")[0]
    writers = WRITERS.get(script, own).split()
    if own in writers or (script in SYMBOLS and not _has_neighbour(text, at)):
        return ""
    return reads_han if script == "CJK" else writers[0]


def _has_neighbour(text: str, at: int) -> bool:
    """Tell whether the letter before or after it, across spaces and marks, is foreign too."""
    before = next(filter(str.isalpha, reversed(text[max(at - REACH, 0) : at])), "")
    after = next(filter(str.isalpha, text[at + 1 : at + REACH]), "")
    return max(before, after) >= FIRST_FOREIGN


def _cut(between: str, *, goes_on: bool) -> int:
    """Return where what stands between two runs is parted: most of it stays with the language of the text."""
    spaces = [at for at, char in enumerate(between) if char.isspace()]
    if not spaces:
        return len(between)
    return spaces[-1] + 1 if goes_on else spaces[0] + 1
