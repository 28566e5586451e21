"""An utterance in, its clip out, spoken by libespeak-ng."""

from collections.abc import Sequence
from dataclasses import dataclass

from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import bundled, prosody, voices
from postaloud.speaking.sound import Sound

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
    lang: str
    rate_wpm: int
    digest: str
    """Stands for the library and its data."""

    @property
    def rate(self) -> int:
        """Samples in a second."""
        return RATE

    @property
    def label(self) -> str:
        """Engine and voice for a listener."""
        return f"espeak, {self.name}"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        return f"espeak {MANNER} {self.digest} {self.voice} {voices.plain_tag(self.lang)} {self.rate_wpm}"

    def prepare(self) -> None:
        """Load the library with the voice and its dictionary, without speaking."""
        from postaloud.speaking import careful, runs  # noqa: F401 - loaded here, once, for all calls
        from postaloud.speaking.libespeak import open_library

        bundled.bundled_voices()
        open_library().choose(self.voice)

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak, each run in the voice that reads its script; raises `EngineError` naming words that have no sound."""
        from postaloud.speaking.careful import pace_of, speak_with
        from postaloud.speaking.libespeak import open_library
        from postaloud.speaking.runs import in_runs

        library = open_library()
        rate_wpm = prosody.rate_for(utterance.role, self.rate_wpm)
        pitch_percent = prosody.prosody_of(utterance.role).pitch_percent

        def speak(text: str, lang: str) -> Sound:
            library.choose(self._voice_for(lang))
            library.adjust(rate_wpm, pitch_percent)
            return speak_with(library.speak, text, RATE, rate_wpm)

        pcm, words = in_runs(utterance.said, utterance.lang, speak, pace_of(RATE, rate_wpm))
        return Clip(pcm, RATE, words)

    def _voice_for(self, lang: str) -> str:
        """Return the speaker's voice, or for a language of another name the best voice for it with the same variant."""
        if voices.primary(lang) == voices.primary(self.lang):
            return self.voice
        found = voices.for_language(bundled.bundled_voices(), lang)
        _, plus, variant = self.voice.partition("+")
        return found.file + plus + variant if found else self.voice


def open_espeak(voice: str, lang: str, rate_wpm: int) -> EspeakSpeaker:
    """Return the speaker for a voice or, where it is "", for a language; raises `EngineError` where there is none."""
    chosen = _chosen(voice, lang)
    return EspeakSpeaker(chosen.name, chosen.file, lang, rate_wpm, bundled.library_digest())


def _chosen(voice: str, lang: str) -> voices.Listed:
    listed = bundled.bundled_voices()
    name, plus, variant = voice.partition("+")
    found = voices.by_name(listed, name) if name else voices.for_language(listed, lang)
    if found is None:
        raise voices.no_voice(voice, listed) if name else voices.no_language(lang, "espeak")
    if not plus:
        return found
    dress = voices.by_name(bundled.bundled_variants(), plus + variant)
    if dress is None:
        raise voices.no_voice(voice, _dressed(found.name, bundled.bundled_variants()))
    return found._replace(name=found.name + dress.name, file=found.file + dress.file)


def _dressed(name: str, variants: Sequence[voices.Listed]) -> list[voices.Listed]:
    return [variant._replace(name=name + variant.name) for variant in variants]
