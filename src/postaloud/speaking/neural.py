"""A Piper voice's files and a short text in, its sound with the times of its words out: the door to piper-tts and ONNX.

Nothing here starts a thread: a process that has loaded a voice is forked for every sentence.
"""

import json
import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from postaloud.errors import EngineError
from postaloud.model.recording import Word
from postaloud.speaking.aligning import align, sounds_in
from postaloud.speaking.sound import Sound, spread_words

if TYPE_CHECKING:
    import numpy as np
    from onnxruntime import InferenceSession
    from piper import PiperVoice

    Samples = np.ndarray[Any, Any]

ADVICE = "try: pip install 'postaloud[neural]'"
SEED = 1
"""Voices draw random numbers to sound alive; the same ones, so that the same sentence is the same sound."""
TRIAL = "The quick brown fox jumps over the lazy dog, and nobody minds."
USUAL_LEVEL = 0.12
"""Root mean square of speech, of full scale: about the loudness of the bundled voice."""
HIGHEST_PEAK = 0.9
MOST_GAIN = 8.0
HUSH = 0.0025
"""-52 dBFS: below it lies the noise of a voice that breathes out."""
FULL_SCALE = 32767
SPACE = " "
REFUSALS = ("Fail", "InvalidArgument", "InvalidGraph", "InvalidProtobuf", "NotImplemented", "RuntimeException")
"""What the runtime says to a file that it cannot use."""
WORD = re.compile(r"\S*\w\S*")


class Group(NamedTuple):
    """Phonemes that the voice speaks as one word."""

    sample: int
    sounds: int


class Delivery(NamedTuple):
    """How a text is to be spoken."""

    length_percent: int = 100
    """Of the usual length; less is faster."""
    volume_percent: int = 100
    speaker: int | None = None
    """Who of a voice's speakers, or None for its only or first one."""


class Model:
    """A loaded voice."""

    def __init__(self, voice: "PiperVoice") -> None:
        self._voice = voice
        self.rate = voice.config.sample_rate
        self.gain = 1.0
        self.gain = self._measured_gain()

    def speak(self, text: str, delivery: Delivery) -> tuple[Sound, bool]:
        """Return a text's sound, and whether its word times are guessed because the model gives none."""
        import numpy as np

        pieces: list[Samples] = []
        groups: list[Group] | None = []
        start = 0
        for phonemes in self._phonemes(text):
            samples, frames = self._synthesized(phonemes, delivery)
            pieces.append(samples)
            found = self._groups(phonemes, frames, start)
            groups = groups + found if groups is not None and found else None
            start += len(samples)
        heard = _hushed(np.concatenate(pieces)) if pieces else np.zeros(0)
        pcm = np.clip(heard * (self.gain * delivery.volume_percent / 100), -1, 1) * FULL_SCALE
        words = _timed(text, groups) if groups else spread_words(text, start)
        return Sound(pcm.astype(np.int16).tobytes(), words), not groups

    def _phonemes(self, text: str) -> Iterable[list[str]]:
        """Return the phonemes of each sentence; brackets in pairs would be taken for phonemes themselves."""
        return filter(None, self._voice.phonemize(text.replace("[[", "((").replace("]]", "))")))

    def _synthesized(self, phonemes: list[str], delivery: Delivery) -> "tuple[Samples, Samples | None]":
        from piper import SynthesisConfig

        length = self._voice.config.length_scale * delivery.length_percent / 100
        config = SynthesisConfig(speaker_id=delivery.speaker, length_scale=length, normalize_audio=False)
        ids = self._voice.phonemes_to_ids(phonemes)
        samples, frames = self._voice.phoneme_ids_to_audio(ids, config, include_alignments=True)
        return samples, frames if frames is not None and len(frames) == len(ids) else None

    def _groups(self, phonemes: list[str], frames: "Samples | None", start: int) -> list[Group]:
        """Return the groups of a sentence with the samples at which they start; none without the model's frames."""
        if frames is None:
            return []
        known = self._voice.config.phoneme_id_map
        pad = len(known.get("_", ()))
        lengths = [len(known["^"]) + pad, *(len(known[each]) + pad if each in known else 0 for each in phonemes)]
        ends = [0, *accumulate(int(count) for count in frames)]
        firsts = [start + ends[at] for at in accumulate(lengths)]
        return list(_grouped(phonemes, firsts))

    def _measured_gain(self) -> float:
        """Return what brings a trial sentence to the usual level: one gain for all that the voice will say."""
        import numpy as np

        samples = np.concatenate([self._synthesized(each, Delivery())[0] for each in self._phonemes(TRIAL)])
        loud = samples[np.abs(samples) > HUSH]
        if not len(loud):
            return 1.0
        level, peak = float(np.sqrt(np.mean(loud**2))), float(np.max(np.abs(samples)))
        return min(USUAL_LEVEL / level, HIGHEST_PEAK / peak, MOST_GAIN)


@cache
def load(onnx: Path, settings: Path) -> Model:
    """Return a voice, loaded once in a process; raises `EngineError` where its files or piper-tts cannot be used."""
    try:
        import onnxruntime
        from onnxruntime.capi import onnxruntime_pybind11_state as runtime
        from piper import PiperConfig, PiperVoice
    except ImportError as error:
        raise EngineError(f"The engine piper cannot be loaded ({error}); {ADVICE}") from error
    logging.getLogger("piper").setLevel(logging.ERROR)
    onnxruntime.set_seed(SEED)
    refusals = tuple(getattr(runtime, name) for name in REFUSALS)
    try:
        config = PiperConfig.from_dict(json.loads(settings.read_text(encoding="utf-8")))
        session = _session(str(onnx))
        if len(session.get_outputs()) == 1 and (telling := _with_frames(onnx)):
            session = _session(telling)
    except (OSError, ValueError, KeyError, *refusals) as error:
        raise EngineError(f"{onnx} is no Piper voice that can be used: {_first_line(error)}.") from error
    return Model(PiperVoice(session=session, config=config))


def _session(model: str | bytes) -> "InferenceSession":
    """Return a model ready to run, in this thread alone."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])


def _with_frames(path: Path) -> bytes:
    """Return a model that also tells the frames of each phoneme, which most keep to themselves; b"" if it has none."""
    if find_spec("onnx") is None:
        return b""
    import onnx
    from piper.patch_voice_with_alignment import add_alignment_output

    model = onnx.load(str(path))
    try:
        add_alignment_output(model)
    except ValueError:  # its way of saying that there are none, or that it cannot tell which
        return b""
    return bytes(model.SerializeToString())


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _grouped(phonemes: Sequence[str], firsts: Sequence[int]) -> Iterator[Group]:
    """Yield the groups between spaces; `firsts` tells the sample at which each phoneme starts."""
    begun: list[int] = []
    for place, phoneme in enumerate([*phonemes, SPACE]):
        if phoneme != SPACE:
            begun.append(place)
            continue
        if sounds := sum(phonemes[at].isalpha() for at in begun):
            yield Group(firsts[begun[0]], sounds)
        begun = []


def _timed(text: str, groups: Sequence[Group]) -> tuple[Word, ...]:
    """Lay the words of a text along the groups; a word within a group starts after its share of it."""
    found = list(WORD.finditer(text))
    places = align([sounds_in(match[0]) for match in found], [group.sounds for group in groups])
    starts = [*(group.sample for group in groups), groups[-1].sample]
    return tuple(
        Word(match.start(), len(match[0]), _between(starts, min(place.group, len(groups) - 1), place.share))
        for match, place in zip(found, places, strict=True)
    )


def _between(starts: Sequence[int], group: int, share: float) -> int:
    return starts[group] + int(share * (starts[group + 1] - starts[group]))


def _hushed(samples: "Samples") -> "Samples":
    """Make what is too quiet to hear at both ends true silence, which is then trimmed."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples) > HUSH)
    kept = np.zeros_like(samples)
    if len(loud):
        kept[loud[0] : loud[-1] + 1] = samples[loud[0] : loud[-1] + 1]
    return kept
