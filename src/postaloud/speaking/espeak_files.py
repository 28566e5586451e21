"""A libespeak-ng in, the wheel's or another, the places of its library and data and the voices that they hold out.

Voices are read from the files of the data folder, so that listing and choosing them never loads the library.
"""

import os
import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from postaloud.errors import EngineError
from postaloud.speaking.voices import Listed

LIBRARIES = {"win32": "espeak-ng.dll", "darwin": "libespeak-ng.dylib"}
LANGUAGES = "lang"
VARIANTS = "voices/!v"
DATA = "espeak-ng-data"
FIELD = re.compile(r"^(language|name|dictionary)[ \t]+([^\n\r/]+)", re.MULTILINE)
USUAL_PRIORITY = 5
"""What a voice file means where it gives no number after a language; lower is better."""


class Home(NamedTuple):
    """Where a libespeak-ng lives."""

    library: Path
    data: Path
    """The folder of dictionaries and voices."""


@cache
def find_home(library: str = "") -> Home:
    """Return the home of a library's file, or with "" of the bundled one; raises `EngineError` where there is none."""
    if not library:
        folder = _wheel()
        return Home(folder / LIBRARIES.get(sys.platform, "libespeak-ng.so"), folder / DATA)
    path = Path(library).resolve()
    if not path.is_file():
        raise EngineError(f"There is no libespeak-ng at {library}; give the path of its file, or leave --library out.")
    found = next((place for place in _data_places(path) if (place / "phontab").is_file()), None)
    if found is None:
        raise EngineError(f"There is no folder {DATA} near {library}; set ESPEAK_DATA_PATH to it.")
    return Home(path, found)


def _data_places(library: Path) -> Iterator[Path]:
    """Yield where builds of espeak-ng keep their data: as told, beside the library, below the prefix's share."""
    if told := os.environ.get("ESPEAK_DATA_PATH"):
        yield from (Path(told), Path(told) / DATA)
    for folder in library.parents[:4]:
        yield from (folder / DATA, folder / "share" / DATA)


def _wheel() -> Path:
    """Return the wheel's folder, without importing it: that would load ctypes, which only speaking needs."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        raise EngineError("The engine espeak is missing; try: pip install espeakng-loader")
    return Path(spec.origin).parent


@cache
def library_digest(home: Home) -> str:
    """Return a few digits that change with the library or with its data."""
    import hashlib

    digest = hashlib.sha256(_content(home.library))
    for entry in _entries(home.data):
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
def voices_of(home: Home) -> tuple[Listed, ...]:
    """Return the voices for languages, in the order of their names; those without a dictionary cannot speak."""
    dictionaries = {entry.name.removesuffix("_dict") for entry in _entries(home.data)}
    read = (_read_voice(place, file, dictionaries) for place, file in _voice_files(home.data / LANGUAGES))
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
def variants_of(home: Home) -> tuple[Listed, ...]:
    """Return what may follow a voice's name after a `+`: another speaker for every language."""
    names = [entry.name for entry in _entries(home.data / VARIANTS)]
    return tuple(Listed(f"+{name}", f"{name}, added to a voice", f"+{name}", ()) for name in names)
