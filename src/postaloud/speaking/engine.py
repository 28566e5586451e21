"""An engine's name, a voice and a language in, a speaker out.

Every engine, ours and those of other packages alike, is a module (or any object) with two functions; `docs/engines.md`
describes them, and `postaloud.testing.engine_contract` tests them.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from postaloud.errors import EngineError
from postaloud.model.recording import Cast, Speaker
from postaloud.model.script import Role
from postaloud.speaking.prosody import checked
from postaloud.speaking.voices import Voice, Wanted

GROUP = "postaloud.engines"
"""The entry-point group in which other packages name their engines."""
ENGINES = {
    "espeak": "postaloud.speaking.espeak",
    "pyttsx3": "postaloud.speaking.system",
    "piper": "postaloud.speaking.piper",
    "silent": "postaloud.speaking.silent",
}
"""Our own engines and their modules."""


class Engine(Protocol):
    """What can speak."""

    def open_voice(self, wanted: Wanted) -> Speaker:
        """Return the speaker that is wanted; raises `EngineError` for a voice or a language that cannot be had."""
        ...

    def list_voices(self) -> Sequence[Voice]:
        """Return the voices; raises `EngineError` where the engine does not work here."""
        ...


def open_engine(name: str = "espeak", *, voice: str = "", lang: str = "en", rate_wpm: int = 175) -> Speaker:
    """Return a speaker; without a voice, the best one for the language (a BCP 47 tag).

    Raises `EngineError` for an engine, a voice or a language that cannot be had, `UsageError` for a rate outside
    80 to 450 words a minute.
    """
    return open_voice(name, Wanted(voice, lang, rate_wpm))


def open_voice(name: str, wanted: Wanted) -> Speaker:
    """Return the speaker that is wanted of an engine; raises as `open_engine` does."""
    return find_engine(name).open_voice(checked(wanted))


def open_cast(name: str, wanted: Wanted, roles: Mapping[Role, str]) -> Speaker:
    """Return the speaker that is wanted, with other voices of the same engine for some roles; raises the same."""
    narrator = open_voice(name, wanted)
    others = {role: open_voice(name, wanted._replace(voice=voice)) for role, voice in roles.items()}
    for other in others.values():
        if other.rate != narrator.rate:
            raise EngineError(
                f"The voices {narrator.label} and {other.label} have different sample rates "
                f"({narrator.rate} and {other.rate}) and cannot speak one article; choose voices of one rate."
            )
    return Cast(narrator, tuple(others.items())) if others else narrator


def warm_up() -> None:
    """Load in a worker process what the default engine needs; what fails here is told when it is to speak."""
    from postaloud.speaking import careful, runs  # noqa: F401
    from postaloud.speaking.libespeak import open_library

    with suppress(EngineError):
        open_library()


def list_voices(engine: str = "") -> tuple[Voice, ...]:
    """Return the voices of an engine, or of all engines that work here; raises `EngineError` for an unknown engine."""
    if engine:
        return tuple(find_engine(engine).list_voices())
    return tuple(voice for name in engine_names() for voice in _voices_if_any(name))


def install_voice(name: str, catalogue: str, tell: Callable[[str], None]) -> Path:
    """Fetch a neural voice from a catalogue's address ("" for Piper's own), and return the path of its model.

    Raises `EngineError` for a voice that is not there or does not come whole, `OutputError` where it cannot be written.
    """
    from postaloud.speaking.installed import install, voices_folder

    return install(name, catalogue, voices_folder(), tell)


def engine_names() -> tuple[str, ...]:
    """Return the names of all engines, ours first."""
    return (*ENGINES, *(name for name in sorted(_others()) if name not in ENGINES))


def find_engine(name: str) -> Engine:
    """Return an engine; raises `EngineError` where there is none of this name, or it cannot be loaded."""
    if name in ENGINES:
        return cast("Engine", import_module(ENGINES[name]))
    if name not in _others():
        raise EngineError(f'There is no engine "{name[:60]}"; the engines are {", ".join(engine_names())}.')
    return _loaded(name)


@cache
def _others() -> Mapping[str, Any]:
    """Return the entry points of other packages, by name."""
    from importlib.metadata import entry_points

    return {entry.name: entry for entry in entry_points(group=GROUP)}


def _loaded(name: str) -> Engine:
    entry = _others()[name]
    try:
        engine = entry.load()
    except (ImportError, AttributeError) as error:
        raise EngineError(
            f"The engine {name} ({entry.value}) cannot be loaded: {error}; reinstall its package."
        ) from error
    missing = [part for part in ("open_voice", "list_voices") if not callable(getattr(engine, part, None))]
    if missing:
        raise EngineError(f"The engine {name} ({entry.value}) has no function {missing[0]}; ask its authors to add it.")
    return cast("Engine", engine)


def _voices_if_any(engine: str) -> tuple[Voice, ...]:
    try:
        return list_voices(engine)
    except EngineError:
        return ()
