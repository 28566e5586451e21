"""The text of a page goes in, the limit that it breaks comes out; one linear scan, before anything is parsed."""

import re

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
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
# https://html.spec.whatwg.org/#optional-tags: a start tag on the left ends the open elements on the right.
_ENDS = {
    "li": {"li"},
    "dt": {"dt", "dd"},
    "dd": {"dt", "dd"},
    "p": {"p"},
    "option": {"option"},
    "optgroup": {"option", "optgroup"},
    "tr": {"td", "th", "tr"},
    "td": {"td", "th"},
    "th": {"td", "th"},
    "tbody": {"td", "th", "tr", "thead", "tbody"},
    "tfoot": {"td", "th", "tr", "thead", "tbody"},
    "rt": {"rt", "rp"},
    "rp": {"rt", "rp"},
}
_ENDS_P = frozenset(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "nav ol pre section table ul".split()
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
        if tags > MAX_TAGS:
            return f"{MAX_TAGS:,} tags"
        if _has_too_many(found[3]):
            return f"{MAX_ATTRIBUTES:,} attributes on one tag"
        if found[1]:
            depth.close(name)
            continue
        if depth.open(name) > MAX_DEPTH:
            return f"a nesting depth of {MAX_DEPTH}"
        position = _after_raw(text, name, position)
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
        ended = _ENDS.get(name, frozenset())
        while self._open and self._open[-1] in ended:
            self._pop()
        if name in _ENDS_P or name == "p":
            self.close("p")
        self._open.append(name)
        self._count[name] = self._count.get(name, 0) + 1
        return len(self._open)

    def close(self, name: str) -> None:
        while self._count.get(name) and self._pop() != name:
            pass

    def _pop(self) -> str:
        name = self._open.pop()
        self._count[name] -= 1
        return name
