"""`postaloud script`: what will be said, line by line."""

from dataclasses import replace

from postaloud.cli import options
from postaloud.cli.printing import result, results


def script(
    source: options.Source,
    as_json: options.AsJson = False,
    verbosity: options.Verbosity = "",
    sections: options.Sections = "",
    lang: options.Lang = "",
    extractor: options.Extractor = "",
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
            verbosity=verbosity or defaults.verbosity,
            extractor=extractor or defaults.extractor,
            rate_wpm=rate or defaults.rate_wpm,
        )
    )
    from postaloud import scripting
    from postaloud.pipeline import read, write

    _, article = read(source, settings)
    written = write(article, settings)
    if as_json:
        import json

        result(json.dumps(scripting.script_as_json(written), ensure_ascii=False, indent=1))
    else:
        results(scripting.list_script(written))
