"""A tree goes in, what its JSON-LD says of the article comes out; malformed JSON-LD says nothing."""

import json
from collections.abc import Iterator, Mapping
from html import unescape

from bs4 import Tag

from postaloud.reading.tree import attr, squeeze

Json = dict[str, object]
_ARTICLES = ("article", "blogposting", "posting", "report", "webpage", "recipe", "howto", "creativework", "faqpage")
_NESTED = ("@graph", "mainEntity")
_MOST = 2000


def article_of(root: Tag) -> Json:
    """Return what describes the article, the most telling kind of object first, with what others add; may be empty."""
    objects = list(_objects(root))
    known = {said: entry for entry in objects if (said := _said(entry.get("@id"))) and _named(entry)}
    described: Json = {}
    for entry in sorted((entry for entry in objects if _rank(entry) < len(_ARTICLES)), key=_rank):
        described = {**{name: _resolved(value, known) for name, value in entry.items() if value}, **described}
    return described


def _resolved(value: object, known: Mapping[str, Json]) -> object:
    """Follow a reference (`{"@id": …}`) to the object that it names."""
    if isinstance(value, list):
        return [_resolved(one, known) for one in value]
    if isinstance(value, dict) and "name" not in value:
        return known.get(_said(value.get("@id")), value)
    return value


def text(entry: Json, *names: str) -> str:
    """Return the first text that an object has under one of the names; "" where there is none."""
    return next((said for name in names if (said := _said(entry.get(name)))), "")


def people(entry: Json, name: str) -> tuple[str, ...]:
    """Return the names of the persons under a name, in order, each once."""
    found = entry.get(name)
    entries = found if isinstance(found, list) else [found]
    return tuple(dict.fromkeys(said for one in entries if (said := _said(one))))


def _objects(root: Tag) -> Iterator[Json]:
    for script in root.find_all("script"):
        if attr(script, "type").lower() != "application/ld+json":
            continue
        stack = [_loads(str(script.string or ""))]
        for _ in range(_MOST):
            if not stack:
                break
            value = stack.pop()
            if isinstance(value, list):
                stack.extend(reversed(value))
            elif isinstance(value, dict):
                yield value
                stack.extend(value[name] for name in _NESTED if name in value)


def _loads(written: str) -> object:
    try:
        loaded: object = json.loads(written.strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None
    return loaded


def _rank(entry: Json) -> int:
    kinds = entry.get("@type")
    names = [str(kind).lower() for kind in (kinds if isinstance(kinds, list) else [kinds])]
    return next((at for at, kind in enumerate(_ARTICLES) if any(name.endswith(kind) for name in names)), len(_ARTICLES))


def _said(value: object) -> str:
    while isinstance(value, list | dict):
        value = (value[0] if value else "") if isinstance(value, list) else _named(value)
    return squeeze(unescape(value)) if isinstance(value, str) else ""


def _named(entry: Json) -> object:
    return entry.get("name") or entry.get("url") or entry.get("@value") or ""
