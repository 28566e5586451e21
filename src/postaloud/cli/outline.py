"""`postaloud outline`: the structure that was understood."""

from dataclasses import replace
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import result, results

Skipped = Annotated[
    bool, typer.Option("--skipped", help="List the page's texts that are not read, each with its reason.")
]


def outline(
    context: typer.Context,
    source: options.Source,
    as_json: options.AsJson = False,
    skipped: Skipped = False,
    select: options.Select = "",
    skip: options.Skip = "",
    lang: options.Lang = "",
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show the structure that was understood: chapters, lists, pictures, tables."""
    options.start_log(verbose=verbose)
    defaults = options.configured(config)
    settings = options.checked(
        replace(defaults, lang=lang, select=select or defaults.select, skip=skip or defaults.skip)
    )
    from postaloud import reading
    from postaloud.pipeline import read

    _, article = read(source, settings, context.obj)
    if as_json:
        import json

        listed = {"skipped": reading.skipped_of(article)} if skipped else {}
        result(json.dumps(reading.outline_of(article) | listed, ensure_ascii=False, indent=1))
    else:
        results(reading.list_skipped(article) if skipped else reading.list_outline(article))
