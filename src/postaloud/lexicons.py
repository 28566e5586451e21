"""Where lexicons lie: their files go in, one lexicon comes out; a changed one goes back to its file."""

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from postaloud.errors import OutputError, UsageError
from postaloud.model.lexicon import EMPTY, Lexicon, joined

FILE_NAME = "lexicon.pls"
_DECLARED = re.compile(rb"""^<\?xml[^>]{0,200}?encoding=["']([\w.-]{1,40})["']""")


def user_file() -> Path:
    """Return where the user's own lexicon lies, whether it is there or not."""
    import platformdirs

    return platformdirs.user_config_path("postaloud", appauthor=False) / FILE_NAME


def load_lexicons(paths: Iterable[Path]) -> Lexicon:
    """Return the lexicons of some files as one, in which the first wins; raises `UsageError` naming what is wrong."""
    texts = [(read_text(path), path) for path in paths]
    if not texts:
        return EMPTY
    from postaloud.scripting.lexicon.pls import read_lexicon

    return joined(tuple(read_lexicon(text, str(path)) for text, path in texts))


def read_text(path: Path) -> str:
    """Return a file's text, in the encoding that it declares (XML 1.0, 4.3.3)."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"Cannot read the lexicon {path}: {error.strerror}.") from error
    encoding = _encoding(content)
    try:
        return content.decode(encoding)
    except (UnicodeDecodeError, LookupError) as error:
        raise UsageError(f"The lexicon {path} is not {encoding} text: save it as UTF-8.") from error


def write_text(path: Path, text: str) -> None:
    """Write a lexicon beside its file and put it in its place, so that the old one stays until the new one is whole."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
        beside = Path(name)
    except OSError as error:
        raise OutputError(f"Cannot write the lexicon {path}: {error.strerror}.") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        beside.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise OutputError(f"Cannot write the lexicon {path}: {error.strerror}.") from error


def _encoding(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    declared = _DECLARED.match(content.removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    return "utf-8-sig" if name in ("utf-8", "utf8") else name
