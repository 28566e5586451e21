"""`postaloud script`: what will be said, line by line."""

from dataclasses import replace

import typer

from postaloud.cli import options
from postaloud.cli.articles import Articles, print_json
from postaloud.cli.printing import results


def script(
    context: typer.Context,
    source: options.Source,
    as_json: options.AsJson = False,
    verbosity: options.Verbosity = "",
    images: options.Images = "",
    links: options.Links = "",
    code: options.CodeSamples = "",
    footnotes: options.Footnotes = "",
    tables: options.Tables = "",
    no_earcons: options.NoEarcons = False,
    sections: options.Sections = "",
    select: options.Select = "",
    skip: options.Skip = "",
    lang: options.Lang = "",
    entries: options.Entries = "",
    allow_private: options.AllowPrivate = False,
    extractor: options.Extractor = "",
    rate: options.Rate = 0,
    lexicon: options.LexiconFile = None,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show what will be said, line by line, with its pauses in milliseconds."""
    options.start_log(verbose=verbose)
    defaults = options.configured(config)
    settings = options.decided(
        defaults,
        {
            "lang": lang,
            "sections": sections,
            "select": select,
            "skip": skip,
            "entries": entries,
            "allow_private": allow_private,
            "verbosity": verbosity,
            "images": images,
            "links": links,
            "code": code,
            "footnotes": footnotes,
            "tables": tables,
            "extractor": extractor,
            "rate_wpm": rate,
            "lexicons": options.lexicon_paths(lexicon, defaults),
        },
    )
    if no_earcons:
        settings = replace(settings, earcons=False)
    from postaloud import scripting
    from postaloud.lexicons import load_lexicons
    from postaloud.pipeline import prepare_to_write, write

    words = load_lexicons(settings.lexicons)
    articles = Articles(source, settings, context.obj, prepare_to_write)
    if as_json:
        print_json(articles, lambda article: scripting.script_as_json(write(article, settings, words)))
    else:
        for article in articles:
            results(scripting.list_script(write(article, settings, words)))
    raise typer.Exit(articles.exit_code)
