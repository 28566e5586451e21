"""A page in, its article out, read in a worker process: what a stranger's page does there harms nothing else."""

import pickle
from collections.abc import Callable

from postaloud.errors import NothingToRead, PostaloudError
from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.reading.article import load, name_of, read_article
from postaloud.reading.choices import NO_CHOICES, Choices
from postaloud.workers import Call, Crash, Job, Workers

SECONDS = 60.0
MEGABYTES = 1500


def prepare() -> None:
    """Load in a worker process what every page needs."""
    load()


def begin(
    page: Page, workers: Workers, choices: Choices = NO_CHOICES, seconds: float = SECONDS
) -> Callable[[], Article]:
    """Start reading a page with limits on time and memory, and return what waits for the article.

    Waiting raises `NothingToRead` as `read_article` does, and where the page is over these limits.
    """
    job = workers.submit(Call(_read, (page, choices), seconds, MEGABYTES))
    return lambda: _article(job, f"{name_of(page)} cannot be read in {seconds:g} seconds and {MEGABYTES} MB of memory")


def _article(job: Job, over: str) -> Article:
    try:
        outcome = pickle.loads(job.result())
    except Crash as crash:
        raise NothingToRead(f"{over}; save a simpler version of it.") from crash
    if isinstance(outcome, PostaloudError):
        raise outcome
    return outcome  # type: ignore[no-any-return]  # _read pickles nothing else


def _read(page: Page, choices: Choices) -> bytes:
    try:
        return pickle.dumps(read_article(page, choices))
    except PostaloudError as error:
        return pickle.dumps(error)
