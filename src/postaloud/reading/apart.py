"""A page in, its article out, read in a worker process: what a stranger's page does there harms nothing else."""

import pickle

from postaloud.errors import NothingToRead, PostaloudError
from postaloud.model.article import Article
from postaloud.model.page import Page
from postaloud.reading.article import name_of, read_article
from postaloud.workers import Call, Crash, Workers

SECONDS = 60.0
MEGABYTES = 1500


def prepare() -> None:
    """Load in a worker process what every page needs."""
    from postaloud.reading.article import load

    load()


def read_apart(page: Page, workers: Workers, seconds: float = SECONDS) -> Article:
    """Read a page with limits on time and memory; raises `NothingToRead` as `read_article`, and over these limits."""
    try:
        outcome = pickle.loads(workers.submit(Call(_read, (page,), seconds, MEGABYTES)).result())
    except Crash as crash:
        limits = f"{seconds:g} seconds and {MEGABYTES} MB of memory"
        raise NothingToRead(f"{name_of(page)} cannot be read in {limits}; save a simpler version of it.") from crash
    if isinstance(outcome, PostaloudError):
        raise outcome
    return outcome  # type: ignore[no-any-return]  # _read pickles nothing else


def _read(page: Page) -> bytes:
    try:
        return pickle.dumps(read_article(page))
    except PostaloudError as error:
        return pickle.dumps(error)
