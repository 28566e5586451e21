import pytest

from postaloud.listening.commands import (
    ROWS,
    Command,
    Verb,
    help_for_keys,
    help_for_words,
    keys_in,
    of_key,
    of_line,
)
from postaloud.listening.steering import Jump


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("n", ["n"]),
        (" \n", ["space", "enter"]),
        ("\x1b[C\x1b[D\x1b[A\x1b[B", ["right", "left", "up", "down"]),
        ("\x1bOC", ["right"]),
        ("\x1b[5~\x1b[6~", ["page up", "page down"]),
        ("\x1b[1;5C", ["unknown"]),
        ("\x04", ["q"]),
        ("é", ["é"]),
    ],
)
def test_what_a_terminal_sends_is_keys(typed: str, keys: list[str]) -> None:
    assert keys_in(typed) == (keys, "")


@pytest.mark.parametrize("begun", ["\x1b", "\x1b[", "\x1bO", "\x1b[1;"])
def test_the_beginning_of_a_key_waits_for_its_rest(begun: str) -> None:
    assert keys_in(f"n{begun}") == (["n"], begun)


@pytest.mark.parametrize(
    ("key", "command"),
    [
        ("space", Command(Verb.PAUSE)),
        ("right", Command(Jump.NEXT_SENTENCE)),
        ("up", Command(Jump.PREVIOUS_PARAGRAPH)),
        ("p", Command(Jump.PREVIOUS_SECTION)),
        ("l", Command(Jump.LEAVE)),
        ("=", Command(Verb.FASTER)),
        ("b", Command(Verb.BOOKMARK)),
        ("B", Command(Verb.BOOKMARKS)),
        ("7", Command(Verb.CHOOSE, "7")),
        ("enter", Command(Verb.ENTER)),
        ("x", Command(Verb.UNKNOWN, "x")),
        ("²", Command(Verb.UNKNOWN, "²")),
    ],
)
def test_a_key_is_a_command(key: str, command: Command) -> None:
    assert of_key(key) == command


@pytest.mark.parametrize(
    ("line", "command"),
    [
        ("", Command(Verb.PAUSE)),
        ("  Play ", Command(Verb.PAUSE)),
        ("sentence  back", Command(Jump.PREVIOUS_SENTENCE)),
        ("WHERE", Command(Verb.WHERE)),
        ("b", Command(Verb.BOOKMARK)),
        ("B", Command(Verb.BOOKMARKS)),
        ("+", Command(Verb.FASTER)),
        ("left", Command(Jump.PREVIOUS_SENTENCE)),
        ("speed 1.5", Command(Verb.SPEED, "1.5")),
        ("s 20", Command(Verb.SLEEP, "20")),
        ("sleep section", Command(Verb.SLEEP, "section")),
        ("chapter 3", Command(Verb.CHAPTERS, "3")),
        ("12", Command(Verb.CHOOSE, "12")),
        ("next", Command(Verb.NEXT_SOURCE)),
        ("where now", Command(Verb.UNKNOWN, "where now")),
        ("rewind", Command(Verb.UNKNOWN, "rewind")),
    ],
)
def test_a_line_is_a_command(line: str, command: Command) -> None:
    assert of_line(line) == command


def test_no_key_and_no_word_means_two_things() -> None:
    keys = [key for row in ROWS for key in row.keys]
    words = [word for row in ROWS for word in (*row.words, *row.keys)]

    assert len(set(keys)) == len(keys)
    assert len(set(words)) == len(words)


def test_help_names_every_command_once() -> None:
    assert "space: pause or go on." in help_for_keys()
    assert "sleep, or for example sleep 20: sleep timer: 15, 30, 60 minutes, end of section, off." in help_for_words()
    assert len(list(help_for_words())) == len(ROWS)
