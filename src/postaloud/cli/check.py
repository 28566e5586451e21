"""`postaloud check`: what a listener would miss."""

from dataclasses import asdict

import typer

from postaloud.cli import options
from postaloud.cli.printing import result, results

ERRORS_FOUND = 1


def check(
    context: typer.Context,
    source: options.Source,
    as_json: options.AsJson = False,
    lang: options.Lang = "",
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Show what a listener would miss: missing alt texts, vague links, text that is lost, and what is left out."""
    options.start_log(verbose=verbose)
    settings = options.decided(options.configured(config), {"lang": lang})
    from postaloud.pipeline import check as find

    findings = find(source, settings, context.obj)
    if as_json:
        import json

        result(json.dumps([asdict(finding) for finding in findings], ensure_ascii=False, indent=1))
    else:
        places = [f" At {finding.anchor}." if finding.anchor else "" for finding in findings]
        results(
            f"{finding.severity.capitalize()} {finding.id}: {finding.text}{place}"
            for finding, place in zip(findings, places, strict=True)
        )
        result(_summary([finding.severity.value for finding in findings]))
    raise typer.Exit(ERRORS_FOUND if any(finding.severity == "error" for finding in findings) else 0)


def _summary(severities: list[str]) -> str:
    counted = [(severities.count(name), name) for name in ("error", "warning")]
    words = [f"{count or 'no'} {name}{'' if count == 1 else 's'}" for count, name in counted]
    return f"{' and '.join(words).capitalize()}."
