"""A command in, its deed done: the table of what each verb asks of the attendant."""

from collections.abc import Callable, Mapping

from postaloud.listening.attending import Attendant, Outcome
from postaloud.listening.commands import Command, Verb
from postaloud.listening.memory import STEP
from postaloud.listening.steering import Jump

DEEDS: Mapping[Verb, Callable[[Attendant, str], None]] = {
    Verb.PAUSE: lambda attendant, _: attendant.pause(),
    Verb.FASTER: lambda attendant, _: attendant.set_rate(attendant.rate_percent + STEP),
    Verb.SLOWER: lambda attendant, _: attendant.set_rate(attendant.rate_percent - STEP),
    Verb.SPEED: Attendant.speed,
    Verb.WHERE: lambda attendant, _: attendant.say(attendant.where()),
    Verb.TIME: lambda attendant, _: attendant.say(attendant.time()),
    Verb.CHAPTERS: Attendant.chapters,
    Verb.SLEEP: Attendant.sleep,
    Verb.BOOKMARK: lambda attendant, _: attendant.bookmark(),
    Verb.BOOKMARKS: Attendant.bookmarks,
    Verb.CHOOSE: Attendant.choose,
    Verb.ENTER: lambda attendant, _: attendant.enter(),
    Verb.HELP: lambda attendant, _: attendant.help(),
    Verb.UNKNOWN: Attendant.unknown,
}


def obey(attendant: Attendant, command: Command) -> Outcome | None:
    """Do what is asked for; returns an outcome where the article is to be left."""
    if command.verb not in (Verb.CHOOSE, Verb.ENTER):
        attendant.choosing.taken()
    match command.verb:
        case Jump():
            attendant.jump(command.verb)
        case Verb.QUIT:
            return Outcome.QUIT
        case Verb.NEXT_SOURCE if attendant.manners.has_next:
            return Outcome.NEXT
        case Verb.NEXT_SOURCE:
            attendant.say("This is the last article.")
        case Verb.PREVIOUS_SOURCE if attendant.manners.has_previous:
            return Outcome.PREVIOUS
        case Verb.PREVIOUS_SOURCE:
            attendant.say("This is the first article.")
        case _:
            DEEDS[command.verb](attendant, command.value)
    return None
