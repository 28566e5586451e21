"""An engine's name, a voice and a language in, a speaker out."""

from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from postaloud.errors import EngineError
from postaloud.model.recording import Speaker
from postaloud.speaking.prosody import checked_rate
from postaloud.speaking.voices import Listed, Voice, written_tag


class Engine(NamedTuple):
    """What can speak: how to open it with a voice, a language and a rate, and how to list its voices."""

    open: Callable[[str, str, int], Speaker]
    voices: Callable[[], tuple[Listed, ...]]


def open_engine(name: str = "espeak", *, voice: str = "", lang: str = "en", rate_wpm: int = 175) -> Speaker:
    """Return a speaker; without a voice, the best one for the language (a BCP 47 tag).

    Raises `EngineError` for an engine, a voice or a language that cannot be had, `UsageError` for a rate outside
    80 to 450 words a minute.
    """
    return _engine(name).open(voice, lang, checked_rate(rate_wpm))


def warm_up() -> None:
    """Load in a worker process what the default engine needs; what fails here is told when it is to speak."""
    from postaloud.speaking import careful, runs  # noqa: F401
    from postaloud.speaking.libespeak import open_library

    with suppress(EngineError):
        open_library()


def list_voices(engine: str = "") -> tuple[Voice, ...]:
    """Return the voices of an engine, or of all engines that work here; raises `EngineError` for an unknown engine."""
    if engine:
        return tuple(_as_voice(engine, voice) for voice in _engine(engine).voices())
    return tuple(voice for name in ENGINES for voice in _voices_if_any(name))


def _engine(name: str) -> Engine:
    if name not in ENGINES:
        raise EngineError(f'There is no engine "{name[:60]}"; the engines are {", ".join(ENGINES)}.')
    return ENGINES[name]


def _voices_if_any(engine: str) -> tuple[Voice, ...]:
    try:
        return list_voices(engine)
    except EngineError:
        return ()


def _as_voice(engine: str, voice: Listed) -> Voice:
    lang = written_tag(voice.languages[0][0]) if voice.languages else ""
    return Voice(engine, voice.name, lang, voice.label)


def _open_espeak(voice: str, lang: str, rate_wpm: int) -> Speaker:
    from postaloud.speaking.espeak import open_espeak

    return open_espeak(voice, lang, rate_wpm)


def _espeak_voices() -> tuple[Listed, ...]:
    from postaloud.speaking.bundled import bundled_variants, bundled_voices

    return bundled_voices() + bundled_variants()


def _open_system(voice: str, lang: str, rate_wpm: int) -> Speaker:
    from postaloud.speaking.system import open_system

    return open_system(voice, lang, rate_wpm)


def _system_voices() -> tuple[Listed, ...]:
    from postaloud.speaking.system import system_voices

    return system_voices()


def _open_silent(_voice: str, _lang: str, rate_wpm: int) -> Speaker:
    """Any voice and language will do: a dry run takes the words of the real one."""
    from postaloud.speaking.silent import SilentSpeaker

    return SilentSpeaker(rate_wpm)


def _silent_voices() -> tuple[Listed, ...]:
    return (Listed("silent", "Says nothing, for as long as a reader would", "silent", ()),)


ENGINES = {
    "espeak": Engine(_open_espeak, _espeak_voices),
    "pyttsx3": Engine(_open_system, _system_voices),
    "silent": Engine(_open_silent, _silent_voices),
}
