"""The studio: a script and a voice come in, takes and sound files go out."""

from postaloud.studio.cache import Cache, FolderCache, NoCache
from postaloud.studio.calibrating import Tuning, tuned
from postaloud.studio.formats import Format, encoders_of, formats_of
from postaloud.studio.jingles import record_jingle
from postaloud.studio.keeping import clean, kept_files, trim
from postaloud.studio.master import Order, Written, master
from postaloud.studio.record import Recorded, Studio, record, warm_up, warm_up_more
from postaloud.studio.sampling import record_sample
from postaloud.studio.single import SINGLE, to_file
from postaloud.studio.tags import Tags

__all__ = [
    "SINGLE",
    "Cache",
    "FolderCache",
    "Format",
    "NoCache",
    "Order",
    "Recorded",
    "Studio",
    "Tags",
    "Tuning",
    "Written",
    "clean",
    "encoders_of",
    "formats_of",
    "kept_files",
    "master",
    "record",
    "record_jingle",
    "record_sample",
    "to_file",
    "trim",
    "tuned",
    "warm_up",
    "warm_up_more",
]
