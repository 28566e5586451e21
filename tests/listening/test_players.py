"""What every player does, on a sink that swallows sound in time."""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from peers import needs
from postaloud.errors import EngineError
from postaloud.listening.events import Began, Broke, Ended, Event
from postaloud.listening.mpv import Mpv
from postaloud.listening.player import Player, open_player
from postaloud.listening.soundcard import SoundCard
from sounds import silence, tone, write_wav

NEAR_MS = 150
PLAYERS = [pytest.param(Mpv, marks=needs("mpv"), id="mpv"), pytest.param(SoundCard, id="miniaudio")]


@pytest.fixture
def events() -> SimpleQueue[Event]:
    return SimpleQueue()


@pytest.fixture(params=PLAYERS)
def player(request: pytest.FixtureRequest, events: SimpleQueue[Event]) -> Iterator[Player]:
    opened: Player = request.param(events.put, sink="null")
    yield opened
    opened.close()


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return write_wav(tmp_path / "long.wav", tone(1), silence(19))


@pytest.fixture
def short(tmp_path: Path) -> Path:
    return write_wav(tmp_path / "short.wav", tone(0.3))


def at(player: Player) -> tuple[Path, int]:
    """Return where a player is, which is somewhere."""
    position = player.position()
    assert position
    return position


def until(reached: Callable[[], bool]) -> None:
    """Wait until something holds; ten seconds are more than enough."""
    deadline = time.monotonic() + 10
    while not reached():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_a_player_that_was_given_nothing_is_nowhere(player: Player) -> None:
    assert player.position() is None


def test_a_file_is_played_from_its_place(player: Player, long: Path, events: SimpleQueue[Event]) -> None:
    player.play(long, 5_000)

    assert events.get(timeout=10) == Began(long)
    assert at(player)[1] == pytest.approx(5_000, abs=NEAR_MS)
    until(lambda: at(player)[1] > 5_200)
    assert at(player)[0] == long


def test_a_jump_in_the_same_file_lands_at_once(player: Player, long: Path, events: SimpleQueue[Event]) -> None:
    player.play(long, 0)
    events.get(timeout=10)

    for place in (15_000, 2_000, 10_000):
        player.play(long, place)
        assert at(player)[1] == pytest.approx(place, abs=NEAR_MS)
    until(lambda: at(player)[1] > 10_200)

    assert at(player)[1] < 11_000


def test_a_pause_holds_the_place_and_a_jump_keeps_it(player: Player, long: Path, events: SimpleQueue[Event]) -> None:
    player.play(long, 1_000)
    events.get(timeout=10)
    until(lambda: at(player)[1] > 1_100)

    player.pause(paused=True)
    time.sleep(0.1)
    held = at(player)[1]
    player.play(long, 8_000)
    time.sleep(0.3)

    assert held < 2_000
    assert at(player)[1] == pytest.approx(8_000, abs=20)
    player.pause(paused=False)
    until(lambda: at(player)[1] > 8_200)


def test_a_speed_holds_for_what_plays_and_for_what_comes(
    player: Player, long: Path, short: Path, events: SimpleQueue[Event]
) -> None:
    player.play(long, 0)
    events.get(timeout=10)
    until(lambda: at(player)[1] > 100)

    player.set_rate(400)
    began, place = time.monotonic(), at(player)[1]
    until(lambda: at(player)[1] > place + 4_000)
    took = time.monotonic() - began

    assert 0.8 < took < 1.5
    player.play(short, 0)
    assert events.get(timeout=10) == Began(short)
    assert events.get(timeout=10) == Ended(short)


def test_a_file_that_was_appended_follows_and_then_comes_the_end(
    player: Player, long: Path, short: Path, events: SimpleQueue[Event]
) -> None:
    player.play(long, 19_800)
    player.append(short)

    assert [events.get(timeout=10) for _ in range(3)] == [Began(long), Began(short), Ended(short)]


def test_what_was_appended_is_forgotten_after_a_jump(
    player: Player, long: Path, short: Path, events: SimpleQueue[Event]
) -> None:
    player.play(short, 0)
    player.append(long)
    player.play(short, 0)

    seen = []
    while not isinstance(event := events.get(timeout=10), Ended):
        seen.append(event)

    assert event == Ended(short)
    assert set(seen) == {Began(short)}


def test_after_the_end_a_file_can_be_played_again(player: Player, short: Path, events: SimpleQueue[Event]) -> None:
    player.play(short, 0)
    while not isinstance(events.get(timeout=10), Ended):
        pass

    player.play(short, 100)

    assert events.get(timeout=10) == Began(short)
    assert events.get(timeout=10) == Ended(short)


def test_a_player_that_was_stopped_is_nowhere(player: Player, long: Path, events: SimpleQueue[Event]) -> None:
    player.play(long, 0)
    events.get(timeout=10)

    player.stop()

    assert player.position() is None


def test_a_file_that_is_no_sound_is_named(player: Player, tmp_path: Path, events: SimpleQueue[Event]) -> None:
    path = tmp_path / "broken.mp3"
    path.write_bytes(b"no sound")
    player.play(path, 0)

    event = events.get(timeout=10)
    while not isinstance(event, Broke):
        event = events.get(timeout=10)

    assert "broken.mp3" in str(event.error)
    assert event.error.exit_code == 6


@needs("mpv")
def test_an_mpv_that_was_killed_is_missed_in_one_sentence(long: Path, events: SimpleQueue[Event]) -> None:
    player = Mpv(events.put, sink="null")
    player.play(long, 3_000)
    events.get(timeout=10)

    player._process.send_signal(signal.SIGKILL)
    event = events.get(timeout=10)

    assert isinstance(event, Broke)
    assert "mpv has ended" in str(event.error)
    assert player.position() is None
    with pytest.raises(EngineError, match="--player miniaudio"):
        player.play(long, 0)
    player.close()


@needs("mpv")
def test_mpv_ends_when_it_is_closed(events: SimpleQueue[Event]) -> None:
    player = Mpv(events.put, sink="null")

    player.close()

    assert player._process.returncode is not None
    assert events.empty()


@pytest.mark.parametrize("name", ["auto", "miniaudio"])
def test_without_mpv_the_sound_card_plays(
    name: str, events: SimpleQueue[Event], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("POSTALOUD_SOUND", "null")

    player = open_player(name, events.put)

    player.close()
    assert isinstance(player, SoundCard)


def test_an_mpv_that_is_missing_is_named(
    events: SimpleQueue[Event], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(EngineError, match="install it, or try --player miniaudio"):
        open_player("mpv", events.put)


def test_without_any_player_the_sentence_says_what_to_install(
    events: SimpleQueue[Event], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setitem(sys.modules, "miniaudio", None)

    with pytest.raises(EngineError, match=r"install mpv, or use pip install miniaudio, or .* index\.html"):
        open_player("auto", events.put)
