"""A location in, an episode on the shelf out: the only room that knows every room that makes one."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postaloud.pipeline.archive import Archive, Outcome, narrate_all
    from postaloud.pipeline.desk import Desk, Tell
    from postaloud.pipeline.listening import Opener, Programme, find_programmes
    from postaloud.pipeline.narrating import narrate, narrate_to, rehearse
    from postaloud.pipeline.sources import find_sources, read
    from postaloud.pipeline.writing import check, prepare_to_write, write

__all__ = [
    "Archive",
    "Desk",
    "Opener",
    "Outcome",
    "Programme",
    "Tell",
    "check",
    "find_programmes",
    "find_sources",
    "narrate",
    "narrate_all",
    "narrate_to",
    "prepare_to_write",
    "read",
    "rehearse",
    "write",
]
_HOMES = {
    "Archive": "archive",
    "Desk": "desk",
    "Opener": "listening",
    "Programme": "listening",
    "Tell": "desk",
    "check": "writing",
    "find_programmes": "listening",
    "find_sources": "sources",
    "narrate": "narrating",
    "narrate_all": "archive",
    "narrate_to": "narrating",
    "prepare_to_write": "writing",
    "read": "sources",
    "rehearse": "narrating",
    "write": "writing",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for (PEP 562): an outline needs no studio."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
