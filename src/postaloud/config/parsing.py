"""The text of a postaloud.toml in, the settings of a narration and the description of a show out."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postaloud.config.keys import KEYS, MEANINGS, PLACES, RULES, TYPES, WANTED
from postaloud.config.settings import Settings
from postaloud.errors import UsageError

if TYPE_CHECKING:
    from postaloud.model.episode import Show

FILE_NAME = "postaloud.toml"


def find_config(start: Path) -> Path | None:
    """Return the nearest postaloud.toml in a folder or above it, or None."""
    candidates = (folder / FILE_NAME for folder in (start, *start.parents))
    return next((path for path in candidates if path.is_file()), None)


def load_config(path: Path, defaults: Settings) -> Settings:
    """Return the defaults with what a configuration file decides; raises `UsageError` where it cannot be read."""
    return parse_config(_read(path), path, defaults)


def load_show(path: Path) -> "Show":
    """Return the show that a configuration file describes; raises `UsageError` where it cannot be read."""
    return parse_show(_read(path), path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise UsageError(f"Cannot read the configuration {path}: {reason}.") from error


def parse_config(text: str, path: Path, defaults: Settings) -> Settings:
    """Return the defaults with what a configuration's text decides; `path` names it in errors.

    Raises `UsageError` with the file, the line and the key for text that is not TOML, unknown keys and wrong values.
    """
    settings = replace(defaults, base=path.parent)
    for table, key, value in _entries(text, path):
        if setting := KEYS[table][key].setting:
            made = PLACES[key](path.parent / value) if key in PLACES else MEANINGS.get(key, _itself)(value)
            decided: dict[str, Any] = {setting: (*settings.cast, (key, value)) if setting == "cast" else made}
            settings = replace(settings, **decided)
    return settings


def parse_show(text: str, path: Path) -> "Show":
    """Return the show that a configuration's text describes; raises what `parse_config` does."""
    from postaloud.model.episode import Show

    told: dict[str, Any] = {key: value for table, key, value in _entries(text, path) if table == "show" and value != ""}
    if "cover" in told:
        told["cover"] = path.parent / told["cover"]
    if "base_url" in told:
        told["base_url"] = told["base_url"].rstrip("/") + "/"
    if "categories" in told:
        told["categories"] = tuple(told["categories"])
    return Show(**told)


def _entries(text: str, path: Path) -> Iterator[tuple[str, str, Any]]:
    """Yield table, key and value of everything that stands in a configuration and is right."""
    import tomllib

    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"The configuration {path} is not TOML: {error}.") from error
    for table, entries in tables.items():
        if table not in KEYS or not isinstance(entries, dict):
            known = ", ".join(f"[{name}]" for name in KEYS)
            raise UsageError(f"{path}, line {_line_of(table, text)}: there is no table {table}; there are {known}.")
        for key, value in entries.items():
            if complaint := _complaint(table, key, value):
                raise UsageError(f"{path}, line {_line_of(key, text)}: {complaint}.")
            yield table, key, value


def _complaint(table: str, key: str, value: object) -> str:
    if key not in KEYS[table]:
        return f"there is no key {key} in [{table}]; there are {', '.join(KEYS[table])}"
    wanted = KEYS[table][key].type
    texts = value if isinstance(value, list) else []
    if type(value) not in TYPES.get(wanted, (wanted,)) or not all(isinstance(text, str) for text in texts):
        return f"{key} must be {WANTED[wanted]}"
    is_right, what = RULES.get((table, key), (lambda _: True, ""))
    return "" if value == "" or is_right(value) else f"{key} must be {what}"


def _line_of(name: str, text: str) -> int:
    """Return the line on which a table or key stands first, from 1."""
    pattern = re.compile(rf'\s*\[?\s*["\']?{re.escape(name)}\b')
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)


def _itself(value: object) -> object:
    return value
