"""Written words and spoken groups of phonemes in, where each word starts among the groups out. Pure.

A group is what a phonemiser sets apart by spaces, and not always a word: "in the" comes as one, "1984" as several. The
cheapest way to lay one along the other, by the number of sounds that each ought to have, is found step by step.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

SOUNDS_OF_A_DIGIT = 6
SOUNDS_OF_A_CAPITAL = 2
MOST_GROUPS_OF_A_WORD = 12
MOST_WORDS_OF_A_GROUP = 3
ODD_STEP = 0.7
"""What it costs, in sounds, that a word is not exactly one group."""


class Place(NamedTuple):
    """Where a word starts: in which group, and after which share of it."""

    group: int
    share: float = 0.0


def sounds_in(word: str) -> int:
    """Return about how many phonemes a written word has; capitals may be read one by one."""
    if word.isupper() and len(word) > 1:
        return SOUNDS_OF_A_CAPITAL * sum(map(str.isalnum, word))
    return sum(SOUNDS_OF_A_DIGIT if char.isdigit() else char.isalpha() for char in word) or 1


def align(words: Sequence[int], groups: Sequence[int]) -> list[Place]:
    """Return the place of each word, from the number of sounds of every word and group.

    >>> align([2, 3, 6], [5, 6])
    [Place(group=0, share=0.0), Place(group=0, share=0.4), Place(group=1, share=0.0)]
    """
    if not words or not groups:
        return [Place(0)] * len(words)
    scale = sum(groups) / sum(words)
    spoken = [0.0, *accumulate(scale * sounds for sounds in words)]
    heard = [0.0, *accumulate(map(float, groups))]
    return [
        Place(place, (spoken[at] - spoken[first]) / (spoken[last] - spoken[first]) if last - first > 1 else 0.0)
        for first, last, place in _steps(spoken, heard)
        for at in range(first, last)
    ]


def _steps(spoken: Sequence[float], heard: Sequence[float]) -> list[tuple[int, int, int]]:
    """Return, for each step of the cheapest way, its first word, the word behind it, and its first group."""
    words, groups = len(spoken) - 1, len(heard) - 1
    costs = {(0, 0): 0.0}
    before: dict[tuple[int, int], tuple[int, int]] = {}
    for word in range(words + 1):
        for group in range(groups + 1):
            here = costs.get((word, group))
            if here is None:
                continue
            for there in _next(word, group, words, groups):
                cost = here + _cost(spoken, heard, (word, group), there)
                if cost < costs.get(there, float("inf")):
                    costs[there], before[there] = cost, (word, group)
    return _way(before, max(costs, key=lambda end: (end[0], end[1])))


def _next(word: int, group: int, words: int, groups: int) -> list[tuple[int, int]]:
    """Return the steps from here: a word of no, one or several groups, and several words of one group."""
    one = [(word + 1, group + more) for more in range(MOST_GROUPS_OF_A_WORD + 1)]
    several = [(word + more, group + 1) for more in range(2, MOST_WORDS_OF_A_GROUP + 1)]
    return [(at, to) for at, to in (*one, *several) if at <= words and to <= groups]


def _cost(spoken: Sequence[float], heard: Sequence[float], here: tuple[int, int], there: tuple[int, int]) -> float:
    wanted, given = spoken[there[0]] - spoken[here[0]], heard[there[1]] - heard[here[1]]
    is_odd = (there[0] - here[0], there[1] - here[1]) != (1, 1)
    return (wanted - given) ** 2 / (wanted + given) + is_odd * ODD_STEP


def _way(before: dict[tuple[int, int], tuple[int, int]], end: tuple[int, int]) -> list[tuple[int, int, int]]:
    steps: list[tuple[int, int, int]] = []
    while end != (0, 0):
        start = before[end]
        steps.append((start[0], end[0], start[1]))
        end = start
    return steps[::-1]
