"""An article in, a script out: what is said, in which order, with which pauses. Pure."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from postaloud.scripting.coverage import prove, unsaid
    from postaloud.scripting.edits import Said
    from postaloud.scripting.listing import list_script, script_as_json
    from postaloud.scripting.manner import CodeSamples, Earcons, Footnotes, Images, Links, Manner, Tables, Verbosity
    from postaloud.scripting.preview import only_sections
    from postaloud.scripting.said import as_said
    from postaloud.scripting.sentences import split_sentences
    from postaloud.scripting.write import write_script

__all__ = [
    "CodeSamples",
    "Earcons",
    "Footnotes",
    "Images",
    "Links",
    "Manner",
    "Said",
    "Tables",
    "Verbosity",
    "as_said",
    "list_script",
    "only_sections",
    "prove",
    "script_as_json",
    "split_sentences",
    "unsaid",
    "write_script",
]
_HOMES = {
    "Said": "edits",
    "list_script": "listing",
    "script_as_json": "listing",
    "CodeSamples": "manner",
    "Earcons": "manner",
    "Footnotes": "manner",
    "Images": "manner",
    "Links": "manner",
    "Manner": "manner",
    "Tables": "manner",
    "Verbosity": "manner",
    "only_sections": "preview",
    "prove": "coverage",
    "as_said": "said",
    "split_sentences": "sentences",
    "unsaid": "coverage",
    "write_script": "write",
}


def __getattr__(name: str) -> object:
    """Load what is asked for when it is asked for, so that outlines come without it (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
