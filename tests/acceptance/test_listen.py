"""`postaloud listen` on a real terminal, with a real mpv whose sound goes nowhere: every key, and plain lines only."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from acceptance_types import Postaloud
from pages import page
from peers import needs

LEFT, RIGHT, UP, DOWN = "\x1b[D", "\x1b[C", "\x1b[A", "\x1b[B"
BODY = (
    "<p>Tea is a leaf. It is dried in the sun.</p>"
    "<h2>Needs</h2><p>Three things are needed.</p><ol><li>Fresh water.</li><li>Good leaves.</li><li>Time.</li></ol>"
    "<h2>Steep</h2><p>Pour the water. Wait for three minutes.</p><p>Then drink it slowly.</p>"
)
PATIENCE = 20
pytestmark = needs("mpv")


class Ear:
    """A listener at a terminal that shows what the program prints, byte by byte."""

    def __init__(self, arguments: list[str], folder: Path, **env: str) -> None:
        self.ours, self._theirs = pty.openpty()
        mode = termios.tcgetattr(self._theirs)
        mode[1] &= ~termios.OPOST  # else the terminal itself would add carriage returns
        termios.tcsetattr(self._theirs, termios.TCSANOW, mode)
        self.found = termios.tcgetattr(self._theirs)
        places = {"XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "postaloud", "listen", *arguments],
            cwd=folder,
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            start_new_session=True,
            env={**os.environ, **places, "POSTALOUD_SOUND": "null", **env},
        )
        self.printed = ""
        self._read = 0

    def press(self, keys: str, answer: str) -> None:
        """Press keys, and wait for an answer behind what was answered before."""
        os.write(self.ours, keys.encode())
        self.hear(answer)

    def hear(self, answer: str) -> None:
        """Wait for a text, by pattern, behind the one that was waited for before."""
        deadline = time.monotonic() + PATIENCE
        while (found := re.compile(answer).search(self.printed, self._read)) is None:
            assert time.monotonic() < deadline, f"{answer!r} is not in {self.printed[self._read :]!r}"
            if select.select([self.ours], [], [], 0.1)[0]:
                self.printed += os.read(self.ours, 1 << 16).decode()
        self._read = found.end()

    def end(self) -> int:
        """Wait for the end of the program and return its exit code."""
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            if select.select([self.ours], [], [], 0.05)[0]:
                self.printed += os.read(self.ours, 1 << 16).decode()
        while select.select([self.ours], [], [], 0)[0]:
            self.printed += os.read(self.ours, 1 << 16).decode()
        return self.process.wait(0)

    def mode(self) -> object:
        """Return how the terminal is set."""
        return termios.tcgetattr(self._theirs)

    def close(self) -> None:
        """Leave nothing running."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self.ours)
        os.close(self._theirs)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "tea.html"
    path.write_text(page(BODY, title="Tea"))
    return path


@pytest.fixture
def ear(article: Path, tmp_path: Path) -> Iterator[Ear]:
    heard = Ear([str(article)], tmp_path)
    yield heard
    heard.close()


def test_every_key_does_what_help_says(ear: Ear) -> None:
    ear.hear(r"Tea: 2 sections, .*\nKeys: \? tells them, q quits\.\n")
    ear.press(" ", r"Paused\.\n")
    ear.press("n", "")
    ear.press("w", r"Section 1 of 2, Needs; .* of ")
    ear.press(DOWN + "w", r"Section 1 of 2, Needs; \d")
    ear.press(DOWN + "w", r"Section 1 of 2, Needs; item 1 of 3; ")
    ear.press(RIGHT + "w", r"Section 1 of 2, Needs; item 2 of 3; ")
    ear.press(LEFT + "w", r"Section 1 of 2, Needs; item 1 of 3; ")
    ear.press(UP + "w", r"Section 1 of 2, Needs; \d")
    ear.press(DOWN + "l" + "w", r"Section 2 of 2, Steep; ")
    ear.press("n", r"This is the last section\.\n")
    ear.press("p" + "w", r"Section 1 of 2, Needs; ")
    ear.press("+", r"Speed 1\.1\.\n")
    ear.press("-", r"Speed 1\.\n")
    ear.press("t", r"heard, .* left\.\n")
    ear.press("c", r"0: Tea.*\n1: Needs; you are here.*\n2: Steep.*\n")
    ear.press("2", "")
    ear.press("w", r"Section 2 of 2, Steep; ")
    ear.press("s", r"Sleep.*15 minutes|15 minutes")
    ear.press("b", r"Bookmark 1: .*Steep\.\n")
    ear.press("B", r"1: .*\n")
    ear.press("\n" + "?", r"space: pause or go on\.\n(.*\n)*q: quit, and remember the place\.\n")
    ear.press("x", r"No key x: \? tells the keys\.\n")
    ear.press("q", r"Stopped, and remembered: Section 2 of 2, Steep; ")

    assert ear.end() == 0
    assert ear.mode() == ear.found


def test_the_lines_are_plain(ear: Ear) -> None:
    ear.hear(r"q quits\.\n")
    for keys, answer in (("c", "2: Steep"), ("\n?", "remember the place"), ("w", " of "), ("t", "left"), ("q", "Stop")):
        ear.press(keys, answer)

    assert ear.end() == 0
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2500-\u259f\u2800-\u28ff]", ear.printed)
    assert ear.printed.endswith("\n")


def test_place_speed_and_bookmarks_are_remembered(article: Path, tmp_path: Path) -> None:
    first = Ear([str(article)], tmp_path)
    first.hear(r"q quits\.\n")
    first.press("n" + "n" + "w", r"Section 2 of 2, Steep; ")
    first.press("+", r"Speed 1\.1\.")
    first.press("b", "Bookmark 1: ")
    first.press("q", "Stopped")
    assert first.end() == 0
    first.close()

    again = Ear([str(article)], tmp_path)
    again.hear(r"Going on where you stopped: Section 2 of 2, Steep\.\n")
    again.press("t", r"at speed 1\.1\.")
    again.press("B", "1: ")
    again.press("q", "Stopped")
    again.close()


def test_several_articles_are_a_queue(article: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.html"
    other.write_text(page("<p>Two words.</p>", title="Other"))
    ear = Ear([str(article), str(other)], tmp_path)
    ear.hear("Tea: 2 sections")
    ear.press(">", "Other: ")
    ear.press("<", "Tea: 2 sections")
    ear.press(">", "Other: ")
    ear.hear(r"The end\.\n")

    assert ear.end() == 0
    ear.close()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_gives_the_terminal_back(ear: Ear, number: signal.Signals, code: int) -> None:
    ear.hear(r"q quits\.\n")
    assert ear.mode() != ear.found

    ear.process.send_signal(number)

    assert ear.end() == code
    assert ear.mode() == ear.found
    assert "Traceback" not in ear.printed


def test_a_command_is_a_word_and_enter_and_spoken_text_is_printed_on_wish(postaloud: Postaloud, article: Path) -> None:
    ran = postaloud("listen", "--lines", "--follow", "--speed", "4", article, env={"POSTALOUD_SOUND": "null"})

    lines = ran.stdout.decode().splitlines()
    assert ran.returncode == 0, ran.stderr
    assert "Tea is a leaf." in lines
    assert lines.index("2. Good leaves.") < lines.index("Then drink it slowly.") < lines.index("End of article.")
    assert lines[-2:] == ["End of article.", "The end."]


def test_words_move_as_keys_do(postaloud: Postaloud, article: Path) -> None:
    typed = b"section\nwhere\nspeed 2\nspeed 9\nnonsense\nquit\n"

    ran = postaloud("listen", "--lines", article, text=typed, env={"POSTALOUD_SOUND": "null"})

    out = ran.stdout.decode()
    assert ran.returncode == 0
    assert "Section 1 of 2, Needs; " in out
    assert "Speed 2.\nType speed and a number from 0.5 to 4.\nNo command nonsense: help tells the commands.\n" in out


def test_an_episode_and_its_sound_are_played_too(postaloud: Postaloud, article: Path, tmp_path: Path) -> None:
    assert postaloud("narrate", article, "-o", "out").returncode == 0
    (sound,) = (tmp_path / "out").glob("*/*.mp3")
    for source in (sound.parent, sound):
        ran = postaloud(
            "listen", "--lines", "--from-start", source, text=b"section\nwhere\nquit\n", env={"POSTALOUD_SOUND": "null"}
        )
        assert "Section 1 of 2, Needs; " in ran.stdout.decode(), ran.stderr


def test_what_the_configuration_decides_holds_for_listening_too(
    postaloud: Postaloud, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "postaloud.toml").write_text('[narrate]\nsections = "2"\n')

    ran = postaloud("listen", "--lines", "--follow", "--speed", "4", article, env={"POSTALOUD_SOUND": "null"})

    assert "Then drink it slowly." in ran.stdout.decode()
    assert "2. Good leaves." not in ran.stdout.decode()


@pytest.mark.parametrize(
    ("body", "lang"),
    [("<p>Two words.</p>", "en"), ("<p>كوب من الشاي. ماء ساخن.</p><h2>أوراق</h2><p>نعناع طازج.</p>", "ar")],
)
def test_what_is_short_or_written_from_right_to_left_is_heard_to_its_end(
    postaloud: Postaloud, tmp_path: Path, body: str, lang: str
) -> None:
    path = tmp_path / "page.html"
    path.write_text(page(body, title="Tea").replace("<html", f'<html lang="{lang}"', 1), encoding="utf-8")

    ran = postaloud("listen", "--lines", "--speed", "4", path, env={"POSTALOUD_SOUND": "null"})

    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.decode().endswith("The end.\n")


@pytest.mark.parametrize("player", ["mpv", "auto"])
def test_without_a_sound_device_one_sentence_says_what_to_do(
    postaloud: Postaloud, article: Path, tmp_path: Path, player: str
) -> None:
    (tmp_path / "mpv").mkdir()
    (tmp_path / "mpv" / "mpv.conf").write_text("ao=alsa\naudio-device=alsa/nowhere\n")

    ran = postaloud("listen", "--lines", "--player", player, article, env={"MPV_HOME": str(tmp_path / "mpv")})

    assert ran.returncode == 6
    assert "No sound device can be opened" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()
