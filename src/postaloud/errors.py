"""The error family: each error is one sentence for a listener and carries the exit code of the command line.

PostaloudError
├── UsageError      2   an option, a configuration or a lexicon is wrong
├── NothingToRead   4   the source was had, but there is nothing to read in it
├── SourceError     5   the source cannot be had
├── EngineError     6   an engine, a voice, a player or a sound device cannot be had
└── OutputError     7   the output cannot be written
"""

from typing import ClassVar


class PostaloudError(Exception):
    """One sentence that names the thing that failed and what to try."""

    exit_code: ClassVar[int] = 1


class UsageError(PostaloudError):
    """An option, a configuration or a lexicon is wrong."""

    exit_code = 2


class NothingToRead(PostaloudError):  # noqa: N818 - the name says what happened; it is the field's own word
    """The source was had, but there is nothing to read in it: empty, binary or over a limit."""

    exit_code = 4


class SourceError(PostaloudError):
    """The source cannot be had."""

    exit_code = 5


class EngineError(PostaloudError):
    """An engine, a voice, a player or a sound device cannot be had."""

    exit_code = 6


class OutputError(PostaloudError):
    """The output cannot be written."""

    exit_code = 7
