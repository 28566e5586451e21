"""When words start to sound, kept small: a long recording has a hundred thousand of them."""

from array import array
from collections.abc import Iterable, Iterator


def packed(times: Iterable[tuple[int, int]]) -> bytes:
    """Return pairs of a character of `said` and the millisecond at which its word starts, as 32-bit numbers."""
    return array("I", [number for pair in times for number in pair]).tobytes()


def unpacked(times: bytes) -> Iterator[tuple[int, int]]:
    """Yield the pairs again, in order."""
    numbers = iter(array("I", times))
    return zip(numbers, numbers, strict=True)
