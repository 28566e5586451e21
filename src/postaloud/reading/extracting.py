"""A body goes in, what of it is read comes out, chosen as the listener asked."""

from collections.abc import Callable, Mapping

from bs4 import Tag

from postaloud.reading.choosing import Choice, choose

_LEFT, _SHARE_LEFT = 500, 0.1
"""The prose, in characters and as a part of the page's, that our rules may leave out before we doubt them."""


def extract(body: Tag, extractor: str) -> Choice:
    """Choose what is read: by our own rules and in doubt a second opinion ("auto"), by vote, or all there is ("none").

    Raises `KeyError` for another name.
    """
    return _EXTRACTORS[extractor](body)


def _in_doubt_with_another(body: Tag) -> Choice:
    """One judge loads here, in a process of its own: it costs half of what two do, and serves as well in doubt."""
    ours = choose(body)
    if ours.left <= max(_LEFT, _SHARE_LEFT * (ours.kept + ours.left)):
        return ours
    from postaloud.reading.hearing import hear
    from postaloud.reading.voting import ELEMENTS, cut

    return cut(body, ours, hear(body, (ELEMENTS,)))


def _by_vote(body: Tag) -> Choice:
    from postaloud.reading.hearing import hear
    from postaloud.reading.voting import ELEMENTS, TEXT, vote

    return vote(body, choose(body), hear(body, (TEXT, ELEMENTS)))


def _everything(body: Tag) -> Choice:
    return Choice(body, {})


_EXTRACTORS: Mapping[str, Callable[[Tag], Choice]] = {
    "auto": _in_doubt_with_another,
    "vote": _by_vote,
    "none": _everything,
}
