"""Parts and a voice in, takes out: in order, a bounded number at a time, from the cache where it has them."""

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from postaloud.model.recording import Speaker, Take
from postaloud.model.script import EarconKind, Part
from postaloud.studio.cache import Cache
from postaloud.studio.earcons import earcon
from postaloud.studio.mp3 import Mp3
from postaloud.studio.rescue import rescue
from postaloud.studio.sentences import Booth, begin_sentences, needed
from postaloud.studio.takes import key_of, record_part, seconds_for, unpack
from postaloud.workers import Call, Crash, Fault, Job, Workers

USUAL_RATE = 22_050
"""Samples in a second of most voices; earcons for others are made when they are needed."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Studio:
    """What recording needs besides the parts."""

    speaker: Speaker
    workers: Workers
    cache: Cache
    encoder: Mp3 = field(default_factory=Mp3)
    ahead: int = 4
    """How many parts may be under way beyond the one that is waited for; this bounds the sound in memory."""


def warm_up() -> None:
    """Load in a worker process what every part needs, and make the earcons."""
    import lameenc  # noqa: F401

    for kind in EarconKind:
        earcon(kind, USUAL_RATE)


def record(parts: Iterable[Part], studio: Studio) -> Iterator[Take]:
    """Return a take for each part, in order; only what the cache lacks is spoken, and the first parts at once.

    A part whose process crashes is spoken again utterance by utterance; what still fails is marked as lost in its take.
    """
    studio.workers.prepare(studio.speaker.prepare)
    begun = (_begin(part, studio) for part in parts)
    return _in_order(deque(islice(begun, studio.ahead)), begun)


def _in_order(waiting: deque[Callable[[], Take]], begun: Iterator[Callable[[], Take]]) -> Iterator[Take]:
    while waiting:
        finish = waiting.popleft()
        waiting.extend(islice(begun, 1))
        yield finish()


def _begin(part: Part, studio: Studio) -> Callable[[], Take]:
    """Start recording a part and return what waits for its take."""
    speaker = needed(studio.speaker, {each.role for each in part.utterances()})
    key = key_of(part, speaker, studio.encoder)
    if (take := studio.cache.find(key)) is not None:
        _log.debug("From the cache: take %s of section %d.", key[:12], part.section)
        return lambda: take
    _log.debug("To be recorded: take %s of section %d.", key[:12], part.section)
    if speaker.is_slow:
        wait = begin_sentences(part, Booth(speaker, studio.workers, studio.cache, studio.encoder))
        return lambda: _kept(key, *wait(), studio)
    call = Call(record_part, (part, speaker, studio.encoder), seconds_for(part.utterances()))
    job = studio.workers.submit(call)
    return lambda: _finish(part, key, (job, call), studio)


def _finish(part: Part, key: str, begun: tuple[Job, Call], studio: Studio) -> Take:
    try:
        packed = _result(*begun, studio.workers)
    except Crash as crash:
        _log.info("A part is spoken again, sentence by sentence: %s", crash)
        return unpack(rescue(part, studio.speaker, studio.encoder, studio.workers))
    return _kept(key, packed, is_whole=True, studio=studio)


def _kept(key: str, packed: bytes, is_whole: bool, studio: Studio) -> Take:  # noqa: FBT001 - what `Recorded` holds
    if is_whole:
        studio.cache.keep(key, packed)
    return unpack(packed)


def _result(job: Job, call: Call, workers: Workers) -> bytes:
    """Wait for a call, and ask once more where its process died: not of its text, it gives the same bytes."""
    try:
        return job.result()
    except Fault:
        raise
    except Crash as crash:
        _log.info("A part is spoken once more: %s", crash)
        return workers.submit(call).result()
