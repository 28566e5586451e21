"""mpv as a player: a process of its own, driven by JSON over a socket that only the two know."""

import json
import logging
import socket
import subprocess
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any

from postaloud.errors import EngineError
from postaloud.listening.events import Began, Broke, Ended, Post
from postaloud.listening.player import ELSE, no_device

PATIENCE = 5.0
"""Seconds in which mpv must answer."""
BUFFER_MS = 1_000
"""What a buffer of sound may hold, at the highest speed."""
OPTIONS = (
    "--no-terminal",
    "--no-video",
    "--idle=yes",
    "--keep-open=no",
    "--pause=no",
    "--loop-file=no",
    "--loop-playlist=no",
    "--shuffle=no",
    "--start=none",
    "--resume-playback=no",
    "--save-position-on-quit=no",
    "--audio-pitch-correction=yes",
    "--audio-display=no",
    "--cover-art-auto=no",
    "--sub-auto=no",
    "--force-window=no",
    "--load-scripts=no",
    "--ytdl=no",
)
"""What must hold whatever the user's own configuration says; devices, volume and filters stay his."""
_log = logging.getLogger(__name__)


class Mpv:
    """A running mpv, which ends when this process does: its end of the socket then closes."""

    def __init__(self, post: Post, sink: str = "") -> None:
        """Start mpv without waiting for it; raises `EngineError` where it cannot be started."""
        self._post = post
        self._replies: dict[int, tuple[SimpleQueue[dict[str, Any]], Path | None]] = {}
        self._paths: dict[int, Path] = {}
        self._number = 0
        self._playing: Path | None = None
        self._target: tuple[Path, int] | None = None
        self._floor_ms = 0
        """Where it was sent last; mpv counts from there back what its buffer held before a pause."""
        self._has_ended = False
        self._is_closing = self._is_lost = False
        self._process, self._socket = _started(sink)
        Thread(target=self._listen, daemon=True).start()

    def play(self, path: Path, at_ms: int) -> None:
        """Seek in the file that plays, or load another one."""
        is_playing = path == self._playing and not self._has_ended
        self._target, self._floor_ms = (path, at_ms), at_ms
        self._has_ended = False
        if is_playing:
            self._ask("playlist-clear")
            if self._ask("seek", at_ms / 1000, "absolute+exact")["error"] == "success":
                return
        self._load(path, "replace", at_ms)

    def append(self, path: Path) -> None:
        """Add a file to mpv's playlist."""
        self._load(path, "append", 0)

    def stop(self) -> None:
        """Empty mpv's playlist."""
        self._playing = self._target = None
        self._ask("stop")

    def pause(self, *, paused: bool) -> None:
        """Set mpv's property."""
        self._ask("set_property", "pause", paused)

    def set_rate(self, percent: int) -> None:
        """Set mpv's property; its filter keeps the pitch."""
        self._ask("set_property", "speed", percent / 100)

    def position(self) -> tuple[Path, int] | None:
        """Return where mpv is, or where it was sent and is about to be."""
        if self._is_lost:
            return None
        if self._target is not None or self._playing is None:
            return self._target
        at_s = self._ask("get_property", "time-pos").get("data")
        if at_s is None:  # it has just ended
            return None
        at_ms = round(at_s * 1000)
        is_near = self._floor_ms - BUFFER_MS < at_ms < self._floor_ms
        return self._playing, self._floor_ms if is_near else max(at_ms, 0)

    def close(self) -> None:
        """Let mpv end by itself, and make it end where it does not."""
        self._is_closing = True
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)
        try:
            self._process.wait(1)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._socket.close()

    def _load(self, path: Path, how: str, at_ms: int) -> None:
        options = {"start": f"{at_ms / 1000:.3f}"}
        self._send({"name": "loadfile", "url": str(path), "flags": how, "options": options}, path)

    def _ask(self, *command: object) -> dict[str, Any]:
        return self._send(list(command), None)

    def _send(self, command: object, path: Path | None) -> dict[str, Any]:
        """Send a command and wait for its answer; raises `EngineError` where none comes."""
        self._number += 1
        reply: SimpleQueue[dict[str, Any]] = SimpleQueue()
        self._replies[self._number] = (reply, path)
        try:
            self._socket.sendall(json.dumps({"command": command, "request_id": self._number}).encode() + b"\n")
            answer = reply.get(timeout=PATIENCE)
        except (OSError, Empty) as error:
            self._is_lost = True
            raise _lost() from error
        if self._is_lost:
            raise _lost()
        return answer

    def _listen(self) -> None:
        """Take what mpv says, in a thread of its own, until it is gone."""
        with self._socket.makefile("rb") as lines, suppress(OSError):
            for line in lines:
                message = json.loads(line)
                if "event" in message:
                    self._take(message)
                elif message.get("request_id") in self._replies:
                    self._answer(message)
        self._is_lost = True
        for reply, _ in list(self._replies.values()):
            reply.put({})
        if not self._is_closing:
            self._post(Broke(_lost()))

    def _answer(self, message: dict[str, Any]) -> None:
        reply, path = self._replies.pop(message["request_id"])
        if path is not None and isinstance(message.get("data"), dict):
            self._paths[message["data"]["playlist_entry_id"]] = path
        reply.put(message)

    def _take(self, event: dict[str, Any]) -> None:
        _log.debug("mpv: %s", event)
        match event:
            case {"event": "start-file", "playlist_entry_id": entry} if entry in self._paths:
                self._playing, self._has_ended = self._paths[entry], False
                self._floor_ms = self._target[1] if self._target else 0
                self._post(Began(self._playing))
            case {"event": "playback-restart"}:
                self._target = None
            case {"event": "end-file", "reason": "eof"}:
                self._has_ended = True
            case {"event": "end-file", "reason": "error", "playlist_entry_id": entry}:
                self._post(Broke(_why(event.get("file_error", ""), self._paths.get(entry))))
            case {"event": "idle"} if self._has_ended and self._playing:
                self._post(Ended(self._playing))
            case _:
                pass


def _started(sink: str) -> tuple["subprocess.Popen[bytes]", socket.socket]:
    """Start mpv in a session of its own, so that keys pressed for us reach only us."""
    ours, theirs = socket.socketpair()
    options = [*OPTIONS, f"--input-ipc-client=fd://{theirs.fileno()}", *([f"--ao={sink}"] if sink else [])]
    with theirs:
        try:
            process = subprocess.Popen(
                ["mpv", *options],  # noqa: S607 - the one that the user has put on the path
                pass_fds=[theirs.fileno()],
                start_new_session=True,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError as error:
            ours.close()
            raise EngineError(f"mpv cannot be started: install it, or try --player miniaudio, {ELSE}.") from error
    return process, ours


def _lost() -> EngineError:
    return EngineError(f"mpv has ended or does not answer: try again, try --player miniaudio, {ELSE}.")


def _why(reason: str, path: Path | None) -> EngineError:
    if "audio output" in reason:
        return no_device()
    return EngineError(f"mpv cannot play {path}: {reason or 'it does not say why'}. Narrate the article again.")
