"""A Range header and a size in, the bytes to send out (RFC 9110, 14)."""

import re
from dataclasses import dataclass

_RANGE = re.compile(r"bytes=[ \t]*(?P<first>\d{0,18})-(?P<last>\d{0,18})[ \t]*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Bytes of a file that are sent."""

    start: int
    length: int


class Unsatisfiable(ValueError):  # noqa: N818 - the standard's word
    """A range that is none, is several or starts behind the end."""


def stretch_of(header: str, size: int) -> Stretch:
    """Return the bytes that a Range header asks for; raises `Unsatisfiable`.

    Several ranges at once are refused: no player needs them, and their overlaps are an old way to tire a server.
    """
    found = _RANGE.fullmatch(header)
    if not found or not (found["first"] or found["last"]):
        raise Unsatisfiable
    if found["first"]:
        start, last = int(found["first"]), min(int(found["last"] or size), size - 1)
    else:
        start, last = max(size - int(found["last"]), 0), size - 1
    if start > last:
        raise Unsatisfiable
    return Stretch(start, last - start + 1)
