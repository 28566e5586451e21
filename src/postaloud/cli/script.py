"""`postaloud script`: what will be said, line by line."""

from dataclasses import replace

import typer

from postaloud.cli import options
from postaloud.cli.printing import result, results


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
    rate: options.Rate = 0,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show what will be said, line by line, with its pauses in milliseconds."""
    options.start_log(verbose=verbose)
    defaults = options.configured(config)
    settings = options.checked(
        replace(
            defaults,
            lang=lang,
            sections=sections,
            select=select or defaults.select,
            skip=skip or defaults.skip,
            verbosity=verbosity or defaults.verbosity,
            images=images or defaults.images,
            links=links or defaults.links,
            code=code or defaults.code,
            footnotes=footnotes or defaults.footnotes,
            tables=tables or defaults.tables,
            earcons=defaults.earcons and not no_earcons,
            rate_wpm=rate or defaults.rate_wpm,
        )
    )
    from postaloud import scripting
    from postaloud.pipeline import read, write

    _, article = read(source, settings, context.obj)
    written = write(article, settings)
    if as_json:
        import json

        result(json.dumps(scripting.script_as_json(written), ensure_ascii=False, indent=1))
    else:
        results(scripting.list_script(written))
