"""The bytes of an `episode.json` in, what it says of its own making out."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from postaloud.model.episode import Origin, names_of

_LOCATION = re.compile(rb'"location": "([0-9a-f]{64})"')
_SLUG = re.compile(r"[a-z0-9-]{1,90}")


@dataclass(frozen=True, slots=True)
class Made:
    """An episode as its record tells of its making."""

    slug: str
    title: str
    lang: str
    duration_ms: int
    names: Mapping[str, str]
    """The names of its files by what they hold: sound, captions and so on."""
    overrides: Mapping[str, object]
    origin: Origin


def location_in(record: bytes) -> str:
    """Return where a record says that its source was had, or "", without reading the rest of it."""
    found = _LOCATION.search(record)
    return found[1].decode() if found else ""


def read_made(record: bytes) -> Made | None:
    """Return what a record says of its making, or None where that is missing or wrong."""
    try:
        told = json.loads(record)
        return _made(told)
    except (ValueError, TypeError, KeyError, AttributeError, IndexError, RecursionError):
        return None


def _made(told: Mapping[str, Any]) -> Made | None:
    origin = told["made_from"]
    sizes = {str(name): int(size) for name, size in origin.pop("sizes").items()}
    address, picture = origin.pop("picture")
    sounds = ((each["name"], each.get("chapter", 0)) for each in told["enclosures"])
    names = names_of(sounds, told["files"])
    overrides = told["overrides"]
    if told["version"] != 1 or not _SLUG.fullmatch(told["slug"]) or not isinstance(overrides, dict):
        return None
    return Made(
        slug=told["slug"],
        title=str(told["title"]),
        lang=str(told.get("lang", "")),
        duration_ms=int(told["duration_ms"]),
        names=names,
        overrides=overrides,
        origin=Origin(**origin, picture=(str(address), str(picture)), sizes=sizes),
    )
