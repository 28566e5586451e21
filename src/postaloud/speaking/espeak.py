"""An utterance in, its clip out, spoken by libespeak-ng."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import espeak_files, espeak_loudness, prosody, voices

if TYPE_CHECKING:
    from postaloud.speaking.sound import Sound

NAME = "espeak"
RATE = 22050
MANNER = 2
"""Counts the changes of this room that change its sound, for those who keep recordings."""


@dataclass(frozen=True, slots=True)
class EspeakSpeaker:
    """A voice of libespeak-ng; the same utterances give the same bytes in every fresh fork of a prepared process."""

    name: str
    """As it is listed."""
    voice: str
    """Its place in the data folder, with a variant after a `+`."""
    wanted: voices.Wanted
    digest: str
    """Stands for the library and its data."""

    @property
    def rate(self) -> int:
        """Samples in a second."""
        return RATE

    @property
    def label(self) -> str:
        """Engine and voice for a listener."""
        return f"{NAME}, {self.name}"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        wanted = self.wanted
        shifts = [f"pitch {wanted.pitch_percent}"] if wanted.pitch_percent != 100 else []
        shifts += [f"volume {wanted.volume_percent}"] if wanted.volume_percent != 100 else []
        voice = f"{self.voice} {voices.plain_tag(wanted.lang)} {wanted.rate_wpm}"
        return " ".join([NAME, str(MANNER), self.digest, voice, *shifts])

    @property
    def loudness_lufs(self) -> float | None:
        """How loud it speaks, or None where that has to be measured; the volume that is wanted is no part of it."""
        if self.wanted.library:
            return None
        return espeak_loudness.loudness_of(self.name, self.wanted.rate_wpm, self.wanted.pitch_percent)

    @property
    def is_slow(self) -> bool:
        """It speaks a thousand times as fast as it is listened to."""
        return False

    def prepare(self) -> None:
        """Load the library with the voice and its dictionary, without speaking."""
        from postaloud.speaking import careful, phonemes  # noqa: F401 - loaded here, once, for all calls
        from postaloud.speaking.libespeak import open_library

        espeak_files.voices_of(self._home())
        open_library(self.wanted.library).choose(self.voice)

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak, each run in the voice that reads its script; raises `EngineError` naming words that have no sound."""
        from postaloud.speaking.careful import pace_of, speak_with
        from postaloud.speaking.libespeak import open_library
        from postaloud.speaking.phonemes import in_stretches
        from postaloud.speaking.sound import trimmed

        library = open_library(self.wanted.library)
        rate_wpm = prosody.rate_for(utterance.role, self.wanted.rate_wpm)
        pitch_percent = prosody.pitch_for(utterance.role, self.wanted.pitch_percent)

        def speak(text: str, lang: str) -> "Sound":
            library.choose(self._voice_for(lang))
            library.adjust(rate_wpm, pitch_percent, self.wanted.volume_percent)
            return speak_with(library.speak, text, RATE, rate_wpm)

        def pronounce(mnemonics: str) -> "Sound":
            library.choose(self._voice_for(utterance.lang))
            library.adjust(rate_wpm, pitch_percent, self.wanted.volume_percent)
            return trimmed(library.speak_phonemes(mnemonics))

        pcm, words = in_stretches(utterance, speak, pronounce, pace_of(RATE, rate_wpm))
        return Clip(pcm, RATE, words)

    def _voice_for(self, lang: str) -> str:
        """Return the speaker's voice, or for a language of another name the best voice for it with the same variant."""
        if voices.primary(lang) == voices.primary(self.wanted.lang):
            return self.voice
        found = voices.for_language(espeak_files.voices_of(self._home()), lang)
        _, plus, variant = self.voice.partition("+")
        return found.file + plus + variant if found else self.voice

    def _home(self) -> espeak_files.Home:
        return espeak_files.find_home(self.wanted.library)


def open_voice(wanted: voices.Wanted) -> EspeakSpeaker:
    """Return the speaker that is wanted; raises `EngineError` where there is none."""
    home = espeak_files.find_home(wanted.library)
    chosen = _chosen(wanted, home)
    return EspeakSpeaker(chosen.name, chosen.file, wanted, espeak_files.library_digest(home))


def list_voices() -> tuple[voices.Voice, ...]:
    """Return the bundled voices, and the variants that can be added to each."""
    home = espeak_files.find_home()
    return voices.listing(NAME, espeak_files.voices_of(home) + espeak_files.variants_of(home))


def _chosen(wanted: voices.Wanted, home: espeak_files.Home) -> voices.Listed:
    listed = espeak_files.voices_of(home)
    name, plus, variant = wanted.voice.partition("+")
    found = voices.by_name(listed, name) if name else voices.for_language(listed, wanted.lang)
    if found is None:
        raise voices.no_voice(wanted.voice, listed) if name else voices.no_language(wanted.lang, NAME)
    if not plus:
        return found
    variants = espeak_files.variants_of(home)
    dress = voices.by_name(variants, plus + variant)
    if dress is None:
        raise voices.no_voice(wanted.voice, _dressed(found.name, variants))
    return found._replace(name=found.name + dress.name, file=found.file + dress.file)


def _dressed(name: str, variants: Sequence[voices.Listed]) -> list[voices.Listed]:
    return [variant._replace(name=name + variant.name) for variant in variants]
