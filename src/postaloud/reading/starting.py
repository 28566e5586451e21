"""Nothing in, nothing out: makes Beautiful Soup start sooner."""

import sys
from importlib import import_module
from types import ModuleType

UNUSED = ("lxml", "html5lib", "cchardet", "chardet", "charset_normalizer")
"""What Beautiful Soup takes along where it is installed; our tree comes from Lexbor, and our text is decoded."""


def start_soup() -> None:
    """Import Beautiful Soup without what this room never asks of it.

    It imports soupsieve at once, whose patterns take 50 ms to compile: what it gets here is a module that fetches each
    name from the real one when it is used (PEP 562). For `UNUSED` it finds nothing. All others who import these meet
    the real ones.
    """
    if "bs4" in sys.modules:
        return
    later = ModuleType("soupsieve")
    vars(later)["__getattr__"] = lambda name: getattr(import_module("soupsieve"), name)
    stand_ins: dict[str, ModuleType | None] = {"soupsieve": later, **dict.fromkeys(UNUSED)}
    hidden = {name: sys.modules[name] for name in stand_ins if name in sys.modules}
    sys.modules.update(stand_ins)  # type: ignore[arg-type]  # None is how an import is told that there is no module
    try:
        import_module("bs4")
    finally:
        for name in stand_ins:
            del sys.modules[name]
        sys.modules.update(hidden)
