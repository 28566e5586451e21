"""The sound card as a player: miniaudio asks for samples, and gets those of the file that plays, stretched.

The only module that knows miniaudio, which calls back in a thread of its own.
"""

import logging
import os
import sys
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING

from postaloud.errors import EngineError
from postaloud.listening.events import Began, Broke, Ended, Post
from postaloud.listening.player import ELSE, no_device
from postaloud.listening.stretching import SAMPLE, BrokenSound, load, stretched

if TYPE_CHECKING:
    from miniaudio import PlaybackDevice

RATE = 44_100
BUFFER_MS = 60
DRAIN_MS = 3 * BUFFER_MS
"""Silence behind the last sample until it has been heard."""
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Running:
    """A file that plays."""

    path: Path
    samples: Iterator[bytes]
    start_ms: int
    given: int = 0
    """Samples that the card has taken since the start."""


class SoundCard:
    """The default sound device, held open while somebody listens."""

    def __init__(self, post: Post, sink: str = "") -> None:
        """Open the device; raises `EngineError` where there is none, or no miniaudio."""
        self._post = post
        self._lock = RLock()
        self._running: _Running | None = None
        self._next: Path | None = None
        self._ended: Path | None = None
        """A file whose last samples the card has taken, and which may still be heard."""
        self._drained = 0
        self._rest = b""
        self._percent = 100
        self._is_paused = False
        self._device = _opened(sink)
        _log.debug("miniaudio: %s", self._device.backend)
        supply = self._supply()
        next(supply)
        self._device.start(supply)

    def play(self, path: Path, at_ms: int) -> None:
        """Decode from another place."""
        with self._lock:
            self._rest, self._next, self._ended = b"", None, None
            self._running = _Running(path, stretched(path, at_ms, self._percent, RATE), at_ms)
        self._post(Began(path))

    def append(self, path: Path) -> None:
        """Keep the file for when the one that plays has ended."""
        self._next = path

    def stop(self) -> None:
        """Give silence."""
        with self._lock:
            self._running = self._next = self._ended = None
            self._rest = b""

    def pause(self, *, paused: bool) -> None:
        """Give silence instead of samples, or go on."""
        self._is_paused = paused

    def set_rate(self, percent: int) -> None:
        """Stretch what follows otherwise."""
        with self._lock:
            at = self.position()
            self._percent = percent
            if at is not None and self._running is not None:
                self._running = _Running(at[0], stretched(*at, percent, RATE), at[1])
                self._rest = b""

    def position(self) -> tuple[Path, int] | None:
        """Return what the card has taken, which is heard a buffer later."""
        with self._lock:
            now = self._running
            return None if now is None else (now.path, now.start_ms + now.given * 10 * self._percent // RATE)

    def close(self) -> None:
        """Close the device."""
        self._device.close()

    def _supply(self) -> Generator[bytes, int, None]:
        wanted = yield b""
        while True:
            wanted = yield self._samples(wanted)

    def _samples(self, wanted: int) -> bytes:
        """Return at most so many samples; what is missing is silence."""
        with self._lock:
            if self._is_paused:
                return b""
            try:
                return self._gathered(wanted)
            except BrokenSound as error:
                path, self._running = self._running and self._running.path, None
                self._post(Broke(EngineError(f"Cannot play {path}: {error}. Narrate the article again.")))
                return b""

    def _gathered(self, wanted: int) -> bytes:
        self._drain(wanted)
        pieces = self._rest
        while self._running is not None and len(pieces) < wanted * SAMPLE:
            piece = next(self._running.samples, None)
            if piece is None:
                self._turn(self._running.path)
            else:
                pieces += piece
        given, self._rest = pieces[: wanted * SAMPLE], pieces[wanted * SAMPLE :]
        if self._running is not None:
            self._running.given += len(given) // SAMPLE
        return given

    def _turn(self, ended: Path) -> None:
        """Go over to the file that follows."""
        path, self._next, self._running = self._next, None, None
        if path is None:
            self._ended, self._drained = ended, 0
        else:
            self._running = _Running(path, stretched(path, 0, self._percent, RATE), 0)
            self._post(Began(path))

    def _drain(self, wanted: int) -> None:
        """Tell that a file has ended when its last samples have been heard."""
        if self._ended is not None:
            self._drained += wanted
            if self._drained * 1000 >= DRAIN_MS * RATE:
                path, self._ended = self._ended, None
                self._post(Ended(path))


def _opened(sink: str) -> "PlaybackDevice":
    try:
        import miniaudio
    except ImportError as error:
        raise EngineError(f"No player is here: install mpv, or use pip install miniaudio, {ELSE}.") from error
    load()
    backends = [miniaudio.Backend.NULL] if sink == "null" else []
    with _libraries_silenced():
        try:
            device = miniaudio.PlaybackDevice(
                nchannels=1, sample_rate=RATE, buffersize_msec=BUFFER_MS, backends=backends, app_name="postaloud"
            )
        except miniaudio.MiniaudioError as error:
            raise no_device() from error
    if device.backend == "Null" and not backends:
        device.close()
        raise no_device()
    return device


@contextmanager
def _libraries_silenced() -> Iterator[None]:
    """Keep the system's sound libraries from writing dozens of lines on standard error where there is no device."""
    sys.stderr.flush()
    kept = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
