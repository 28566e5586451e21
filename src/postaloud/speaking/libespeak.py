"""Cleaned text in, samples and the times of its words out: the door to libespeak-ng.

The library holds one voice and one state for the whole process, and its sound depends on all that was spoken before. So
it is loaded once, in a process that never speaks itself: its forked children do (see `studio`).
"""

import ctypes
import re
from functools import cache
from math import log2
from typing import Final

from postaloud.errors import EngineError
from postaloud.model.recording import Word
from postaloud.speaking.espeak_files import Home, find_home
from postaloud.speaking.sound import SAMPLE, Sound, spread_words

RATE: Final = 22050
SYNCHRONOUS = 2
DONT_EXIT = 0x8000
"""Otherwise a missing data folder ends the whole process."""
BUFFER_MS = 1000
CHARS_UTF8 = 1
ENDPAUSE = 0x1000
PHONEMES = 0x100
"""Phonemes may stand between [[ and ]]: only for text that we wrote ourselves."""
RATE_PARAMETER, VOLUME_PARAMETER, PITCH_PARAMETER = 1, 2, 3
USUAL_PITCH = 50
PITCH_STEPS_OF_AN_OCTAVE = 50
"""The scale from 0 to 100 goes from half to twice the voice's own pitch."""
ADVICE = "try: pip install --force-reinstall espeakng-loader, without --library"
LIST_TERMINATED, WORD_EVENT, END_EVENT = 0, 1, 5
LONGEST_SECONDS = 10.0
LONGEST_SECONDS_FOR_A_CHARACTER = 1.5
INSIDE_NUMBER = re.compile(r"\d[\d.,]|[.,]\d")
LETTERS = re.compile(r".*\w")


class Event(ctypes.Structure):
    """`espeak_EVENT` of speak_lib.h."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_void_p),
    )


CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.POINTER(Event))


@cache
def open_library(library: str = "") -> "Library":
    """Return a library by its file, or with "" the bundled one, loaded once in a process."""
    return Library(find_home(library))


class Library:
    """libespeak-ng, initialised; the voice is the last one chosen."""

    def __init__(self, home: Home) -> None:
        self._dll = _load(home)
        self._collect = CALLBACK(self._on_sound)
        self._dll.espeak_SetSynthCallback(self._collect)
        self._voice = ""
        self._forget(0)

    def choose(self, voice: str) -> None:
        """Set the voice by its place in the data folder; raises `EngineError` where the library does not take it."""
        if voice == self._voice:
            return
        if self._dll.espeak_SetVoiceByName(voice.encode()) != 0:
            raise EngineError(f'libespeak-ng cannot load the voice "{voice}"; to list all voices: postaloud voices')
        self._voice = voice

    def adjust(self, rate_wpm: int, pitch_percent: int, volume_percent: int) -> None:
        """Set speed, pitch and loudness of what follows; a voice that was just chosen has its own until then."""
        pitch = max(USUAL_PITCH + round(PITCH_STEPS_OF_AN_OCTAVE * log2(pitch_percent / 100)), 0)
        values = ((RATE_PARAMETER, rate_wpm), (VOLUME_PARAMETER, volume_percent), (PITCH_PARAMETER, pitch))
        for parameter, value in values:
            if self._dll.espeak_SetParameter(parameter, value, 0) != 0:
                raise EngineError(f"libespeak-ng refuses {value} for its parameter {parameter}.")

    def speak(self, text: str) -> Sound:
        """Speak a cleaned text; raises `EngineError` where the library fails or its sound does not end."""
        pcm = self._synthesise(text, CHARS_UTF8 | ENDPAUSE)
        words = _words(text, self._places)
        if not words or self._end > self._samples:  # sped up after its times were taken, as the variant "fast" is
            words = spread_words(text, self._samples)
        return Sound(pcm, words)

    def speak_phonemes(self, mnemonics: str) -> Sound:
        """Speak phonemes that we wrote ourselves, as one word; raises what `speak` does."""
        return Sound(self._synthesise(mnemonics, CHARS_UTF8 | ENDPAUSE | PHONEMES), (Word(0, 1, 0),))

    def _synthesise(self, text: str, flags: int) -> bytes:
        self._forget(int(RATE * (LONGEST_SECONDS + LONGEST_SECONDS_FOR_A_CHARACTER * len(text))))
        line = text.encode()
        code = self._dll.espeak_Synth(line, len(line) + 1, 0, 1, 0, flags, None, None)
        pcm = b"".join(self._stretches)
        if code != 0 or len(pcm) != self._samples * SAMPLE:
            raise EngineError(f'libespeak-ng cannot speak "{text}" (code {code}, {self._samples} samples).')
        return pcm

    def _forget(self, most: int) -> None:
        self._stretches: list[bytes] = []
        self._places: list[tuple[int, int]] = []
        self._samples = self._end = 0
        self._most = most

    def _on_sound(self, wav: int | None, count: int, events: "ctypes._Pointer[Event]") -> int:
        """Keep what was said; returning 1 stops the library. ctypes prints and forgets what is raised here."""
        if wav and count > 0:
            self._samples += count
            if self._samples > self._most:
                return 1
            self._stretches.append(ctypes.string_at(wav, count * SAMPLE))
        at = 0
        while kind := events[at].type:
            if kind == WORD_EVENT:
                event = events[at]
                self._places.append((event.text_position - 1, event.sample))
            elif kind == END_EVENT:
                self._end = events[at].sample
            at += 1
        return 0


def _load(home: Home) -> ctypes.CDLL:
    try:
        dll = ctypes.CDLL(str(home.library))
        _declare(dll)
    except (OSError, AttributeError) as error:
        raise EngineError(f"Cannot load {home.library} as libespeak-ng: {error}; {ADVICE}") from error
    rate = dll.espeak_Initialize(SYNCHRONOUS, BUFFER_MS, str(home.data).encode(), DONT_EXIT)
    if rate != RATE:
        raise EngineError(f"{home.library} does not start with the data in {home.data} (it answers {rate}); {ADVICE}")
    return dll


def _declare(dll: ctypes.CDLL) -> None:
    """Tell ctypes what `espeak_Synth` takes; its numbers would else be cut to 32 bits."""
    dll.espeak_Synth.argtypes = [
        ctypes.c_char_p,
        ctypes.c_size_t,
        ctypes.c_uint,
        ctypes.c_int,
        ctypes.c_uint,
        ctypes.c_uint,
        ctypes.c_void_p,
        ctypes.c_void_p,
    ]


def _words(text: str, places: list[tuple[int, int]]) -> tuple[Word, ...]:
    """Keep the events that stand at the start of a new word or number; the library's own lengths err."""
    starts: list[tuple[int, int]] = []
    for offset, sample in places:
        is_new = not starts or (offset > starts[-1][0] and not INSIDE_NUMBER.match(text, offset - 1))
        if is_new and text[offset : offset + 1].strip():
            starts.append((offset, sample))
    stops = [*(offset for offset, _ in starts), len(text)][1:]
    lengths = [_word_length(text[at:stop]) for (at, _), stop in zip(starts, stops, strict=True)]
    return tuple(Word(at, length, sample) for (at, sample), length in zip(starts, lengths, strict=True))


def _word_length(text: str) -> int:
    word = text.split(maxsplit=1)[0]
    letters = LETTERS.match(word)
    return letters.end() if letters else len(word)
