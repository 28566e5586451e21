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
    source: options.Source,
    as_json: options.AsJson = False,
    skipped: Skipped = False,
    lang: options.Lang = "",
    extractor: options.Extractor = "",
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show the structure that was understood: chapters, lists, pictures, tables."""
    options.start_log(verbose=verbose)
    defaults = options.configured(config)
    settings = options.checked(replace(defaults, lang=lang, extractor=extractor or defaults.extractor))
    from postaloud import reading
    from postaloud.pipeline import read

    _, article = read(source, settings)
    if skipped:
        results(f"{skip.reason.capitalize()}: {skip.text}" for skip in article.skips)
    elif as_json:
        import json

        result(json.dumps(reading.outline_of(article), ensure_ascii=False, indent=1))
    else:
        results(reading.list_outline(article))
