"""A voice's name or a language in, the voice that is meant out. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from postaloud.errors import EngineError


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice that can speak here, as `postaloud voices` lists it."""

    engine: str
    name: str
    """What `--voice` takes."""
    lang: str
    """A BCP 47 tag; "" for what speaks any language."""
    label: str
    is_installed: bool = True
    """False where `postaloud voices install` has to fetch it first."""


class Wanted(NamedTuple):
    """Who is to speak, and how."""

    voice: str = ""
    """A name that the engine lists, or "" for the best voice of the language."""
    lang: str = "en"
    """The article's language, a BCP 47 tag."""
    rate_wpm: int = 175
    """Words a minute, from 80 to 450."""
    pitch_percent: int = 100
    """Of the voice's own pitch, from 50 to 150."""
    volume_percent: int = 100
    """Of the voice's own loudness, from 10 to 100."""
    library: str = ""
    """The file of another libespeak-ng, or "" for the bundled one."""


class Listed(NamedTuple):
    """A voice as its engine knows it."""

    name: str
    label: str
    file: str
    """The engine's own name for it."""
    languages: tuple[tuple[str, int], ...]
    """Lower-case tags that it speaks, best first, each with a priority (lower is better)."""


PREFERRED = {
    "en": "en-us",
    "en-au": "en-gb",
    "en-ie": "en-gb",
    "en-in": "en-gb",
    "en-nz": "en-gb",
    "en-uk": "en-gb",
    "en-za": "en-gb",
    "es-ar": "es-419",
    "es-cl": "es-419",
    "es-co": "es-419",
    "es-pe": "es-419",
    "es-us": "es-419",
    "es-uy": "es-419",
    "es-ve": "es-419",
    "fr": "fr-fr",
    "in": "id",
    "iw": "he",
    "mo": "ro",
    "nn": "nb",
    "no": "nb",
    "sh": "hr",
    "zh": "cmn",
    "zh-hant-hk": "yue",
    "zh-hk": "yue",
    "zh-mo": "yue",
}
"""Languages whose nearest voice another tag names: old codes, regions and close relatives."""


def listing(engine: str, voices: Sequence[Listed]) -> tuple[Voice, ...]:
    """Return the voices of an engine as they are listed."""
    return tuple(Voice(engine, voice.name, _first_tag(voice), voice.label) for voice in voices)


def _first_tag(voice: Listed) -> str:
    return written_tag(voice.languages[0][0]) if voice.languages else ""


def plain_tag(lang: str) -> str:
    """Return a language tag in lower case with hyphens."""
    return lang.strip().replace("_", "-").lower()


def primary(lang: str) -> str:
    """Return the language of a tag without script and region."""
    return plain_tag(lang).partition("-")[0]


def written_tag(tag: str) -> str:
    """Return a tag with the capitals that BCP 47 recommends."""
    first, *rest = tag.split("-")
    shapes = {2: str.upper, 4: str.title}
    return "-".join([first, *(shapes.get(len(part), str)(part) for part in rest)])


def for_language(voices: Sequence[Listed], lang: str) -> Listed | None:
    """Return the best voice for a BCP 47 tag by the lookup of RFC 4647, else one of another region, or None."""
    tag = plain_tag(lang)
    while tag:
        for wanted in (PREFERRED.get(tag, tag), tag):
            if found := _best(voices, wanted):
                return found
        tag = tag.rpartition("-")[0]
    elsewhere = [voice for voice in voices if any(primary(tag) == primary(lang) for tag, _ in voice.languages)]
    return min(elsewhere, key=lambda voice: len(voice.name), default=None)


def _best(voices: Sequence[Listed], wanted: str) -> Listed | None:
    speakers = [(dict(voice.languages)[wanted], voice) for voice in voices if wanted in dict(voice.languages)]
    return min(speakers, key=lambda speaker: (speaker[0], len(speaker[1].name)))[1] if speakers else None


def by_name(voices: Sequence[Listed], name: str) -> Listed | None:
    """Return the voice of this name or label, in capitals or not, or the best one for the language that the name is."""
    folded = plain_tag(name)
    named = [voice for voice in voices if folded in map(plain_tag, (voice.name, voice.file, voice.label))]
    if named:
        return named[0]
    speaks = any(folded == tag for voice in voices for tag, _ in voice.languages)
    return for_language(voices, folded) if speaks else None


def no_voice(name: str, voices: Sequence[Listed]) -> EngineError:
    """Return the error that names the voices nearest to an unknown name."""
    from difflib import get_close_matches

    names = {voice.label.lower(): voice.name for voice in voices} | {voice.name.lower(): voice.name for voice in voices}
    near = dict.fromkeys(names[match] for match in get_close_matches(name[:40].lower(), names, n=3, cutoff=0.5))
    hint = f" Near ones: {', '.join(near)}." if near else ""
    return EngineError(f'There is no voice "{_shown(name)}".{hint} To list all voices: postaloud voices')


def no_language(lang: str, engine: str) -> EngineError:
    """Return the error that names a language which no voice of the engine speaks."""
    return EngineError(
        f'The engine {engine} has no voice for the language "{_shown(lang)}"; '
        "choose a voice with --voice, or list them: postaloud voices"
    )


def _shown(name: str) -> str:
    printable = "".join(char if char.isprintable() else "?" for char in name)
    return printable if len(printable) <= 60 else printable[:59] + "…"
