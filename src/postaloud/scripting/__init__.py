"""An article in, a script out: what is said, in which order, with which pauses. Pure."""

from postaloud.scripting.coverage import unsaid
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
    "script_as_json",
    "split_sentences",
    "unsaid",
    "write_script",
]
