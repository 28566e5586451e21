"""Keys and typed words in, commands out: two tables, and what is said of them for help."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum

from postaloud.listening.steering import Jump


class Verb(Enum):
    """What a listener can ask for besides jumps."""

    PAUSE = "pause"
    FASTER = "faster"
    SLOWER = "slower"
    SPEED = "speed"
    WHERE = "where"
    TIME = "time"
    CHAPTERS = "chapters"
    SLEEP = "sleep"
    BOOKMARK = "bookmark"
    BOOKMARKS = "bookmarks"
    CHOOSE = "choose"
    """A digit, or a whole number."""
    ENTER = "enter"
    """The number that was typed is whole."""
    NEXT_SOURCE = "next"
    PREVIOUS_SOURCE = "previous"
    HELP = "help"
    QUIT = "quit"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Command:
    """What the listener asks for."""

    verb: Verb | Jump
    value: str = ""
    """What was typed behind the word; for `UNKNOWN` what was typed at all."""


@dataclass(frozen=True, slots=True)
class Row:
    """A command as it is typed and explained; the first key and word are those that help names."""

    verb: Verb | Jump
    keys: tuple[str, ...]
    words: tuple[str, ...]
    meaning: str


ROWS = (
    Row(Verb.PAUSE, ("space",), ("pause", "play", ""), "pause or go on"),
    Row(Jump.NEXT_SENTENCE, ("right",), ("sentence", "forward"), "next sentence"),
    Row(Jump.PREVIOUS_SENTENCE, ("left",), ("back", "sentence back"), "previous sentence"),
    Row(Jump.NEXT_PARAGRAPH, ("down",), ("paragraph",), "next paragraph"),
    Row(Jump.PREVIOUS_PARAGRAPH, ("up",), ("paragraph back",), "previous paragraph"),
    Row(Jump.NEXT_SECTION, ("n", "page down"), ("section",), "next section"),
    Row(Jump.PREVIOUS_SECTION, ("p", "page up"), ("section back",), "previous section"),
    Row(Jump.LEAVE, ("l",), ("leave",), "leave the list or table"),
    Row(Verb.FASTER, ("+", "="), ("faster",), "faster"),
    Row(Verb.SLOWER, ("-", "_"), ("slower",), "slower"),
    Row(Verb.WHERE, ("w",), ("where",), "where am I"),
    Row(Verb.TIME, ("t",), ("time",), "time heard and left"),
    Row(Verb.CHAPTERS, ("c",), ("chapters", "chapter"), "chapters; then type a number"),
    Row(Verb.SLEEP, ("s",), ("sleep",), "sleep timer: 15, 30, 60 minutes, end of section, off"),
    Row(Verb.BOOKMARK, ("b",), ("bookmark",), "set a bookmark here, or take it away"),
    Row(Verb.BOOKMARKS, ("B",), ("bookmarks",), "bookmarks; then type a number"),
    Row(Verb.NEXT_SOURCE, (">", "."), ("next",), "next article"),
    Row(Verb.PREVIOUS_SOURCE, ("<", ","), ("previous",), "previous article"),
    Row(Verb.SPEED, (), ("speed",), "set the speed, 0.5 to 4"),
    Row(Verb.HELP, ("?", "h"), ("help",), "help"),
    Row(Verb.QUIT, ("q",), ("quit", "exit"), "quit, and remember the place"),
)
"""Every command, in the order in which help names them."""

VALUES: Mapping[Verb, str] = {Verb.SPEED: "1.5", Verb.CHAPTERS: "3", Verb.SLEEP: "20", Verb.BOOKMARKS: "2"}
"""Commands that may have a value behind their word, with an example."""
_SEQUENCES = {"A": "up", "B": "down", "C": "right", "D": "left", "5~": "page up", "6~": "page down"}
_ESCAPE = re.compile(r"\x1b[\[O](?P<keys>[0-9;]*(?:[A-Za-z~]))")
_UNFINISHED = re.compile(r"\x1b(?:[\[O][0-9;]*)?$")
_NAMES = {
    " ": "space",
    "\n": "enter",
    "\r": "enter",
    "\x04": "q",
    "\x7f": "backspace",
    "\x08": "backspace",
    "\t": "tab",
    "\x1b": "escape",
}
_SILENT = {"enter", "backspace", "escape", "tab"}
"""Keys that end a number and do nothing else."""
_BY_KEY = {key: row.verb for row in ROWS for key in row.keys}
_BY_WORD = {word: row.verb for row in ROWS for word in (*row.words, *row.keys)}


def keys_in(typed: str) -> tuple[list[str], str]:
    """Return the names of the keys in what a terminal sent, and the beginning of one whose rest has not come yet."""
    keys: list[str] = []
    while typed and not _UNFINISHED.match(typed):
        found = _ESCAPE.match(typed)
        keys.append(_SEQUENCES.get(found["keys"], "unknown") if found else _NAMES.get(typed[0], typed[0]))
        typed = typed[found.end() if found else 1 :]
    return keys, typed


def of_key(key: str) -> Command:
    """Return what a key asks for; a digit chooses, and is joined with others by whoever asked for a number."""
    if key.isdecimal() and key.isascii():
        return Command(Verb.CHOOSE, key)
    if key in _SILENT:
        return Command(Verb.ENTER)
    return Command(_BY_KEY[key]) if key in _BY_KEY else Command(Verb.UNKNOWN, key)


def of_line(line: str) -> Command:
    """Return what a typed line asks for: a word or a key, perhaps with a value, or a number that chooses."""
    words = " ".join(line.split())
    if words.isdecimal() and words.isascii():
        return Command(Verb.CHOOSE, words)
    for text in (words, words.lower()):
        if text in _BY_WORD:
            return Command(_BY_WORD[text])
    word, _, value = words.partition(" ")
    verb = _BY_WORD.get(word.lower() if len(word) > 1 else word)
    return Command(verb, value) if isinstance(verb, Verb) and verb in VALUES else Command(Verb.UNKNOWN, words)


def help_for_keys() -> Iterator[str]:
    """Yield a line for each key."""
    return (f"{row.keys[0]}: {row.meaning}." for row in ROWS if row.keys)


def help_for_words() -> Iterator[str]:
    """Yield a line for each word; the keys are understood as well."""
    for row in ROWS:
        value = VALUES.get(row.verb) if isinstance(row.verb, Verb) else None
        example = f", or for example {row.words[0]} {value}" if value else ""
        yield f"{row.words[0]}{example}: {row.meaning}."
