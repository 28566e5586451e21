"""A voice of libespeak-ng, a rate and a pitch in, how loud it speaks out. Pure.

Each voice of the bundled library read the passage of its language (`studio/passages.py`), with the studio's pauses, and
was measured as ITU-R BS.1770 wants it. A voice that is not here (a variant changes another voice by another amount in
each language) is measured when it is heard for the first time.
"""

from collections.abc import Sequence
from itertools import pairwise

LUFS = {
    "af": -21.1, "am": -20.1, "an": -20.7, "ar": -20.6, "as": -18.3, "az": -20.1, "ba": -20.8, "be": -22.4,
    "bg": -21.2, "bn": -18.5, "bpy": -19.2, "bs": -20.6, "ca": -21.5, "ca-ba": -21.5, "ca-nw": -21.3, "ca-va":
    -21.3, "cmn": -18.5, "cmn-latn-pinyin": -18.5, "cs": -20.7, "cy": -19.8, "da": -19.9, "de": -20.5, "el":
    -21.2, "en-029": -19.9, "en-gb": -20.1, "en-gb-scotland": -19.7, "en-gb-x-gbclan": -19.5, "en-gb-x-gbcwmd":
    -20.0, "en-gb-x-rp": -20.4, "en-shaw": -20.1, "en-us": -20.8, "en-us-nyc": -20.6, "eo": -21.4, "es": -21.1,
    "es-419": -20.8, "et": -20.6, "eu": -20.1, "fa": -20.1, "fa-latn": -20.1, "fi": -20.5, "fr-be": -22.0,
    "fr-ch": -22.0, "fr-fr": -22.0, "ga": -20.4, "gd": -20.2, "gn": -19.7, "grc": -20.8, "gu": -20.1, "hak":
    -20.6, "haw": -14.6, "he": -19.0, "hi": -19.2, "hr": -20.7, "ht": -22.0, "hu": -20.6, "hy": -20.0, "hyw":
    -20.0, "ia": -21.1, "id": -20.8, "io": -20.5, "is": -20.5, "it": -21.5, "ja": -21.3, "jbo": -20.3, "ka":
    -19.4, "kk": -21.1, "kn": -19.3, "ko": -19.6, "kok": -19.3, "ku": -19.8, "ky": -20.7, "la": -20.5, "lb":
    -20.5, "lfn": -20.1, "lt": -21.0, "ltg": -18.7, "lv": -19.4, "mi": -11.9, "mk": -20.0, "ml": -20.1, "mr":
    -19.5, "ms": -20.9, "mt": -18.9, "mto": -20.9, "my": -18.0, "nb": -21.0, "nci": -19.2, "ne": -20.4, "nl":
    -20.4, "nog": -20.5, "om": -19.2, "or": -18.2, "pa": -19.3, "pap": -20.5, "piqd": -18.1, "pl": -21.1, "pt":
    -20.4, "pt-br": -20.4, "py": -21.7, "qdb": -20.8, "qu": -21.7, "quc": -20.6, "qya": -20.1, "ro": -20.8,
    "ru": -21.0, "ru-cl": -21.0, "ru-lv": -21.8, "sd": -19.7, "shn": -20.9, "si": -20.1, "sk": -20.6, "sl":
    -19.4, "smj": -20.1, "sq": -20.8, "sr": -19.9, "sv": -20.6, "sw": -19.6, "ta": -20.6, "te": -20.3, "th":
    -20.0, "ti": -18.6, "tk": -19.3, "tn": -17.3, "tr": -19.8, "tt": -22.5, "ug": -20.3, "uk": -19.1, "ur":
    -19.0, "uz": -21.2, "vi": -19.5, "vi-vn-x-central": -19.6, "vi-vn-x-south": -18.6, "yue": -19.7,
    "yue-latn-jyutping": -19.7,
}  # fmt: skip
"""The integrated loudness of each voice at 175 words a minute."""
QUICKER_LU = (
    (80, 1.2),
    (110, 0.75),
    (140, 0.4),
    (175, 0.0),
    (220, -0.45),
    (260, -0.75),
    (300, -1.05),
    (350, -1.15),
    (400, -0.85),
    (450, -0.5),
)  # fmt: skip
"""What words a minute change of it: quick speech has less of the loud middles of vowels."""
HIGHER_LU = ((50, -1.85), (75, -0.87), (100, 0.0), (125, 0.58), (150, 1.1))
"""What the pitch, in percent of the voice's own, changes of it."""


def loudness_of(name: str, rate_wpm: int, pitch_percent: int) -> float | None:
    """Return the integrated loudness of a voice in LUFS, or None for one that has to be measured."""
    own = LUFS.get(name)
    if own is None:
        return None
    return round(own + _between(QUICKER_LU, rate_wpm) + _between(HIGHER_LU, pitch_percent), 2)


def _between(curve: Sequence[tuple[int, float]], place: int) -> float:
    """Return the value of a curve, on the straight line between its nearest points."""
    for (start, low), (end, high) in pairwise(curve):
        if place <= end:
            return low + (high - low) * (place - start) / (end - start)
    return curve[-1][1]
