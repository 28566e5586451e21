"""An utterance in, its clip out, spoken by a neural Piper voice from files on this disk."""

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from postaloud.errors import EngineError, UsageError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import espeak, espeak_files, installed, prosody, voices
from postaloud.speaking.careful import USUAL_WPM, pace_of, speak_with
from postaloud.speaking.espeak import EspeakSpeaker
from postaloud.speaking.runs import in_runs
from postaloud.speaking.sound import Sound

if TYPE_CHECKING:
    from postaloud.speaking.neural import Model

NAME = "piper"
MANNER = 1
"""Counts the changes of this room that change its sound."""
LONGEST_PIECE = 300
ADVICE = "try: pip install 'postaloud[neural]'"


@dataclass(frozen=True, slots=True)
class PiperSpeaker:
    """A neural voice; what is in a script that its language does not write is spoken by the bundled voice."""

    name: str
    files: installed.Files
    lang: str
    """The voice's own language."""
    wanted: voices.Wanted
    rate: int
    """Samples in a second."""
    speaker: int | None
    """Who of a voice's speakers, or None for its only or first one."""
    digest: str
    """Stands for both files, for the version of piper-tts, and for the library of the bundled voice."""

    @property
    def label(self) -> str:
        """Engine and voice for a listener."""
        return f"{NAME}, {self.name}"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        wanted = self.wanted
        voice = f"{self.digest} {self.speaker} {voices.plain_tag(wanted.lang)}"
        return f"{NAME} {MANNER} {voice} {wanted.rate_wpm} {wanted.volume_percent}"

    @property
    def is_slow(self) -> bool:
        """A neural network works for every sample."""
        return True

    def prepare(self) -> None:
        """Load the voice, after checking that its files are those that were installed."""
        _refuse_changed(self.files)
        self._model()

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak; raises `EngineError` naming the words that have no sound."""
        from postaloud.speaking.neural import Delivery

        model = self._model()
        rate_wpm = prosody.rate_for(utterance.role, self.wanted.rate_wpm)
        delivery = Delivery(100 * USUAL_WPM // rate_wpm, self.wanted.volume_percent, self.speaker)
        guesses: list[bool] = []

        def say(text: str) -> Sound:
            sound, is_guessed = model.speak(text, delivery)
            guesses.append(is_guessed)
            return sound

        def speak(text: str, lang: str) -> Sound:
            if stranger := self._stranger(lang):
                clip = stranger(replace(utterance, said=text, lang=lang))
                return Sound(clip.pcm, clip.words)
            return speak_with(say, text, self.rate, rate_wpm, LONGEST_PIECE)

        pcm, words = in_runs(utterance.said, utterance.lang, speak, pace_of(self.rate, rate_wpm))
        return Clip(pcm, self.rate, words, are_guessed=any(guesses))

    def _stranger(self, lang: str) -> EspeakSpeaker | None:
        """Return the bundled voice for a language that is neither the voice's nor the article's, if it can join in."""
        own = {voices.primary(self.lang), voices.primary(self.wanted.lang)}
        if self.rate != espeak.RATE or voices.primary(lang) in own:
            return None
        try:
            return espeak.open_voice(self.wanted._replace(voice="", lang=lang))
        except EngineError:
            return None

    def _model(self) -> "Model":
        from postaloud.speaking.neural import load

        return load(self.files.onnx, self.files.settings)


def open_voice(wanted: voices.Wanted) -> PiperSpeaker:
    """Return the speaker that is wanted; raises `EngineError` where there is none, `UsageError` for another pitch."""
    if wanted.pitch_percent != 100:
        raise UsageError("The engine piper cannot change the pitch of a voice; leave --pitch out, or use espeak.")
    if wanted.library:
        raise UsageError("The engine piper speaks without libespeak-ng; leave --library out, or use espeak.")
    if find_spec("piper") is None:
        raise EngineError(f"The engine piper is not installed; {ADVICE}")
    name, _, speaker = wanted.voice.partition("#")
    found, files = _chosen(wanted._replace(voice=name))
    manner = _settings_of(files)
    who = _speaker(found.name, speaker, manner)
    label = f"{found.name}#{speaker}" if speaker else found.name
    rate = int(manner["audio"]["sample_rate"])
    return PiperSpeaker(label, files, found.languages[0][0], wanted, rate, who, _digest(files))


def list_voices() -> tuple[voices.Voice, ...]:
    """Return the voices that are installed, and those of the catalogue that can be."""
    folder = installed.voices_folder()
    here = voices.listing(NAME, [listed for listed, _ in installed.installed_voices(folder)])
    names = {voice.name for voice in here}
    offers = [offer.voice for name, offer in installed.known_offers(folder).items() if name not in names]
    there = voices.listing(NAME, offers)
    return (*here, *(voices.Voice(NAME, each.name, each.lang, each.label, is_installed=False) for each in there))


def _chosen(wanted: voices.Wanted) -> tuple[voices.Listed, installed.Files]:
    """Return a voice by its path, by its name, or by the language; never another one than was asked for."""
    if wanted.voice.endswith(".onnx"):
        if not Path(wanted.voice).is_file():
            raise EngineError(f"There is no voice {wanted.voice}; check its path.")
        return installed.voice_on_disk(Path(wanted.voice))
    folder = installed.voices_folder()
    here = dict(installed.installed_voices(folder))
    found = voices.by_name(list(here), wanted.voice) if wanted.voice else voices.for_language(list(here), wanted.lang)
    if found is not None:
        return found, here[found]
    offers = installed.known_offers(folder)
    if wanted.voice in offers or not here:
        raise EngineError(f"The voice is not installed; try: postaloud voices install {wanted.voice or 'NAME'}")
    raise voices.no_voice(wanted.voice, list(here)) if wanted.voice else voices.no_language(wanted.lang, NAME)


def _settings_of(files: installed.Files) -> dict[str, Any]:
    import json

    try:
        settings: dict[str, Any] = json.loads(files.settings.read_text(encoding="utf-8"))
        int(settings["audio"]["sample_rate"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EngineError(f"{files.settings} are no settings of a Piper voice; install it again.") from error
    return settings


def _speaker(voice: str, speaker: str, settings: dict[str, Any]) -> int | None:
    """Return a speaker's number, by number or by name; raises `EngineError` for an unknown one."""
    names: dict[str, int] = settings.get("speaker_id_map") or {}
    if not speaker or speaker in names:
        return names.get(speaker)
    if speaker.isdecimal() and int(speaker) < int(settings.get("num_speakers") or 1):
        return int(speaker)
    known = [voices.Listed(f"{voice}#{name}", f"{voice}#{name}", "", ()) for name in names]
    raise voices.no_voice(f"{voice}#{speaker}", known)


def _digest(files: installed.Files) -> str:
    from importlib.metadata import version

    content = hashlib.sha256((files.sha256 or _content_digest(files)).encode()).hexdigest()[:16]
    return f"{version('piper-tts')} {content} {espeak_files.library_digest(espeak_files.find_home())}"


@cache
def _content_digest(files: installed.Files) -> str:
    return " ".join(_sha256(path) for path in (files.onnx, files.settings))


def _sha256(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(f"Cannot read {path}: {error.strerror}.") from error


def _refuse_changed(files: installed.Files) -> None:
    if files.sha256 and files.sha256 != _content_digest(files):
        raise EngineError(f"{files.onnx.name} has changed since it was installed; install the voice again.")
