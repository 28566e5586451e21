"""A sleep timer: what it can be set to, and when it is over."""

from dataclasses import dataclass

from postaloud.listening.wording import counted

LONGEST_MINUTES = 24 * 60


@dataclass(frozen=True, slots=True)
class Sleep:
    """When to stop by itself: after some minutes, at the end of the section, or not at all."""

    minutes: int = 0
    at_section_end: bool = False

    @property
    def told(self) -> str:
        """What is said of it."""
        if self.at_section_end:
            return "Sleep at the end of this section."
        return f"Sleep in {counted(self.minutes, 'minute')}." if self.minutes else "Sleep timer off."


OFF = Sleep()
CYCLE = (OFF, Sleep(15), Sleep(30), Sleep(60), Sleep(at_section_end=True))
"""What one key goes through."""


def next_sleep(sleep: Sleep) -> Sleep:
    """Return what the key sets next."""
    return CYCLE[(CYCLE.index(sleep) + 1) % len(CYCLE)] if sleep in CYCLE else OFF


def sleep_from(typed: str) -> Sleep | None:
    """Return what is meant by "20", "section" or "off", or None."""
    if typed in ("section", "end"):
        return Sleep(at_section_end=True)
    if typed in ("off", "0"):
        return OFF
    minutes = int(typed) if typed.isdecimal() and len(typed) <= 4 else 0
    return Sleep(minutes) if 0 < minutes <= LONGEST_MINUTES else None


@dataclass(slots=True)
class SleepTimer:
    """A timer that was set, counting from then; moments are seconds of any clock that does not jump."""

    sleep: Sleep = OFF
    since: float = 0.0
    section: int = 0
    """The one at whose end to sleep."""

    def set(self, sleep: Sleep, section: int, now: float) -> None:
        """Begin to count."""
        self.sleep, self.section, self.since = sleep, section, now

    def is_due(self, section: int, now: float) -> bool:
        """Tell whether it is time to sleep, in this section."""
        if self.sleep.at_section_end:
            return section != self.section
        return bool(self.sleep.minutes) and now >= self.since + 60 * self.sleep.minutes
