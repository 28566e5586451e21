"""The lines of a text go in, those of its author come out, and what stood around them and why it is not read."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from postaloud.model.article import Skip
from postaloud.reading.plaintext.lines import Line, Look, line_of

START = re.compile(r"\*\*\* ?START OF (?:THE|THIS) PROJECT GUTENBERG.*", re.IGNORECASE)
_END = re.compile(r"\*\*\* ?END OF (?:THE|THIS) PROJECT GUTENBERG.*|End of (?:the )?Project Gutenberg.*", re.IGNORECASE)
_CREDIT = re.compile(r"(?:produced|prepared|transcribed|e-?text prepared|digitized) by .*", re.IGNORECASE)
_PAGE = re.compile(
    r"(?:[-–—] ?)\d{1,4}(?: ?[-–—])|\[(?:pg\.? ?|page )\d{1,4}\]|\{\d{1,4}\}|page \d{1,4}(?: of \d{1,4})?",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents|inhalt(?:sverzeichnis)?|table des matières|índice|indice", re.IGNORECASE
)
_LEADER = re.compile(r"(?:[ .·…_]{2,}|\s+)(?:\d{1,4}|[ivxlc]{1,6})$|[ .·…]+$")
_FEWEST_ENTRIES = 2
_LONGEST_GAP = 3
"""Lines between two entries, at most."""
_LONGEST_NAME = 90
_LETTER = re.compile(r"(?:Subject|From|To): ", re.IGNORECASE)
_HEAD = 30
"""Lines from the start in which a letter has its header."""
_SIGNATURE_LINES = 12
_CREDITS_WITHIN = 40
_NOTICE = re.compile(
    r"(?:view (?:this|it) (?:email |message |newsletter )?(?:in|on) (?:your|a|the) (?:web )?(?:browser|web).*"
    r"|(?:click here to |to )?(?:unsubscribe|(?:update|manage) (?:your )?(?:email )?(?:preferences|subscription))\b.*"
    r"|you (?:are receiving|received|'re receiving|’re receiving) this .*|if you no longer wish to receive .*"
    r"|sent from my .*|forwarded this (?:email|message).*|having trouble (?:viewing|reading) this .*)",
    re.IGNORECASE,
)

Kept = tuple[Line, ...]
Cut = Callable[[Kept], tuple[Kept, tuple[Skip, ...]]]


def within_boundaries(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    """Return the lines to read, and a skip for each stretch of lines that is left out."""
    skips: list[Skip] = []
    for cut in _CUTS:
        lines, left = cut(lines)
        skips.extend(left)
    return lines, tuple(skips)


def _without_licence(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    """Project Gutenberg sets its licence before and after a book."""
    start = next((at + 1 for at, line in enumerate(lines) if START.match(line.text)), 0)
    end = next((at for at, line in enumerate(lines) if at >= start and _END.match(line.text)), len(lines))
    if not start:
        return lines, ()
    inner = lines[start:end]
    skips = (*_skip(lines[:start], "licence"), *_skip(lines[end:], "licence"))
    at = next((at for at, line in enumerate(inner[:_CREDITS_WITHIN]) if _CREDIT.match(line.text)), len(inner))
    stop = next((here for here in range(at, len(inner)) if not inner[here].text), len(inner))
    return (*inner[:at], *inner[stop:]), (*skips, *_skip(inner[at:stop], "credits"))


def _without_signature(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    """A line of two dashes starts the signature of a letter (RFC 3676, 4.3)."""
    if not any(_LETTER.match(line.text) for line in lines[:_HEAD]):
        return lines, ()
    near_end = max(0, len(lines) - _SIGNATURE_LINES)
    at = next((at for at in range(near_end, len(lines)) if lines[at].text == "--" and not lines[at].indent), None)
    return (lines, ()) if not at else (lines[:at], _skip(lines[at:], "signature"))


def _without_page_numbers(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    left = [line for line in lines if _PAGE.fullmatch(line.text)]
    kept = tuple(line for line in lines if not _PAGE.fullmatch(line.text))
    return (kept, tuple(Skip(line.text, "page number") for line in left)) if left else (lines, ())


def _without_notices(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    """What mail programs and newsletters write around a letter."""
    kept, skips = [], []
    above = line_of("")
    for line in lines:
        is_alone = above.look in (Look.BLANK, Look.RULE)
        if is_alone and _NOTICE.fullmatch(line.text):
            skips.append(Skip(line.text, "newsletter"))
        else:
            kept.append(line)
            above = line
    return tuple(kept), tuple(skips)


def _without_contents(lines: Kept) -> tuple[Kept, tuple[Skip, ...]]:
    """A list of headings that all come again below is for the eye."""
    at = next((at for at, line in enumerate(lines) if _CONTENTS.fullmatch(line.text.strip(":.#=* "))), None)
    if at is None:
        return lines, ()
    last = _last_places(lines)
    taken: set[str] = set()
    end = at + 1
    for here in range(at + 1, len(lines)):
        name = _name_of(lines[here].text)
        if name in taken or here - end > _LONGEST_GAP:
            break
        if name and any(last.get(each, 0) > here for each in (name, name.partition(" ")[2])):
            taken.add(name)
            end = here + 1
    if len(taken) < _FEWEST_ENTRIES:
        return lines, ()
    return (*lines[:at], *lines[end:]), _skip(lines[at:end], "contents")


def _last_places(lines: Kept) -> dict[str, int]:
    """Return where each line stands last, and each pair of lines that follow each other."""
    places = {_name_of(line.text): at for at, line in enumerate(lines)}
    texts = [(at, line.text) for at, line in enumerate(lines) if line.text and len(line.text) <= _LONGEST_NAME]
    return places | {_name_of(f"{above} {below}"): at for (at, above), (_, below) in pairwise(texts)}


def _name_of(text: str) -> str:
    return " ".join(re.findall(r"\w+", _LEADER.sub("", text).lower()))


def _skip(lines: Sequence[Line], reason: str) -> tuple[Skip, ...]:
    text = " ".join(line.text for line in lines if line.text)
    return (Skip(text, reason),) if text else ()


_CUTS: tuple[Cut, ...] = (
    _without_licence,
    _without_signature,
    _without_page_numbers,
    _without_notices,
    _without_contents,
)
