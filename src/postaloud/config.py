"""The text of a postaloud.toml in, the settings of a narration out."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from postaloud.errors import UsageError

FILE_NAME = "postaloud.toml"
CHOICES = {
    "verbosity": ("plain", "guided", "full"),
    "extractor": ("auto", "vote", "none"),
    "images": ("announce", "skip"),
    "links": ("announce", "text"),
    "code": ("read", "announce", "skip"),
    "footnotes": ("end", "inline", "skip"),
    "tables": ("rows", "columns", "summary"),
}
"""The values of the settings that have only a few."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one narration is asked to do; empty texts leave the choice to the page or to the defaults."""

    engine: str = "espeak"
    voice: str = ""
    rate_wpm: int = 175
    """Words a minute."""
    verbosity: str = "guided"
    """How much of the structure is said: "plain", "guided" or "full"."""
    images: str = ""
    """"announce" or "skip"; this and the next ones leave the choice to the verbosity where they are empty."""
    links: str = ""
    """"announce" or "text"."""
    code: str = ""
    """"read", "announce" or "skip"."""
    footnotes: str = ""
    """"end", "inline" or "skip"."""
    tables: str = ""
    """"rows", "columns" or "summary"."""
    earcons: bool = True
    """Whether short sounds accompany the announcements."""
    extractor: str = "auto"
    """How a page's content is chosen: "auto", "vote" or "none"."""
    lang: str = ""
    """A BCP 47 tag that wins over the page's own."""
    default_lang: str = ""
    """A BCP 47 tag for pages that name no language."""
    title: str = ""
    author: str = ""
    date: str = ""
    """The day of publication, YYYY-MM-DD."""
    album: str = ""
    """The show's title; empty for the page's site."""
    sections: str = ""
    """The sections to speak, as "2-3,5"; empty for the whole article."""
    select: str = ""
    """A CSS selector of what is read; empty to let the page decide."""
    skip: str = ""
    """A CSS selector of what is not read."""
    entries: str = ""
    """The entries of a feed to read, as "1-5,8"; empty for all."""
    allow_private: bool = False
    """Whether web addresses of private networks may be fetched."""
    sample_ms: int = 0
    """Speak no longer than this; 0 for the whole article."""
    jobs: int = 0
    """Processes at the same time; 0 for one a core."""
    cache: Path | None = None
    """The folder of takes, or None to keep none."""
    lexicons: tuple[Path, ...] = ()
    """Files of pronunciations (PLS 1.0); where several speak of a word, the first wins."""
    base: Path | None = None
    """The folder from which an article's path identifies it; None for the working folder."""


class Key(NamedTuple):
    """A key of the configuration: the setting that it decides, and the type of its value."""

    setting: str
    type: type


KEYS: Mapping[str, Mapping[str, Key]] = {
    "show": {"title": Key("album", str), "language": Key("default_lang", str)},
    "narrate": {
        "engine": Key("engine", str),
        "voice": Key("voice", str),
        "rate": Key("rate_wpm", int),
        "verbosity": Key("verbosity", str),
        "images": Key("images", str),
        "links": Key("links", str),
        "code": Key("code", str),
        "footnotes": Key("footnotes", str),
        "tables": Key("tables", str),
        "earcons": Key("earcons", bool),
        "select": Key("select", str),
        "skip": Key("skip", str),
        "extractor": Key("extractor", str),
        "jobs": Key("jobs", int),
        "cache": Key("cache", str),
        "lexicon": Key("lexicons", str),
    },
}
"""Every table and key that a configuration may hold."""


_PLACES: Mapping[str, Callable[[Path], object]] = {"cache": lambda path: path, "lexicon": lambda path: (path,)}
"""Keys that name a file or a folder, seen from that of the configuration."""


def find_config(start: Path) -> Path | None:
    """Return the nearest postaloud.toml in a folder or above it, or None."""
    candidates = (folder / FILE_NAME for folder in (start, *start.parents))
    return next((path for path in candidates if path.is_file()), None)


def load_config(path: Path, defaults: Settings) -> Settings:
    """Return the defaults with what a configuration file decides; raises `UsageError` where it cannot be read."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"Cannot read the configuration {path}: {reason}.") from error
    return parse_config(text, path, defaults)


def parse_config(text: str, path: Path, defaults: Settings) -> Settings:
    """Return the defaults with what a configuration's text decides; `path` names it in errors.

    Raises `UsageError` with the file, the line and the key for text that is not TOML, unknown keys and wrong types.
    """
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The configuration {path} is not TOML: {error}.") from error
    settings = replace(defaults, base=path.parent)
    for table, entries in tables.items():
        if table not in KEYS or not isinstance(entries, dict):
            known = " and ".join(f"[{name}]" for name in KEYS)
            raise UsageError(f"{path}, line {_line_of(table, text)}: there is no table {table}; there are {known}.")
        for key, value in entries.items():
            settings = replace(settings, **_decided(table, key, value, (text, path)))
    return settings


def _decided(table: str, key: str, value: object, where: tuple[str, Path]) -> dict[str, Any]:
    text, path = where
    place = f"{path}, line {_line_of(key, text)}"
    if key not in KEYS[table]:
        raise UsageError(f"{place}: there is no key {key} in [{table}]; there are {', '.join(KEYS[table])}.")
    known = KEYS[table][key]
    if type(value) is not known.type:
        wanted = {str: "a text in quotes", int: "a whole number", bool: "true or false"}[known.type]
        raise UsageError(f"{place}: {key} must be {wanted}.")
    made = _PLACES[key](path.parent / str(value)) if key in _PLACES else value
    return {known.setting: made}


def _line_of(name: str, text: str) -> int:
    """Return the line on which a table or key stands first, from 1."""
    pattern = re.compile(rf'\s*\[?\s*["\']?{re.escape(name)}\b')
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
