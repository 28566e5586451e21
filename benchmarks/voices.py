"""Print how true the bundled voice's word times are, and what care and processes cost: `python benchmarks/voices.py`.

Word times are held against two judges that know nothing of the engine's own events: the energy of the sound, where
words are set apart by silence, and PocketSphinx (`pip install pocketsphinx`), which lays the sentences along the sound.
"""

import ctypes
import os
import pickle
import resource
import statistics
import time
from array import array
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from typing import TypeVar

from postaloud.model.recording import Clip
from postaloud.model.script import Utterance
from postaloud.speaking import Wanted
from postaloud.speaking.espeak import RATE, EspeakSpeaker, open_voice
from postaloud.speaking.libespeak import CALLBACK, CHARS_UTF8, ENDPAUSE, Event, open_library
from postaloud.studio.rescue import call_alone
from postaloud.workers import open_workers

GAP_PARAMETER = 7
"""espeakWORDGAP of speak_lib.h, in units of ten milliseconds."""
GAP = 40
QUIET = 60
LEAST_SILENCE = RATE // 10
SPHINX_RATE, SPHINX_FRAME_MS = 16_000, 10
PART = 60
"""Utterances of a part."""
RUNS = 5
GREETING = Utterance("", "The first sentence of an article.")
Result = TypeVar("Result")

SUBJECTS = (
    "the baker",
    "an old ferry",
    "my neighbour",
    "the committee",
    "the rain",
    "a small brass key",
    "the teacher",
)
VERBS = ("crossed", "had forgotten", "was looking for", "repaired", "wrote about", "never liked")
OBJECTS = ("the harbour", "three letters", "a garden wall", "the long winter", "the bicycle")
TAILS = ("before breakfast", "and nobody was surprised", "because it was cold", "without a word to anybody")


def main() -> None:
    """Measure everything and print it."""
    speaker = open_voice(Wanted())
    speaker.prepare()
    print_errors("energy, words set apart by silence", in_a_fork(lambda: errors_by_energy(sentences(1_000))))
    if find_spec("pocketsphinx"):
        print_errors("PocketSphinx, whole sentences", in_a_fork(lambda: errors_by_alignment(speaker, sentences(1_500))))
    else:
        print("PocketSphinx is not installed: pip install pocketsphinx")
    overhead(speaker)
    first_sound(speaker)


def sentences(words: int) -> list[str]:
    """Return sentences with so many words in all."""
    made: list[str] = []
    while words > 0:
        at = len(made)
        rows = ((SUBJECTS, 1), (VERBS, 2), (OBJECTS, 3), (TAILS, 5), (SUBJECTS, 7), (VERBS, 11), (OBJECTS, 13))
        chosen = [row[at // step % len(row)] for row, step in rows]
        made.append(" ".join(chosen[: 4 + 3 * (at % 2)] if at % 2 == 0 else [*chosen[:4], "while", *chosen[4:]]))
        words -= len(made[-1].split())
    return made


def in_a_fork(function: Callable[[], Result]) -> Result:
    """Return what a function gives in a fork: this process must never speak."""
    reading, writing = os.pipe()
    if os.fork() == 0:
        with os.fdopen(writing, "wb") as answer:
            pickle.dump(function(), answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        result: Result = pickle.load(answer)
    os.wait()
    return result


def errors_by_energy(texts: Sequence[str]) -> list[tuple[float, float]]:
    """Return for each word its time in the sentence and its error, in milliseconds; those not set apart left out."""
    library = open_library()
    library.choose("gmw/en-US")
    library.adjust(175, 100, 100)
    library._dll.espeak_SetParameter(GAP_PARAMETER, GAP, 0)  # noqa: SLF001 - only a benchmark sets words apart
    found: list[tuple[float, float]] = []
    for text in texts:
        sound = library.speak(text)
        onsets = onsets_of(array("h", sound.pcm))
        for word in sound.words:
            nearest = min(onsets, key=lambda onset: abs(onset - word.sample))
            if abs(nearest - word.sample) < LEAST_SILENCE * 2:
                found.append((word.sample * 1000 / RATE, (word.sample - nearest) * 1000 / RATE))
    return found


def onsets_of(samples: "array[int]") -> list[int]:
    """Return where sound starts after a tenth of a second of silence."""
    onsets, last_loud = list[int](), -LEAST_SILENCE
    for at, sample in enumerate(samples):
        if abs(sample) > QUIET:
            if at - last_loud >= LEAST_SILENCE:
                onsets.append(at)
            last_loud = at
    return onsets


def errors_by_alignment(speaker: EspeakSpeaker, texts: Sequence[str]) -> list[tuple[float, float]]:
    """Return for each word its time in the sentence and its error against a forced alignment, in milliseconds."""
    from pocketsphinx import Decoder

    decoder = Decoder(lm=None, samprate=float(SPHINX_RATE), loglevel="FATAL")
    found: list[tuple[float, float]] = []
    for text in texts:
        clip = speaker(Utterance(text, text))
        starts = aligned(decoder, text, clip)
        if len(starts) == len(text.split()) == len(clip.words):
            ours = [word.sample * 1000 / RATE for word in clip.words]
            found += [(mine, mine - theirs) for mine, theirs in zip(ours, starts, strict=True)]
    return found


def aligned(decoder: object, text: str, clip: Clip) -> list[float]:
    """Return when each word starts, in milliseconds, as the decoder hears it."""
    lead = bytes(SPHINX_RATE // 5 * 2)
    decoder.set_align_text(text)  # type: ignore[attr-defined] # PocketSphinx ships no types
    decoder.start_utt()  # type: ignore[attr-defined]
    decoder.process_raw(lead + at_sphinx_rate(clip) + lead, full_utt=True)  # type: ignore[attr-defined]
    decoder.end_utt()  # type: ignore[attr-defined]
    words = [part for part in decoder.seg() or () if not part.word.startswith(("<", "["))]  # type: ignore[attr-defined]
    return [part.start_frame * SPHINX_FRAME_MS - 200.0 for part in words]


def at_sphinx_rate(clip: Clip) -> bytes:
    """Return the samples at the rate of PocketSphinx, read between on straight lines."""
    samples = array("h", clip.pcm)
    places = (at * RATE / SPHINX_RATE for at in range((len(samples) - 1) * SPHINX_RATE // RATE))
    pairs = ((int(place), place % 1) for place in places)
    return array("h", (int(samples[at] * (1 - part) + samples[at + 1] * part) for at, part in pairs)).tobytes()


def print_errors(judge: str, found: Sequence[tuple[float, float]]) -> None:
    """Print median, 95 % and drift of the errors."""
    errors = [error for _, error in found]
    centre = statistics.median(errors)
    spread = sorted(abs(error) for error in errors)[len(errors) * 95 // 100]
    slope = statistics.linear_regression([at / 1000 for at, _ in found], errors).slope
    print(
        f"{judge}: {len(errors)} words, median {centre:+.0f} ms, 95 % within {spread:.0f} ms, drift {slope:+.2f} ms/s"
    )


def overhead(speaker: EspeakSpeaker) -> None:
    """CPU of speaking 10,000 words with care, a fork for each part, against the bare library in one process."""
    texts = [f"{text[0].upper()}{text[1:]}." for text in sentences(10_000)]
    utterances = [Utterance(text, text) for text in texts]
    parts = [utterances[at : at + PART] for at in range(0, len(utterances), PART)]

    def careful() -> None:
        for part in parts:
            run_in_a_fork(lambda part=part: [speaker(each) for each in part])  # type: ignore[misc]

    def bare() -> None:
        run_in_a_fork(lambda: speak_bare(texts))

    pairs = [(cpu_of(careful), cpu_of(bare)) for _ in range(RUNS)]
    ratio = statistics.median(one / other for one, other in pairs)
    one, other = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"10,000 words with care in {len(parts)} forks: {one:.2f} s of CPU, bare {other:.2f} s: {ratio:.2f}")


def run_in_a_fork(function: Callable[[], object]) -> None:
    """Run a function in a fork and wait for its end."""
    if os.fork() == 0:
        function()
        os._exit(0)
    os.wait()


def speak_bare(texts: Sequence[str]) -> None:
    """Speak with nothing but the library and a callback that keeps the samples."""
    dll = open_library()._dll  # noqa: SLF001 - the bare library is what this measures
    kept: list[bytes] = []

    def keep(wav: int | None, count: int, _: "ctypes._Pointer[Event]") -> int:
        if wav and count > 0:
            kept.append(ctypes.string_at(wav, count * 2))
        return 0

    callback = CALLBACK(keep)
    dll.espeak_SetSynthCallback(callback)
    for text in texts:
        line = text.encode()
        dll.espeak_Synth(line, len(line) + 1, 0, 1, 0, CHARS_UTF8 | ENDPAUSE, None, None)


def cpu_of(function: Callable[[], None]) -> float:
    """Return the seconds of CPU that the forks of a function take, and those of this process."""
    before = [resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)]
    function()
    after = [resource.getrusage(who) for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)]
    return sum(
        end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime for start, end in zip(before, after, strict=True)
    )


def first_sound(speaker: EspeakSpeaker) -> None:
    """Wall time from a script at hand to the samples of its first sentence.

    A narration starts its processes before it reads the page; who comes with a script has to start them first.
    """
    waits: list[tuple[float, float]] = []
    for _ in range(RUNS):
        start = time.perf_counter()
        with open_workers(1) as workers:
            workers.prepare(speaker.prepare)
            first = workers.submit(call_alone(GREETING, speaker)).result
            cold = elapsed_ms(first, start)
            waits.append((elapsed_ms(workers.submit(call_alone(GREETING, speaker)).result, time.perf_counter()), cold))
    ready, cold = (statistics.median(column) for column in zip(*waits, strict=True))
    print(f"first sound: {ready:.0f} ms from a script at hand, {cold:.0f} ms where the process has to be started first")


def elapsed_ms(wait: Callable[[], object], start: float) -> float:
    """Return the milliseconds from a start until something has been waited for."""
    wait()
    return 1000 * (time.perf_counter() - start)


if __name__ == "__main__":
    main()
