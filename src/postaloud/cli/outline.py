"""`postaloud outline`: the structure that was understood."""

from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.articles import Articles, print_json
from postaloud.cli.printing import results

if TYPE_CHECKING:
    from postaloud.model.article import Article

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
    entries: options.Entries = "",
    allow_private: options.AllowPrivate = False,
    extractor: options.Extractor = "",
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show the structure that was understood: chapters, lists, pictures, tables."""
    options.start_log(verbose=verbose)
    defaults = options.configured(config)
    settings = options.decided(
        defaults,
        {
            "lang": lang,
            "entries": entries,
            "allow_private": allow_private,
            "select": select,
            "skip": skip,
            "extractor": extractor,
        },
    )
    from postaloud import reading

    articles = Articles(source, settings, context.obj)
    if as_json:
        print_json(articles, lambda article: _described(article, with_skipped=skipped))
    else:
        for article in articles:
            results(reading.list_skipped(article) if skipped else reading.list_outline(article))
    raise typer.Exit(articles.exit_code)


def _described(article: "Article", *, with_skipped: bool) -> dict[str, object]:
    from postaloud import reading

    return reading.outline_of(article) | ({"skipped": reading.skipped_of(article)} if with_skipped else {})
