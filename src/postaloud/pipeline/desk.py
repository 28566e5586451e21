"""Settings in, what all articles of one run share out: workers, a cache, a lexicon."""

from collections.abc import Callable
from typing import Self

from postaloud import speaking, studio
from postaloud.config import Settings
from postaloud.lexicons import load_lexicons
from postaloud.model.loudness import Loudness
from postaloud.model.recording import Speaker
from postaloud.model.script import Role
from postaloud.pipeline.choosing import choice_of
from postaloud.pipeline.freshness import Digests
from postaloud.workers import Workers, open_workers

Tell = Callable[[str], None]
"""Takes one plain line of progress."""


def quiet(_: str) -> None:
    """Say nothing."""


class Desk:
    """Worker processes and a cache, shared by all articles of one run; to be used in a `with` statement."""

    def __init__(self, settings: Settings, workers: Workers | None = None) -> None:
        """Take workers that another opened and will close, or open some; raises `UsageError` for a lexicon."""
        self.settings = settings
        self.lexicon = load_lexicons(settings.lexicons)
        self.workers = workers or open_workers()
        self._is_owner = workers is None
        self.workers.jobs = settings.jobs or self.workers.jobs
        self.cache: studio.Cache = studio.FolderCache(settings.cache) if settings.cache else studio.NoCache()
        self.ahead = 2 * self.workers.jobs
        self._digests: dict[Settings, Digests] = {}
        self._speakers: dict[tuple[object, ...], Speaker] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self.settings.cache and self.settings.cache_limit_mb:
            studio.trim(self.settings.cache, self.settings.cache_limit_mb * 1_000_000)
        if self._is_owner:
            self.workers.__exit__(*exception)

    def digests_for(self, settings: Settings) -> Digests:
        """Return the hashes of some settings."""
        return self._digests.setdefault(settings, Digests(settings))

    def speaker_for(self, settings: Settings, lang: str) -> Speaker:
        """Return who speaks a language, at the loudness that is wanted; raises `EngineError` where nobody can."""
        wanted = speaking.Wanted(
            settings.voice,
            lang,
            settings.rate_wpm,
            settings.pitch_percent,
            settings.volume_percent,
            settings.library,
        )
        loudness = Loudness(settings.loudness_lufs, choice_of(settings).preset.ceiling_dbtp)
        key = (settings.engine, wanted, settings.cast, loudness)
        if key not in self._speakers:
            roles = {Role(role): voice for role, voice in settings.cast}
            speaker = speaking.open_cast(settings.engine, wanted, roles)
            tuning = studio.Tuning(loudness, lang, settings.volume_percent)
            self._speakers[key] = studio.tuned(speaker, tuning, self.workers, self.cache)
        return self._speakers[key]

    def studio_for(self, speaker: Speaker, settings: Settings) -> studio.Studio:
        """Return what recording with a voice in the formats of the settings needs."""
        choice = choice_of(settings)
        encoders = studio.encoders_of(choice.formats)
        return studio.Studio(speaker, self.workers, self.cache, encoders, self.ahead, choice.preset.rate)
