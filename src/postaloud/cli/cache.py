"""`postaloud cache`: where recordings are kept for the next run, how much that is, and how to be rid of it."""

from pathlib import Path
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import result
from postaloud.errors import OutputError, UsageError

CacheFolder = Annotated[Path | None, typer.Option("--cache", metavar="DIR", help="The cache, else the usual one.")]

cache = typer.Typer(invoke_without_command=True)


@cache.callback()
def show(context: typer.Context, folder: CacheFolder = None, config: options.ConfigFile = None) -> None:
    """Tell where recordings are kept for the next run, and how much that is."""
    context.obj = _place(folder, config)
    if context.invoked_subcommand is None:
        from postaloud import studio

        kept = studio.kept_files(context.obj)
        result(f"Cache: {context.obj}")
        result(f"Kept: {len(kept):,} recordings and pages, {sum(size for _, size, _ in kept) / 1_000_000:,.1f} MB.")


@cache.command()
def clean(context: typer.Context) -> None:
    """Remove all that is kept; it is made again when it is needed."""
    from postaloud import studio

    try:
        studio.clean(context.obj)
    except OSError as error:
        raise OutputError(f"Cannot empty the cache {context.obj}: {error.strerror}.") from error
    result(f"The cache {context.obj} is empty.")


def _place(folder: Path | None, config: Path | None) -> Path:
    place = folder or options.configured(config).cache
    if place is None:
        raise UsageError("There is no cache here: name one with --cache.")
    return place
