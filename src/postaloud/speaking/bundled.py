"""The wheel `espeakng-loader` in, the places of its library and data and the voices that they hold out.

Voices are read from the files of the data folder, so that listing and choosing them never loads the library.
"""

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from postaloud.errors import EngineError
from postaloud.speaking.voices import Listed

LIBRARIES = {"win32": "espeak-ng.dll", "darwin": "libespeak-ng.dylib"}
LANGUAGES = "lang"
VARIANTS = "voices/!v"
FIELD = re.compile(r"^(language|name|dictionary)[ \t]+([^\n\r/]+)", re.MULTILINE)
USUAL_PRIORITY = 5
"""What a voice file means where it gives no number after a language; lower is better."""


@cache
def _wheel() -> Path:
    """Return the wheel's folder, without importing it: that would load ctypes, which only speaking needs."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        raise EngineError("The engine espeak is missing; try: pip install espeakng-loader")
    return Path(spec.origin).parent


def library_path() -> Path:
    """Return the place of libespeak-ng; raises `EngineError` where the wheel is not installed."""
    return _wheel() / LIBRARIES.get(sys.platform, "libespeak-ng.so")


def data_path() -> Path:
    """Return the folder of dictionaries and voices."""
    return _wheel() / "espeak-ng-data"


@cache
def library_digest() -> str:
    """Return a few digits that change with the library or with its data."""
    import hashlib

    digest = hashlib.sha256(_content(library_path()))
    for entry in _entries(data_path()):
        digest.update(f"{entry.name} {entry.stat().st_size}\n".encode())
    return digest.hexdigest()[:12]


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise _broken(path, error) from error


def _broken(path: Path, error: OSError) -> EngineError:
    return EngineError(f"Cannot read {path}: {error.strerror}; try: pip install --force-reinstall espeakng-loader")


@cache
def bundled_voices() -> tuple[Listed, ...]:
    """Return the voices for languages, in the order of their names; those without a dictionary cannot speak."""
    dictionaries = {entry.name.removesuffix("_dict") for entry in _entries(data_path())}
    read = (_read_voice(place, file, dictionaries) for place, file in _voice_files(data_path() / LANGUAGES))
    return _with_names_of_their_own([voice for voice in read if voice is not None])


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    """List a folder in the order of names; pathlib would take three times as long, and every start waits for it."""
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        raise _broken(folder, error) from error


def _voice_files(folder: Path) -> Iterator[tuple[str, bytes]]:
    for entry in _entries(folder):
        if not entry.is_dir():
            yield entry.name, _content(Path(entry.path))
            continue
        yield from ((f"{entry.name}/{place}", file) for place, file in _voice_files(Path(entry.path)))


def _read_voice(place: str, file: bytes, dictionaries: set[str]) -> Listed | None:
    fields = [(key, value.rstrip()) for key, value in FIELD.findall(file.decode(errors="replace"))]
    languages = tuple(_language(value) for key, value in fields if key == "language")
    label = next((value for key, value in fields if key == "name"), place)
    dictionary = next((value for key, value in fields if key == "dictionary"), "")
    if not languages or (dictionary or languages[0][0].partition("-")[0]) not in dictionaries:
        return None
    return Listed(languages[0][0], label, place, languages)


def _language(value: str) -> tuple[str, int]:
    tag, _, priority = value.partition(" ")
    return tag.lower(), int(priority) if priority.strip().isdigit() else USUAL_PRIORITY


def _with_names_of_their_own(voices: list[Listed]) -> tuple[Listed, ...]:
    """Name a voice after its file where another voice has taken its language's name."""
    named: dict[str, Listed] = {}
    for voice in sorted(voices, key=lambda voice: (voice.name, len(voice.file))):
        name = voice.file.rpartition("/")[2].lower() if voice.name in named else voice.name
        named[name] = voice._replace(name=name)
    return tuple(named.values())


@cache
def bundled_variants() -> tuple[Listed, ...]:
    """Return what may follow a voice's name after a `+`: another speaker for every language."""
    names = [entry.name for entry in _entries(data_path() / VARIANTS)]
    return tuple(Listed(f"+{name}", f"{name}, added to a voice", f"+{name}", ()) for name in names)
