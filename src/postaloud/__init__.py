"""postaloud reads articles aloud: from a web page to chapter-marked audio, offline.

The whole Python API is `narrate` and the `Settings` it takes; both load on first use.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postaloud.config import Settings
    from postaloud.pipeline import narrate

__all__ = ["Settings", "__version__", "narrate"]
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Load the API when it is asked for, so that worker processes start without it (PEP 562)."""
    if name == "narrate":
        from postaloud.pipeline import narrate

        return narrate
    if name == "Settings":
        from postaloud.config import Settings

        return Settings
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
