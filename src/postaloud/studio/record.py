"""Parts and a voice in, takes out: in order, a bounded number at a time, from the cache where it has them."""

import logging
import pickle
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from math import lcm
from typing import NamedTuple, TypeVar

from postaloud.errors import EngineError
from postaloud.model.recording import Speaker, Take, Takes
from postaloud.model.script import EarconKind, Part
from postaloud.studio.cache import Cache
from postaloud.studio.earcons import earcon
from postaloud.studio.encoders import TAIL, Coding, Encoder, Fit, fit_of
from postaloud.studio.mixing import Mix
from postaloud.studio.mp3 import Mp3
from postaloud.studio.rescue import rescue
from postaloud.studio.sentences import Booth, begin_sentences, needed
from postaloud.studio.takes import Answer, encode_mix, key_of, record_part, seconds_for, unpack
from postaloud.workers import Call, Crash, Fault, Job, Workers

USUAL_RATE = 22_050
"""Samples in a second of most voices; earcons for others are made when they are needed."""
_log = logging.getLogger(__name__)
_Finished = TypeVar("_Finished")


@dataclass(frozen=True, slots=True)
class Studio:
    """What recording needs besides the parts."""

    speaker: Speaker
    workers: Workers
    cache: Cache
    encoders: tuple[Encoder, ...] = field(default_factory=lambda: (Mp3(),))
    """The first decides the timeline."""
    ahead: int = 4
    """How many parts may be under way beyond the one that is waited for; this bounds the sound in memory."""
    fixed_rate: int = 0
    """Samples a second that a format asks for, or 0 for those of the voice."""

    @property
    def rate(self) -> int:
        """Samples a second of the timeline."""
        return self.fixed_rate or self.speaker.rate

    def leading(self) -> Coding:
        """Return what can be encoded of a part wherever it will stand."""
        encoders = tuple(each for each in self.encoders if each not in self.following())
        fit = fit_of(self.encoders, self.rate)
        return Coding(encoders, (0,) * len(encoders), fit, self.rate, wants_mix=bool(self.following()))

    def following(self) -> tuple[Encoder, ...]:
        """Return the encoders whose frames lie across the borders of parts."""
        return tuple(each for each in self.encoders[1:] if each.grid(self.rate) > 1)


class Recorded(NamedTuple):
    """A part, its takes by the leading encoders, and its samples where they were made just now and will be needed."""

    part: Part
    takes: Takes
    mix: Mix | None = None


def warm_up() -> None:
    """Load in a worker process what every part needs, and make the earcons."""
    import lameenc  # noqa: F401

    for kind in EarconKind:
        earcon(kind, USUAL_RATE)


def warm_up_more() -> None:
    """Load in a worker process what encodes all formats but MP3."""
    import av  # noqa: F401


def record(
    parts: Iterable[Part],
    studio: Studio,
    before: Sequence[Recorded] = (),
    after: Sequence[Recorded] = (),
    start: int = 0,
) -> Iterator[Takes]:
    """Return the takes of each part, in order; only what the cache lacks is spoken, and the first parts at once.

    What is recorded already can stand `before` and `after` the parts; all begin at the sample `start` of the timeline.
    A part whose process crashes is spoken again utterance by utterance; what still fails is marked as lost in its take.
    """
    studio.workers.prepare(studio.speaker.prepare)
    begun = (begin(part, studio.leading(), studio) for part in parts)
    recorded = chain(before, in_order(deque(islice(begun, studio.ahead)), begun), after)
    if not studio.following():
        return (each.takes for each in recorded)
    from postaloud.studio.following import follow

    return follow(recorded, studio, start)


def in_order(waiting: deque[Callable[[], _Finished]], begun: Iterator[Callable[[], _Finished]]) -> Iterator[_Finished]:
    """Wait for what was begun first, and begin something else meanwhile."""
    while waiting:
        finish = waiting.popleft()
        waiting.extend(islice(begun, 1))
        yield finish()


def begin(part: Part, coding: Coding, studio: Studio) -> Callable[[], Recorded]:
    """Start recording what the cache lacks of a part and return what waits for its takes."""
    speaker = needed(studio.speaker, {each.role for each in part.utterances()})
    keys = [key_of(part, speaker, coding, number) for number in range(len(coding.encoders))]
    found = [studio.cache.find(key) for key in keys]
    if None not in found:
        _log.debug("From the cache: take %s of section %d.", keys[0][:12], part.section)
        return lambda: Recorded(part, tuple(take for take in found if take))
    _log.debug("To be recorded: take %s of section %d.", keys[0][:12], part.section)
    missing = missing_of(coding, found)
    wait = _speak(part, speaker, missing, studio)

    def finish() -> Recorded:
        answer, is_whole = wait()
        lacking = [key for key, take in zip(keys, found, strict=True) if take is None]
        return Recorded(part, completed(found, kept(lacking, answer, studio.cache, is_whole=is_whole)), answer.mix)

    return finish


def missing_of(coding: Coding, found: Sequence[Take | None]) -> Coding:
    """Return as much of the coding as was not found."""
    places = [place for place, take in enumerate(found) if take is None]
    return coding._replace(
        encoders=tuple(coding.encoders[place] for place in places),
        phases=tuple(coding.phases[place] for place in places),
    )


def kept(keys: Sequence[str], answer: Answer, cache: Cache, *, is_whole: bool) -> Iterator[Take]:
    """Yield a worker's takes, each kept in the cache where nothing of it is lost."""
    for key, packed in zip(keys, answer.packed, strict=True):
        if is_whole:
            cache.keep(key, packed)
        yield unpack(packed)


def completed(found: Sequence[Take | None], made: Iterator[Take]) -> Takes:
    """Return what was found, and in its gaps what was made."""
    return tuple(take or next(made) for take in found)


def _speak(part: Part, speaker: Speaker, coding: Coding, studio: Studio) -> Callable[[], tuple[Answer, bool]]:
    """Start speaking a part; what waits for it also tells whether all of it could be spoken."""
    if speaker.is_slow:
        wait = begin_sentences(part, Booth(speaker, studio.workers, studio.cache, coding))

        def finish() -> tuple[Answer, bool]:
            recorded = wait()
            return pickle.loads(recorded.answer), recorded.is_whole

        return finish
    call = Call(record_part, (part, speaker, coding), seconds_for(part.utterances()))
    job = studio.workers.submit(call)
    return lambda: _spoken(part, coding, (job, call), studio)


def _spoken(part: Part, coding: Coding, begun: tuple[Job, Call], studio: Studio) -> tuple[Answer, bool]:
    try:
        return pickle.loads(result_of(*begun, studio.workers)), True
    except Crash as crash:
        _log.info("A part is spoken again, sentence by sentence: %s", crash)
        return pickle.loads(rescue(part, studio.speaker, coding, studio.workers)), False


def result_of(job: Job, call: Call, workers: Workers) -> bytes:
    """Wait for a call, and ask once more where its process died: not of its text, it gives the same bytes."""
    try:
        return job.result()
    except Fault:
        raise
    except Crash as crash:
        _log.info("A part is spoken once more: %s", crash)
        return workers.submit(call).result()


def begin_silence(studio: Studio) -> Callable[[], Takes]:
    """Start making silence by each encoder, for the ends of files, and return what waits for it."""
    codings = [Coding((each,), (0,), Fit(each.padding(studio.rate), 0), studio.rate) for each in studio.encoders]
    begun = [_begin_silence(coding, studio) if coding.fit.grid else None for coding in codings]
    return lambda: tuple(wait() if wait else Take(b"", 0, ()) for wait in begun)


def close_timeline(studio: Studio, samples: int) -> Takes:
    """Return silence behind the last part, up to where a frame ends in every format that needs it."""
    grids = [studio.encoders[0].grid(studio.rate), *(each.ends_on(studio.rate) for each in studio.encoders)]
    whole = lcm(*grids)
    lacking = -samples % whole
    if not lacking:
        return tuple(Take(b"", 0, ()) for _ in studio.encoders)
    fit = Fit(lacking if lacking > TAIL else lacking + whole, 0)
    phases = (samples % each.grid(studio.rate) for each in studio.encoders)
    pairs = zip(studio.encoders, phases, strict=True)
    codings = [Coding((encoder,), (phase,), fit, studio.rate) for encoder, phase in pairs]
    begun = [_begin_silence(coding, studio) for coding in codings]
    return tuple(wait() for wait in begun)


def _begin_silence(coding: Coding, studio: Studio) -> Callable[[], Take]:
    key = key_of(Part(()), studio.speaker, coding)
    if (found := studio.cache.find(key)) is not None:
        return lambda: found
    call = Call(encode_mix, (Mix((), 0, coding.fit.grid, (), ()), coding), seconds_for([]))
    job = studio.workers.submit(call)

    def finish() -> Take:
        answer = pickle.loads(encoded_by(job, call, studio.workers))
        return next(kept([key], answer, studio.cache, is_whole=True))

    return finish


def encoded_by(job: Job, call: Call, workers: Workers) -> bytes:
    """Wait for a call that only encodes; raises `EngineError` where it cannot."""
    try:
        return result_of(job, call, workers)
    except Crash as crash:
        raise EngineError(
            f"A part cannot be encoded: {crash}. Free some memory, or choose another --format."
        ) from crash
