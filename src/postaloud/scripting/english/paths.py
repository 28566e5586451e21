"""Names of files and pieces of code in, English words out."""

import re

from postaloud.scripting.english.patterns import either
from postaloud.scripting.ornaments import always
from postaloud.scripting.rules import Pattern, Rule
from postaloud.scripting.words import words

_EXTENSIONS = words(
    "txt md rst py js jsx ts tsx html htm css scss json yaml yml toml xml csv tsv pdf doc docx xls xlsx ppt "
    "pptx jpg jpeg  png gif svg webp mp3 mp4 m4a wav flac ogg mov avi zip tar gz sh bat exe dll rb rs java "
    "php sql ini cfg conf log  ipynb epub psd"
)
_AS_WORDS = {"jpg": "jpeg", "doc": "doc", "zip": "zip", "tar": "tar", "json": "jason", "log": "log",
             "java": "java", "yaml": "yaml", "yml": "yaml", "toml": "toml", "jpeg": "jpeg", "gif": "gif",
             "epub": "E-pub", "bat": "bat", "conf": "conf", "wav": "wav", "mov": "mov",
             "mp3": "M.P. 3", "mp4": "M.P. 4", "m4a": "M. 4 A."}  # fmt: skip
_TOKEN = re.compile(r"[^\s(\[\"'“]*$")
_STARTS = {"": "", "~": "home", ".": "dot", "..": "dot dot"}
_PIECE = r"[\w.@+-]*\w"
_ANY_EXTENSION = either((*_EXTENSIONS, *map(str.upper, _EXTENSIONS)))
_EXTENSION = rf"\.(?P<extension>{_ANY_EXTENSION})(?![\w/.]*\w|@)"


def _path(found: re.Match[str]) -> str:
    start, rest = re.fullmatch(r"(~|\.{0,2})(.*)", found[0], re.DOTALL).groups()  # type: ignore[union-attr] # it matches all
    return " ".join(f"{_STARTS[start]} {rest.replace('/', ' slash ')}".split())


def _windows_path(found: re.Match[str]) -> str:
    return " ".join(found[0].replace(":", " drive", 1).replace("\\", " backslash ").split())


def _file(found: re.Match[str]) -> str | None:
    """Say the ending of a file's name, unless it is a piece of an address."""
    before = _TOKEN.search(found.string, 0, found.start())
    stem = before[0] if before else ""
    if "/" in stem or "@" in stem or stem.endswith((".", ":")):
        return None
    extension = found["extension"].lower()
    spoken = _AS_WORDS.get(extension) or f"{'.'.join(extension.upper())}."
    return f"{' ' if stem else ''}dot {spoken}"


def _flag(found: re.Match[str]) -> str:
    return "dash " * len(found["dashes"])


def _call(found: re.Match[str]) -> str:
    return found["name"].replace("_", " ").replace(".", " dot ").strip()


PATHS = (
    Rule(
        "path of Windows",
        frozenset("\\"),
        Pattern(rf"(?<!\w)[A-Za-z]:\\(?:{_PIECE}\\?){{0,12}}"),
        _windows_path,
    ),
    Rule(
        "path",
        frozenset("/"),
        Pattern(
            rf"(?<![\w/.:~@\ufdd0-])(?:~|\.{{1,2}})?/(?:[a-zA-Z._]{_PIECE}|[a-z])(?:/{_PIECE})*/?(?![\w/])"
            rf"|(?<![\w/.:@\ufdd0-])[\w-]+(?:/[\w-]+)*/[\w-]+\.(?:{'|'.join(_EXTENSIONS)})\b(?!/)"
        ),
        _path,
    ),
    Rule("call", frozenset("("), Pattern(r"(?<![\w.])(?P<name>[A-Za-z_][\w.]*)\(\)"), _call),
    Rule(
        "name of a file",
        frozenset("."),
        Pattern(_EXTENSION),
        _file,
    ),
    Rule("dot net", frozenset("."), Pattern(r"(?<![\w.])\.NET\b"), always("dot net")),
    Rule(
        "dot in front of a name",
        frozenset("."),
        Pattern(r"(?<![^\s(\[\"'“])\.(?=[a-z]{3})"),
        always("dot "),
    ),
    Rule(
        "flag",
        frozenset("-"),
        Pattern(r"(?<![^\s(\[\"'“`])(?<![0-9][\"”])(?P<dashes>-{1,2})(?=[a-z][a-z-]+\b(?<!-)|[a-zA-Z]\b(?![-.]))"),
        _flag,
    ),
)
