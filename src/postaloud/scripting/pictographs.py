"""A run of pictographs in, their names in the language of the text out: the one door to emoji."""

import re

PICTOGRAPHS = (
    "\u203c\u2049\u2139\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
_JOINERS = "\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
EMOJI = (
    f"(?:{_FLAG}{_FLAG}?|[0-9#*]\ufe0f?\u20e3"
    f"|[{PICTOGRAPHS}][{_JOINERS}]*(?:(?<=\u200d)[{PICTOGRAPHS}\u2190-\u21ff][{_JOINERS}]*)*)"
)

_SKIN = "[\U0001f3fb-\U0001f3ff]"
NAMES = {
    "♥": "heart", "✓": "check mark", "✗": "cross mark", "✘": "cross mark", "★": "star", "☆": "star", "♯": "sharp",
    "♭": "flat", "♪": "music note", "♫": "music notes", "☐": "empty box", "☒": "crossed box", "☑": "checked box",
    "☏": "telephone", "⚭": "married",
}  # fmt: skip
"""What is said for signs that are no emoji, in English."""
MARKS = {"‼": "!", "⁉": "!?", "❗": "!", "❓": "?", "❕": "!", "❔": "?"}
"""Marks of punctuation in disguise."""
KEYS = {**{digit: digit for digit in "0123456789"}, "#": "number key", "*": "star key"}
"""What stands on a keycap."""
ORNAMENTS = frozenset("▪▫◻◼◽◾⬛⬜❖❧☙❦✦✧✱✲✳✴❇❈❉❊❋✻✼✽✾✿❀❁❂❃❏❐❑❒➢➤➔➜➝➞➡➙➛➟➠〰〽▶◀❛❜❝❞❘❙❚✎✐✑☞☛")
"""Bullets, arrows and flowers that only decorate."""
FLAGS = {"de": "Flagge", "fr": "drapeau", "es": "bandera", "it": "bandiera", "pt": "bandeira"}


def say_pictographs(found: re.Match[str], lang: str) -> str:
    """Say each of a run of pictographs once, set apart from its neighbours."""
    names = dict.fromkeys(filter(None, (_name(emoji[0], lang) for emoji in re.finditer(EMOJI, found[0]))))
    spoken = ", ".join(names)
    if not spoken or spoken[0] in "!?":
        return spoken
    before = " " if found.start() and not found.string[found.start() - 1].isspace() else ""
    after = " " if found.end() < len(found.string) and found.string[found.end()].isalnum() else ""
    return f"{before}{spoken}{after}"


def _name(emoji: str, lang: str) -> str:
    first = emoji[0]
    if first in KEYS:
        return KEYS[first]
    if first in ORNAMENTS:
        return ""
    if first in MARKS:
        return MARKS[first]
    name = _known(re.sub(_SKIN, "", emoji) or emoji, lang) or NAMES.get(first, "")
    is_flag = "\U0001f1e6" <= first <= "\U0001f1ff" and name
    return f"{FLAGS.get(lang, 'flag')}: {name}" if is_flag else name


def _known(written: str, lang: str) -> str:
    """Return the name of an emoji in Unicode's common locale data; of a family that has none, that of its first."""
    from emoji import LANGUAGES, demojize

    language = lang if lang in LANGUAGES else "en"
    for written_so in (written, f"{written}\ufe0f", written[0]):
        name = demojize(written_so, delimiters=("\x01", "\x02"), language=language)
        if re.fullmatch("\x01[^\x01\x02]+\x02[\ufe0f\u200d]*", name):
            return (
                re.sub("[\x01\x02\ufe0f\u200d]", "", name).replace("_", " ").replace("“", "").replace("”", "").strip()
            )
    return ""
