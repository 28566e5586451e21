"""What the listener chose in, one frozen value out: how much is announced, how fast it is spoken."""

from dataclasses import dataclass
from enum import StrEnum

from postaloud.model.lexicon import EMPTY, Lexicon


class Verbosity(StrEnum):
    """How much of the page's structure is put into words."""

    PLAIN = "plain"
    GUIDED = "guided"
    FULL = "full"


class Earcons(StrEnum):
    """Whether short sounds accompany the announcements; they never replace one."""

    ON = "on"
    OFF = "off"


@dataclass(frozen=True, slots=True)
class Manner:
    """How a script is written."""

    verbosity: Verbosity = Verbosity.GUIDED
    rate_wpm: int = 175
    """Words a minute; only the announced length depends on it."""
    earcons: Earcons = Earcons.ON
    lexicon: Lexicon = EMPTY
    """How the listener or the author wants words said."""
