"""The tags of a page go in one by one, how deep its tree grows comes out, and how often elements are opened again.

Elements are open, and formatting is kept, nearly as in browsers (HTML standard, 13.2.4).
"""

from collections import Counter
from dataclasses import dataclass

from postaloud.reading.words import words

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
}
_HEADINGS = words("h1 h2 h3 h4 h5 h6")
_ONCE = words("a nobr")
"""Formatting that ends where it begins again."""
_NONE = words("")
_ENDS_P = words(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main "
    "nav ol p pre section table ul"
)
_SPECIAL = _ENDS_P | words(
    "applet body button caption center col colgroup dd dir dt figcaption frameset hgroup html iframe li listing "
    "marquee menu object search summary tbody td template tfoot th thead tr"
)
"""Elements over which the end tag of an ordinary one reaches nothing."""
_FORMATTING = words("a b big code em font i nobr s small strike strong tt u")
"""Elements that are opened again in the next paragraph where nothing ended them (13.2.4.3)."""
_FRAMES = words("applet caption marquee object td template th")
"""Elements out of which no formatting reaches."""
_TABLES = words("caption table tbody td template tfoot th thead tr html body")
_ROWS = words("caption col colgroup tbody td tfoot th thead tr")
"""Elements that outside of a table are none."""
_FOREIGN = words("svg math")
# 13.2.6.5: what cannot stand in a drawing or a formula ends it.
_LEAVES_FOREIGN = words(
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta "
    "nobr ol p pre ruby s small span strong strike sub sup table tt u ul var"
)
_MOST_ALIKE = 3


@dataclass(slots=True, eq=False)
class _Element:
    name: str
    written: str
    is_open: bool = True


class Nesting:
    """The open elements, and the formatting that waits to be opened again."""

    def __init__(self) -> None:
        self._open: list[_Element] = []
        self._active: list[_Element] = []
        self._count: Counter[str] = Counter()
        self._foreign = 0
        self.reopened = 0
        """How many elements were opened again so far."""

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open)

    def start(self, name: str, attributes: str) -> None:
        """Take a start tag."""
        if self._foreign and name in _LEAVES_FOREIGN:
            self._pop_to(next(at for at, element in enumerate(self._open) if element.name in _FOREIGN))
        if self._foreign:
            if not attributes.endswith("/"):
                self._push(_Element(name, attributes))
        elif name not in _VOID and (name not in _ROWS or self._count["table"]):
            self._start_html(name, attributes)

    def text(self) -> None:
        """Take a text: it opens the formatting again that ended without an end tag."""
        if not self._active or self._active[-1].is_open or self._active[-1].name in _FRAMES:
            return
        for at in range(self._first_closed(), len(self._active)):
            element = _Element(self._active[at].name, self._active[at].written)
            self._active[at] = element
            self._push(element)
            self.reopened += 1

    def end(self, name: str) -> None:
        """Take an end tag; where it ends nothing, nothing happens."""
        if name in _FORMATTING and self._end_formatting(name):
            return
        if not self._count[name]:
            return
        barrier = _NONE if name in _TABLES else _FRAMES | {"table"} if name in _SPECIAL else _SPECIAL
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at].name == name:
                self._pop_to(at)
                return
            if self._open[at].name in barrier and not self._foreign:
                return

    def _start_html(self, name: str, attributes: str) -> None:
        self._end_implied(name)
        if name not in _SPECIAL:
            self.text()
        element = _Element(name, attributes)
        self._push(element)
        if name in _FORMATTING:
            self._remember(element)
        elif name in _FRAMES:
            self._active.append(element)

    def _push(self, element: _Element) -> None:
        self._open.append(element)
        self._foreign += element.name in _FOREIGN
        self._count[element.name] += 1

    def _end_implied(self, name: str) -> None:
        ended = _ENDS.get(name, _NONE)
        at = len(self._open)
        while at and (self._open[at - 1].name in ended or self._open[at - 1].name in _FORMATTING):
            at -= 1
            if self._open[at].name in ended:
                self._pop_to(at)
        if name in _ENDS_P:
            self.end("p")
        if name in _HEADINGS and self._open and self._open[-1].name in _HEADINGS:
            self._pop_to(len(self._open) - 1)
        if name in _ONCE:
            self._end_formatting(name)

    def _end_formatting(self, name: str) -> bool:
        for at in range(len(self._active) - 1, -1, -1):
            element = self._active[at]
            if element.name in _FRAMES:
                return False
            if element.name == name:
                del self._active[at]
                self._take_out(element)
                return True
        return False

    def _take_out(self, ended: _Element) -> None:
        """End a formatting element; blocks that were opened in it stay open (13.2.6.4.7, adoption agency)."""
        at = next((at for at in range(len(self._open) - 1, -1, -1) if self._open[at] is ended), None)
        if at is None:
            return
        if any(element.name in _SPECIAL for element in self._open[at:]):
            del self._open[at]
            self._count[ended.name] -= 1
        else:
            self._pop_to(at)

    def _pop_to(self, at: int) -> None:
        while len(self._open) > at:
            element = self._open.pop()
            element.is_open = False
            self._foreign -= element.name in _FOREIGN
            self._count[element.name] -= 1
            if element.name in _FRAMES and element in self._active:
                while self._active.pop() is not element:
                    pass

    def _remember(self, element: _Element) -> None:
        alike = [
            at
            for at in range(self._frame(), len(self._active))
            if self._active[at].name == element.name and self._active[at].written == element.written
        ]
        if len(alike) >= _MOST_ALIKE:
            del self._active[alike[0]]
        self._active.append(element)

    def _frame(self) -> int:
        at = len(self._active)
        while at and self._active[at - 1].name not in _FRAMES:
            at -= 1
        return at

    def _first_closed(self) -> int:
        at = len(self._active)
        while at and not self._active[at - 1].is_open and self._active[at - 1].name not in _FRAMES:
            at -= 1
        return at
