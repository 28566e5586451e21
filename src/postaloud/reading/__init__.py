"""A location goes in, an article comes out."""

from postaloud.reading.apart import begin, prepare
from postaloud.reading.article import read_article
from postaloud.reading.choices import Choices, check_choices
from postaloud.reading.fetching import Source, fetch, find_sources, is_address, without_password
from postaloud.reading.globs import expand
from postaloud.reading.outlining import language_line, list_outline, list_skipped, outline_of, skipped_of
from postaloud.reading.web import Web

__all__ = [
    "Choices",
    "Source",
    "Web",
    "begin",
    "check_choices",
    "expand",
    "fetch",
    "find_sources",
    "is_address",
    "language_line",
    "list_outline",
    "list_skipped",
    "outline_of",
    "prepare",
    "read_article",
    "skipped_of",
    "without_password",
]
