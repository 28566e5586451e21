"""A page in, its article out, read in a worker process: what a stranger's page does there harms nothing else."""

import pickle
import sys
from collections.abc import Callable
from typing import Any, TypeVar

from postaloud.errors import NothingToRead, PostaloudError
from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.reading.article import load, read_article
from postaloud.reading.choices import NO_CHOICES, Choices
from postaloud.workers import Call, Crash, Job, Workers

SECONDS = 50.0
"""With what goes before and after, a page takes at most a minute."""
MEGABYTES = 1500
_DEEPEST = 10_000
"""Calls in calls that pickling an article needs whose elements stand 512 deep in each other."""
T = TypeVar("T")


def prepare() -> None:
    """Load in a worker process what every page needs."""
    load()


def begin(
    page: Page, workers: Workers, choices: Choices = NO_CHOICES, seconds: float = SECONDS
) -> Callable[[], Article]:
    """Start reading a page with limits on time and memory, and return what waits for the article.

    Waiting raises `NothingToRead` as `read_article` does, and where the page is over these limits.
    """
    return run(page.name, workers, seconds, read_article, page, choices)


def run(name: str, workers: Workers, seconds: float, read: Callable[..., T], *arguments: object) -> Callable[[], T]:
    """Start a function on what a stranger wrote, called `name` in sentences, and return what waits for its result."""
    job = workers.submit(Call(_answer, (read, arguments), seconds, MEGABYTES))
    return lambda: _result(job, f"{name} cannot be read in {seconds:g} seconds and {MEGABYTES} MB of memory")


def _result(job: Job, over: str) -> Any:  # noqa: ANN401 - what the function that was called returns
    try:
        outcome = pickle.loads(job.result())
    except Crash as crash:
        raise NothingToRead(f"{over}; save a simpler version of it.") from crash
    if isinstance(outcome, PostaloudError):
        raise outcome
    return outcome


def _answer(read: Callable[..., object], arguments: tuple[object, ...]) -> bytes:
    sys.setrecursionlimit(_DEEPEST)
    try:
        return pickle.dumps(read(*arguments))
    except PostaloudError as error:
        return pickle.dumps(error)
