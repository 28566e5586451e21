"""The studio: a script and a voice come in, takes and sound files go out."""

from postaloud.studio.cache import Cache, FolderCache, NoCache
from postaloud.studio.calls import Call, Crash
from postaloud.studio.id3 import Tags
from postaloud.studio.master import master
from postaloud.studio.record import Studio, record, warm_up
from postaloud.studio.sampling import record_sample
from postaloud.studio.workers import Job, Workers, open_workers

__all__ = [
    "Cache",
    "Call",
    "Crash",
    "FolderCache",
    "Job",
    "NoCache",
    "Studio",
    "Tags",
    "Workers",
    "master",
    "open_workers",
    "record",
    "record_sample",
    "warm_up",
]
