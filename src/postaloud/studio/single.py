"""A take in, a sound file of its own out: for players that want to begin before all is recorded."""

from collections.abc import Iterator

from postaloud.model.recording import Take
from postaloud.studio.encoders import Sound
from postaloud.studio.mp3 import Mp3


def to_file(take: Take, rate: int, encoder: Mp3) -> Iterator[bytes]:
    """Yield the pieces of an MP3 whose first and last samples are the take's own."""
    closing = encoder.encode(Sound((), 0, encoder.padding(rate)), rate).octets
    yield encoder.info_frame(rate, take.samples, len(take.packets) + len(closing), 0)  # no player checks the CRC
    yield take.packets
    yield closing
