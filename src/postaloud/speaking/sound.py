"""Samples from an engine in, sound without silence at its ends out; joining and timing of words. Pure."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from postaloud.model.recording import Word

SAMPLE = 2
"""Bytes of a sample."""
QUIET = 16
"""-66 dBFS: below it lie the fading echoes of some voices, above it the first sample of every consonant."""
STRETCH = 256


class Sound(NamedTuple):
    """16-bit mono samples in the machine's byte order, and the words in them."""

    pcm: bytes
    words: tuple[Word, ...] = ()

    @property
    def samples(self) -> int:
        """How long it is."""
        return len(self.pcm) // SAMPLE


def trimmed(sound: Sound) -> Sound:
    """Take the silence from both ends; words keep their place in what is left."""
    pcm = sound.pcm
    lead = (len(pcm) - len(pcm.lstrip(b"\0"))) // SAMPLE
    stop = -(-len(pcm.rstrip(b"\0")) // SAMPLE)
    samples = memoryview(pcm)[: stop * SAMPLE].cast("h")
    first = _first_loud(samples, range(lead, stop, STRETCH))
    last = stop - _first_loud(samples[::-1], range(0, stop - first, STRETCH))
    if last <= first:
        return Sound(b"")
    end = last - first - 1
    words = tuple(word._replace(sample=min(max(word.sample - first, 0), end)) for word in sound.words)
    return Sound(pcm[first * SAMPLE : last * SAMPLE], words)


def _first_loud(samples: memoryview, starts: Iterable[int]) -> int:
    for start in starts:
        stretch = samples[start : start + STRETCH].tolist()
        if max(stretch) > QUIET or min(stretch) < -QUIET:
            return start + next(at for at, sample in enumerate(stretch) if abs(sample) > QUIET)
    return len(samples)


def joined(sounds: Sequence[Sound], gap: int) -> Sound:
    """Put sounds one after the other with so many samples of silence between them."""
    if len(sounds) == 1:
        return sounds[0]
    words: list[Word] = []
    start = 0
    for sound in sounds:
        words += [word._replace(sample=word.sample + start) for word in sound.words]
        start += sound.samples + gap
    return Sound(bytes(gap * SAMPLE).join(sound.pcm for sound in sounds), tuple(words))


def moved(sound: Sound, start: int) -> Sound:
    """Let the words refer to a text in which theirs stands at `start`."""
    return (
        sound._replace(words=tuple(word._replace(offset=word.offset + start) for word in sound.words))
        if start
        else sound
    )


def spread_words(text: str, samples: int) -> tuple[Word, ...]:
    """Guess when each word sounds, by the length of the words before it."""
    import re

    found = list(re.finditer(r"\S*\w\S*", text))
    total = sum(len(match[0]) + 1 for match in found) or 1
    words: list[Word] = []
    before = 0
    for match in found:
        words.append(Word(match.start(), len(match[0]), samples * before // total))
        before += len(match[0]) + 1
    return tuple(words)
