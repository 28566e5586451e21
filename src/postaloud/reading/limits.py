"""The text of a page goes in, the limit that it breaks comes out; one linear scan, before anything is parsed."""

import re

from postaloud.reading.words import words

MAX_TAGS = 200_000
MAX_DEPTH = 512
MAX_ATTRIBUTES = 1_000

_TAG = re.compile(
    r"<(?:!--(?:.*?-->|.*\Z)|(/?)([a-zA-Z][^\s/>]*+)((?:[^>=]++|=\s*+\"[^\"]*+\"|=\s*+'[^']*+'|=)*+)>?)", re.DOTALL
)
_RAW = {
    name: re.compile(rf"</{name}[\s/>]", re.IGNORECASE)
    for name in ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
}
_ATTRIBUTE = re.compile(r"[^\s=/\"']+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?")
_SHORTEST_ATTRIBUTE = 2  # a letter and a space
_VOID = words("area base br col embed hr img input link meta param source track wbr")
# https://html.spec.whatwg.org/#optional-tags: a start tag on the left ends the open elements on the right.
_ENDS: dict[str, frozenset[str]] = {
    "li": words("li"),
    "dt": words("dt dd"),
    "dd": words("dt dd"),
    "p": words("p"),
    "option": words("option"),
    "optgroup": words("option optgroup"),
    "tr": words("td th tr"),
    "td": words("td th"),
    "th": words("td th"),
    "tbody": words("td th tr thead tbody"),
    "tfoot": words("td th tr thead tbody"),
    "rt": words("rt rp"),
    "rp": words("rt rp"),
}
_NONE = words("")
_ENDS_P = words(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "nav ol pre section table ul"
)


def broken_limit(text: str) -> str:
    """Return the limit that a page breaks ("200,000 tags"), or "" for none."""
    tags, position = 0, 0
    depth = _Depth()
    while found := _TAG.search(text, position):
        position = found.end()
        name = (found[2] or "").lower()
        if not name:
            continue
        tags += 1
        height = depth.close(name) if found[1] else depth.open(name)
        for limit, is_broken in (
            (f"{MAX_TAGS:,} tags", tags > MAX_TAGS),
            (f"a nesting depth of {MAX_DEPTH}", height > MAX_DEPTH),
            (f"{MAX_ATTRIBUTES:,} attributes on one tag", _has_too_many(found[3])),
        ):
            if is_broken:
                return limit
        position = position if found[1] else _after_raw(text, name, position)
    return ""


def _has_too_many(attributes: str) -> bool:
    if len(attributes) < MAX_ATTRIBUTES * _SHORTEST_ATTRIBUTE:
        return False
    return sum(1 for _ in _ATTRIBUTE.finditer(attributes)) > MAX_ATTRIBUTES


def _after_raw(text: str, name: str, position: int) -> int:
    if name not in _RAW:
        return position
    end = _RAW[name].search(text, position)
    return end.start() if end else len(text)


class _Depth:
    """The elements that are open, nearly as the HTML standard closes them: enough to know the depth."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._count: dict[str, int] = {}

    def open(self, name: str) -> int:
        if name in _VOID:
            return len(self._open)
        ended = _ENDS.get(name, _NONE)
        while self._open and self._open[-1] in ended:
            self._pop()
        if name in _ENDS_P or name == "p":
            self.close("p")
        self._open.append(name)
        self._count[name] = self._count.get(name, 0) + 1
        return len(self._open)

    def close(self, name: str) -> int:
        while self._count.get(name) and self._pop() != name:
            pass
        return len(self._open)

    def _pop(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        return name
