"""Cues in, captions out: WebVTT with one cue for each sentence, as the page shows it, and a time for each word."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from postaloud.model.recording import Cue
from postaloud.model.script import Role, leads_to
from postaloud.publishing.durations import timestamp
from postaloud.publishing.markup import escaped, sentence_id
from postaloud.publishing.plain import is_visible
from postaloud.publishing.words import Word, lines_of, rising, short, text_of, words_of

LONGEST_LINE = 65
"""Characters of a caption's line, by Apple's rule for transcripts."""
SPEAKER = "Narrator"
"""Who speaks, for apps that group a transcript by its voices."""


@dataclass(frozen=True, slots=True)
class Caption:
    """What is on the screen at one time: a sentence, and the announcement and marker spoken with it."""

    number: int
    """The place, from 1, of its sentence among all utterances; it names the cue and the sentence in the transcript."""
    start_ms: int
    end_ms: int
    cues: tuple[Cue, ...]


def to_webvtt(cues: Sequence[Cue]) -> Iterator[str]:
    """Yield the pieces of a WebVTT file (W3C) with a cue for each sentence and a timestamp in front of each word.

    Announcements have the class `announce` and can be hidden; timestamps are not counted in a line's length.
    """
    yield "WEBVTT\n"
    yield from (f"\n{_cue(caption)}" for caption in captions(cues))


def captions(cues: Sequence[Cue]) -> Iterator[Caption]:
    """Join announcements and markers with what they announce, and leave out what was not spoken or shows nothing."""
    joined = filter(None, map(_caption, _groups(sorted(enumerate(cues, 1), key=lambda pair: pair[1].start_ms))))
    return _apart(joined)


_Numbered = tuple[int, Cue]


def _groups(cues: Iterable[_Numbered]) -> Iterator[list[_Numbered]]:
    group: list[_Numbered] = []
    for numbered in cues:
        if group and not leads_to(group[-1][1].utterance, numbered[1].utterance):
            yield group
            group = []
        group.append(numbered)
    if group:
        yield group


def _caption(group: Sequence[_Numbered]) -> Caption | None:
    heard = [(number, cue) for number, cue in group if not cue.is_lost and is_visible(cue.utterance.shown)]
    if not heard:
        return None
    start = max(heard[0][1].start_ms, 0)
    return Caption(heard[-1][0], start, heard[-1][1].end_ms, tuple(cue for _, cue in heard))


def _apart(captions: Iterable[Caption]) -> Iterator[Caption]:
    """Yield what has a length; a caption that rounding made overlap the next one ends where that one starts."""
    last = None
    for caption in (caption for caption in captions if caption.end_ms > caption.start_ms):
        if last and (end := min(last.end_ms, caption.start_ms)) > last.start_ms:
            yield replace(last, end_ms=end)
        last = caption
    if last:
        yield last


def _cue(caption: Caption) -> str:
    words = (word for cue in caption.cues for word in _marked(cue))
    first, *others = map(_line, lines_of(rising(words, caption.start_ms, caption.end_ms), LONGEST_LINE))
    times = f"{timestamp(caption.start_ms)} --> {timestamp(caption.end_ms)}"
    return "\n".join((sentence_id(caption.number), times, f"<v {SPEAKER}>{first}", *others, ""))


def _line(words: Sequence[Word]) -> str:
    stamped = (word if word.start_ms is None else replace(word, text=_stamped(word)) for word in words)
    return text_of(list(stamped))


def _stamped(word: Word) -> str:
    return f"<{timestamp(word.start_ms or 0)}>{word.text}"


def _marked(cue: Cue) -> list[Word]:
    """Return the words as markup."""
    pieces = (piece for word in words_of(cue) for piece in short(word, LONGEST_LINE))
    words = [replace(piece, text=escaped(piece.text)) for piece in pieces]
    if cue.utterance.role is Role.ANNOUNCEMENT:
        words[0] = replace(words[0], text=f"<c.announce>{words[0].text}")
        words[-1] = replace(words[-1], text=f"{words[-1].text}</c>")
    return words
