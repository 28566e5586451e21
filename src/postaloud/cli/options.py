"""Options that commands share, and what they and the configuration make of the settings."""

import logging
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date as day
from pathlib import Path
from typing import Annotated, Any, cast

import typer

from postaloud import __version__
from postaloud.config import (
    CHOICES,
    LOUDEST_LUFS,
    QUIETEST_LUFS,
    ROLES,
    Settings,
    find_config,
    formats_in,
    length_ms,
    load_config,
)
from postaloud.errors import UsageError

Source = Annotated[
    str, typer.Argument(metavar="SOURCE", help="A file (HTML, Markdown, text), a web address, a feed, or -.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
LexiconFile = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="FILE", help="Pronunciations (PLS 1.0) that win over the project's and yours."),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="FILE", help="A postaloud.toml; else the nearest one upwards.")
]
EpisodeFolder = Annotated[
    Path | None,
    typer.Argument(metavar="[DIR]", help="The folder that `postaloud narrate` wrote to.", show_default="output"),
]
Lang = Annotated[str, typer.Option(metavar="TAG", help="Language as a tag, for example en-GB; else the page's own.")]
Engine = Annotated[
    str, typer.Option(metavar="NAME", help="espeak (bundled), pyttsx3 (the system's voices), piper (neural) or silent.")
]
Voices = Annotated[
    list[str] | None,
    typer.Option(
        "--voice", metavar="NAME", help="A voice that `postaloud voices` lists; quote=NAME for quotes only. Repeatable."
    ),
]
Pitch = Annotated[int, typer.Option(metavar="PERCENT", help="Of the voice's own, 50 to 150.", show_default="100")]
Volume = Annotated[int, typer.Option(metavar="PERCENT", help="Of the voice's own, 10 to 100.", show_default="100")]
Loudness = Annotated[
    float | None,
    typer.Option(metavar="LUFS", help="What voices are brought to; -19 in mono is -16 in stereo.", show_default="-19"),
]
Library = Annotated[Path | None, typer.Option(metavar="FILE", help="Another libespeak-ng than the bundled one.")]
Rate = Annotated[int, typer.Option(metavar="WPM", help="Words a minute, 80 to 450.", show_default="175")]
Verbosity = Annotated[
    str,
    typer.Option(
        metavar="LEVEL", help="How much of the structure is said: plain, guided or full.", show_default="guided"
    ),
]
Images = Annotated[str, typer.Option(metavar="HOW", help="Pictures: announce or skip.", show_default="announce")]
Links = Annotated[str, typer.Option(metavar="HOW", help="Links: announce them, or say only their text.")]
CodeSamples = Annotated[str, typer.Option("--code", metavar="HOW", help="Code samples: read, announce or skip.")]
Footnotes = Annotated[str, typer.Option(metavar="HOW", help="Footnotes: end, inline or skip.")]
Tables = Annotated[
    str, typer.Option(metavar="HOW", help="Tables: by rows, by columns, or a summary.", show_default="rows")
]
NoEarcons = Annotated[bool, typer.Option("--no-earcons", help="No short sounds before sections, items and pictures.")]
Format = Annotated[
    str, typer.Option("--format", metavar="LIST", help="mp3, m4b, m4a, opus, flac, wav; several with commas between.")
]
Quality = Annotated[
    str, typer.Option(metavar="HOW", help="Of the sound: small, standard or better.", show_default="standard")
]
Preset = Annotated[
    str, typer.Option(metavar="NAME", help="What the sound is for: podcast, acx (audiobooks for Audible) or archive.")
]
Split = Annotated[str, typer.Option(metavar="chapters", help="Also a file for each chapter, with a playlist.")]
Extractor = Annotated[
    str,
    typer.Option(
        metavar="HOW",
        help="How the content is chosen: auto, vote (always ask trafilatura and readability too) or none (read all).",
        show_default="auto",
    ),
]
Sections = Annotated[
    str, typer.Option(metavar="N-M", help="Only these sections, for example 2-3 or 1,4-; 0 is the introduction.")
]
Select = Annotated[
    str, typer.Option(metavar="CSS", help="Read only the elements that match, for example main or .recipe p.")
]
Skip = Annotated[str, typer.Option(metavar="CSS", help="Do not read the elements that match, for example .poll.")]
Entries = Annotated[
    str, typer.Option(metavar="N-M", help="Only these entries of a feed, for example 1-5; 1 is the first it lists.")
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Also fetch web addresses of this computer and private networks.")
]
Verbose = Annotated[bool, typer.Option("--verbose", help="Log what happens, for bug reports.")]

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def configured(config: Path | None) -> Settings:
    """Return the defaults with what the configuration decides: the one named, else the nearest upwards, if any."""
    defaults = Settings(cache=_default_cache())
    path = config or find_config(Path.cwd())
    return load_config(path, defaults) if path else defaults


def _default_cache() -> Path:
    """$XDG_CACHE_HOME/postaloud, or the platform's place for caches."""
    import platformdirs

    return platformdirs.user_cache_path("postaloud", appauthor=False)


def lexicon_paths(extra: Path | None, settings: Settings) -> tuple[Path, ...]:
    """Return the lexicons that apply, the first winning: the one named, the project's, the user's own."""
    from postaloud.lexicons import FILE_NAME, user_file

    beside = (settings.base / FILE_NAME,) if settings.base else ()
    project = settings.lexicons or tuple(path for path in beside if path.is_file())
    own = tuple(path for path in (user_file(),) if path.is_file())
    return (*((extra,) if extra else ()), *project, *own)


def start_log(*, verbose: bool) -> None:
    """Log warnings as plain lines on standard error, and with `verbose` everything that helps with a bug report."""
    level = logging.DEBUG if verbose else logging.WARNING
    logging.basicConfig(level=level, format="%(name)s: %(message)s" if verbose else "%(message)s")
    if not verbose:
        return
    import platform

    system = f"{platform.platform()}, Python {platform.python_version()}"
    logging.getLogger(__name__).debug("postaloud %s on %s", __version__, system)


def decided(defaults: Settings, typed: Mapping[str, object]) -> Settings:
    """Return the defaults with what was typed, by the names of settings; an option that was left out decides nothing.

    Raises `UsageError` where a value cannot be meant.
    """
    given = {name: value for name, value in typed.items() if value or isinstance(value, float)}
    return _checked(replace(defaults, **cast("dict[str, Any]", given)))


def _checked(settings: Settings) -> Settings:
    """Return the settings as they are; raises `UsageError` where an option's value cannot be meant."""
    for name, values in CHOICES.items():
        value = getattr(settings, name)
        if value and value not in values:
            raise UsageError(f'"{value}" is no value for {name}: choose {" or ".join(values)}.')
    for tag in (settings.lang, settings.default_lang):
        checked_lang(tag)
    if not QUIETEST_LUFS <= settings.loudness_lufs <= LOUDEST_LUFS:
        raise UsageError(f"The loudness must be from {QUIETEST_LUFS} to {LOUDEST_LUFS} LUFS.")
    formats_in(settings.format)
    _check_selectors(settings)
    return replace(settings, date=_date(settings.date))


def with_preset(settings: Settings, preset: str) -> Settings:
    """Return the settings with a preset, which wins over what a configuration says of formats."""
    return replace(settings, preset=preset, format="", quality="", split="") if preset else settings


def with_voices(settings: Settings, voices: list[str] | None) -> Settings:
    """Return the settings with voices such as "en-us" or "quote=en-gb+f3"; the last one given for a role wins."""
    cast = dict(settings.cast)
    for choice in voices or ():
        role, equals, name = choice.rpartition("=")
        if not equals:
            settings = replace(settings, voice=name)
        elif role in ROLES:
            cast[role] = name
        else:
            raise UsageError(f'There is no role "{role}" to give a voice to: the roles are {", ".join(ROLES)}.')
    return replace(settings, cast=tuple(cast.items()))


def _check_selectors(settings: Settings) -> None:
    if settings.select or settings.skip:
        from postaloud import reading

        reading.check_choices(reading.Choices(settings.select, settings.skip))


def checked_lang(tag: str) -> str:
    """Return a language tag or ""; raises `UsageError` for what is none."""
    if tag and not _TAG.fullmatch(tag):
        raise UsageError(f'"{tag}" is no language tag: write it like en, en-GB or pt-BR.')
    return tag


def _date(text: str) -> str:
    if not text:
        return ""
    try:
        return day.fromisoformat(text).isoformat()
    except ValueError as error:
        raise UsageError(f'"{text}" is no date: write it as year-month-day, for example 2024-05-31.') from error


def sample_ms(text: str) -> int:
    """Return the milliseconds of a length such as "60s", "2m" or "1m30s"; 0 for an empty text."""
    length = length_ms(text)
    if text and not length:
        raise UsageError(f'"{text}" is no length: write it like 60s, 2m or 1m30s.')
    return length


def output_folder(folder: Path | None, config: Path | None) -> Path:
    """Return the folder that was named, else that of the configuration, else `output`."""
    return folder or configured(config).output
