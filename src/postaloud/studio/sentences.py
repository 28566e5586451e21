"""A part and a slow voice in, its take out: each utterance spoken in a process of its own, and kept for the next time.

So editing a sentence speaks one; and as no utterance hears of those before it, each sounds the same in any order. What
is kept is the voice as it is: another loudness speaks nothing again.
"""

import hashlib
import json
import pickle
from collections.abc import Callable
from typing import NamedTuple

from postaloud.errors import EngineError
from postaloud.model.recording import Cast, Clip, Speaker
from postaloud.model.script import Part, Role, Utterance
from postaloud.studio.cache import Cache
from postaloud.studio.encoders import Coding
from postaloud.studio.levels import taken_apart
from postaloud.studio.rescue import call_alone, speak_somehow
from postaloud.studio.takes import CLIP_MAGIC, record_clips, seconds_for
from postaloud.workers import Call, Crash, Workers


class Booth(NamedTuple):
    """What speaking sentence by sentence needs besides the part."""

    speaker: Speaker
    workers: Workers
    cache: Cache
    coding: Coding


class Recorded(NamedTuple):
    """A worker's answer, and whether all of it could be spoken."""

    answer: bytes
    is_whole: bool


def begin_sentences(part: Part, booth: Booth) -> Callable[[], Recorded]:
    """Start speaking what the cache lacks, and return what waits for the answer."""
    begun = [_begin(utterance, booth) for utterance in part.utterances()]

    def finish() -> Recorded:
        clips = [wait() for wait in begun]
        call = Call(record_clips, (part, clips, booth.speaker.rate, booth.coding), seconds_for(part.utterances()))
        try:
            answer = booth.workers.submit(call).result()
        except Crash as crash:
            raise EngineError(f"A part cannot be recorded from its sentences: {crash}. Try another voice.") from crash
        return Recorded(answer, all(clip is not None and not clip.unspoken for clip in clips))

    return finish


def clip_key(utterance: Utterance, speaker: Speaker) -> str:
    """Return the name of everything that decides an utterance's sound, as a SHA-256 in hexadecimal."""
    everything = [
        CLIP_MAGIC.decode(),
        speaker.fingerprint,
        speaker.rate,
        utterance.said,
        utterance.role,
        utterance.lang,
    ]
    return hashlib.sha256(json.dumps(everything).encode()).hexdigest()


def needed(speaker: Speaker, roles: set[Role]) -> Speaker:
    """Return the voices that some roles need: the others must not decide a key."""
    return speaker.needed_for(roles) if isinstance(speaker, Cast) else speaker


def _begin(utterance: Utterance, booth: Booth) -> Callable[[], Clip | None]:
    levelled = needed(booth.speaker, {utterance.role})
    speaker, level = taken_apart(levelled)
    key = clip_key(utterance, speaker)
    if (kept := booth.cache.find_clip(key)) is not None:
        return lambda: level(kept)
    job = booth.workers.submit(call_alone(utterance, speaker))

    def finish() -> Clip | None:
        try:
            clip = pickle.loads(job.result())
        except Crash:
            clip = speak_somehow(utterance, speaker, booth.workers)
        if isinstance(clip, Clip) and not clip.unspoken:
            booth.cache.keep_clip(key, clip)
        return level(clip) if isinstance(clip, Clip) else None

    return finish
