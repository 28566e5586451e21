"""A speaker and utterances in, their clips out, spoken in a forked child as the studio does it."""

import os
import pickle
from collections.abc import Callable, Sequence

import pytest

from postaloud.errors import EngineError
from postaloud.model.recording import Clip, Speaker
from postaloud.model.script import Utterance

Answer = Clip | EngineError
Spoken = Callable[[Speaker, Sequence[Utterance]], list[Answer]]


@pytest.fixture(scope="session")
def spoken() -> Spoken:
    """Speak in a fresh fork; two sounds made in one process are not the same twice."""
    return _spoken


def _spoken(speaker: Speaker, utterances: Sequence[Utterance]) -> list[Answer]:
    speaker.prepare()
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with open(writing, "wb") as answer:
            answer.write(pickle.dumps([_answer(speaker, utterance) for utterance in utterances]))
        os._exit(0)
    os.close(writing)
    with open(reading, "rb") as answer:
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
