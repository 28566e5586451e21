"""The text of an XML document in, its elements with where they stand out; entities and outside files are refused."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.parsers.expat import ExpatError

DEEPEST = 80
"""Elements inside each other; no lexicon and no formula that can be followed by ear needs so many."""
_TAG = re.compile(rb"""<(?:"[^"]*"|'[^']*'|[^>"'])*>""")


class XmlError(ValueError):
    """Why a text is no XML that we read, and where: `line` and `column` count from 1."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(f"line {line}, column {column}: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


@dataclass(frozen=True, slots=True)
class Element:
    """An element; names of elements and attributes are without a namespace, `xml:lang` is "lang"."""

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    """The text right inside it, that of its children left out."""
    children: "tuple[Element, ...]" = ()
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0
    """Where it stands in the text, in bytes of UTF-8."""

    def find(self, *names: str) -> "Iterator[Element]":
        """Yield the children with one of these names."""
        return (child for child in self.children if child.name in names)


@dataclass(slots=True)
class _Open:
    """An element whose end has not been met."""

    name: str
    attributes: Mapping[str, str]
    place: tuple[int, int, int]
    texts: list[str] = field(default_factory=list)
    children: list[Element] = field(default_factory=list)


class _Builder:
    """Collects elements as the parser meets them (the target of `xml.etree.ElementTree.XMLParser`)."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.expat: Any = None
        self.open = [_Open("", {}, (1, 1, 0))]

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Open an element."""
        if len(self.open) > DEEPEST:
            raise XmlError(f"more than {DEEPEST} elements stand inside each other", *self.place()[:2])
        plain = {_local(key): value for key, value in attributes.items()}
        self.open.append(_Open(_local(name), plain, self.place()))

    def data(self, text: str) -> None:
        """Take a text."""
        self.open[-1].texts.append(text)

    def end(self, name: str) -> None:  # noqa: ARG002 - the shape of a parser's target
        """Close the innermost element."""
        one = self.open.pop()
        line, column, start = one.place
        after = self._end_of(start)
        made = Element(one.name, one.attributes, "".join(one.texts), tuple(one.children), line, column, start, after)
        self.open[-1].children.append(made)

    @property
    def root(self) -> Element:
        """The element that holds all others."""
        return self.open[0].children[0]

    def place(self) -> tuple[int, int, int]:
        """Return line, column and byte of what is being read."""
        return self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber + 1, self.expat.CurrentByteIndex

    def _end_of(self, start: int) -> int:
        """Return the byte behind an element: that of its only tag, or of the end tag where the parser stands."""
        first = _TAG.match(self.source, start)
        after = first.end() if first else start
        if self.source.endswith(b"/>", start, after):
            return after
        return self.source.find(b">", self.expat.CurrentByteIndex) + 1


def parse_xml(text: str) -> Element:
    """Return the root element of a document; raises `XmlError` for what is malformed, too deep or holds entities."""
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import DefusedXMLParser, ParseError

    builder = _Builder(text.encode("utf-8", "replace"))
    parser = DefusedXMLParser(target=builder, encoding="utf-8")
    builder.expat = parser.parser
    try:
        parser.feed(builder.source)
        parser.close()
    except DefusedXmlException as error:
        raise XmlError("entities and files from outside are not allowed", *builder.place()[:2]) from error
    except (ParseError, ExpatError) as error:
        line, column = getattr(error, "position", (1, 0))
        raise XmlError(str(error).split(":", 1)[0], line, column + 1) from error
    return builder.root


def _local(name: str) -> str:
    return name.rpartition("}")[2]
