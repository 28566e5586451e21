"""A voice's own loudness and a target in, the voice at that loudness out."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from postaloud.model.loudness import Loudness
from postaloud.model.recording import Clip, Speaker
from postaloud.model.script import Utterance
from postaloud.studio.limiter import amplified

VERSION = 1
"""Part of every take's key; changes when the same settings give other samples."""
HEADROOM_DB = 0.2
"""What encoders and the way from samples to a wave may add to a peak; held down, decoded peaks were lower by 0.3."""
ARTICLES_LU = 0.4
"""So much quieter articles are than the passages by which voices are known, in the mean of ten."""
HELD_DOWN = 0.1
"""Of each decibel of gain, the part that holding the peaks down takes off the loudness of speech again."""
INAUDIBLE_LUFS = -60.0
"""A voice below it says nothing, and no gain will help."""


@dataclass(frozen=True, slots=True)
class Levelled:
    """A speaker at the loudness of the recording; only peaks over the ceiling are held down."""

    speaker: Speaker
    gain_db: float
    ceiling_dbfs: float
    """Of samples."""

    @property
    def rate(self) -> int:
        """Samples in a second."""
        return self.speaker.rate

    @property
    def label(self) -> str:
        """Engine and voice for a listener."""
        return self.speaker.label

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        return f"{self.speaker.fingerprint}; level {VERSION}: {self.gain_db:+.2f} dB to {self.ceiling_dbfs:.2f} dBFS"

    @property
    def is_slow(self) -> bool:
        """True where the voice is: the gain costs nothing beside it."""
        return self.speaker.is_slow

    def prepare(self) -> None:
        """Load what speaking needs."""
        self.speaker.prepare()

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak, at the loudness of the recording."""
        return self.level(self.speaker(utterance))

    def level(self, clip: Clip) -> Clip:
        """Return a clip of the voice at the loudness of the recording."""
        return replace(clip, pcm=amplified(clip.pcm, ratio(self.gain_db), ratio(self.ceiling_dbfs)))


def levelled(speaker: Speaker, own_lufs: float, loudness: Loudness) -> Levelled:
    """Return a voice whose own loudness is known at the loudness that is wanted."""
    missing = loudness.target_lufs - own_lufs + ARTICLES_LU if own_lufs > INAUDIBLE_LUFS else 0.0
    gain_db = round(missing + HELD_DOWN * max(missing, 0), 2)
    return Levelled(speaker, gain_db, loudness.ceiling_dbtp - HEADROOM_DB)


def taken_apart(speaker: Speaker) -> tuple[Speaker, Callable[[Clip], Clip]]:
    """Return the voice as it is, and what brings its clips to the loudness of the recording."""
    return (speaker.speaker, speaker.level) if isinstance(speaker, Levelled) else (speaker, lambda clip: clip)


def ratio(decibels: float) -> float:
    """Return the factor that so many decibels are."""
    return 10 ** (decibels / 20)
