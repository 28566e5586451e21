"""A text in, pieces that no engine stumbles over out, each with the place of its characters in the text. Pure.

libespeak-ng drops or crashes on plain text that holds very long words, numbers, dotted letters or unbroken scripts, and
executes control characters. The order of the rules matters: what is dropped first joins what the caps then part.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

LONGEST_PIECE = 400
"""Characters of a sentence."""
MOST_WORDS = 100
LONGEST_WORD = 60
LONGEST_WORD_BYTES = 120
LONGEST_NUMBER = 15
MOST_DOTTED = 15
"""From 17 times "é . " on the last ones have no sound."""
MOST_NUMBERS = 30
"""From 41 years in one clause on the last ones have no sound."""
MOST_EMOJI = 20
LONGEST_UNBROKEN = 60
"""Characters of a script that writes no spaces."""

CUT = "\n"
"""Parts pieces; all that came as a line break has become a space before the first one is set."""


class Piece(NamedTuple):
    """A text, and for each of its characters the offset of the one that it stands for."""

    text: str
    offsets: Sequence[int]


class Rule(NamedTuple):
    """What is looked for, and what stands there instead."""

    name: str
    pattern: re.Pattern[str]
    replacement: Callable[[re.Match[str]], str]


def clean(said: str, longest: int = LONGEST_PIECE) -> tuple[Piece, ...]:
    """Part a text into pieces of at most so many characters; those that say nothing are left out."""
    piece = Piece(said, range(len(said)))
    for rule in (*_needed(said), *CAPS, _length(longest)):
        piece = _applied(piece, rule)
    return tuple(part for part in _parted(piece) if is_said(part.text))


def is_said(text: str) -> bool:
    """Tell whether a text has a letter, a digit or an emoji, which has a name."""
    return any(map(str.isalnum, text)) or FACE.search(text) is not None


def _needed(said: str) -> tuple[Rule, ...]:
    if said.isascii():
        return ASCII_RULES
    return UNICODE_RULES if unicodedata.is_normalized("NFC", said) else (COMPOSED, *UNICODE_RULES)


def _applied(piece: Piece, rule: Rule) -> Piece:
    if not rule.pattern.search(piece.text):
        return piece
    texts: list[str] = []
    offsets: list[int] = []
    done = 0
    for match in rule.pattern.finditer(piece.text):
        new = rule.replacement(match)
        if new == match[0]:
            continue
        texts += (piece.text[done : match.start()], new)
        offsets += piece.offsets[done : match.start()]
        offsets += (piece.offsets[at] for at in _aligned(new, match))
        done = match.end()
    return Piece("".join((*texts, piece.text[done:])), [*offsets, *piece.offsets[done:]])


def _aligned(new: str, match: re.Match[str]) -> list[int]:
    """Tell for each new character which old one it stands for; white space that was put in stands for none."""
    old = match[0]
    places: list[int] = []
    at = 0
    for char in new:
        places.append(match.start() + min(at, len(old) - 1))
        if not char.isspace() or old[at : at + 1].isspace():
            at += 1
    return places


def _parted(piece: Piece) -> list[Piece]:
    stretches = (match.span() for match in re.finditer(rf"[^{CUT}\s](?:[^{CUT}]*[^{CUT}\s])?", piece.text))
    return [Piece(piece.text[start:stop], piece.offsets[start:stop]) for start, stop in stretches]


def _nothing(_: re.Match[str]) -> str:
    return ""


def _one_space(_: re.Match[str]) -> str:
    return " "


def _composed(match: re.Match[str]) -> str:
    return unicodedata.normalize("NFC", match[0])


def _plain_digit(match: re.Match[str]) -> str:
    return str(unicodedata.decimal(match[0]))


def _few_marks(match: re.Match[str]) -> str:
    kept: list[str] = []
    for char in match[0]:
        is_mark = unicodedata.category(char).startswith("M")
        if not (is_mark and len(kept) >= 3 and all(unicodedata.category(old).startswith("M") for old in kept[-3:])):
            kept.append(char)
    return "".join(kept)


def _three_of_punctuation(match: re.Match[str]) -> str:
    mark = match[1]
    return mark * 3 if mark.isascii() or unicodedata.category(mark).startswith("P") else match[0]


def _spaced_word(match: re.Match[str]) -> str:
    """Part a long word where a reader would, else where it gets too long."""
    word = match[0]
    if len(word) <= LONGEST_WORD and len(word.encode(errors="replace")) <= LONGEST_WORD_BYTES:
        return word
    parts = [""]
    for fragment in FRAGMENT.findall(word):
        for start in range(0, len(fragment), LONGEST_WORD // 2):
            stretch = fragment[start : start + LONGEST_WORD // 2]
            if len(parts[-1]) + len(stretch) > LONGEST_WORD or not _is_short(parts[-1] + stretch):
                parts.append("")
            parts[-1] += stretch
    return " ".join(part for part in parts if part)


def _is_short(word: str) -> bool:
    return len(word.encode(errors="replace")) <= LONGEST_WORD_BYTES


def _grouped_number(match: re.Match[str]) -> str:
    """Part a long number after its own separators, and what is left of it into groups that no language joins again."""
    spaced = re.sub(r"[.,'’](?=\d)", r"\g<0> ", match[0])
    return re.sub(rf"\d{{{LONGEST_NUMBER + 1},}}", lambda digits: " ".join(re.findall(r"\d{1,4}", digits[0])), spaced)


def _space_after(match: re.Match[str]) -> str:
    return f"{match[0]} "


def _cut_after(match: re.Match[str]) -> str:
    return match[0] + CUT


def _cut_unbroken(match: re.Match[str]) -> str:
    return CUT.join(re.findall(rf".{{1,{LONGEST_UNBROKEN}}}", match[0]))


def _cut_sentence(sentence: str, longest: int) -> str:
    """Cut at the last clause mark that leaves enough in front of it, else at a space, else anywhere."""
    parts: list[str] = []
    start = 0
    while len(sentence) - start > longest or sentence.count(" ", start) >= MOST_WORDS:
        words = sentence[start : start + longest + 1].split(" ", MOST_WORDS + 1)
        window = " ".join(words[: MOST_WORDS + 1])
        at = _last(CLAUSE_END, window) or _last(SPACE, window) or longest
        parts.append(sentence[start : start + at])
        start += at
    return CUT.join((*parts, sentence[start:]))


def _last(pattern: re.Pattern[str], window: str) -> int:
    return max((match.end() for match in pattern.finditer(window, len(window) // 4, len(window))), default=0)


COMBINED = r"[\u1100-\u11ff]+|\S[^\w\s]*"
DROPPED = (
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    r"\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
LATIN = r"\x00-\u02af"
NEEDLESS_JOINER = rf"(?:(?<![^{LATIN}])[\u200c\u200d]+|[\u200c\u200d]+(?![^{LATIN}]))"
PICTURE = r"[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff]"
DRESS = r"[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*"
FACE = re.compile("[\U0001f300-\U0001faff]")
EMOJI = rf"(?>{PICTURE}{DRESS}(?:\u200d{PICTURE}{DRESS})*|[\U0001f1e6-\U0001f1ff]{{2}})"
UNBROKEN = (
    r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff"
    r"\uff00-\uffef\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
FRAGMENT = re.compile(r"[-/_‐–—]+|.[a-z\u00df-\u00f6\u00f8-\u00ff]+|.")
CLAUSE_END = re.compile(r"[.!?…;:,—–)\]][\"'”’»]*\s|\s[—–-]\s|[。、，！？；：।॥]")
SPACE = re.compile(r"\s")

COMPOSED = Rule("NFC", re.compile(COMBINED), _composed)
SPACES = Rule("one plain space for all space", re.compile(r"[^\S ]\s*|\s{2,}|[\u2800\u3164\uffa0]"), _one_space)
REPEATS = Rule("three of the same mark", re.compile(r"([^\w\s])\1{3,}"), _three_of_punctuation)
CONTROLS = Rule("no controls", re.compile(DROPPED), _nothing)

ASCII_RULES = (CONTROLS, SPACES, REPEATS)
UNICODE_RULES = (
    CONTROLS,
    Rule("no joiners in Latin script", re.compile(NEEDLESS_JOINER), _nothing),
    SPACES,
    Rule("digits that every voice knows", re.compile(r"(?![0-9])\d"), _plain_digit),
    Rule("three marks on a letter", re.compile(r"[^\w\s]{4,}"), _few_marks),
    REPEATS,
)
CAPS = (
    Rule("words", re.compile(rf"[^\s{UNBROKEN}]{{{LONGEST_WORD_BYTES // 4},}}"), _spaced_word),
    Rule("numbers", re.compile(rf"\d(?:[.,'’]?\d){{{LONGEST_NUMBER},}}"), _grouped_number),
    Rule("many numbers", re.compile(rf"(?:\d++[^\w{CUT}]{{1,3}}){{{MOST_NUMBERS}}}"), _cut_after),
    Rule("dotted letters", re.compile(rf"(?:\b\w[^\w\s.]?\s?\.\s?){{{MOST_DOTTED}}}"), _cut_after),
    Rule("emoji apart", re.compile(rf"(?<=[\w!-/:-@\[-`{{-~])(?={EMOJI})|{EMOJI}(?=\S)"), _space_after),
    Rule("many emoji", re.compile(rf"(?:{EMOJI}\s?){{{MOST_EMOJI}}}"), _cut_after),
    Rule(
        "unbroken scripts",
        re.compile(rf"(?:(?![。、，！？；：…])[{UNBROKEN}]){{{LONGEST_UNBROKEN + 1},}}"),
        _cut_unbroken,
    ),
)


@cache
def _length(longest: int) -> Rule:
    def cut(match: re.Match[str]) -> str:
        return _cut_sentence(match[0], longest)

    shortest = min(longest, 2 * MOST_WORDS - 1)
    return Rule("sentences", re.compile(rf"[^{CUT}]{{{shortest},}}"), cut)
