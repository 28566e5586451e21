"""Every table and key of a postaloud.toml, what its value means, and what must hold for it."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from postaloud.config.settings import CHOICES, LOUDEST_LUFS, QUIETEST_LUFS, ROLES, length_ms


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
PLACES: Mapping[str, Callable[[Path], object]] = {
    "cache": lambda path: path,
    "intro": lambda path: path,
    "outro": lambda path: path,
    "lexicon": lambda path: (path,),
    "library": str,
    "output": lambda path: path,
}
"""Keys that name a file or a folder, seen from that of the configuration."""
WANTED = {
    str: "a text in quotes",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
    list: "a list of texts in quotes",
}
TYPES: Mapping[type, tuple[type, ...]] = {float: (float, int)}
"""What TOML may give for a type, where that is not the type alone."""
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9.:\[\]-]+(/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*)?")
"""Without what must be encoded (RFC 3986, 2): apps and directories refuse it in a feed."""


MEANINGS: Mapping[str, Callable[[Any], object]] = {"sample": length_ms}
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


RULES: Mapping[tuple[str, str], tuple[Callable[[Any], object], str]] = {
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
