"""What can happen while somebody listens; every thread posts these, and one loop takes them in turn."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from postaloud.errors import PostaloudError
from postaloud.listening.commands import Command


@dataclass(frozen=True, slots=True)
class Typed:
    """The listener asks for something."""

    command: Command


@dataclass(frozen=True, slots=True)
class Began:
    """A file has begun to sound."""

    path: Path


@dataclass(frozen=True, slots=True)
class Ended:
    """A file has sounded to its end, and nothing follows."""

    path: Path


@dataclass(frozen=True, slots=True)
class Made:
    """A part has been recorded."""

    part: int


@dataclass(frozen=True, slots=True)
class Broke:
    """The player or the maker cannot go on."""

    error: PostaloudError


@dataclass(frozen=True, slots=True)
class Gone:
    """No commands will come any more."""

    is_terminal: bool
    """Whether the terminal itself is gone, and not only the end of the words that were piped in."""


@dataclass(frozen=True, slots=True)
class Suspended:
    """The listener has stopped the program for a while (Ctrl-Z)."""


@dataclass(frozen=True, slots=True)
class Continued:
    """The program goes on after it was stopped."""


Event = Typed | Began | Ended | Made | Broke | Gone | Suspended | Continued
Post = Callable[[Event], None]
"""Takes what has happened, from any thread."""
