"""An engine's name in, the sentences of the engines' contract that it breaks out.

Everything is spoken in worker processes, as a narration does it: a crash there is a breach and no end of the test.
"""

import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from postaloud.errors import EngineError, PostaloudError
from postaloud.model.recording import Clip, Speaker
from postaloud.model.script import Utterance
from postaloud.speaking import Voice, Wanted, list_voices, open_voice
from postaloud.workers import Call, Crash, open_workers

SECONDS = 120
SAMPLE = 2
SLOW = 50
"""Seconds of sound for a second of work, below which an engine is slow."""
PATIENCE = 5  # a busy machine makes an engine look slower
QUIET_MS = 60  # of silence that may be left at the ends of a clip
SENTENCES = tuple(f"This is sentence number {number}, and no word of it may be lost." for number in range(1, 9))
NOTHING = ("", "…", "\0")
DIFFICULT = (
    "before\0after",
    "be\x01100p fore",
    "one \ud800 surrogate",
    "right \u202eto left",
    "<speak><break time='9000s'/></speak> & more",
    "é . " * 126,
    "1234567890" * 12,
    "a" * 500,
)


Answers = Sequence[tuple[str, Clip | str]]
"""Texts with the clip or the words of the error that they give."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The engine under test, with a speaker of it."""

    engine: str
    wanted: Wanted
    speaker: Speaker
    sentences: Answers = ()
    """What the speaker makes of the `SENTENCES`."""


Clause = Callable[[Subject], Iterator[str]]
"""Yields a sentence for each breach."""


def engine_contract(engine: str, wanted: Wanted | None = None) -> list[str]:
    """Return what an engine breaks of the contract of `docs/engines.md`; nothing where it keeps it.

    `wanted` names a voice or a language where the engine does not speak English. Raises `EngineError` where the engine
    or that voice cannot be had at all.

    >>> engine_contract("silent")
    []
    """
    wanted = wanted or Wanted()
    subject = Subject(engine, wanted, open_voice(engine, wanted))
    subject = replace(subject, sentences=_answers(subject, SENTENCES))
    return [breach for clause in CLAUSES for breach in clause(subject)]


def lists_its_voices(subject: Subject) -> Iterator[str]:
    """Voices are listed under the engine's name, each with a name of its own."""
    voices = list_voices(subject.engine)
    names = [voice.name for voice in voices]
    if not voices:
        yield "It lists no voice."
    if len(set(names)) < len(names):
        yield "Two voices have the same name."
    if not all(isinstance(voice, Voice) and voice.engine == subject.engine for voice in voices):
        yield f"A voice is not listed under the engine's name, {subject.engine}."


def names_unknown_voices(subject: Subject) -> Iterator[str]:
    """An unknown voice is an `EngineError` that names it; an engine with a single voice may take any name."""
    if len(list_voices(subject.engine)) < 2:
        return
    try:
        open_voice(subject.engine, subject.wanted._replace(voice="nobody-has-this-name"))
    except EngineError as error:
        if "nobody-has-this-name" not in str(error):
            yield "The error for an unknown voice does not name it."
    else:
        yield "An unknown voice is replaced silently."


def travels_to_its_worker(subject: Subject) -> Iterator[str]:
    """A speaker can be pickled and is the same afterwards."""
    if pickle.loads(pickle.dumps(subject.speaker)) != subject.speaker:
        yield "A pickled speaker is not equal to the one that was pickled."


def is_told_by_its_fingerprint(subject: Subject) -> Iterator[str]:
    """The fingerprint is the same for the same wish and differs with the rate."""
    if open_voice(subject.engine, subject.wanted).fingerprint != subject.speaker.fingerprint:
        yield "The same voice has another fingerprint when it is opened again."
    faster = subject.wanted._replace(rate_wpm=subject.wanted.rate_wpm + 20)
    if open_voice(subject.engine, faster).fingerprint == subject.speaker.fingerprint:
        yield "The fingerprint does not change with the rate."


def gives_whole_clips(subject: Subject) -> Iterator[str]:
    """Clips hold 16-bit samples at the speaker's rate, without silence at their ends."""
    for said, answer in subject.sentences:
        if not isinstance(answer, Clip):
            yield f'"{said}" is not spoken: {answer}'
            continue
        if len(answer.pcm) % SAMPLE or not answer.pcm:
            yield f'The clip of "{said}" has {len(answer.pcm)} bytes, which are no 16-bit samples.'
        if answer.rate != subject.speaker.rate:
            yield f"A clip has {answer.rate} samples a second, and the speaker promises {subject.speaker.rate}."
        yield from _untrimmed(answer)


def _untrimmed(clip: Clip) -> Iterator[str]:
    quiet = clip.rate * QUIET_MS // 1000 * SAMPLE
    is_heard = any(clip.pcm)  # an engine may say nothing at all
    if is_heard and not (any(clip.pcm[:quiet]) and any(clip.pcm[-quiet:])):
        yield f"A clip has more than {QUIET_MS} ms of silence at an end."


def places_its_words(subject: Subject) -> Iterator[str]:
    """Words lie within the text and the sound, in order, and do not overlap."""
    for said, answer in subject.sentences:
        if isinstance(answer, Clip):
            words = answer.words
            if not words:
                yield f'The clip of "{said}" has no word times; guessed ones are better than none.'
            if any(one.sample > two.sample or one.offset + one.length > two.offset for one, two in pairwise(words)):
                yield f'The words of "{said}" are not in order.'
            if any(word.offset + word.length > len(said) or word.sample > len(answer.pcm) // SAMPLE for word in words):
                yield f'A word of "{said}" lies behind its end.'


def says_nothing_for_nothing(subject: Subject) -> Iterator[str]:
    """What has no letter and no digit is an empty clip."""
    for said, answer in _answers(subject, NOTHING):
        if not isinstance(answer, Clip) or answer.pcm:
            yield f"{said!r} is no empty clip: {answer if isinstance(answer, str) else len(answer.pcm)}"


def loses_nothing(subject: Subject) -> Iterator[str]:
    """A long text lasts at least 90 % of its sentences."""
    whole, parts = _total(_answers(subject, (" ".join(SENTENCES),))), _total(subject.sentences)
    if whole < 0.9 * parts:
        yield f"Eight sentences at once last {whole:.1f} s, and {parts:.1f} s one by one: something is lost."


def keeps_its_rate(subject: Subject) -> Iterator[str]:
    """Speaking twice as fast takes clearly less time."""
    faster = open_voice(subject.engine, subject.wanted._replace(rate_wpm=350))
    usual = _total(subject.sentences)
    fast = _total(_answers(replace(subject, speaker=faster), SENTENCES))
    if fast > 0.8 * usual:
        yield f"At 350 words a minute eight sentences last {fast:.1f} s, and at 175 {usual:.1f} s."


def speaks_or_names_what_is_difficult(subject: Subject) -> Iterator[str]:
    """Difficult texts are spoken, or refused by an `EngineError`; never a crash, and never a clip without end."""
    for said, answer in _answers(subject, DIFFICULT):
        if isinstance(answer, str) and not answer.startswith(EngineError.__name__):
            yield f"{said[:20]!r} ends the engine: {answer}"
        if isinstance(answer, Clip) and _seconds(answer) > 10 + 1.5 * len(said):
            yield f"{said[:20]!r} lasts {_seconds(answer):.0f} s."


def is_reproducible(subject: Subject) -> Iterator[str]:
    """The same sentence gives the same bytes in two fresh processes."""
    if _answers(subject, SENTENCES[:2]) != list(subject.sentences[:2]):
        yield "The same sentences sound different in another process."


def admits_to_be_slow(subject: Subject) -> Iterator[str]:
    """An engine that needs more than a fiftieth of the time of listening says so."""
    with open_workers(1) as workers:
        workers.prepare(subject.speaker.prepare)
        workers.submit(_call(subject.speaker, SENTENCES[:1])).result()
        start = time.monotonic()
        answers = pickle.loads(workers.submit(_call(subject.speaker, SENTENCES)).result())
        took = time.monotonic() - start
    heard = sum(map(_seconds, answers))
    if took * SLOW > heard * PATIENCE and not subject.speaker.is_slow:
        yield f"It needs {took:.2f} s for {heard:.1f} s of sound: is_slow must be true."


CLAUSES: tuple[Clause, ...] = (
    lists_its_voices,
    names_unknown_voices,
    travels_to_its_worker,
    is_told_by_its_fingerprint,
    gives_whole_clips,
    places_its_words,
    says_nothing_for_nothing,
    loses_nothing,
    keeps_its_rate,
    speaks_or_names_what_is_difficult,
    is_reproducible,
    admits_to_be_slow,
)
"""All sentences of the contract, in the order of their test."""


def speak_all(speaker: Speaker, said: Sequence[str], lang: str) -> bytes:
    """Speak texts in a worker process; returns a pickled clip or the name and words of an error for each."""
    return pickle.dumps([_answer(speaker, Utterance(text, text, lang=lang)) for text in said])


def _answer(speaker: Speaker, utterance: Utterance) -> Clip | str:
    try:
        return speaker(utterance)
    except PostaloudError as error:
        return f"{type(error).__name__}: {error}"


def _call(speaker: Speaker, said: Sequence[str], lang: str = "en") -> Call:
    return Call(speak_all, (speaker, said, lang), SECONDS)


def _answers(subject: Subject, said: Sequence[str]) -> list[tuple[str, Clip | str]]:
    """Return a clip or the words of an error for each text, each spoken in a process that has spoken nothing else."""
    with open_workers(2) as workers:
        workers.prepare(subject.speaker.prepare)
        jobs = [workers.submit(_call(subject.speaker, [text], subject.wanted.lang)) for text in said]
        return [(text, _result(job.result)) for text, job in zip(said, jobs, strict=True)]


def _result(result: Callable[[], bytes]) -> Clip | str:
    try:
        [answer] = pickle.loads(result())
    except Crash as crash:
        return f"crash: {crash}"
    return answer if isinstance(answer, Clip) else str(answer)


def _total(answers: Answers) -> float:
    return sum(_seconds(answer) for _, answer in answers)


def _seconds(answer: Clip | str) -> float:
    return len(answer.pcm) / SAMPLE / answer.rate if isinstance(answer, Clip) else 0.0
