from pathlib import Path

import pytest

from listening.plotted import PARTS, SHOWN, course
from listening.recorders import HandMade, Still
from postaloud.listening.deck import Deck
from postaloud.listening.steering import Here
from postaloud.listening.wording import Clock

GUESS = 10_000
STARTS = (
    (700, 1_500, 2_500),
    (0, 2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 9_500, 9_800, 10_000),
    (0, 1_000, 2_000, 2_500, 3_000, 3_500, 4_000, 4_500),
    (0,),
)
LENGTHS = (4_000, 11_000, 6_000, 1_500)


@pytest.fixture
def player() -> Still:
    return Still()


@pytest.fixture
def tape() -> HandMade:
    return HandMade((GUESS,) * len(PARTS))


@pytest.fixture
def deck(player: Still, tape: HandMade) -> Deck:
    return Deck(course(), tape, player)


def make(tape: HandMade, *parts: int) -> list[Path]:
    return [tape.add(part, LENGTHS[part], *STARTS[part]) for part in parts]


def test_the_beginning_is_played_with_its_opening_silence(deck: Deck, player: Still, tape: HandMade) -> None:
    (first,) = make(tape, 0)

    deck.go(0)

    assert player.at == (first, 0)
    assert deck.here() == Here(0, 0)


def test_a_sentence_is_played_from_its_start_and_the_next_part_follows(
    deck: Deck, player: Still, tape: HandMade
) -> None:
    _, second, third = make(tape, 0, 1, 2)

    deck.go(SHOWN.index("Three things:"))

    assert player.at == (second, 2_000)
    assert player.queue == [third]
    assert tape.wanted == 1


def test_a_part_that_is_not_made_is_wanted_and_played_when_it_is(deck: Deck, player: Still, tape: HandMade) -> None:
    make(tape, 0)
    deck.go(0)

    deck.go(SHOWN.index("Wait a while."))
    waiting = (deck.is_waiting, player.at, tape.wanted, deck.here().sentence)
    (third,) = make(tape, 2)
    deck.made(1)
    deck.made(2)

    assert waiting == (True, None, 2, SHOWN.index("Wait a while."))
    assert not deck.is_waiting
    assert player.at == (third, 1_000)


def test_a_part_that_is_made_in_time_follows_without_a_gap(deck: Deck, player: Still, tape: HandMade) -> None:
    make(tape, 0)
    deck.go(0)
    (second,) = make(tape, 1)

    deck.made(1)

    assert player.queue == [second]


def test_the_deck_follows_a_player_that_goes_on_by_itself(deck: Deck, player: Still, tape: HandMade) -> None:
    _, second, third = make(tape, 0, 1, 2)
    deck.go(0)

    player.play(second, 2_100)
    deck.began(second)

    assert deck.here() == Here(SHOWN.index("Three things:"), 100)
    assert player.queue == [third]
    assert tape.wanted == 1


def test_a_player_that_has_played_all_that_is_made_waits_for_the_rest(
    deck: Deck, player: Still, tape: HandMade
) -> None:
    (first,) = make(tape, 0)
    deck.go(0)

    is_over = deck.ended(first)

    assert not is_over
    assert deck.is_waiting
    (second,) = make(tape, 1)
    deck.made(1)
    assert player.at == (second, 0)


def test_only_the_end_of_the_last_part_is_the_end(deck: Deck, tape: HandMade) -> None:
    first, *_, last = make(tape, 0, 1, 2, 3)
    deck.go(len(SHOWN) - 1)

    assert not deck.ended(first)
    assert deck.ended(last)


@pytest.mark.parametrize(
    ("part", "at_ms", "shown"),
    [(0, 0, "Tea"), (0, 1_499, "Warm it."), (0, 1_400, "Tea"), (0, 3_900, "Wait."), (1, 0, "Section 1. Needs")],
)
def test_what_is_heard_is_the_sentence_that_has_begun(
    deck: Deck, player: Still, tape: HandMade, part: int, at_ms: int, shown: str
) -> None:
    paths = make(tape, 0, 1)
    deck.go(0)
    player.play(paths[part], at_ms)
    deck.began(paths[part])

    assert SHOWN[deck.here().sentence] == shown


def test_closing_words_that_nobody_jumps_to_belong_to_the_sentence_before(player: Still) -> None:
    short = HandMade((1_000, 1_000))
    deck = Deck(course(), short, player)
    paths = [short.add(0, 1_000, *range(len(SHOWN))), short.add(1, 1_000)]
    deck.go(0)

    assert not deck.ended(paths[0])
    assert player.at == (paths[1], 0)


def test_the_clock_counts_what_is_made_exactly_and_guesses_the_rest(deck: Deck, player: Still, tape: HandMade) -> None:
    paths = make(tape, 0, 1)
    deck.go(4)
    player.play(paths[1], 2_500)

    assert deck.clock() == Clock(6_500, 15_000 + 2 * GUESS, is_exact=False)
    assert deck.time_of(4) == 6_000
    assert deck.time_of(SHOWN.index("Wait a while.")) is None


def test_a_player_that_cannot_tell_leaves_the_place_where_it_was(deck: Deck, player: Still, tape: HandMade) -> None:
    paths = make(tape, 0, 1)
    deck.go(0)
    player.play(paths[0], 2_600)
    before = deck.here()

    player.at = None

    assert deck.here() == before == Here(2, 100)
