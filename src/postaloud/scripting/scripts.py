"""A text in, the stretches whose writing its language's voice cannot read out."""

import re
from collections.abc import Iterator
from functools import cache

from postaloud.scripting.words import words

WRITINGS = {
    "ru": "\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f",
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "hy": "\u0530-\u058f",
    "he": "\u0590-\u05ff\ufb1d-\ufb4f",
    "ar": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc",
    "hi": "\u0900-\u097f",
    "bn": "\u0980-\u09ff",
    "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff",
    "ta": "\u0b80-\u0bff",
    "te": "\u0c00-\u0c7f",
    "kn": "\u0c80-\u0cff",
    "ml": "\u0d00-\u0d7f",
    "si": "\u0d80-\u0dff",
    "th": "\u0e00-\u0e7f",
    "ka": "\u10a0-\u10ff\u2d00-\u2d2f",
    "am": "\u1200-\u139f",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "ja": "\u3040-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "zh": "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff",
}
"""A script's ranges (Unicode Standard, Blocks.txt), under the language that speaks for it where the page names none."""
NATIVE = {
    **dict.fromkeys(words("uk be bg sr mk kk ky mn tg tt ba cv"), ("ru",)),
    **dict.fromkeys(["fa", "ur", "ps", "ug", "sd", "ku", "ckb"], ("ar",)),
    **dict.fromkeys(["mr", "ne", "sa", "kok"], ("hi",)),
    **dict.fromkeys(["yi", "iw"], ("he",)),
    **dict.fromkeys(["yue", "cmn", "nan", "wuu"], ("zh",)),
    "as": ("bn",),
    "ti": ("am",),
    "ja": ("ja", "zh"),
    "ko": ("ko", "zh"),
}
"""Which of those scripts a language writes itself, besides the one under its own name."""
_BEYOND_LATIN = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u2d00-\ua7ff\uaa00-\ufeff\uff66-\uffdc\U00020000-\U0002ffff]")
_KANA = re.compile("[\u3040-\u30ff]")
FIRST_FOREIGN = "\u0370"
"""No letter before it is of another script than the Latin one."""
FEWEST = 2
"""Letters; a single Greek or Cyrillic letter is a symbol to the voice around it."""


def has_foreign(text: str, start: int, end: int) -> bool:
    """Whether a stretch of a text holds letters of another script than the Latin one."""
    return _BEYOND_LATIN.search(text, start, end) is not None


def foreign_runs(text: str, start: int, end: int, lang: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a text in `lang` is written in another script, and the language that reads it."""
    if not has_foreign(text, start, end):
        return
    other_han = "zh" if _KANA.search(text, start, end) else "ja"
    own = {lang, *NATIVE.get(lang, ()), other_han}
    found = [
        (run.start(), run.end(), reader)
        for reader, pattern in _patterns().items()
        if reader not in own
        for run in pattern.finditer(text, start, end)
        if sum(letter.isalpha() for letter in run[0]) >= FEWEST
    ]
    yield from sorted(found)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Return what finds a run of each script; Japanese is written in kana and Chinese characters."""
    ranges = {**WRITINGS, "ja": WRITINGS["ja"] + WRITINGS["zh"]}
    return {
        lang: re.compile(rf"(?:[{own}]|(?<=[{own}])[\s'’.,:;!?·、。，・「」-]+(?=[{own}]))+")
        for lang, own in ranges.items()
    }
