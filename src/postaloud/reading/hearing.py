"""A body goes in, what each judge keeps of it comes out; a judge that fails or takes too long says nothing."""

import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape

from bs4 import Tag
from bs4.element import NavigableString

from postaloud.reading import judges
from postaloud.reading.tree import attr, is_hidden

_log = logging.getLogger(__name__)
SECONDS = 20
"""What a judge may take for one page, its start included."""
_TOLD = ("class", "id", "role", "itemprop", "href", "alt", "src", "style", "rel")
_VOID = frozenset(("area", "br", "col", "hr", "img", "input", "wbr"))
_NUMBER = re.compile(rf' {judges.NUMBER}="(\d+)"')


def hear(body: Tag, names: Sequence[str]) -> Mapping[str, str]:
    """Return by its name what each judge asked keeps of the visible body, whose elements are numbered by `id()`."""
    markup = f"<!doctype html><html>{''.join(_written(body))}</html>".encode("utf-8", "replace")
    with ThreadPoolExecutor(len(names)) as pool:
        heard = zip(names, pool.map(lambda name: _ask(name, markup), names), strict=True)
        return {name: kept for name, kept in heard if kept}


def numbers(kept: str) -> frozenset[int]:
    """Return the numbers of the elements that stand in a judge's markup."""
    return frozenset(int(number) for number in _NUMBER.findall(kept))


def _ask(name: str, markup: bytes) -> str:
    command = [sys.executable, "-P", judges.__file__, name]  # by its file, or it would load this whole room
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        answer = subprocess.run(command, input=markup, env=env, capture_output=True, timeout=SECONDS, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        _log.debug("The judge %s has no vote: %s", name, error)
        return ""
    return answer.stdout.decode()


def _written(body: Tag) -> Iterator[str]:
    stack: list[object] = [body]
    while stack:
        node = stack.pop()
        if isinstance(node, NavigableString):
            yield escape(node, quote=False)
        elif isinstance(node, Tag) and not is_hidden(node):
            told = "".join(f' {name}="{escape(attr(node, name))}"' for name in _TOLD if name in node.attrs)
            yield f'<{node.name} {judges.NUMBER}="{id(node)}"{told}>'
            if node.name not in _VOID:
                stack.extend((_End(node.name), *reversed(node.contents)))
        elif isinstance(node, _End):
            yield f"</{node}>"


class _End(str):
    """The name of an element that ends here."""

    __slots__ = ()
