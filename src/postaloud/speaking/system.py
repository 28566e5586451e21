"""An utterance in, its clip out, spoken by a voice of the system through pyttsx3 in a process beside this one."""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO, cast

from postaloud.errors import EngineError, UsageError
from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import prosody, voices
from postaloud.speaking.careful import pace_of, speak_with
from postaloud.speaking.runs import in_runs
from postaloud.speaking.sound import Sound, spread_words, trimmed

RATE = 22050
MANNER = 1
"""Counts the changes of this room that change its sound."""
LONGEST_PIECE = 120
"""pyttsx3 loses longer texts."""
SECONDS_TO_LIST = 30
COMMAND = (sys.executable, "-m", "postaloud.speaking.system_voice")
ADVICE = "try the engine espeak, which needs nothing of the system"


@dataclass(frozen=True, slots=True)
class SystemSpeaker:
    """A voice of the system; as reproducible as the system makes it, which libespeak-ng in a fresh process is."""

    name: str
    """As it is listed."""
    voice: str
    """The system's identifier."""
    wanted: voices.Wanted
    version: str

    @property
    def rate(self) -> int:
        """Samples in a second."""
        return RATE

    @property
    def label(self) -> str:
        """Engine and voice for a listener."""
        return f"pyttsx3, {self.name}"

    @property
    def fingerprint(self) -> str:
        """All that decides the sound besides the utterance."""
        wanted = self.wanted
        volume = f" volume {wanted.volume_percent}" if wanted.volume_percent != 100 else ""
        return f"pyttsx3 {MANNER} {self.version} {self.voice} {voices.plain_tag(wanted.lang)} {wanted.rate_wpm}{volume}"

    @property
    def is_slow(self) -> bool:
        """Systems' voices speak fast enough."""
        return False

    def prepare(self) -> None:
        """Learn the voices for other languages; the process that speaks is started by the first utterance."""
        system_voices()

    def __call__(self, utterance: Utterance) -> Clip:
        """Speak; word times are guessed. Raises `EngineError` naming the words that have no sound."""
        speaking = _speaking(os.getpid())
        rate_wpm = prosody.rate_for(utterance.role, self.wanted.rate_wpm)

        def say(text: str, voice: str) -> Sound:
            sound = trimmed(Sound(speaking.ask(text, voice, rate_wpm, self.wanted.volume_percent)))
            return sound._replace(words=spread_words(text, sound.samples))

        def speak(text: str, lang: str) -> Sound:
            voice = self._voice_for(lang)
            return speak_with(lambda piece: say(piece, voice), text, RATE, rate_wpm, LONGEST_PIECE)

        pcm, words = in_runs(utterance.said, utterance.lang, speak, pace_of(RATE, rate_wpm))
        return Clip(pcm, RATE, words, are_guessed=bool(words))

    def _voice_for(self, lang: str) -> str:
        if voices.primary(lang) == voices.primary(self.wanted.lang):
            return self.voice
        found = voices.for_language(system_voices(), lang)
        return found.file if found else self.voice


class Speaking:
    """The process that speaks, started when it is needed and again when it has failed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, *request: str | int) -> bytes:
        """Return the samples of a `Request`; raises `EngineError` where two processes have failed to give them."""
        line = json.dumps(request).encode() + b"\n"
        try:
            return self._answer(line)
        except EngineError:
            self._end()
        try:
            return self._answer(line)
        except EngineError:
            self._end()
            raise

    def _answer(self, request: bytes) -> bytes:
        process = self._process = self._process or _start()
        requests, answers = cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)
        try:
            requests.write(request)
            requests.flush()
            head = json.loads(answers.readline() or b"{}")
        except (OSError, ValueError) as error:
            raise EngineError(f"The system's voice does not answer; {ADVICE}.") from error
        pcm = answers.read(head.get("bytes", 0))
        if "error" in head or len(pcm) != head.get("bytes"):
            raise EngineError(f"The system's voice failed ({head.get('error', 'its process ended')}); {ADVICE}.")
        return pcm

    def _end(self) -> None:
        if self._process:
            self._process.kill()
            self._process.communicate()
            shutil.rmtree(str(cast("list[str]", self._process.args)[-1]), ignore_errors=True)
            self._process = None


@cache
def _speaking(_pid: int) -> Speaking:
    """Return the process of this process: a fork must not share its parent's."""
    return Speaking()


def _start() -> "subprocess.Popen[bytes]":
    """Start the process with a private folder, which the one of both that lives longer removes."""
    try:
        return subprocess.Popen(
            [*COMMAND, tempfile.mkdtemp(prefix="postaloud-")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it ends with its stdin and tidies up then; a signal to the group would not let it
        )
    except OSError as error:
        raise EngineError(f"Cannot start the system's voice: {error.strerror}; {ADVICE}.") from error


def open_voice(wanted: voices.Wanted) -> SystemSpeaker:
    """Return the speaker that is wanted; raises `EngineError` where there is none, `UsageError` for another pitch."""
    if wanted.pitch_percent != 100:
        raise UsageError(
            "The engine pyttsx3 cannot change the pitch on every system; leave --pitch out, or use espeak."
        )
    if wanted.library:
        raise UsageError("The engine pyttsx3 speaks with the system's own voices; leave --library out, or use espeak.")
    version, listed = _listing()
    found = voices.by_name(listed, wanted.voice) if wanted.voice else voices.for_language(listed, wanted.lang)
    if found is None:
        raise voices.no_voice(wanted.voice, listed) if wanted.voice else voices.no_language(wanted.lang, "pyttsx3")
    return SystemSpeaker(found.name, found.file, wanted, version)


def list_voices() -> tuple[voices.Voice, ...]:
    """Return the system's voices."""
    return voices.listing("pyttsx3", system_voices())


def system_voices() -> tuple[voices.Listed, ...]:
    """Return the system's voices; raises `EngineError` where pyttsx3 cannot reach any."""
    return _listing()[1]


@cache
def _listing() -> tuple[str, tuple[voices.Listed, ...]]:
    try:
        done = subprocess.run(
            [*COMMAND, "voices"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS_TO_LIST,
            check=False,
        )
        listing = json.loads(done.stdout or b"{}")
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise EngineError(f"pyttsx3 does not list the system's voices; {ADVICE}.") from error
    if not listing.get("voices"):
        reason = listing.get("error", "it finds none")
        raise EngineError(f"pyttsx3 cannot reach the system's voices ({reason}); {ADVICE}.")
    return listing["version"], tuple(_listed(**voice) for voice in listing["voices"])


def _listed(id: str, name: str, languages: list[str]) -> voices.Listed:  # noqa: A002 - pyttsx3's own word
    tags = tuple((voices.plain_tag(tag), place) for place, tag in enumerate(languages))
    return voices.Listed(re.split(r"[/\\]", id)[-1], name, id, tags)
