"""A piece of text in, its sentences out: the one door to pysbd."""

import re
import warnings
from functools import cache
from typing import Protocol

from postaloud.scripting.words import words

SUPPORTED = frozenset(words("en hi mr zh es am ar hy bg ur ru pl fa nl da fr my el it ja de kk sk"))
NEAR = {"pt": "es", "ca": "es", "gl": "es", "ro": "it", "sv": "da", "nb": "da", "no": "da", "nn": "da", "cs": "sk",
        "uk": "ru", "be": "ru", "sr": "ru", "mk": "bg", "af": "nl", "lb": "de", "cmn": "zh", "yue": "zh",
        "ne": "hi", "sl": "sk", "hr": "sk"}  # fmt: skip
"""Languages that pysbd lacks, and the one whose habits come nearest; all others are split as English is."""


class Segmenter(Protocol):
    """What is used of pysbd."""

    def segment(self, text: str) -> list[str]:
        """Return the sentences of a text."""
        ...


def split(text: str, lang: str) -> list[str]:
    """Return the sentences of a text of moderate length, or the whole text where the splitter fails at it."""
    segmenter = _segmenter(lang if lang in SUPPORTED else NEAR.get(lang, "en"))
    try:
        return segmenter.segment(text)
    except (re.error, IndexError, ValueError, TypeError):  # pysbd builds patterns from the text itself
        return [text]


@cache
def _segmenter(lang: str) -> Segmenter:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its docstrings hold escapes that newer Pythons warn of
        import pysbd

        segmenter: Segmenter = pysbd.Segmenter(language=lang, clean=False)
    return segmenter
