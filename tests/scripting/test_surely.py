"""What is surely a sentence, and what only the splitter can tell."""

from itertools import pairwise

import pytest

from postaloud.scripting.sentences import split_sentences
from postaloud.scripting.splitting import split
from postaloud.scripting.surely import sure_starts

SURE = [
    "The pot is warm. The tea is not.",
    "Is it ready? Not yet! Wait for it.",
    "It grew by 20%. In 1963 nobody knew. The pipes froze.",
    "A card costs 3.50 now. It was on Sunday. We had no time.",
    'They call it the "slow brew." ',
    "That is a well-known habit. Don't rush.",
]
UNSURE = [
    "It is approx. Ten cups.",
    "See Dr. Grey about it.",
    "Cats vs. Dogs is a game.",
    'He said, "Wait. Not yet." She did.',
    "We did (so. It was) then. And now.",
    "It ends in no. Five.",
    "One thing… Another thing.",
    "He lives in the U.S. Today he left.",
    "Look at tea.example. It is good.",
    "It works. and this does not.",
]


@pytest.mark.parametrize("text", SURE)
def test_plain_prose_needs_no_splitter_and_gets_the_same_sentences(text: str) -> None:
    starts = sure_starts(text)

    assert starts is not None
    places = [0, *starts, len(text)]
    mine = [text[start:end].strip() for start, end in pairwise(places)]
    assert mine == [sentence.strip() for sentence in split(text, "en")]
    assert mine == [text[start:end] for start, end in split_sentences(text, "en")]


@pytest.mark.parametrize("text", UNSURE)
def test_anything_doubtful_is_left_to_the_splitter(text: str) -> None:
    assert sure_starts(text) is None
