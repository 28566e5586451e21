"""How loud a recording shall be, in the units of EBU R 128."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loudness:
    """What voices are brought to: a mono file at -19 LUFS sounds as loud as a stereo one at -16."""

    target_lufs: float = -19.0
    """The integrated loudness of speech (ITU-R BS.1770)."""
    ceiling_dbtp: float = -1.0
    """What no true peak of the decoded file exceeds."""
