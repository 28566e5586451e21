"""The commands, each from its own file, as one program."""

from typing import Annotated

import typer

from postaloud import __version__
from postaloud.cli import (
    cache,
    check,
    init,
    lexicon,
    listen,
    narrate,
    outline,
    publish,
    remove,
    said,
    script,
    serve,
    voices,
)
from postaloud.cli.printing import result

app = typer.Typer(
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(asked: bool) -> None:
    if asked:
        result(f"postaloud {__version__}")
        raise typer.Exit


@app.callback()
def postaloud(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Read articles aloud: from a web page to chapter-marked audio that keeps the page's structure.

    All offline, but for the addresses that you give.
    """


app.command()(narrate.narrate)
app.command()(listen.listen)
app.command()(outline.outline)
app.command()(script.script)
app.command()(said.said)
app.add_typer(voices.voices, name="voices")
app.command()(check.check)
app.add_typer(lexicon.lexicon, name="lexicon")
app.add_typer(cache.cache, name="cache")
app.command()(init.init)
app.command()(publish.publish)
app.command()(remove.remove)
app.command()(serve.serve)
