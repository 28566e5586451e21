"""Many sources in, what became of each out, in order: read, planned and recorded ahead, so that no process waits.

While one article is written down, the parts of the next ones are spoken and those behind them are read. An article
whose source and settings are as they were is not read at all; one whose script is as it was gets a new record only.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import TypeVar

from postaloud import publishing, reading, shelf
from postaloud.config import Settings
from postaloud.errors import EngineError, PostaloudError
from postaloud.model.episode import Episode
from postaloud.model.page import Page
from postaloud.pipeline.desk import Desk, Tell
from postaloud.pipeline.freshness import Memory, digest, is_fresh, origin_of, remember
from postaloud.pipeline.narrating import finish
from postaloud.pipeline.planning import Plan, begin_plan, with_origin
from postaloud.pipeline.recording import Session, begin_recording
from postaloud.pipeline.sources import had
from postaloud.publishing import Made

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done:
    """A source whose episode was made."""

    source: str
    episode: Episode


@dataclass(frozen=True, slots=True)
class Unchanged:
    """A source whose episode is there already."""

    source: str
    made: Made


@dataclass(frozen=True, slots=True)
class Twice:
    """A source that is an article which another source of the same run is too."""

    source: str
    first: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A source of which no episode could be made."""

    source: str
    error: PostaloudError


Outcome = Done | Unchanged | Twice | Failed
Step = Outcome | Callable[[], "Step"]
"""What became of a source, or what is to be done next for it."""


@dataclass(slots=True)
class Archive:
    """What narrating many sources into one folder needs."""

    output: Path
    settings: Settings
    desk: Desk
    tell: Tell
    again: bool = False
    """Whether everything is made again, also what has not changed."""
    memory: Memory = field(init=False)
    taken: dict[str, str] = field(default_factory=dict, init=False)
    """The slugs of this run, and the source that each came from first."""

    def __post_init__(self) -> None:
        """Look at what is there."""
        self.memory = remember(self.output)


def narrate_all(sources: Iterable[reading.Source], archive: Archive) -> Iterator[Outcome]:
    """Yield what became of each source, in order; the folder of the archive is `opened`."""
    jobs = archive.desk.workers.jobs
    begun = _ahead(((name_of(source), _begin(source, archive)) for source in sources), 2 * jobs)
    recorded = _ahead(((name, _next(name, step)) for name, step in begun), jobs + 1)
    for name, step in recorded:
        while callable(step):
            step = _next(name, step)  # noqa: PLW2901 - it is the step's own next
        yield step


def _ahead(items: Iterable[T], count: int) -> Iterator[T]:
    """Yield items in order, with so many begun beyond the one that is yielded."""
    items = iter(items)
    waiting = deque(islice(items, count))
    while waiting:
        waiting.extend(islice(items, 1))
        yield waiting.popleft()


def name_of(source: reading.Source) -> str:
    """Return what sentences and reports call a source."""
    return reading.without_password(source) if isinstance(source, str) else source.name.rstrip(",")


def _next(name: str, step: Step) -> Step:
    if not callable(step):
        return step
    try:
        return step()
    except PostaloudError as error:
        return Failed(name, error)


def _begin(source: reading.Source, archive: Archive) -> Step:
    """Fetch a source, and start reading it where it may have changed."""
    return _next(
        name_of(source), lambda: _begin_page(name_of(source), had(source, archive.settings, archive.tell), archive)
    )


def _begin_page(name: str, page: Page, archive: Archive) -> Step:
    settings, digests = archive.settings, archive.desk.digests_for(archive.settings)
    origin = origin_of(page, settings, digests)
    made = None if archive.again else archive.memory.find(origin.location)
    if made and is_fresh(made, page, origin, digests, _voice_for(made, archive)):
        return _claimed(name, made.slug, archive) or Unchanged(name, made)
    plan = begin_plan(page, archive.output, settings, archive.desk, archive.tell)
    return lambda: _begin_plan(name, with_origin(plan(), origin, digests), archive)


def _voice_for(made: Made, archive: Archive) -> str:
    try:
        return digest(archive.desk.speaker_for(archive.settings, made.lang).fingerprint.encode())
    except EngineError:
        return ""  # it will be said when it is to speak


def _claimed(name: str, slug: str, archive: Archive) -> Twice | None:
    if slug in archive.taken:
        return Twice(name, archive.taken[slug])
    archive.taken[slug] = name
    return None


def _begin_plan(name: str, plan: Plan, archive: Archive) -> Step:
    """Start recording an article, unless it would sound and look as it does."""
    slug = plan.place.identity.slug
    if twice := _claimed(name, slug, archive):
        return twice
    if (made := _made_alike(plan, archive)) is not None:
        return lambda: _kept(name, plan, made, archive)
    shelf.check_writable(archive.output)
    session = begin_recording(plan, archive.desk.studio_for(plan.speaker, archive.settings), archive.settings)
    return lambda: _finish(name, session, archive)


def _made_alike(plan: Plan, archive: Archive) -> Made | None:
    """Return the episode that is there, where all that follows from the plan would be the same again."""
    made = None if archive.again else archive.memory.made(plan.place.identity.slug)
    alike = made and plan.origin and (made.origin.script, made.origin.voice) == (plan.origin.script, plan.origin.voice)
    return made if alike else None


def _kept(name: str, plan: Plan, made: Made, archive: Archive) -> Unchanged:
    """Keep an episode's files and write what it was made from this time into its record."""
    folder = archive.output / made.slug
    origin = replace(plan.origin or made.origin, sizes=made.origin.sizes)
    old = (folder / shelf.RECORD).read_text(encoding="utf-8")
    new = publishing.with_origin(old, origin, plan.coverage)
    if new != old:
        with shelf.writing(folder), shelf.staged(folder) as stage:
            (stage / shelf.RECORD).write_text(new, encoding="utf-8", newline="\n")
    return Unchanged(name, made)


def _finish(name: str, session: Session, archive: Archive) -> Done:
    return Done(name, finish(session, archive.output, archive.tell))
