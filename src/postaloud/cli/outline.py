"""`postaloud outline`: the structure that was understood."""

from dataclasses import replace
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.articles import Articles, print_json
from postaloud.cli.printing import results

Skipped = Annotated[
    bool, typer.Option("--skipped", help="List the page's texts that are not read, each with its reason.")
]


def outline(
    context: typer.Context,
    source: options.Source,
    as_json: options.AsJson = False,
    skipped: Skipped = False,
    lang: options.Lang = "",
    entries: options.Entries = "",
    allow_private: options.AllowPrivate = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show the structure that was understood: chapters, lists, pictures, tables."""
    options.start_log(verbose=verbose)
    settings = options.checked(
        replace(options.configured(config), lang=lang, entries=entries, allow_private=allow_private)
    )
    from postaloud import reading

    articles = Articles(source, settings, context.obj)
    if skipped:
        for article in articles:
            results(f"{skip.reason.capitalize()}: {skip.text}" for skip in article.skips)
    elif as_json:
        print_json(articles, reading.outline_of)
    else:
        for article in articles:
            results(reading.list_outline(article))
    raise typer.Exit(articles.exit_code)
