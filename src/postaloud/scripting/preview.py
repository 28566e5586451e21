"""A script in, a shorter script out: the sections that a listener wants to try."""

import re
from dataclasses import replace

from postaloud.errors import UsageError
from postaloud.model.script import Script


def only_sections(script: Script, wanted: str) -> Script:
    """Keep the sections that a text such as "2-3,5" or "4-" names, counted as announced; 0 is the introduction.

    Raises `UsageError` where the text cannot be understood or names a section that the article does not have.
    """
    last = max(part.section for part in script.parts)
    numbers = frozenset[int]().union(*(_numbers(piece, last) for piece in wanted.split(",")))
    parts = tuple(part for part in script.parts if part.section in numbers)
    if not parts:
        raise UsageError(f'There is nothing to speak in the sections "{wanted}".')
    return replace(script, parts=parts)


def _numbers(piece: str, last: int) -> range:
    found = re.fullmatch(r"\s*(?P<first>\d{1,6})\s*(?P<dash>-\s*(?P<end>\d{0,6})\s*)?", piece)
    if not found:
        raise UsageError(f'Cannot understand the section "{piece.strip()}": write sections as 2, 2-3 or 2-3,5.')
    first = int(found["first"])
    end = int(found["end"] or last) if found["dash"] else first
    if first > end or end > last:
        has = f"sections 1 to {last}" if last > 1 else "one section" if last else "no sections"
        raise UsageError(f'There is no section "{piece.strip()}": the article has {has}.')
    return range(first, end + 1)
