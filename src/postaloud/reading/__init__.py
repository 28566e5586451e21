"""A location goes in, an article comes out."""

from postaloud.reading.apart import begin, prepare
from postaloud.reading.article import read_article
from postaloud.reading.fetching import fetch, find_sources
from postaloud.reading.outlining import language_line, list_outline, outline_of

__all__ = [
    "begin",
    "fetch",
    "find_sources",
    "language_line",
    "list_outline",
    "outline_of",
    "prepare",
    "read_article",
]
