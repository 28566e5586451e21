"""Takes that were recorded in, with them out the takes whose frames lie across the borders of parts.

Such a take depends on where its part stands, which is known when all parts before it are recorded.
"""

import pickle
from collections import deque
from collections.abc import Callable, Iterator
from itertools import islice

from postaloud.model.recording import Takes
from postaloud.studio.encoders import Coding
from postaloud.studio.mixing import SAMPLE
from postaloud.studio.record import Recorded, Studio, begin, completed, encoded_by, in_order, kept, missing_of
from postaloud.studio.sentences import needed
from postaloud.studio.takes import encode_mix, key_of
from postaloud.workers import Call

SECONDS = 20
"""What encoding may take, and as much again as the sound lasts."""


def follow(recorded: Iterator[Recorded], studio: Studio, start: int) -> Iterator[Takes]:
    """Return the takes of each part in the order of the studio's encoders; the first part begins at `start`."""
    begun = _begun(recorded, studio, start)
    return in_order(deque(islice(begun, studio.ahead)), begun)


def _begun(recorded: Iterator[Recorded], studio: Studio, start: int) -> Iterator[Callable[[], Takes]]:
    following = studio.following()
    for each in recorded:
        phases = tuple(start % encoder.grid(studio.rate) for encoder in following)
        coding = studio.leading()._replace(encoders=following, phases=phases, wants_mix=False)
        yield _begin(each, coding, studio)
        start += each.takes[0].samples


def _begin(recorded: Recorded, coding: Coding, studio: Studio) -> Callable[[], Takes]:
    if recorded.mix is None:
        wait = begin(recorded.part, coding, studio)
        return lambda: _sorted(recorded.takes, wait().takes, studio)
    speaker = needed(studio.speaker, {each.role for each in recorded.part.utterances()})
    keys = [key_of(recorded.part, speaker, coding, number) for number in range(len(coding.encoders))]
    is_music = not recorded.part.lines
    found = [None if is_music else studio.cache.find(key) for key in keys]
    seconds = SECONDS + sum(map(len, recorded.mix.pieces)) / SAMPLE / studio.rate
    call = Call(encode_mix, (recorded.mix, missing_of(coding, found)), seconds)
    job = studio.workers.submit(call)
    is_whole = not is_music and not any(each.is_lost or each.unspoken for each in recorded.mix.spoken)

    def finish() -> Takes:
        answer = pickle.loads(encoded_by(job, call, studio.workers))
        lacking = [key for key, take in zip(keys, found, strict=True) if take is None]
        made = kept(lacking, answer, studio.cache, is_whole=is_whole)
        return _sorted(recorded.takes, completed(found, made), studio)

    return finish


def _sorted(leading: Takes, following: Takes, studio: Studio) -> Takes:
    """Return all takes in the order of the studio's encoders."""
    ahead, behind = iter(leading), iter(following)
    return tuple(next(behind if each in studio.following() else ahead) for each in studio.encoders)
