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
    settings = options.checked(
        replace(
            defaults,
            lang=lang or defaults.lang,
            sections=sections or defaults.sections,
            select=select or defaults.select,
            skip=skip or defaults.skip,
            entries=entries or defaults.entries,
            allow_private=allow_private or defaults.allow_private,
            verbosity=verbosity or defaults.verbosity,
            images=images or defaults.images,
            links=links or defaults.links,
            code=code or defaults.code,
            footnotes=footnotes or defaults.footnotes,
            tables=tables or defaults.tables,
            earcons=defaults.earcons and not no_earcons,
            extractor=extractor or defaults.extractor,
            rate_wpm=rate or defaults.rate_wpm,
            lexicons=options.lexicon_paths(lexicon, defaults),
        )
    )
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
