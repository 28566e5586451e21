"""The text of a Piper catalogue in, the voices and files that it offers out. Pure.

The catalogue is the `voices.json` of rhasspy/piper-voices: a table of voices, each with its language and its files with
their sizes and MD5 digests. It comes from a stranger: names that are no plain file names are not taken.
"""

import json
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from postaloud.errors import EngineError
from postaloud.speaking.voices import Listed, no_voice, plain_tag

ADDRESS = "https://huggingface.co/rhasspy/piper-voices/resolve/main/voices.json"
PLAIN_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.+-]{0,99}")
ENDINGS = (".onnx", ".onnx.json")
LARGEST_FILE = 2_000_000_000
"""Bytes."""


class Offered(NamedTuple):
    """A file of a voice, where it lies below the catalogue, and what it must be."""

    path: str
    name: str
    size: int
    md5: str


class Offer(NamedTuple):
    """A voice of a catalogue."""

    voice: Listed
    files: tuple[Offered, ...]

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(file.size for file in self.files)


def read_catalogue(text: str, source: str) -> Mapping[str, Offer]:
    """Return the voices of a catalogue that have all files, by name; raises `EngineError` for another text."""
    try:
        table = json.loads(text)
        offers = {name: _offer(name, entry) for name, entry in table.items() if PLAIN_NAME.fullmatch(name)}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EngineError(f"{source} is no catalogue of Piper voices; check the address in postaloud.toml.") from error
    return {name: offer for name, offer in offers.items() if len(offer.files) == len(ENDINGS)}


def find_offer(offers: Mapping[str, Offer], name: str) -> Offer:
    """Return the voice of this name; raises `EngineError` with the nearest names where there is none."""
    if name not in offers:
        raise no_voice(name, [offer.voice for offer in offers.values()])
    return offers[name]


def _offer(name: str, entry: Mapping[str, Any]) -> Offer:
    language = entry["language"]
    files = tuple(_offered(path, told) for path, told in entry["files"].items() if path.endswith(ENDINGS))
    named = {f"{name}{ending}" for ending in ENDINGS}
    label = f"{language['name_english']}, {entry['name']}, {entry['quality']}"
    voice = Listed(name, label, name, ((plain_tag(language["code"]), 5),))
    return Offer(voice, tuple(file for file in files if file.name in named and 0 < file.size <= LARGEST_FILE))


def _offered(path: str, told: Mapping[str, Any]) -> Offered:
    return Offered(path, path.rpartition("/")[2], int(told["size_bytes"]), str(told["md5_digest"]).lower())
