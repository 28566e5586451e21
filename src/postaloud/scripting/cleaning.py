"""A text in, the edits that leave only what can be spoken out: no controls, no pictographs, single spaces."""

import re
import unicodedata

from postaloud.scripting.rules import ANY, Pattern, Rule

DROPPED = (
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\ue000-\uf8ff\ufdd1-\ufdef\U000f0000-\U0010ffff"
)
"""Controls, invisible marks, halves of characters, private characters: an icon font's letters are no text."""
SPACES = "\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u2800\u3000"

PICTOGRAPHS = (
    "\u203c\u2049\u2139\u231a\u231b\u2328\u23cf\u23e9-\u23f3\u23f8-\u23fa\u24c2\u25aa\u25ab\u25b6\u25c0\u25fb-\u25fe"
    "\u2600-\u27bf\u2934\u2935\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u3030\u303d\u3297\u3299"
    "\U0001f000-\U0001f1e5\U0001f200-\U0001faff"
)
_JOINERS = "\u200d\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
_FLAG = "[\U0001f1e6-\U0001f1ff]"
_EMOJI = (
    f"(?:{_FLAG}{_FLAG}?|[0-9#*]\ufe0f?\u20e3"
    f"|[{PICTOGRAPHS}][{_JOINERS}]*(?:(?<=\u200d)[{PICTOGRAPHS}\u2190-\u21ff][{_JOINERS}]*)*)"
)

NAMES = {
    "❤": "red heart", "♥": "heart", "👍": "thumbs up", "👎": "thumbs down", "✅": "check mark", "✔": "check mark",
    "✓": "check mark", "✗": "cross mark", "✘": "cross mark", "❌": "cross mark", "✖": "cross mark", "☀": "sun",
    "★": "star", "☆": "star", "⭐": "star", "🎉": "party popper", "🙏": "folded hands", "👏": "clapping hands",
    "💯": "hundred points", "😂": "face with tears of joy", "😊": "smiling face", "🙂": "smiling face",
    "😀": "grinning face", "😍": "smiling face with heart eyes", "🙌": "raised hands", "💪": "flexed biceps",
    "⚠": "warning", "☎": "telephone", "✉": "envelope", "✂": "scissors", "⚡": "high voltage", "☕": "hot beverage",
    "ℹ": "information", "Ⓜ": "metro", "‼": "!", "⁉": "!?", "❗": "!", "❓": "?", "❕": "!", "❔": "?",
    "☑": "checked box", "☐": "empty box", "☒": "crossed box", "♻": "recycling", "☮": "peace", "☯": "yin yang",
}  # fmt: skip
"""What is said where the character's own name (UnicodeData.txt) would not be understood."""
KEYS = {**{digit: digit for digit in "0123456789"}, "#": "number key", "*": "star key"}
"""What stands on a keycap."""
ORNAMENTS = frozenset("▪▫◻◼◽◾⬛⬜❖❧☙❦✦✧✱✲✳✴❇❈❉❊❋✻✼✽✾✿❀❁❂❃❏❐❑❒➢➤➔➜➝➞➡➙➛➟➠〰〽▶◀")
"""Bullets, arrows and flowers that only decorate."""
_NOISE = re.compile(
    r"^(?:heavy|black|white|emoji component|negative squared|squared|circled|dingbat) | (?:sign|symbol)$"
)


def _names(found: re.Match[str]) -> str:
    """Say each of a run of pictographs once, set apart from its neighbours."""
    names = dict.fromkeys(filter(None, (_name(emoji[0]) for emoji in re.finditer(_EMOJI, found[0]))))
    spoken = ", ".join(names)
    if not spoken or spoken[0] in "!?":
        return spoken
    before = " " if found.start() and not found.string[found.start() - 1].isspace() else ""
    after = " " if found.end() < len(found.string) and found.string[found.end()].isalnum() else ""
    return f"{before}{spoken}{after}"


def _name(emoji: str) -> str:
    first = emoji[0]
    if first in KEYS:
        return KEYS[first]
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        return "flag " + ".".join(chr(ord(letter) - 0x1F1E6 + ord("A")) for letter in emoji[:2]) + "."
    if first in ORNAMENTS:
        return ""
    return NAMES.get(first) or _NOISE.sub("", _NOISE.sub("", unicodedata.name(first, "").lower())).replace("-", " ")


def _dropped(_: re.Match[str]) -> str:
    return ""


def _space(_: re.Match[str]) -> str:
    return " "


def _hyphen(_: re.Match[str]) -> str:
    return "-"


_NO_JOIN = "(?<![^\\W\\d_])[\u200c\u200d]+|[\u200c\u200d]+(?![^\\W\\d_])|(?<=[A-Za-z])[\u200c\u200d]+"
"""Joiners shape letters in Arabic and Indian scripts; elsewhere they are litter."""
CLEANING = (
    Rule("edges", ANY, Pattern(rf"^[{SPACES}{DROPPED}\ufe0f]+|[{SPACES}{DROPPED}\ufe0f]+$"), _dropped),
    Rule("pictographs", ANY, Pattern(f"{_EMOJI}(?: ?{_EMOJI})*"), _names),
    Rule("joiners alone", ANY, Pattern(f"[\ufe0f\u20e3{chr(0x1F3FB)}-{chr(0x1F3FF)}\U000e0020-\U000e007f]+"), _dropped),
    Rule("invisible", ANY, Pattern(f"[{DROPPED}]+"), _dropped),
    Rule("hyphens", frozenset("\u2010\u2011"), Pattern("[\u2010\u2011]"), _hyphen),
    Rule("joiners between no letters", frozenset("\u200c\u200d"), Pattern(_NO_JOIN), _dropped),
    Rule("spaces", ANY, Pattern(f"[{SPACES}]{{2,}}|[\t-\r\x1c-\x1f\x85\u2028\u2029\u3000\u2800]"), _space),
)
"""A single no-break or thin space stays: it means a space to every engine, and \\s in our patterns."""
TIDYING = tuple(rule for rule in CLEANING if rule.name in {"edges", "spaces", "joiners between no letters"})
"""Takes away the spaces that the rules of a language leave."""
