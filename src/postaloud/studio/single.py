"""A take in, a sound file of its own out: for players that want to begin before all is recorded."""

from collections.abc import Iterator

from postaloud.model.recording import Take
from postaloud.studio.encoders import Sound
from postaloud.studio.mp3 import Mp3

SINGLE = Mp3()
"""The encoder of such files."""


def to_file(take: Take, rate: int) -> Iterator[bytes]:
    """Yield the pieces of an MP3 whose first and last samples are the take's own."""
    closing = SINGLE.encode(Sound((), 0, SINGLE.padding(rate)), rate).octets
    yield SINGLE.info_frame(rate, take.samples, len(take.packets) + len(closing), 0)  # no player checks the CRC
    yield take.packets
    yield closing
