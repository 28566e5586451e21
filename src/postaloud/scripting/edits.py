"""A text and its replacements in, the new text with the offsets of both out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from postaloud.model.script import Span

_ASIDE = (0xE1000, 0xEFFFE)
"""Characters that Unicode has not given to anything: they hold the places of final texts, and no rule knows them."""


class Edit(NamedTuple):
    """Characters `start` to `end` of a text are said as `text`; an edit without length puts words in."""

    start: int
    end: int
    text: str
    is_final: bool = False
    """Whether no rule may touch the words: a lexicon's, and those of a formula."""


Edits = Sequence[Edit]
"""In order, without overlaps."""


@dataclass(frozen=True, slots=True)
class Said:
    """What the voice says, and where that differs from what the page shows."""

    text: str
    spans: tuple[Span, ...] = ()
    phonemes: tuple[tuple[str, str], ...] = ()
    """Words of the text, each with how it sounds in IPA."""


def edited(shown: str, edits: Edits) -> Said:
    """Return the text with the edits made; edits that change nothing leave no span."""
    pieces: list[str] = []
    spans: list[Span] = []
    place = length = 0
    for edit in edits:
        pieces += (shown[place : edit.start], edit.text)
        length += edit.start - place
        if edit.text != shown[edit.start : edit.end]:
            spans.append(Span(length, length + len(edit.text), edit.start, edit.end))
        length += len(edit.text)
        place = edit.end
    pieces.append(shown[place:])
    return Said("".join(pieces), tuple(spans))


def set_aside(shown: str, edits: Edits) -> tuple[Edits, dict[int, str]]:
    """Return edits with a single sign in place of each final text, and the texts by the numbers of their signs."""
    texts = [edit.text for edit in edits if edit.is_final]
    if not texts:
        return edits, {}
    free = (number for number in range(*_ASIDE) if chr(number) not in shown)
    aside = dict(zip(free, texts, strict=False))
    signs = iter(map(chr, aside))
    return [edit._replace(text=next(signs)) if edit.is_final else edit for edit in edits], aside


def put_back(edits: Edits, aside: Mapping[int, str]) -> Edits:
    """Return edits with the final texts where their signs are."""
    return [edit._replace(text=edit.text.translate(aside)) for edit in edits] if aside else edits


def compose(shown: str, first: Edits, second: Edits) -> list[Edit]:
    """Return the edits that do `first` to a text and `second` to what comes of it."""
    middle = edited(shown, first).text
    joined: list[Edit] = []
    drift = 0
    for group in _overlapping(sorted([*_first(first), *_second(second)])):
        start, end = group[0].start, max(placed.end for placed in group)
        inner = [Edit(placed.start - start, placed.end - start, placed.text) for placed in group if not placed.is_first]
        text = edited(middle[start:end], inner).text
        shown_start = start + drift
        drift += sum(placed.drift for placed in group)
        joined.append(Edit(shown_start, end + drift, text))
    return joined


class _Placed(NamedTuple):
    """An edit of either pass and where it lies in the text between the passes."""

    start: int
    end: int
    is_first: bool
    drift: int
    """How much longer the shown text is than the text between the passes, because of this edit."""
    text: str


def _first(edits: Edits) -> Iterator[_Placed]:
    drift = 0
    for edit in edits:
        start = edit.start - drift
        grown = edit.end - edit.start - len(edit.text)
        yield _Placed(start, start + len(edit.text), is_first=True, drift=grown, text=edit.text)
        drift += grown


def _second(edits: Edits) -> Iterator[_Placed]:
    return (_Placed(edit.start, edit.end, is_first=False, drift=0, text=edit.text) for edit in edits)


def _overlapping(placed: Iterable[_Placed]) -> Iterator[list[_Placed]]:
    group: list[_Placed] = []
    end = 0
    for one in placed:
        if group and one.start >= end:
            yield group
            group = []
        end = max(end, one.end) if group else one.end
        group.append(one)
    if group:
        yield group
