"""Captions in, SubRip subtitles out: two lines at most, and long sentences cut where a word starts to sound."""

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from postaloud.model.recording import Cue
from postaloud.publishing.captions import Caption, captions
from postaloud.publishing.durations import timestamp
from postaloud.publishing.words import Word, lines_of, short, text_of, words_of

LONGEST_LINE = 42
LINES = 2
_NARROWEST = 26
"""Characters of a line below which lines are not evened out."""
_MARKUP = re.compile(r"(?<=[<{&])(?=\S)|(?<=--)(?=>)")
"""Where a player could take a text for a tag, an override, a reference or the arrow between two times."""
_WORD_JOINER = "\u2060"


def to_srt(cues: Sequence[Cue]) -> Iterator[str]:
    """Yield the pieces of a SubRip file (SRT): at most two lines of 42 characters each."""
    shown = (subtitle for caption in captions(cues) for subtitle in _subtitles(caption))
    for number, subtitle in enumerate(shown, 1):
        yield f"{'' if number == 1 else chr(10)}{number}\n{subtitle}\n"


def _subtitles(caption: Caption) -> Iterator[str]:
    words = [piece for cue in caption.cues for word in words_of(cue) for piece in short(word, LONGEST_LINE)]
    blocks = _blocks(words)
    starts = _starts(blocks, caption)
    for block, start, end in zip(blocks, starts, [*starts[1:], caption.end_ms], strict=True):
        yield "\n".join((f"{_time(start)} --> {_time(end)}", *(_plain(line) for line in block)))


def _blocks(words: Sequence[Word]) -> list[list[list[Word]]]:
    """Return lines by subtitle, as even as can be without one more subtitle."""
    best = _set(words, LONGEST_LINE)
    for width in range(LONGEST_LINE - 4, _NARROWEST, -4):
        narrower = _set(words, width)
        if len(best) == 1 or len(narrower) > len(best):
            break
        best = narrower
    return best


def _set(words: Sequence[Word], width: int) -> list[list[list[Word]]]:
    lines = list(lines_of(words, width))
    return [lines[at : at + LINES] for at in range(0, len(lines), LINES)]


def _starts(blocks: Sequence[Sequence[Sequence[Word]]], caption: Caption) -> list[int]:
    """Return when the first word of each subtitle sounds; where no time is known, by the letters before it."""
    letters = [sum(len(word.text) for line in block for word in line) for block in blocks]
    length = caption.end_ms - caption.start_ms
    starts = [caption.start_ms]
    for at, before in enumerate(accumulate(letters[:-1]), 1):
        guess = caption.start_ms + length * before // sum(letters)
        time = blocks[at][0][0].start_ms
        latest = caption.end_ms - (len(blocks) - at)
        starts.append(max(starts[-1] + 1, min(guess if time is None else time, latest)))
    return starts


def _plain(line: Sequence[Word]) -> str:
    """Return a line that no player takes for markup: an invisible joiner parts what would begin it."""
    return _MARKUP.sub(_WORD_JOINER, text_of(line))


def _time(ms: int) -> str:
    return timestamp(ms).replace(".", ",")
