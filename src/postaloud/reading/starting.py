"""Nothing in, nothing out: makes Beautiful Soup start sooner."""

import sys
from importlib import import_module
from types import ModuleType


def delay_selectors() -> None:
    """Import Beautiful Soup so that soupsieve loads when CSS selectors are first used.

    Beautiful Soup imports it at once, and its patterns take 50 ms to compile. What it gets here is a module that
    fetches each name from the real one (PEP 562); all others who import soupsieve meet the real one.
    """
    if "bs4" in sys.modules or "soupsieve" in sys.modules:
        return
    later = ModuleType("soupsieve")
    vars(later)["__getattr__"] = lambda name: getattr(import_module("soupsieve"), name)
    sys.modules["soupsieve"] = later
    try:
        import_module("bs4")
    finally:
        del sys.modules["soupsieve"]
