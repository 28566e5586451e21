"""A speaker and utterances in, their clips out, spoken in a fresh fork as the studio does it.

Two sounds made in one process are not the same twice, and the process of the tests must never speak.
"""

import os
import pickle
from collections.abc import Sequence

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Speaker
from postaloud.model.script import Utterance

Answer = Clip | EngineError


def spoken(speaker: Speaker, utterances: Sequence[Utterance]) -> list[Answer]:
    """Return a clip or an error for each utterance."""
    speaker.prepare()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "wb") as answer:
            answer.write(pickle.dumps([_answer(speaker, utterance) for utterance in utterances]))
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        answers = answer.read()
    _, status = os.waitpid(child, 0)
    assert status == 0, f"the child ended with {status}"
    clips: list[Answer] = pickle.loads(answers)
    return clips


def _answer(speaker: Speaker, utterance: Utterance) -> Answer:
    try:
        return speaker(utterance)
    except EngineError as error:
        return error
