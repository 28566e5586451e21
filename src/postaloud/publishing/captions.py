"""Cues in, captions out: WebVTT with one cue for each sentence, as the page shows it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from postaloud.model.recording import Cue
from postaloud.model.script import Role, Utterance
from postaloud.publishing.durations import timestamp
from postaloud.publishing.markup import escaped, sentence_id
from postaloud.publishing.plain import is_visible, one_line

LONGEST_LINE = 65
"""Characters of a caption's line, by Apple's rule for transcripts."""
_BREAK = re.compile(r"(?<=[^<「『（【〈《])(?=[\u3041-\u30fa\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])")
"""Before a character of a script that is written without spaces, where no bracket has just opened."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is on the screen at one time: a sentence, and the announcement and marker spoken with it."""

    number: int
    """The place, from 1, of its sentence among all utterances; it names the cue and the sentence in the transcript."""
    start_ms: int
    end_ms: int
    utterances: tuple[Utterance, ...]


def to_webvtt(cues: Sequence[Cue]) -> str:
    """Return WebVTT (W3C) with a cue for each sentence; announcements have the class `announce` and can be hidden."""
    return "\n".join(["WEBVTT\n", *(_cue(caption) for caption in captions(cues))])


def captions(cues: Sequence[Cue]) -> tuple[Caption, ...]:
    """Join announcements and markers with what they announce, and leave out what was not spoken or shows nothing."""
    joined = filter(None, map(_caption, _groups(sorted(enumerate(cues, 1), key=lambda pair: pair[1].start_ms))))
    return tuple(_apart(joined))


_Numbered = tuple[int, Cue]


def _groups(cues: Iterable[_Numbered]) -> Iterator[list[_Numbered]]:
    group: list[_Numbered] = []
    for numbered in cues:
        if group and not _leads_to(group[-1][1].utterance, numbered[1].utterance):
            yield group
            group = []
        group.append(numbered)
    if group:
        yield group


def _leads_to(first: Utterance, second: Utterance) -> bool:
    """Tell whether the first utterance has no meaning without the second."""
    if second.role is Role.ANNOUNCEMENT:
        return False
    if first.role is Role.MARKER:
        return second.role is not Role.MARKER
    return first.role is Role.ANNOUNCEMENT and first.anchor == second.anchor


def _caption(group: Sequence[_Numbered]) -> Caption | None:
    heard = [(number, cue) for number, cue in group if not cue.is_lost and is_visible(cue.utterance.shown)]
    if not heard:
        return None
    start = max(heard[0][1].start_ms, 0)
    return Caption(heard[-1][0], start, heard[-1][1].end_ms, tuple(cue.utterance for _, cue in heard))


def _apart(captions: Iterable[Caption]) -> Iterator[Caption]:
    """Yield what has a length; a caption that rounding made overlap the next one ends where that one starts."""
    lasting = [caption for caption in captions if caption.end_ms > caption.start_ms]
    for caption, after in pairwise(lasting):
        end = min(caption.end_ms, after.start_ms)
        if end > caption.start_ms:
            yield replace(caption, end_ms=end)
    yield from lasting[-1:]


def _cue(caption: Caption) -> str:
    words = [word for utterance in caption.utterances for word in _words(utterance)]
    lines = "\n".join(_wrapped(words))
    return f"{sentence_id(caption.number)}\n{timestamp(caption.start_ms)} --> {timestamp(caption.end_ms)}\n{lines}\n"


def _words(utterance: Utterance) -> list[str]:
    words = [escaped(word) for word in one_line(utterance.shown).split(" ")]
    if utterance.role is Role.ANNOUNCEMENT:
        words[0] = f"<c.announce>{words[0]}"
        words[-1] = f"{words[-1]}</c>"
    return words


def _wrapped(words: Iterable[str]) -> Iterator[str]:
    line = ""
    for word in words:
        glue = " " if line else ""
        for piece in _pieces(word):
            if line and len(line) + len(glue) + len(piece) > LONGEST_LINE:
                yield line
                line, glue = "", ""
            line, glue = f"{line}{glue}{piece}", ""
    if line:
        yield line


def _pieces(word: str) -> list[str]:
    """Return where a line may end: after the word, or inside one that is too long and written without spaces."""
    if len(word) <= LONGEST_LINE:
        return [word]
    return _BREAK.split(word)
