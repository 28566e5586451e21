"""Samples and a gain in, louder samples out, none over a ceiling; only blocks that would be are held down.

The gain of such a block goes in small steps from that of its neighbour before to that of its neighbour after, so that
it never jumps. audioop multiplies by a number and not by a line: so the blocks that are held down lie below one another
like the rows of a table, and each column, which is one step of all of them, is multiplied at once.
"""

import array
import warnings
from collections.abc import Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from types import ModuleType

WIDTH = 2
"""Bytes of a sample."""
BLOCK = 256
"""Samples: more than a period of the lowest voice, so that the gain does not follow its waves."""
STEP = 4
"""Samples of one gain, which is the width of a column: steps this short stay 50 dB below the voice."""
LOUDEST = 32_767


@cache
def open_audioop() -> ModuleType:
    """Import audioop, which announces before Python 3.13 that it will leave, and then comes from audioop-lts."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return import_module("audioop")  # by its name, as no checker knows that of audioop-lts


def amplified(pcm: bytes, gain: float, ceiling: float) -> bytes:
    """Return 16-bit mono samples times `gain`, around each peak over `ceiling` (1 for full scale) times less."""
    audioop = open_audioop()
    louder: bytes = audioop.mul(pcm, WIDTH, gain) if gain != 1 else pcm
    blocks = [pcm[start : start + BLOCK * WIDTH] for start in range(0, len(pcm), BLOCK * WIDTH)]
    nodes = _nodes([audioop.max(block, WIDTH) for block in blocks], ceiling * LOUDEST / gain)
    held = [place for place, (before, after) in enumerate(pairwise(nodes)) if min(before, after) < 1]
    if not held:
        return louder
    rows = _held_down([blocks[place] for place in held], [(nodes[at] * gain, nodes[at + 1] * gain) for at in held])
    return _with_rows(louder, held, rows)


def _nodes(peaks: Sequence[int], most: float) -> list[float]:
    """Return the gain at each border of a block: what the louder one of its two sides needs."""
    needed = [1.0, *(most / peak if peak > most else 1.0 for peak in peaks), 1.0]
    return [min(before, after) for before, after in pairwise(needed)]


def _held_down(blocks: Sequence[bytes], gains: Sequence[tuple[float, float]]) -> bytes:
    """Multiply each block by a gain that goes from one number to another: by the first, plus the rest of the way."""
    audioop = open_audioop()
    pairs = [(block.ljust(BLOCK * WIDTH, b"\0"), *ends) for block, ends in zip(blocks, gains, strict=True)]
    level = b"".join(audioop.mul(block, WIDTH, start) for block, start, _ in pairs)
    rise = array.array("q", b"".join(audioop.mul(block, WIDTH, end - start) for block, start, end in pairs))
    columns = BLOCK // STEP
    for place in range(columns):
        column = audioop.mul(rise[place::columns].tobytes(), WIDTH, (place + 0.5) / columns)
        rise[place::columns] = array.array("q", column)
    held: bytes = audioop.add(level, rise.tobytes(), WIDTH)
    return held


def _with_rows(pcm: bytes, places: Sequence[int], rows: bytes) -> bytes:
    """Return the samples with some of their blocks replaced."""
    size = BLOCK * WIDTH
    whole = bytearray(pcm)
    for number, place in enumerate(places):
        start, stop = place * size, min((place + 1) * size, len(whole))
        whole[start:stop] = rows[number * size : number * size + stop - start]
    return bytes(whole)
