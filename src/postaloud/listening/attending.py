"""An article that is played in, deeds and plain lines out; only what the listener cannot hear is said."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from postaloud.listening import wording
from postaloud.listening.choosing import Choosing, refusal
from postaloud.listening.commands import help_for_keys, help_for_words
from postaloud.listening.course import Sentence
from postaloud.listening.deck import Deck
from postaloud.listening.memory import FASTEST, SLOWEST, Memory, spot_of, toggled
from postaloud.listening.player import Player
from postaloud.listening.sleep import OFF, SleepTimer, next_sleep, sleep_from
from postaloud.listening.steering import Jump, landing


class Outcome(Enum):
    """Why an article is not played any longer."""

    ENDED = "ended"
    QUIT = "quit"
    NEXT = "next"
    PREVIOUS = "previous"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Manners:
    """How an article is presented."""

    say: Callable[[str], None]
    """Prints a line."""
    follows: bool = False
    """Whether what is spoken is printed too."""
    has_keys: bool = True
    """Whether commands are single keys."""
    has_next: bool = False
    """Whether another article follows."""
    has_previous: bool = False


class Attendant:
    """Who waits on the listener of one article."""

    def __init__(self, deck: Deck, player: Player, manners: Manners, memory: Memory) -> None:
        self.deck = deck
        self.manners = manners
        self.say = manners.say
        self.memory = memory
        self.choosing = Choosing()
        self._player = player
        self._timer = SleepTimer()
        self._followed = -1

    @property
    def rate_percent(self) -> int:
        """The speed."""
        return self.memory.rate_percent or 100

    @property
    def sentence(self) -> Sentence:
        """What is heard now."""
        return self.deck.course.sentences[self.deck.here().sentence]

    def greet(self, title: str) -> None:
        """Say what will be heard, and from where on."""
        self.say(wording.opening(title, self.deck.course, self.deck.clock()))
        if self.memory.place and self.memory.place.sentence:
            section = self.deck.course.sentences[self.memory.place.sentence].section
            self.say(f"Going on where you stopped: {wording.section_name(self.deck.course, section)}.")
        if self.manners.has_keys:
            self.say("Keys: ? tells them, q quits.")

    def begin(self) -> None:
        """Play from the remembered place on."""
        self._player.pause(paused=False)
        self._player.set_rate(self.rate_percent)
        self.deck.go(self.memory.place.sentence if self.memory.place else 0)

    def bid_farewell(self, outcome: Outcome) -> None:
        """Say why nothing is heard any more."""
        if outcome is Outcome.ENDED:
            self.say("The end.")
        elif outcome is Outcome.QUIT:
            self.say(f"Stopped, and remembered: {self.where()}")

    def tick(self) -> None:
        """Do what is due by itself: print what is spoken, and fall asleep."""
        if self.deck.is_paused or self.deck.is_waiting:
            return
        number = self.deck.here().sentence
        sentence = self.deck.course.sentences[number]
        if self._timer.is_due(sentence.section, time.monotonic()):
            self._fall_asleep(sentence.section)
        elif self.manners.follows:
            self._follow(number)

    def remember(self) -> Memory:
        """Return the memory with the place where the listener is."""
        self.memory = replace(self.memory, place=spot_of(self.deck.course, self.deck.here().sentence))
        return self.memory

    def forget_place(self) -> Memory:
        """Return the memory of an article that was heard to its end."""
        self.memory = replace(self.memory, place=None)
        return self.memory

    def suspend(self, stop: Callable[[], None]) -> None:
        """Hold the sound while the program is stopped, and after."""
        self.deck.pause(paused=True)
        stop()
        self.say("Paused. Space goes on.")

    def pause(self) -> None:
        """Hold the sound, or let it go on."""
        self.deck.pause(paused=not self.deck.is_paused)
        self.say("Paused." if self.deck.is_paused else "Playing.")

    def where(self) -> str:
        """Return where the listener is."""
        return wording.where(self.deck.course, self.sentence, self.deck.clock())

    def time(self) -> str:
        """Return how much was heard and how much is left."""
        return wording.time(self.deck.clock(), self.rate_percent)

    def jump(self, jump: Jump) -> None:
        """Go where the article's structure leads, or say why it leads nowhere."""
        here = self.deck.here()
        sentence = landing(self.deck.course, here, jump)
        if sentence is not None:
            self.go(sentence)
        elif jump is Jump.LEAVE and not self.sentence.places:
            self.say("No list or table here.")
        else:
            self.say(wording.NOWHERE[jump])

    def go(self, sentence: int) -> None:
        """Go on playing elsewhere; a sleep at the end of the section then means the new one."""
        self._timer.section = self.deck.course.sentences[sentence].section
        self._followed = -1
        self.deck.go(sentence)
        if self.deck.is_paused:
            self.deck.pause(paused=False)

    def set_rate(self, percent: int) -> None:
        """Play faster or slower, as far as that can be understood."""
        percent = min(max(percent, SLOWEST), FASTEST)
        is_end = percent == self.rate_percent and percent in (SLOWEST, FASTEST)
        self.memory = replace(self.memory, rate_percent=percent)
        self._player.set_rate(percent)
        self.say(f"Speed {wording.speed(percent)}{', no further' if is_end else ''}.")

    def speed(self, typed: str) -> None:
        """Play at the speed that was typed."""
        percent = wording.percent_of(typed)
        if percent is not None and SLOWEST <= percent <= FASTEST:
            self.set_rate(percent)
            return
        now = "" if typed else f"Speed {wording.speed(self.rate_percent)}. "
        self.say(f"{now}Type speed and a number from {wording.speed(SLOWEST)} to {wording.speed(FASTEST)}.")

    def chapters(self, typed: str) -> None:
        """Read the chapters out, or go to the one that was typed."""
        course = self.deck.course
        rows = {wording.label_of(course, number): each.first for number, each in enumerate(course.sections)}
        times = [self.deck.time_of(first) for first in rows.values()]
        self._offer(rows, list(wording.chapters(course, self.sentence, times)), typed)

    def bookmarks(self, typed: str) -> None:
        """Read the bookmarks out, or go to the one that was typed."""
        rows = {number: spot.sentence for number, spot in enumerate(self.memory.bookmarks, 1)}
        lines = [wording.bookmark(self.deck.course, *row) for row in rows.items()]
        self._offer(rows, lines or ["No bookmarks yet: b sets one."], typed)

    def bookmark(self) -> None:
        """Set a bookmark here, or take the one that is here away."""
        spot = spot_of(self.deck.course, self.deck.here().sentence)
        had = len(self.memory.bookmarks)
        self.memory = toggled(self.memory, spot)
        if len(self.memory.bookmarks) < had:
            self.say("Bookmark taken away.")
            return
        number = self.memory.bookmarks.index(spot) + 1
        self.say(f"Bookmark {wording.bookmark(self.deck.course, number, spot.sentence)}")

    def choose(self, digits: str) -> None:
        """Go to what a number chooses, once it is whole."""
        if not self.choosing.rows:
            self.say("c lists chapters and B bookmarks; then a number chooses one.")
        elif self.choosing.add(digits) or not self.manners.has_keys:
            self.enter()

    def enter(self) -> None:
        """Take the number that was typed for whole."""
        if typed := self.choosing.taken():
            self._choose_from(self.choosing.rows, typed)

    def sleep(self, typed: str) -> None:
        """Set the sleep timer, or set it to what comes next."""
        sleep = sleep_from(typed) if typed else next_sleep(self._timer.sleep)
        if sleep is None:
            self.say("Type sleep and minutes, sleep section, or sleep off.")
            return
        self._timer.set(sleep, self.sentence.section, time.monotonic())
        self.say(sleep.told)

    def help(self) -> None:
        """Explain every command."""
        for line in help_for_keys() if self.manners.has_keys else help_for_words():
            self.say(line)

    def unknown(self, typed: str) -> None:
        """Say that a command is none."""
        what, how = ("key", "? tells the keys") if self.manners.has_keys else ("command", "help tells the commands")
        self.say(f"No {what} {typed}: {how}.")

    def _offer(self, rows: Mapping[int, int], lines: list[str], typed: str) -> None:
        if typed:
            self._choose_from(rows, typed)
            return
        for line in lines:
            self.say(line)
        self.choosing = Choosing(rows)

    def _choose_from(self, rows: Mapping[int, int], typed: str) -> None:
        sentence = rows.get(int(typed)) if typed.isdecimal() else None
        if sentence is None:
            self.say(refusal(rows, typed))
        else:
            self.go(sentence)

    def _follow(self, number: int) -> None:
        """Print the sentences that have begun since the last time, of which there may be several short ones."""
        first = number if self._followed < 0 else self._followed + 1
        for sentence in self.deck.course.sentences[first : number + 1]:
            self.say(sentence.shown)
        self._followed = max(self._followed, number)

    def _fall_asleep(self, section: int) -> None:
        at_end = self._timer.sleep.at_section_end
        self._timer.sleep = OFF
        self.deck.pause(paused=True)
        if at_end:
            self.deck.go(self.deck.course.sections[section].first)
        self.say("Asleep: paused. " + ("Space goes on." if self.manners.has_keys else "Type play to go on."))
