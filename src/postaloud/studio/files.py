"""What every kind of sound file promises, so that takes can be written into it as they come."""

from collections.abc import Sequence
from contextlib import ExitStack
from typing import BinaryIO, NamedTuple, Protocol

from postaloud.model.recording import Chapter, Take
from postaloud.studio.encoders import Encoder
from postaloud.studio.tags import Tags


class About(NamedTuple):
    """What is known of a file before its first sound."""

    tags: Tags
    chapters: Sequence[Chapter]
    """All that will come; their times are not known yet."""
    rate: int
    """Samples a second of the timeline."""
    encoder: Encoder
    silence: Take
    """Silent packets for the file's ends."""
    stack: ExitStack
    """Closes what a file needs besides itself."""
    phase: int = 0
    """Samples from the start of the first packet's frame to the first sample of the file."""


class SoundFile(Protocol):
    """A file that is being written; it holds no more of the sound than a second."""

    def add(self, take: Take) -> None:
        """Write a take behind the ones before."""
        ...

    def close(self, chapters: Sequence[Chapter]) -> None:
        """Complete the file, now that its chapters' times and its length are known."""
        ...


class Opener(Protocol):
    """What begins a file of one kind."""

    def __call__(self, file: BinaryIO, about: About) -> SoundFile:
        """Keep space at the start of an empty file for what will be known at its end."""
        ...
