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
    sections: options.Sections = "",
    lang: options.Lang = "",
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
            lang=lang,
            sections=sections,
            verbosity=verbosity or defaults.verbosity,
            rate_wpm=rate or defaults.rate_wpm,
            lexicons=options.lexicon_paths(lexicon, defaults),
        )
    )
    from postaloud import scripting
    from postaloud.lexicons import load_lexicons
    from postaloud.pipeline import read, write

    words = load_lexicons(settings.lexicons)
    _, article = read(source, settings, context.obj)
    written = write(article, settings, words)
    if as_json:
        import json

        result(json.dumps(scripting.script_as_json(written), ensure_ascii=False, indent=1))
    else:
        results(scripting.list_script(written))
