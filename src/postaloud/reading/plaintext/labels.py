"""The first lines of a text go in, what lines such as "Subject: …" among them tell comes out (RFC 5322, and looser)."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from postaloud.model.article import Skip
from postaloud.reading.dates import day_of
from postaloud.reading.document import Told
from postaloud.reading.plaintext.boundaries import START
from postaloud.reading.plaintext.lines import Line

_LABELS = {
    "title": "title",
    "subject": "title",
    "author": "byline",
    "authors": "byline",
    "from": "byline",
    "by": "byline",
    "writer": "byline",
    "date": "date",
    "sent": "date",
    "published": "date",
    "posted": "date",
    "release date": "date",
    "updated": "date",
    "language": "lang",
    "lang": "lang",
    "description": "description",
    "summary": "description",
    "to": "",
    "cc": "",
    "reply-to": "",
    "list-unsubscribe": "",
    "message-id": "",
    "mime-version": "",
    "content-type": "",
    "content-transfer-encoding": "",
    "tags": "",
    "keywords": "",
    "category": "",
    "categories": "",
    "credits": "",
    "url": "",
    "source": "",
    "slug": "",
    "version": "",
}
"""What a line "Label: text" at the start tells; "" for what is told to machines."""
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z -]{1,30}?): *(?P<value>.*)")
_LANGUAGES = {
    "english": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "finnish": "fi",
    "swedish": "sv",
}
_TAG = re.compile(r"[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_MAILBOX = re.compile(r"\"?(.*?)\"?\s*<[^<>]*>")
_PREFIX = re.compile(r"^(?:\[[^\]]{1,40}\]\s*|(?:re|fwd?|aw|wg)(?:\[\d+\])?:\s*)+", re.IGNORECASE)
_FEWEST_LABELS = 2


def read_labels(lines: tuple[Line, ...]) -> tuple[Told, tuple[Line, ...], tuple[Skip, ...]]:
    """Return what the labelled lines at the start tell, the lines below them, and a skip for them."""
    start = next((at for at, line in enumerate(lines) if line.text), 0)
    end = next((at for at in range(start, len(lines)) if not lines[at].text), len(lines))
    entries = _entries(lines[start:end])
    if len(entries) < _FEWEST_LABELS:
        return Told(), lines, ()
    return _told(entries), lines[end:], (Skip(" ".join(line.text for line in lines[start:end]), "header"),)


def read_preamble(lines: Sequence[Line]) -> Told:
    """Return title, author and language that Project Gutenberg names above a book; its date is not the book's."""
    start = next((at for at, line in enumerate(lines) if START.match(line.text)), 0)
    found = (_LABELLED.fullmatch(line.text) for line in lines[:start])
    return replace(_told([(each["label"].lower(), each["value"]) for each in found if each]), date="")


def _entries(lines: Sequence[Line]) -> list[tuple[str, str]]:
    """Return labels and values, or none where a line is neither labelled nor the rest of one above."""
    entries: list[tuple[str, str]] = []
    for line in lines:
        found = _LABELLED.fullmatch(line.text)
        label = found["label"].lower() if found else ""
        if found and (label in _LABELS or label.startswith("x-")):
            entries.append((label, found["value"]))
        elif entries and line.indent > lines[0].indent:  # RFC 5322, 2.2.3: long lines are folded
            entries[-1] = (entries[-1][0], f"{entries[-1][1]} {line.text}".strip())
        else:
            return []
    return entries


def _told(entries: Iterable[tuple[str, str]]) -> Told:
    texts: dict[str, str] = {}
    for label, value in entries:
        field = _LABELS.get(label, "")
        said = _VALUES[field](value) if field else ""
        if said:
            texts.setdefault(field, said)
    return Told(**texts)


def _name(value: str) -> str:
    found = _MAILBOX.fullmatch(value)
    name = found[1] if found else value
    return "" if "@" in name else name.strip()


def _language(value: str) -> str:
    return _LANGUAGES.get(value.lower()) or (value.replace("_", "-") if _TAG.fullmatch(value) else "")


_VALUES: Mapping[str, Callable[[str], str]] = {
    "title": lambda value: _PREFIX.sub("", value),
    "byline": _name,
    "date": day_of,
    "lang": _language,
    "description": str,
}
