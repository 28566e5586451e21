"""The player's look, behaviour and frame: files of this package, as a page carries them."""

import re
from functools import cache
from pathlib import Path

from postaloud.publishing.style import hash_of

_INDENT = re.compile(r"^[ \t]*(?://[^\n]*)?\n?", re.MULTILINE)
"""What only an author of the files needs: how lines are set in, and lines of comment."""


@cache
def style() -> str:
    """Return the style sheet."""
    return _carried("player.css")


@cache
def script() -> str:
    """Return the program."""
    return _carried("player.js")


@cache
def frame() -> str:
    """Return the controls as HTML, with names in braces for what is put in."""
    return _read("player.html")


@cache
def policy() -> str:
    """Return what a page may load: its own script and style by their hashes, and the sound beside it (CSP Level 3).

    A page that was opened from a disk has no origin, so `file:` stands beside it; `blob:` and the connection are for
    servers without byte ranges.
    """
    return (
        f"default-src 'none'; script-src '{hash_of(script())}'; style-src '{hash_of(style())}'; img-src data:; "
        "media-src 'self' file: blob:; connect-src 'self'; base-uri 'none'; form-action 'none'"
    )


def _carried(name: str) -> str:
    return _INDENT.sub("", _read(name))


def _read(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
