"""Settings in, what all articles of one run share out: workers, a cache, a lexicon."""

from collections.abc import Callable
from typing import Self

from postaloud import studio
from postaloud.config import Settings
from postaloud.lexicons import load_lexicons
from postaloud.model.recording import Speaker
from postaloud.pipeline.choosing import Choice
from postaloud.workers import Workers, open_workers

Tell = Callable[[str], None]
"""Takes one plain line of progress."""


def quiet(_: str) -> None:
    """Say nothing."""


class Desk:
    """Worker processes and a cache, shared by all articles of one run; to be used in a `with` statement."""

    def __init__(self, settings: Settings, workers: Workers | None = None) -> None:
        """Take workers that another opened and will close, or open some; raises `UsageError` for a lexicon."""
        self.lexicon = load_lexicons(settings.lexicons)
        self.workers = workers or open_workers()
        self._is_owner = workers is None
        self.workers.jobs = settings.jobs or self.workers.jobs
        self.cache: studio.Cache = studio.FolderCache(settings.cache) if settings.cache else studio.NoCache()
        self.ahead = 2 * self.workers.jobs

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        if self._is_owner:
            self.workers.__exit__(*exception)

    def studio_for(self, speaker: Speaker, choice: Choice) -> studio.Studio:
        """Return what recording with a voice in some formats needs."""
        encoders = studio.encoders_of(choice.formats)
        return studio.Studio(speaker, self.workers, self.cache, encoders, self.ahead, choice.preset.rate)
