"""Requests on stdin in, sound on stdout out: pyttsx3 in a process of its own, one text at a time.

pyttsx3 prints to stdout, returns before its file is written, forgets queued texts, deadlocks among threads and crashes
on long texts. Here it gets one short text after the other, and not its word counts but the file. A request is a line of
JSON, a `Request`; the answer is a line `{"bytes": n}` and so many bytes of PCM, or a line `{"error": "…"}`. The process
ends with its stdin, so that it never outlives the one that started it, and removes the folder that it was given.
"""

import ctypes
import json
import os
import queue
import shutil
import sys
import threading
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from postaloud.errors import EngineError
from postaloud.speaking import espeak_files
from postaloud.speaking.wav import read_wav

RATE = 22050
SECONDS_TO_START = 10.0
SECONDS_FOR_A_CHARACTER = 0.05


class Request(NamedTuple):
    """A short text and who speaks it how fast."""

    text: str
    voice: str
    rate_wpm: int
    volume_percent: int


class SystemVoice:
    """pyttsx3's engine with what it tells of itself."""

    def __init__(self, file: Path) -> None:
        if sys.platform == "linux":
            _offer_bundled_library()
        import pyttsx3

        self._engine: Any = pyttsx3.init()
        self._file = file
        self._voice = ""
        self._is_finished = threading.Event()
        self._errors: list[BaseException] = []
        self._engine.connect("finished-utterance", lambda **_: self._is_finished.set())
        self._engine.connect("error", lambda exception, **_: self._errors.append(exception))

    def speak(self, request: Request) -> bytes:
        """Return the samples of a text; raises `EngineError` where the system gives none in time."""
        self._file.unlink(missing_ok=True)
        self._is_finished.clear()
        self._errors.clear()
        self._adjust(request)
        self._engine.save_to_file(request.text, str(self._file))
        self._engine.runAndWait()
        self._wait(SECONDS_TO_START + SECONDS_FOR_A_CHARACTER * len(request.text))
        return read_wav(self._file, RATE)

    def _adjust(self, request: Request) -> None:
        """Set voice, rate and volume now; what follows waits for the loop, as it does in an engine that was just made.

        pyttsx3 begins each run by cancelling what libespeak-ng's own thread has not done yet, which may be the rate.
        """
        self._engine.proxy.setBusy(False)
        if request.voice != self._voice:
            self._engine.setProperty("voice", request.voice)
            self._voice = request.voice
        self._engine.setProperty("rate", request.rate_wpm)
        self._engine.setProperty("volume", request.volume_percent / 100)
        self._until(lambda: not self._is_playing(), SECONDS_TO_START)
        self._engine.proxy.setBusy(True)

    def voices(self) -> list[dict[str, object]]:
        """List what the system can speak with."""
        return [
            {"id": voice.id, "name": voice.name or voice.id, "languages": [tag for tag in voice.languages if tag]}
            for voice in self._engine.getProperty("voices")
        ]

    def _wait(self, seconds: float) -> None:
        """Wait until the text is spoken; SAPI 5 has done so when it returns, and never says that it has finished."""
        if self._is_espeak:
            self._until(lambda: self._is_finished.is_set() and not self._is_playing(), seconds)

    def _until(self, is_so: Callable[[], bool], seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not (self._errors or is_so()):
            if time.monotonic() > deadline:
                raise EngineError("The system's voice did not finish in time.")
            time.sleep(0.001)
        if self._errors:
            raise EngineError(f"The system's voice gave up: {self._errors[0]}.")

    @property
    def _is_espeak(self) -> bool:
        return bool(self._engine.driver_name == "espeak")

    def _is_playing(self) -> bool:
        """Tell whether libespeak-ng's own thread is busy; other drivers have none."""
        if not self._is_espeak:
            return False
        from pyttsx3.drivers import _espeak

        return bool(_espeak.IsPlaying())


def _offer_bundled_library() -> None:
    """Load the wheel's libespeak-ng, so that pyttsx3 finds it by its name and it finds its data."""
    home = espeak_files.find_home()
    os.environ["ESPEAK_DATA_PATH"] = str(home.data)
    ctypes.CDLL(str(home.library), mode=ctypes.RTLD_GLOBAL)


def serve(answers: BinaryIO, folder: Path) -> None:
    """Answer requests until stdin ends."""
    voice = SystemVoice(folder / "spoken.wav")
    requests: queue.SimpleQueue[str] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, folder), daemon=True).start()
    while True:
        try:
            pcm = voice.speak(Request(*json.loads(requests.get())))
            head: dict[str, object] = {"bytes": len(pcm)}
        except EngineError as error:
            pcm, head = b"", {"error": str(error)}
        answers.write(json.dumps(head).encode() + b"\n" + pcm)
        answers.flush()


def _listen(requests: "queue.SimpleQueue[str]", folder: Path) -> None:
    """Pass requests on, and end the process with its stdin whatever pyttsx3 is doing then."""
    for line in sys.stdin:
        requests.put(line)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)


def _version() -> str:
    """Return the versions of all that decides the sound, as far as they can be known."""
    library = espeak_files.library_digest(espeak_files.find_home()) if sys.platform == "linux" else sys.platform
    return f"{version('pyttsx3')} {library}"


def main() -> None:
    """Serve with a folder for the sound, or list the voices; pyttsx3's own words go nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        if sys.argv[1] == "voices":
            answers.write(json.dumps({"version": _version(), "voices": SystemVoice(Path()).voices()}).encode())
        else:
            serve(answers, Path(sys.argv[1]))
    except (ImportError, OSError, RuntimeError) as error:
        answers.write(json.dumps({"error": str(error)}).encode() + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
