"""What plays files of sound: mpv where it is there, else the sound card itself."""

import os
import shutil
from pathlib import Path
from typing import Protocol

from postaloud.errors import EngineError
from postaloud.listening.events import Post

PLAYERS = ("auto", "mpv", "miniaudio")
SINK = "POSTALOUD_SOUND"
"""An environment variable; with the value "null" the sound goes nowhere, in time, for machines without a sound card."""
ELSE = "or narrate the article and open its index.html in a browser"


class Player(Protocol):
    """Plays one file after the other and tells what happens by events; a jump and a change of speed keep the pitch."""

    def play(self, path: Path, at_ms: int) -> None:
        """Play a file from a place on, instead of everything that was to be played; keeps a pause."""
        ...

    def append(self, path: Path) -> None:
        """Play a file behind the one that plays, without a gap."""
        ...

    def stop(self) -> None:
        """Play nothing."""
        ...

    def pause(self, *, paused: bool) -> None:
        """Hold the sound, or let it go on."""
        ...

    def set_rate(self, percent: int) -> None:
        """Play so much faster or slower than at normal speed, now and later."""
        ...

    def position(self) -> tuple[Path, int] | None:
        """Return the file that plays and the place in it in milliseconds, or None where nothing plays."""
        ...

    def close(self) -> None:
        """End the player."""
        ...


def open_player(name: str, post: Post) -> Player:
    """Return a player; raises `EngineError` where none or no sound device can be had."""
    if name == "mpv" or (name == "auto" and has_mpv()):
        from postaloud.listening.mpv import Mpv

        return Mpv(post, sink=os.environ.get(SINK, ""))
    from postaloud.listening.soundcard import SoundCard

    return SoundCard(post, sink=os.environ.get(SINK, ""))


def has_mpv() -> bool:
    """Tell whether mpv is here and can be talked to."""
    return os.name == "posix" and shutil.which("mpv") is not None


def no_device() -> EngineError:
    """Return what is said where no sound comes out of this machine."""
    return EngineError(f"No sound device can be opened: connect or choose one, {ELSE}.")
