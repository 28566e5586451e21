"""A voice in, the voice at the loudness of the recording out: its own is told by its engine, or measured and kept."""

import hashlib
import json
import pickle
from collections.abc import Iterator
from math import log10
from typing import NamedTuple

from postaloud.model.loudness import Loudness
from postaloud.model.recording import Cast, Clip, Speaker
from postaloud.model.script import Part, Pause, Utterance
from postaloud.studio.cache import Cache
from postaloud.studio.levels import Levelled, levelled
from postaloud.studio.loudness import SILENT_LUFS, integrated
from postaloud.studio.mixing import mix
from postaloud.studio.passages import NUMBERS, NUMBERS_LU, VERSION, passage_in
from postaloud.studio.rescue import call_alone
from postaloud.workers import Call, Crash, Workers

PAUSE_MS = 250
"""As between the sentences of a paragraph."""
SECONDS_TO_MEASURE = 60


class Tuning(NamedTuple):
    """What decides the gain of a voice besides the voice."""

    loudness: Loudness = Loudness()
    lang: str = "en"
    """The article's language, a BCP 47 tag."""
    volume_percent: int = 100
    """Of the voice's own loudness: what the listener asked for is not tuned away."""


def tuned(speaker: Speaker, tuning: Tuning, workers: Workers, cache: Cache) -> Speaker:
    """Return a speaker, or a cast with each of its voices, at the loudness that is wanted."""

    def one(voice: Speaker) -> Levelled:
        own = getattr(voice, "loudness_lufs", None)
        if own is None:
            own = _kept(voice, tuning, workers, cache)
        return levelled(voice, own, tuning.loudness)

    if isinstance(speaker, Cast):
        return Cast(one(speaker.narrator), tuple((role, one(other)) for role, other in speaker.others))
    return one(speaker)


def _kept(speaker: Speaker, tuning: Tuning, workers: Workers, cache: Cache) -> float:
    """Return the loudness that was measured before, or measure it now."""
    passage = passage_in(tuning.lang)
    everything = [VERSION, speaker.fingerprint, speaker.rate, tuning.lang, tuning.volume_percent, passage]
    key = hashlib.sha256(json.dumps(everything).encode()).hexdigest()
    if (kept := cache.find_loudness(key)) is not None:
        return kept
    clips = list(_spoken(speaker, passage, tuning.lang, workers))
    call = Call(measure_clips, (clips, speaker.rate), SECONDS_TO_MEASURE)
    measured = float(workers.submit(call).result()) if clips else SILENT_LUFS
    own = round(measured + NUMBERS_LU * (passage is NUMBERS) - 20 * log10(tuning.volume_percent / 100), 2)
    cache.keep_loudness(key, own)
    return own


def _spoken(speaker: Speaker, passage: tuple[str, ...], lang: str, workers: Workers) -> Iterator[Clip]:
    """Yield the clips of a passage, each spoken in a process of its own; what the voice fails on says nothing of it."""
    workers.prepare(speaker.prepare)
    for job in [workers.submit(call_alone(Utterance(text, text, lang=lang), speaker)) for text in passage]:
        try:
            clip = pickle.loads(job.result())
        except Crash:
            continue
        if isinstance(clip, Clip):
            yield clip


def measure_clips(clips: list[Clip], rate: int) -> bytes:
    """Measure clips with the pauses of an article between them; runs in a worker process."""
    lines = [line for clip in clips for line in (Utterance("", ""), Pause(PAUSE_MS))]
    waiting = iter(clips)
    mixed = mix(Part(tuple(lines)), lambda _: next(waiting), rate)
    return repr(integrated(b"".join(mixed.pieces), rate)).encode()
