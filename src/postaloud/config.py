"""The text of a postaloud.toml in, the settings of a narration and the description of a show out."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from postaloud.errors import UsageError

if TYPE_CHECKING:
    from postaloud.model.episode import Show


FILE_NAME = "postaloud.toml"
ROLES = ("narrator", "title", "heading", "announcement", "marker", "label", "image", "media", "quote", "code")
"""Who may have a voice of its own; the roles of a script, which would take long to load for every command."""
CHOICES = {
    "verbosity": ("plain", "guided", "full"),
    "extractor": ("auto", "vote", "none"),
    "images": ("announce", "skip"),
    "links": ("announce", "text"),
    "code": ("read", "announce", "skip"),
    "footnotes": ("end", "inline", "skip"),
    "tables": ("rows", "columns", "summary"),
    "quality": ("small", "standard", "better"),
    "preset": ("podcast", "acx", "archive"),
    "split": ("chapters",),
}
"""The values of the settings that have only a few."""
QUIETEST_LUFS, LOUDEST_LUFS = -31, -13
"""Outside lies what no platform asks for, and louder speech would be held down all the time."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one narration is asked to do; empty texts leave the choice to the page or to the defaults."""

    engine: str = "espeak"
    voice: str = ""
    rate_wpm: int = 175
    """Words a minute."""
    pitch_percent: int = 100
    """Of the voice's own pitch."""
    volume_percent: int = 100
    """Of the voice's own loudness."""
    loudness_lufs: float = -19.0
    """What voices are brought to; a mono file at -19 sounds as loud as a stereo one at -16."""
    ceiling_dbtp: float = -1.0
    """What no true peak exceeds."""
    cast: tuple[tuple[str, str], ...] = ()
    """Roles that have a voice of their own, and its name."""
    library: str = ""
    """The file of another libespeak-ng; empty for the bundled one."""
    catalogue: str = ""
    """The address of the catalogue that neural voices are installed from; empty for Piper's own."""
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
    cache_limit_mb: int = 0
    """Megabytes that the cache may have after a run; 0 for no limit."""
    lexicons: tuple[Path, ...] = ()
    """Files of pronunciations (PLS 1.0); where several speak of a word, the first wins."""
    format: str = ""
    """The formats of the sound, as "mp3,opus"; empty for those of the preset."""
    quality: str = ""
    """"small", "standard" or "better"; empty for that of the preset."""
    preset: str = ""
    """What the sound is made for: "podcast", "acx" or "archive"."""
    split: str = ""
    """"chapters" for a file of each chapter too."""
    intro: Path | None = None
    """Music in front of the words, a WAV file."""
    outro: Path | None = None
    """Music behind the words, a WAV file."""
    output: Path = Path("output")
    """Where the episodes go."""
    base: Path | None = None
    """The folder from which an article's path identifies it; None for the working folder."""


class Key(NamedTuple):
    """A key of the configuration: the setting of a narration that it decides, if any, and the type of its value."""

    setting: str
    type: type


KEYS: Mapping[str, Mapping[str, Key]] = {
    "show": {
        "title": Key("album", str),
        "author": Key("", str),
        "email": Key("", str),
        "description": Key("", str),
        "language": Key("default_lang", str),
        "base_url": Key("", str),
        "categories": Key("", list),
        "explicit": Key("", bool),
        "copyright": Key("", str),
        "license": Key("", str),
        "cover": Key("", str),
        "guid": Key("", str),
        "synthetic_voice": Key("", bool),
    },
    "narrate": {
        "engine": Key("engine", str),
        "voice": Key("voice", str),
        "rate": Key("rate_wpm", int),
        "pitch": Key("pitch_percent", int),
        "volume": Key("volume_percent", int),
        "library": Key("library", str),
        "verbosity": Key("verbosity", str),
        "images": Key("images", str),
        "links": Key("links", str),
        "code": Key("code", str),
        "footnotes": Key("footnotes", str),
        "tables": Key("tables", str),
        "earcons": Key("earcons", bool),
        "lang": Key("lang", str),
        "title": Key("title", str),
        "author": Key("author", str),
        "date": Key("date", str),
        "sections": Key("sections", str),
        "select": Key("select", str),
        "skip": Key("skip", str),
        "entries": Key("entries", str),
        "sample": Key("sample_ms", str),
        "allow_private": Key("allow_private", bool),
        "extractor": Key("extractor", str),
        "output": Key("output", str),
        "jobs": Key("jobs", int),
        "cache": Key("cache", str),
        "cache_limit": Key("cache_limit_mb", int),
        "lexicon": Key("lexicons", str),
        "format": Key("format", str),
        "quality": Key("quality", str),
        "preset": Key("preset", str),
        "split": Key("split", str),
    },
    "sound": {
        "loudness": Key("loudness_lufs", float),
        "intro": Key("intro", str),
        "outro": Key("outro", str),
    },
    "piper": {"catalogue": Key("catalogue", str)},
    "voices": {role: Key("cast", str) for role in ROLES},
}
"""Every table and key that a configuration may hold; those of [show] are the fields of `Show`."""
_PLACES: Mapping[str, Callable[[Path], object]] = {
    "cache": lambda path: path,
    "intro": lambda path: path,
    "outro": lambda path: path,
    "lexicon": lambda path: (path,),
    "library": str,
    "output": lambda path: path,
}
"""Keys that name a file or a folder, seen from that of the configuration."""
_LENGTH = re.compile(r"(?:(?P<minutes>\d{1,4})m)?(?:(?P<seconds>\d{1,5}(?:\.\d{1,3})?)s?)?")
_WANTED = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list of texts in quotes",
}
_TYPES: Mapping[type, tuple[type, ...]] = {float: (float, int)}
"""What TOML may give for a type, where that is not the type alone."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")
"""Without what must be encoded (RFC 3986, 2): apps and directories refuse it in a feed."""


def length_ms(text: str) -> int:
    """Return the milliseconds of a length such as "60s", "2m" or "1m30s"; 0 where it is none."""
    found = _LENGTH.fullmatch(text.strip())
    return round((float(found["minutes"] or 0) * 60 + float(found["seconds"] or 0)) * 1000) if found else 0


def _itself(value: object) -> object:
    return value


_MEANINGS: Mapping[str, Callable[[Any], object]] = {"sample": length_ms}
"""Keys whose value is written in a way of its own."""


def _is_day(text: str) -> bool:
    from datetime import date

    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _are_categories(names: list[str]) -> bool:
    from postaloud.model.categories import is_category

    return all(map(is_category, names))


def _is_loudness(lufs: float) -> bool:
    return QUIETEST_LUFS <= lufs <= LOUDEST_LUFS


_RULES: Mapping[tuple[str, str], tuple[Callable[[Any], object], str]] = {
    ("show", "email"): (re.compile(r"[^\s@]+@[^\s@]+").fullmatch, "an e-mail address"),
    ("show", "base_url"): (_ADDRESS.fullmatch, 'an address of the web, such as "https://example.org/podcast/"'),
    ("show", "language"): (_LANGUAGE.fullmatch, 'a language, such as "en-GB"'),
    ("narrate", "lang"): (_LANGUAGE.fullmatch, 'a language, such as "en-GB"'),
    ("narrate", "date"): (_is_day, 'a day, such as "2024-05-31"'),
    ("narrate", "sample"): (length_ms, 'a length, such as "60s" or "1m30s"'),
    **{("narrate", name): (values.__contains__, " or ".join(values)) for name, values in CHOICES.items()},
    ("show", "categories"): (_are_categories, 'categories of Apple, such as "Leisure/Crafts"'),
    ("sound", "loudness"): (_is_loudness, f"from {QUIETEST_LUFS} to {LOUDEST_LUFS} (LUFS)"),
    ("show", "guid"): (re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}").fullmatch, "a UUID in small letters"),
}
"""What else must hold for the value of a key, and how to say it; an empty text is as good as none."""


def formats_in(text: str) -> tuple[str, ...]:
    """Return the formats of a list such as "mp3,opus"; raises `UsageError` for one that does not exist."""
    from postaloud.model.preset import FORMATS

    names = tuple(dict.fromkeys(name.strip().lower() for name in text.split(",") if name.strip()))
    for name in names:
        if name not in FORMATS:
            raise UsageError(f'There is no format "{name}": the formats are {", ".join(FORMATS)}.')
    return names


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
            made = _PLACES[key](path.parent / value) if key in _PLACES else _MEANINGS.get(key, _itself)(value)
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
    if type(value) not in _TYPES.get(wanted, (wanted,)) or not all(isinstance(text, str) for text in texts):
        return f"{key} must be {_WANTED[wanted]}"
    is_right, what = _RULES.get((table, key), (lambda _: True, ""))
    return "" if value == "" or is_right(value) else f"{key} must be {what}"


def _line_of(name: str, text: str) -> int:
    """Return the line on which a table or key stands first, from 1."""
    pattern = re.compile(rf'\s*\[?\s*["\']?{re.escape(name)}\b')
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
