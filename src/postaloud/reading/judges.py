"""A page on standard input, what a judge keeps of it on standard output: a program of its own, run by `hearing`.

The only door to trafilatura and readability-lxml. They log, warn and may crash or hang; here that harms nobody.
"""

import sys
from collections.abc import Callable, Mapping

NUMBER = "data-number"
"""The attribute that names an element to the judges, and survives them."""


def by_trafilatura(markup: str) -> str:
    """Return the text that trafilatura keeps, one block a line."""
    from trafilatura import extract

    return extract(markup, output_format="txt", include_comments=False, include_tables=True) or ""


def by_readability(markup: str) -> str:
    """Return the markup that readability-lxml keeps, with the numbers of its elements."""
    from readability import Document

    return str(Document(markup).summary(html_partial=True))


JUDGES: Mapping[str, Callable[[str], str]] = {"trafilatura": by_trafilatura, "readability": by_readability}


if __name__ == "__main__":
    kept = JUDGES[sys.argv[1]](sys.stdin.buffer.read().decode())
    sys.stdout.buffer.write(kept.encode())
