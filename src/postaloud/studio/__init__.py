"""The studio: a script and a voice come in, takes and sound files go out."""

from postaloud.studio.cache import Cache, FolderCache, NoCache
from postaloud.studio.calibrating import Tuning, tuned
from postaloud.studio.id3 import Tags
from postaloud.studio.jingles import record_jingle
from postaloud.studio.keeping import clean, kept_files, trim
from postaloud.studio.master import master
from postaloud.studio.record import Studio, record, warm_up
from postaloud.studio.sampling import record_sample
from postaloud.studio.single import to_file

__all__ = [
    "Cache",
    "FolderCache",
    "NoCache",
    "Studio",
    "Tags",
    "Tuning",
    "clean",
    "kept_files",
    "master",
    "record",
    "record_jingle",
    "record_sample",
    "to_file",
    "trim",
    "tuned",
    "warm_up",
]
