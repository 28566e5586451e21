"""A passage and what stands around it go in, the kind of heading that it is comes out: a table of rules."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from postaloud.reading.plaintext.blocks import Block, Break, Code, ListOf, Paragraph, Passage, Quote, Table
from postaloud.reading.plaintext.phrasing import is_capitals, is_sentence, is_title_case, is_title_like

_NUMERAL = (
    r"(?:\d{1,3}|[IVXLC]{1,8}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven"
    r"|eigh|nine)teen|(?:twenty|thirty)(?:-\w+)?|the \w+|first|second|third|fourth|fifth|last)"
)
_PART = re.compile(
    rf"(?:part|book|volume|act|teil|buch|partie|livre|parte|libro) {_NUMERAL}\b(?P<rest>.*)", re.IGNORECASE
)
_CHAPTER = re.compile(
    rf"(?:chapter|chap\.|section|scene|letter|canto|lesson|appendix|kapitel|chapitre|capítulo|capitolo) "
    rf"(?:{_NUMERAL}|[A-Z])\b(?P<rest>.*)"
    r"|(?:prologue|epilogue|preface|foreword|introduction|conclusion|afterword|postscript|dedication|acknowledge?ments"
    r"|interlude|prolog|epilog|vorwort|nachwort)\.?(?P<rest2>)",
    re.IGNORECASE,
)
_ROMAN_ALONE = re.compile(r"[IVXLC]{1,8}\.?")
_NUMBER_ALONE = re.compile(r"[1-9]\d?\.?")
_NUMBERED = re.compile(
    r"#?(?P<number>\d{1,2}(?:\.\d{1,2}){1,4}|\d{1,2}(?=[.):])|[IVX]{1,6}(?=[.)])|[A-PR-Z](?=[.)]))[.):]?"
    r"[ \u00a0]+(?P<rest>\S.*)"
)
_LONG_CAPITALS = 90
_PROSE = 60
_WIDE_GAP = 2
_ENDS = re.compile(r"(?:the )?end|finis|fin|ende", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a passage stands."""

    gap: int
    """Blank lines above it; many at the start of a text."""
    below: Block | None
    """The block that follows."""
    after: Block | None = None
    """The block that follows that one."""
    style: str = ""
    """"title case" where most headings of the text are typed so, "marked" where they carry marks, else ""."""

    @property
    def is_above_content(self) -> bool:
        """Whether prose, a list or the like follows."""
        if isinstance(self.below, Passage):
            text = self.below.text
            is_line = len(self.below.lines) == 1 and len(text) < _PROSE and not is_sentence(text)
            is_lead_in = text.endswith(":") and not is_title_case(text)
            return not is_line or is_lead_in or not is_title_like(text.rstrip(":"))
        return isinstance(self.below, ListOf | Quote | Code | Table | Paragraph)


def kind_of(passage: Passage, place: Place) -> str:
    """Return the kind of heading that the first rule makes of a passage, or ""."""
    if _ENDS.fullmatch(passage.text.strip(" .!*-")):
        return ""
    return next((kind for rule in _RULES if (kind := rule(passage, place))), "")


def is_named_by(passage: Passage, below: Passage) -> bool:
    """Whether the line below "Chapter 3" is the chapter's name."""
    found = _CHAPTER.fullmatch(passage.text)
    is_bare = found is not None and not (found["rest"] or "").strip(" .:") and found["rest2"] is None
    if not is_bare or len(below.text) > _LONG_CAPITALS or len(below.lines) > 2:
        return False
    return is_title_like(below.text) or is_capitals(below.text) or is_title_case(below.text.rstrip("."))


def is_named(text: str) -> bool:
    """Whether a line is a heading by the word that it starts with, such as "Chapter", or by its capitals."""
    return is_capitals(text) or bool(_CHAPTER.fullmatch(text) or _PART.fullmatch(text))


def is_numbered(text: str) -> bool:
    """Whether a line is a number and a title."""
    found = _NUMBERED.fullmatch(text)
    return found is not None and is_title_like(found["rest"].rstrip(":"))


def _by_part(passage: Passage, place: Place) -> str:  # noqa: ARG001 - every rule is called so
    return _named(passage, _PART, "part")


def _by_chapter(passage: Passage, place: Place) -> str:
    found = _named(passage, _CHAPTER, "chapter")
    is_alone = _ROMAN_ALONE.fullmatch(passage.text) or (
        _NUMBER_ALONE.fullmatch(passage.text) and place.gap >= _WIDE_GAP
    )
    return found or ("chapter" if is_alone and place.is_above_content else "")


def _named(passage: Passage, pattern: re.Pattern[str], kind: str) -> str:
    text = passage.text
    found = pattern.fullmatch(text) if len(passage.lines) <= 3 and len(text) <= _LONG_CAPITALS else None
    if not found:
        return ""
    rest = (found["rest"] or "").strip()
    is_name = not rest or rest[0] in ".:—–-" or (text[0].isupper() and is_title_case(text))
    return kind if is_name and not (rest[:1].islower() or rest.endswith((",", ";"))) else ""


def _by_number(passage: Passage, place: Place) -> str:
    found = _NUMBERED.fullmatch(passage.text)
    if not found or len(passage.lines) > 1 or place.below is None or not is_numbered(passage.text):
        return ""
    is_deep = "." in found["number"]
    return f"numbered {found['number'].count('.') + 1}" if is_deep or place.gap else ""


def _by_capitals(passage: Passage, place: Place) -> str:
    text = passage.text
    is_short = len(passage.lines) <= 2 and len(text) <= _LONG_CAPITALS and not text.endswith((",", ";"))
    is_name = is_short and is_capitals(text) and (is_title_like(text.rstrip(".!")) or len(text) > 3)
    return "capitals" if is_name and place.below is not None and not isinstance(place.below, Break) else ""


def _by_title(passage: Passage, place: Place) -> str:
    text = passage.text
    if len(passage.lines) > 1 or not is_title_like(text.rstrip(":")) or not place.gap:
        return ""
    if not place.is_above_content:
        return _above_another(text, place)
    if text.endswith(":"):
        is_named = is_title_case(text) and (place.gap or isinstance(place.below, Passage))
        return "title" if is_named and _gap_of(place.below) else ""
    is_odd = place.style == "title case" and not is_title_case(text)
    if place.style == "marked" or (is_odd and place.gap < _WIDE_GAP):
        return ""
    return "title" if _gap_of(place.below) or isinstance(place.below, Passage) else ""


def _above_another(text: str, place: Place) -> str:
    """A heading may stand above one of a lower level, where both are typed alike and prose follows."""
    below = place.below
    if not isinstance(below, Passage) or len(below.lines) > 1 or not is_title_like(below.text.rstrip(":")):
        return ""
    is_alike = place.style != "marked" and is_title_case(text) and is_title_case(below.text)
    return "title" if is_alike and Place(below.gap, place.after).is_above_content else ""


def _gap_of(block: Block | None) -> int:
    return block.gap if isinstance(block, Passage) else 1


_RULES: tuple[Callable[[Passage, Place], str], ...] = (_by_part, _by_chapter, _by_number, _by_capitals, _by_title)
