"""A role in, how the voice shifts for it out. Pure."""

from typing import NamedTuple

from postaloud.errors import UsageError
from postaloud.model.script import Role
from postaloud.speaking.voices import Wanted

SLOWEST_WPM = 80
FASTEST_WPM = 450
LOWEST_PERCENT, HIGHEST_PERCENT = 50, 150
SOFTEST_PERCENT, LOUDEST_PERCENT = 10, 100
"""Voices speak at full scale: louder would clip."""
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


def pitch_for(role: Role, pitch_percent: int) -> int:
    """Return the pitch for a role, in percent of the voice's own."""
    return pitch_percent * prosody_of(role).pitch_percent // 100


def checked(wanted: Wanted) -> Wanted:
    """Return what engines can do as it is; raises `UsageError` for anything else."""
    for name, value, (least, most), unit in (
        ("rate", wanted.rate_wpm, (SLOWEST_WPM, FASTEST_WPM), "words a minute"),
        ("pitch", wanted.pitch_percent, (LOWEST_PERCENT, HIGHEST_PERCENT), "percent"),
        ("volume", wanted.volume_percent, (SOFTEST_PERCENT, LOUDEST_PERCENT), "percent"),
    ):
        if not least <= value <= most:
            raise UsageError(f"The {name} must lie between {least} and {most} {unit}, and {value} does not.")
    return wanted
