"""A body goes in, what of it is read comes out, chosen as the listener asked."""

from collections.abc import Callable, Mapping

from bs4 import Tag

from postaloud.reading.choosing import Choice, choose

_LEFT, _SHARE_LEFT = 500, 0.2
"""The prose, in characters and as a part of the page's, that our rules may leave out before we doubt them."""


def extract(body: Tag, extractor: str) -> Choice:
    """Choose what is read: by our own rules and in doubt by judges ("auto"), by vote, or all that is visible ("none").

    Raises `KeyError` for another name.
    """
    return _EXTRACTORS[extractor](body)


def _in_doubt_by_vote(body: Tag) -> Choice:
    ours = choose(body)
    is_doubtful = ours.left > max(_LEFT, _SHARE_LEFT * (ours.kept + ours.left))
    return _voted(body, ours) if is_doubtful else ours


def _by_vote(body: Tag) -> Choice:
    return _voted(body, choose(body))


def _voted(body: Tag, ours: Choice) -> Choice:
    """The judges load here, in processes of their own, and nowhere else."""
    from postaloud.reading.hearing import hear
    from postaloud.reading.voting import vote

    return vote(body, ours, hear(body))


def _everything(body: Tag) -> Choice:
    return Choice(body, {})


_EXTRACTORS: Mapping[str, Callable[[Tag], Choice]] = {
    "auto": _in_doubt_by_vote,
    "vote": _by_vote,
    "none": _everything,
}
