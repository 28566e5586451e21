"""A Markdown text goes in, what its front matter says and the text below it come out.

YAML between lines of "---" is read as far as front matter uses it: keys with texts, quoted texts, lists and folded
texts; TOML between lines of "+++" is read as TOML 1.0. What is no front matter stays in the text.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping

from postaloud.reading.dates import day_of
from postaloud.reading.document import Told

_YAML = re.compile(r"---[ \t]*\n(?P<inner>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<inner>(?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_ENTRY = re.compile(r"(?P<key>[A-Za-z_][\w .-]*?|\"[^\"]+\"|'[^']+')[ \t]*:(?:[ \t]+(?P<value>.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(?P<value>.*)$")
_PAIR = re.compile(r"(?P<key>[A-Za-z_]\w*)[ \t]*:[ \t]+(?P<value>.*)$")
_COMMENT = re.compile(r"(?:^|[ \t])#.*$")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*")
_ESCAPES = {"\\n": " ", "\\t": " ", '\\"': '"', "\\\\": "\\", "\\/": "/"}

_FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "byline": ("author", "authors", "byline", "by", "creator"),
    "date": ("date", "published", "pubdate", "publishdate", "published_at", "pubdatetime", "created"),
    "lang": ("lang", "language", "locale"),
    "description": ("description", "summary", "abstract", "excerpt", "subtitle"),
}
"""The keys under which site generators look for each field, the most usual first."""
_NAMES = ("name", "title", "display_name", "text")


def split_front_matter(text: str) -> tuple[Told, str]:
    """Return what the front matter says, and the text below it."""
    for pattern, parse in ((_YAML, _yaml), (_TOML, _toml)):
        found = pattern.match(text)
        entries = parse(found["inner"]) if found else None
        if found and entries is not None:
            return _told(entries), text[found.end() :]
    return Told(), text


def _told(entries: Mapping[str, object]) -> Told:
    low = {key.lower().replace("-", "_"): value for key, value in entries.items()}
    texts = {field: _first(low.get(key) for key in keys) for field, keys in _FIELDS.items()}
    lang = texts["lang"] if _LANGUAGE.fullmatch(texts["lang"]) else ""
    return Told(
        texts["title"], texts["byline"], day_of(texts["date"]), lang.replace("_", "-"), description=texts["description"]
    )


def _first(values: Iterable[object]) -> str:
    return next((said for value in values if (said := _said(value))), "")


def _said(value: object) -> str:
    """Return a value as one line; several names stand with commas between them."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_said, value)))
    if isinstance(value, dict):
        return next((_said(value[name]) for name in _NAMES if name in value), "")
    return "" if value is None or isinstance(value, bool) else " ".join(str(value).split())


def _toml(inner: str) -> Mapping[str, object] | None:
    try:
        return tomllib.loads(inner)
    except tomllib.TOMLDecodeError:
        return None


def _yaml(inner: str) -> Mapping[str, object] | None:
    """Return the entries, or None where a line at the margin is no entry: then two rules stand around prose."""
    entries: dict[str, object] = {}
    below: list[str] = []
    for line in reversed(inner.split("\n")):
        found = _ENTRY.match(line)
        if found:
            value = _without_comment(found["value"] or "")
            entries[found["key"].strip("\"'")] = _value(value, tuple(reversed(below)))
            below.clear()
        elif not line.strip() or line[0] in " \t-#]}":
            below.append(line)
        else:
            return None
    return entries or None


def _value(value: str, below: tuple[str, ...]) -> object:
    lines = [line.strip() for line in below if line.strip() and not line.lstrip().startswith("#")]
    if value[:1] in ("|", ">") or (value and value[0] not in "[{"):
        folded = lines if value[:1] in ("|", ">") else [value, *lines]
        return _scalar(" ".join(folded))
    if value:
        return _flow(" ".join([value, *lines]))
    return _items(below) or dict(_pairs(lines)) or _scalar(" ".join(lines))


def _items(lines: Iterable[str]) -> list[object]:
    """Return the entries of a list of texts or of maps; of a map the first lines may stand beside the dash."""
    items: list[object] = []
    for line in lines:
        found = _ITEM.match(line)
        pair = _PAIR.match(found["value"] if found else line.strip())
        if found:
            items.append(dict(_pairs([pair[0]])) if pair else _scalar(_without_comment(found["value"])))
        elif pair and items and isinstance(items[-1], dict):
            items[-1].update(_pairs([pair[0]]))
    return items


def _pairs(lines: Iterable[str]) -> Iterable[tuple[str, object]]:
    return ((pair["key"], _scalar(_without_comment(pair["value"]))) for line in lines if (pair := _PAIR.match(line)))


def _flow(value: str) -> object:
    inner = value.strip("[]{} \t")
    parts = [part.strip() for part in re.findall(r"(?:\"[^\"]*\"|'[^']*'|[^,])+", inner)]
    if value.startswith("{"):
        return dict(_pairs(parts))
    return [_scalar(part) for part in parts if part]


def _scalar(value: str) -> str:
    text = value.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        return re.sub(r"\\.", lambda found: _ESCAPES.get(found[0], found[0]), text[1:-1])
    if len(text) > 1 and text[0] == text[-1] == "'":
        return text[1:-1].replace("''", "'")
    return "" if text in ("~", "null") else text


def _without_comment(value: str) -> str:
    text = value.strip()
    if text[:1] in ("'", '"'):
        end = text.rfind(text[0])
        return text[: end + 1] if end and text[end + 1 :].lstrip().startswith("#") else text
    return _COMMENT.sub("", text).strip()
