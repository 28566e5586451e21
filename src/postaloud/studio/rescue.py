"""A part that crashed its voice in, its take out: spoken utterance by utterance, each in a process of its own.

An utterance is tried twice, then in halves down to single words, then spelled out. What still fails has no sound, and
its take names it.
"""

import pickle
from dataclasses import replace

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Speaker, Word
from postaloud.model.script import Part, Utterance
from postaloud.studio.encoders import Coding
from postaloud.studio.mixing import SAMPLE
from postaloud.studio.takes import record_clips, seconds_for
from postaloud.workers import Call, Crash, Fault, Workers

TRIES = 2


def rescue(part: Part, speaker: Speaker, coding: Coding, workers: Workers) -> bytes:
    """Return a worker's answer with all that can be spoken."""
    clips = [speak_somehow(utterance, speaker, workers) for utterance in part.utterances()]
    call = Call(record_clips, (part, clips, speaker.rate, coding), seconds_for(part.utterances()))
    try:
        return workers.submit(call).result()
    except Crash as crash:
        raise EngineError(
            f"A part cannot be recorded, even sentence by sentence: {crash}. Try another voice."
        ) from crash


def speak_alone(utterance: Utterance, speaker: Speaker) -> bytes:
    """Speak one utterance; runs in a worker process."""
    return pickle.dumps(speaker(utterance))


def call_alone(utterance: Utterance, speaker: Speaker) -> Call:
    """Return the call that speaks one utterance, within its time."""
    return Call(speak_alone, (utterance, speaker), seconds_for([utterance]))


def speak_somehow(utterance: Utterance, speaker: Speaker, workers: Workers) -> Clip | None:
    """Return the clip of an utterance with all of it that can be spoken, or None."""
    for _ in range(TRIES):
        try:
            clip = pickle.loads(workers.submit(call_alone(utterance, speaker)).result())
        except Fault:
            break
        except Crash:
            continue
        if isinstance(clip, Clip):
            return clip
    return _speak_in_pieces(utterance, speaker, workers)


def _speak_in_pieces(utterance: Utterance, speaker: Speaker, workers: Workers) -> Clip | None:
    pieces = _pieces(utterance.said)
    clips = [speak_somehow(replace(utterance, said=piece), speaker, workers) for piece in pieces]
    return _joined(clips, pieces) if any(clip and clip.pcm for clip in clips) else None


def _pieces(said: str) -> list[str]:
    """Halve at the space nearest the middle; a single word is spelled out."""
    inner = range(len(said) - len(said.lstrip()), len(said.rstrip()))
    spaces = [place for place in inner if said[place] == " "]
    if spaces:
        middle = min(spaces, key=lambda place: abs(2 * place - len(said)))
        return [said[:middle], said[middle:]]
    return list(said.strip()) if len(inner) > 1 else []


def _joined(clips: list[Clip | None], pieces: list[str]) -> Clip:
    """Put the clips of pieces one behind the other; pieces without one are named."""
    pcm, words, offset = b"", list[Word](), 0
    for clip, piece in zip(clips, pieces, strict=True):
        if clip:
            shift = len(pcm) // SAMPLE
            words += [Word(word.offset + offset, word.length, word.sample + shift) for word in clip.words]
            pcm += clip.pcm
        offset += len(piece)
    rate = next(clip.rate for clip in clips if clip)
    return Clip(pcm, rate, tuple(words), _unspoken(clips, pieces), any(clip.are_guessed for clip in clips if clip))


def _unspoken(clips: list[Clip | None], pieces: list[str]) -> str:
    """Name the pieces that have no sound, each letter of a word as itself."""
    lost = (clip.unspoken if clip else piece.strip() for clip, piece in zip(clips, pieces, strict=True))
    separator = "" if all(len(piece) == 1 for piece in pieces) else " "
    return separator.join(filter(None, lost))
