"""The folder of Piper voices in, what is installed there out; a voice's name in, its files on the disk out."""

import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

from postaloud.errors import EngineError, OutputError
from postaloud.speaking.catalogue import ADDRESS, Offer, find_offer, read_catalogue
from postaloud.speaking.voices import Listed, plain_tag

FOLDER_VARIABLE = "POSTALOUD_VOICES"
CATALOGUE = "voices.json"
RECORD = ".record.json"
"""Ends the name of what is remembered of a voice: the SHA-256 of each of its files."""


class Files(NamedTuple):
    """A voice on the disk."""

    onnx: Path
    settings: Path
    sha256: str
    """Of both files when they were installed; "" for files of the user's own."""


def voices_folder() -> Path:
    """Return where voices are installed: $POSTALOUD_VOICES, else the platform's folder for a program's files."""
    if told := os.environ.get(FOLDER_VARIABLE):
        return Path(told)
    import platformdirs

    return platformdirs.user_data_path("postaloud", appauthor=False) / "voices"


def installed_voices(folder: Path) -> tuple[tuple[Listed, Files], ...]:
    """Return the voices of a folder, in the order of their names."""
    records = sorted(folder.glob(f"*{RECORD}")) if folder.is_dir() else []
    return tuple(found for record in records if (found := _installed(record)) is not None)


def voice_on_disk(path: Path) -> tuple[Listed, Files]:
    """Return a voice by the path of its model; raises `EngineError` where its settings are missing or no settings."""
    settings = next((each for each in (Path(f"{path}.json"), path.with_suffix(".json")) if each.is_file()), None)
    if settings is None:
        raise EngineError(f"There are no settings {path.name}.json beside {path}; a Piper voice is those two files.")
    return _listed(path, settings), Files(path.resolve(), settings.resolve(), "")


def known_offers(folder: Path) -> Mapping[str, Offer]:
    """Return the voices of the catalogue as it was when something was last installed; none before."""
    try:
        text = (folder / CATALOGUE).read_text(encoding="utf-8")
    except OSError:
        return {}
    return read_catalogue(text, str(folder / CATALOGUE))


def install(name: str, address: str, folder: Path, tell: Callable[[str], None]) -> Path:
    """Fetch a voice of the catalogue at an address ("" for Piper's own) and return the path of its model.

    Raises `EngineError` for a voice that the catalogue does not have and for all that goes wrong on the way, with what
    has come kept for the next try; `OutputError` where the folder cannot be written.
    """
    from postaloud.speaking.downloading import fetch_file, fetch_text

    address = address or ADDRESS
    text = fetch_text(address)
    offer = find_offer(read_catalogue(text, address), name)
    tell(f"Installing {name}: {offer.voice.label}, {max(offer.size // 1_000_000, 1)} megabytes.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _write(folder / CATALOGUE, text)
        digests = {file.name: fetch_file(urljoin(address, file.path), file, folder, tell) for file in offer.files}
        _write(folder / f"{name}{RECORD}", json.dumps(digests, indent=1))
    except OSError as error:
        raise OutputError(
            f"Cannot write {folder}: {error.strerror}; set {FOLDER_VARIABLE} to another folder."
        ) from error
    return folder / f"{name}.onnx"


def _write(path: Path, text: str) -> None:
    """Write beside and rename, so that nobody reads half a file."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_text(text, encoding="utf-8")
    beside.replace(path)


def _installed(record: Path) -> tuple[Listed, Files] | None:
    """Return what a record speaks of, or None where its files are gone."""
    onnx = record.with_name(f"{record.name.removesuffix(RECORD)}.onnx")
    settings = Path(f"{onnx}.json")
    if not (onnx.is_file() and settings.is_file()):
        return None
    try:
        digests = json.loads(record.read_text(encoding="utf-8"))
        sha256 = f"{digests[onnx.name]} {digests[settings.name]}"
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{record} is broken; remove it, and install the voice again.") from error
    return _listed(onnx, settings), Files(onnx, settings, sha256)


def _listed(onnx: Path, settings: Path) -> Listed:
    try:
        told = json.loads(settings.read_text(encoding="utf-8"))
        language = told.get("language", {})
        code = language.get("code") or told["espeak"]["voice"]
        label = ", ".join([language.get("name_english") or code, *onnx.stem.split("-")[1:]])
    except (OSError, ValueError, KeyError, AttributeError) as error:
        raise EngineError(f"{settings} are no settings of a Piper voice; install it again.") from error
    return Listed(onnx.stem, label, str(onnx), ((plain_tag(code), 5),))
