"""`postaloud said`: how a text will be said."""

import sys
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import result

Text = Annotated[
    str | None, typer.Argument(metavar="[TEXT]", help="The text; without it, each line of standard input.")
]


def said(
    text: Text = None,
    lang: options.Lang = "en",
    lexicon: options.LexiconFile = None,
    config: options.ConfigFile = None,
) -> None:
    """Show how a text will be said: one line out for each line in."""
    defaults = options.configured(config)
    settings = options.decided(defaults, {"lang": lang})
    from postaloud.lexicons import load_lexicons
    from postaloud.scripting import as_said

    words = load_lexicons((lexicon,) if lexicon else ())
    if text is not None:
        result(as_said(text, settings.lang, words).text)
        return
    sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # type: ignore[union-attr] # a real stream
    for line in sys.stdin:
        result(as_said(line.rstrip("\r\n"), settings.lang, words).text)
