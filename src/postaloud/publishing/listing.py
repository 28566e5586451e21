"""The text of an `episode.json` in, what a feed tells of the episode out; overrides win."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

from postaloud.model.episode import Enclosure, Identity, Listing
from postaloud.model.recording import Chapter
from postaloud.publishing.addresses import web_address
from postaloud.publishing.plain import is_visible, one_line

_NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]{0,199}")
"""A file beside the record: no path, no hidden file."""
_SLUG = re.compile(r"[a-z0-9-]{1,80}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_MIME = re.compile(r"[a-z]+/[a-z0-9.+-]+")
_NOTHING: Mapping[str, Any] = {}


class BrokenRecord(ValueError):  # noqa: N818 - it names the thing, and the message says why
    """A text that is no whole `episode.json` of ours; the message ends a sentence with "because"."""


def read_listing(text: str) -> Listing:
    """Return what an `episode.json` says of its episode; raises `BrokenRecord` where something is missing or wrong."""
    record = _Fields(_parsed(text))
    if record.number("version", least=1) > 1:
        raise BrokenRecord("it comes from a newer version of postaloud")
    told = _Fields({**record.values, **_overrides(record.values.get("overrides"))})
    sound = record.number("duration_ms")
    enclosures = tuple(_enclosure(each) for each in record.list("enclosures", least=1))
    if enclosures[0].chapter:
        raise BrokenRecord("its first sound is that of a single chapter")
    date = told.text("date")
    return Listing(
        identity=Identity(record.text("identity"), record.text("guid"), record.text("slug", _SLUG), date),
        title=told.text("title"),
        published=_moment(date),
        lang=told.optional("lang") or "en",
        duration_ms=sound,
        enclosures=tuple(each for each in enclosures if not each.chapter),
        singles=tuple(each for each in enclosures if each.chapter),
        byline=told.optional("byline"),
        site=told.optional("site"),
        description=told.optional("description"),
        address=web_address(told.optional("address")),
        voice=record.optional("voice"),
        preview=record.optional("preview"),
        chapters=tuple(_chapters(record.list("chapters"), sound)),
        files=_files(record.values.get("files", _NOTHING)),
        explicit=told.flag("explicit"),
        season=told.number("season", default=0),
        episode=told.number("episode", default=0),
    )


def _overrides(values: object) -> dict[str, Any]:
    given = values.items() if isinstance(values, dict) else ()
    return {name: value for name, value in given if value not in ("", None)}


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BrokenRecord("it is no JSON") from error
    if not isinstance(found, dict):
        raise BrokenRecord("it is no object")
    return found


@dataclass(frozen=True, slots=True)
class _Fields:
    """The values of an object, asked for by name and type."""

    values: Mapping[str, Any]

    def _value(self, name: str, is_right: Callable[[Any], bool], default: object = None) -> Any:  # noqa: ANN401
        value = self.values.get(name, default)
        if not is_right(value):
            raise BrokenRecord(f"{name} is missing or wrong" if default is None else f"{name} is wrong")
        return value

    def text(self, name: str, pattern: re.Pattern[str] | None = None) -> str:
        """Return a text that shows something."""
        return one_line(self._value(name, lambda value: _is_text(value, pattern)))

    def optional(self, name: str) -> str:
        """Return a text on one line, or ""."""
        return one_line(self._value(name, lambda value: isinstance(value, str), ""))

    def number(self, name: str, *, least: int = 0, default: int | None = None) -> int:
        """Return a whole number."""
        found: int = self._value(name, lambda value: type(value) is int and least <= value < 2**53, default)
        return found

    def flag(self, name: str) -> bool | None:
        """Return true, false or nothing."""
        found: bool | None = self._value(name, lambda value: value in (True, False, None))
        return found

    def list(self, name: str, *, least: int = 0) -> Sequence[Mapping[str, Any]]:
        """Return a list of objects."""
        found: Sequence[Mapping[str, Any]] = self._value(name, lambda value: _is_list(value, least), [])
        return found


def _is_text(value: object, pattern: re.Pattern[str] | None) -> bool:
    if not isinstance(value, str) or not is_visible(value):
        return False
    return pattern is None or pattern.fullmatch(value) is not None


def _is_list(value: object, least: int) -> bool:
    return isinstance(value, list) and len(value) >= least and all(isinstance(each, dict) for each in value)


def _moment(date: str) -> datetime:
    try:
        moment = datetime.fromisoformat(date)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError) as error:
        raise BrokenRecord(f'"{date}" is no date') from error


def _enclosure(values: Mapping[str, Any]) -> Enclosure:
    fields = _Fields(values)
    return Enclosure(
        name=fields.text("name", _NAME),
        mime=fields.text("type", _MIME),
        size=fields.number("size", least=1),
        sha256=fields.text("sha256", _SHA256),
        duration_ms=fields.number("duration_ms"),
        chapter=fields.number("chapter", default=0),
    )


def _chapters(values: Sequence[Mapping[str, Any]], duration_ms: int) -> list[Chapter]:
    rows = [_Fields(each) for each in values]
    starts = [row.number("start_ms") for row in rows]
    if starts != sorted(starts) or (starts and starts[-1] > duration_ms):
        raise BrokenRecord("its chapters are not in order")
    times = pairwise([*starts, duration_ms])
    return [
        Chapter(start, end, row.optional("title"), anchor=row.optional("anchor"))
        for row, (start, end) in zip(rows, times, strict=True)
    ]


def _files(values: object) -> dict[str, str]:
    if not isinstance(values, dict) or not all(_is_text(name, _NAME) for name in values.values()):
        raise BrokenRecord("files is wrong")
    return dict(values)
