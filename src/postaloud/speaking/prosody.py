"""A role in, how the voice shifts for it out. Pure."""

from typing import NamedTuple

from postaloud.errors import UsageError
from postaloud.model.script import Role

SLOWEST_WPM = 80
FASTEST_WPM = 450
FASTEST_SPOKEN_WPM = 449
"""At 450 libespeak-ng changes to another method, which is slower and whose times are wrong."""


class Prosody(NamedTuple):
    """How a role differs from the narrator."""

    rate_percent: int = 100
    pitch_percent: int = 100


ROLES = {
    Role.TITLE: Prosody(rate_percent=92),
    Role.HEADING: Prosody(rate_percent=94),
    Role.ANNOUNCEMENT: Prosody(pitch_percent=97),
    Role.LABEL: Prosody(pitch_percent=105),
    Role.IMAGE: Prosody(pitch_percent=97),
    Role.MEDIA: Prosody(pitch_percent=97),
    Role.QUOTE: Prosody(pitch_percent=92),
    Role.CODE: Prosody(rate_percent=92),
}
"""Roles that are heard to differ; all others speak as the narrator does."""


def prosody_of(role: Role) -> Prosody:
    """Return how a role is spoken."""
    return ROLES.get(role, Prosody())


def rate_for(role: Role, rate_wpm: int) -> int:
    """Return the words a minute for a role, within what engines can do."""
    return min(max(rate_wpm * prosody_of(role).rate_percent // 100, SLOWEST_WPM), FASTEST_SPOKEN_WPM)


def checked_rate(rate_wpm: int) -> int:
    """Return a rate that engines can do; raises `UsageError` for any other."""
    if not SLOWEST_WPM <= rate_wpm <= FASTEST_WPM:
        raise UsageError(
            f"The rate must lie between {SLOWEST_WPM} and {FASTEST_WPM} words a minute, and {rate_wpm} does not."
        )
    return rate_wpm
