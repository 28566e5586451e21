"""A part that crashed its voice in, its take out: spoken utterance by utterance, each in a process of its own.

An utterance is tried twice, then in halves down to single words, then spelled out. What still fails is lost: it has no
sound, and its take says so.
"""

import pickle
from collections.abc import Iterable
from dataclasses import replace

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Speaker, Word
from postaloud.model.script import Part, Utterance
from postaloud.studio.mp3 import Mp3
from postaloud.studio.takes import record_clips
from postaloud.workers import Call, Crash, Workers

TRIES = 2


def seconds_for(utterances: Iterable[Utterance]) -> float:
    """Return how long a voice may take: five seconds and a twentieth for each character."""
    return 5 + 0.05 * sum(len(each.said) for each in utterances)


def rescue(part: Part, speaker: Speaker, encoder: Mp3, workers: Workers) -> bytes:
    """Return the take's bytes with all that can be spoken."""
    clips = [_speak_somehow(utterance, speaker, workers) for utterance in part.utterances()]
    call = Call(record_clips, (part, clips, speaker.rate, encoder), seconds_for(part.utterances()))
    try:
        return workers.submit(call).result()
    except Crash as crash:
        raise EngineError(
            f"A part cannot be recorded, even sentence by sentence: {crash}. Try another voice."
        ) from crash


def speak_alone(utterance: Utterance, speaker: Speaker) -> bytes:
    """Speak one utterance; runs in a worker process."""
    return pickle.dumps(speaker(utterance))


def _speak_somehow(utterance: Utterance, speaker: Speaker, workers: Workers) -> Clip | None:
    call = Call(speak_alone, (utterance, speaker), seconds_for([utterance]))
    for _ in range(TRIES):
        try:
            clip = pickle.loads(workers.submit(call).result())
        except Crash:
            continue
        if isinstance(clip, Clip):
            return clip
    return _speak_in_pieces(utterance, speaker, workers)


def _speak_in_pieces(utterance: Utterance, speaker: Speaker, workers: Workers) -> Clip | None:
    pieces = _pieces(utterance.said)
    if len(pieces) < 2:
        return None
    clips = [_speak_somehow(replace(utterance, said=piece), speaker, workers) for piece in pieces]
    if any(clip is None for clip in clips):
        return None
    return _joined([clip for clip in clips if clip], pieces)


def _pieces(said: str) -> list[str]:
    """Halve at the space nearest the middle; a single word is spelled out."""
    inner = range(len(said) - len(said.lstrip()), len(said.rstrip()))
    spaces = [place for place in inner if said[place] == " "]
    if spaces:
        middle = min(spaces, key=lambda place: abs(2 * place - len(said)))
        return [said[:middle], said[middle:]]
    return list(said.strip()) if len(inner) > 1 else []


def _joined(clips: list[Clip], pieces: list[str]) -> Clip:
    pcm, words, offset = b"", list[Word](), 0
    for clip, piece in zip(clips, pieces, strict=True):
        shift = len(pcm) // 2
        words += [Word(word.offset + offset, word.length, word.sample + shift) for word in clip.words]
        pcm += clip.pcm
        offset += len(piece)
    return Clip(pcm, clips[0].rate, tuple(words))
