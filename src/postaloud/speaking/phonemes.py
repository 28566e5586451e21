"""Words with their IPA in, the stretches of a text that are spoken by phonemes out, as libespeak-ng writes them. Pure.

The library reads phonemes between double square brackets, by mnemonics that its languages share for the most part.
What a voice does not have is passed over by the library.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from postaloud.model.recording import Word
from postaloud.model.script import Utterance
from postaloud.speaking.runs import GAP_SECONDS, in_runs
from postaloud.speaking.sound import Sound, joined, moved

MNEMONICS = {
    "tʃ": "tS", "dʒ": "dZ", "t͡ʃ": "tS", "d͡ʒ": "dZ", "t͡s": "ts", "p͡f": "pF",
    "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "oʊ": "oU", "əʊ": "oU", "aʊ": "aU", "ɪə": "i@", "eə": "e@", "ʊə": "U@",
    "iː": "i:", "uː": "u:", "ɑː": "A:", "ɔː": "O:", "ɜː": "3:", "yː": "y:",
    "øː": "Y:", "eː": "e:", "oː": "o:", "aː": "a:", "ɛː": "E:", "ɑ̃": "A~", "ɛ̃": "E~", "ɔ̃": "O~", "œ̃": "W~",
    "ə": "@", "ɚ": "3", "ɝ": "3:", "ɜ": "3:", "ɪ": "I", "ɛ": "E", "æ": "a", "ɑ": "A:", "ɒ": "0", "ɔ": "O", "ʊ": "U",
    "ʌ": "V", "ɐ": "a", "œ": "W", "ø": "Y", "y": "y", "ʏ": "y", "a": "a", "e": "e", "i": "i", "o": "o", "u": "u",
    "θ": "T", "ð": "D", "ʃ": "S", "ʒ": "Z", "ŋ": "N", "ɲ": "n^", "ç": "C", "x": "x", "χ": "x", "ɣ": "Q", "ʁ": "r",
    "ɹ": "r", "ɾ": "*", "r": "r", "ʎ": "l^", "ɫ": "l", "ɡ": "g", "ʔ": "?", "j": "j", "w": "w", "h": "h", "ɦ": "h",
    "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "g": "g", "f": "f", "v": "v", "s": "s", "z": "z", "m": "m",
    "n": "n", "l": "l", "c": "k", "β": "B", "ˈ": "'", "ˌ": ",", "'": "'", " ": " ", ".": "",
}  # fmt: skip
"""Signs of the International Phonetic Alphabet; the longest that fits is taken."""
_SIGN = re.compile("|".join(sorted(map(re.escape, MNEMONICS), key=len, reverse=True)))
_SOUND = re.compile(r"[A-Za-z0@*?]")


class Stretch(NamedTuple):
    """A piece of a text, and how libespeak-ng writes its phonemes, or "" where it is read as text."""

    start: int
    end: int
    mnemonics: str = ""


def to_mnemonics(ipa: str) -> str:
    """Return the phonemes between their brackets, or "" where none is known."""
    known = "".join(MNEMONICS[found[0]] for found in _SIGN.finditer(ipa))
    return f"[[{known.strip()}]]" if _SOUND.search(known) else ""


def in_stretches(
    utterance: Utterance, speak: Callable[[str, str], Sound], pronounce: Callable[[str], Sound], pace: float
) -> Sound:
    """Return the sound of an utterance, its words with phonemes pronounced by them; words refer to the whole text."""
    if not utterance.phonemes:
        return in_runs(utterance.said, utterance.lang, speak, pace)
    sounds: list[Sound] = []
    for stretch in stretches_of(utterance.said, utterance.phonemes):
        text = utterance.said[stretch.start : stretch.end]
        if stretch.mnemonics:
            sound = pronounce(stretch.mnemonics)._replace(words=(Word(0, len(text), 0),))
        else:
            sound = in_runs(text, utterance.lang, speak, pace)
        sounds.append(moved(sound, stretch.start))
    heard = [sound for sound in sounds if sound.samples]
    return joined(heard, int(GAP_SECONDS * pace)) if heard else Sound(b"")


def stretches_of(text: str, phonemes: Iterable[tuple[str, str]]) -> tuple[Stretch, ...]:
    """Return the stretches that tile a text: its words that have phonemes, and what is between them."""
    return tuple(_tiled(text, sorted(_found(text, phonemes))))


def _found(text: str, phonemes: Iterable[tuple[str, str]]) -> Iterator[Stretch]:
    for words, ipa in phonemes:
        if written := to_mnemonics(ipa):
            for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
                yield Stretch(found.start(), found.end(), written)


def _tiled(text: str, found: Iterable[Stretch]) -> Iterator[Stretch]:
    place = 0
    for stretch in found:
        if stretch.start < place:
            continue
        if place < stretch.start:
            yield Stretch(place, stretch.start)
        yield stretch
        place = stretch.end
    if place < len(text):
        yield Stretch(place, len(text))
