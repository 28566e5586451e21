"""A location goes in, an article comes out."""

from postaloud.reading.apart import begin, prepare
from postaloud.reading.article import read_article
from postaloud.reading.choices import Choices, check_choices
from postaloud.reading.fetching import fetch, find_sources
from postaloud.reading.outlining import language_line, list_outline, list_skipped, outline_of, skipped_of

__all__ = [
    "Choices",
    "begin",
    "check_choices",
    "fetch",
    "find_sources",
    "language_line",
    "list_outline",
    "list_skipped",
    "outline_of",
    "prepare",
    "read_article",
    "skipped_of",
]
