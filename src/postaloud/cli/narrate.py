"""`postaloud narrate`: articles to chapter-marked sound."""

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import progress, result
from postaloud.cli.report import Report
from postaloud.config import Settings
from postaloud.errors import PostaloudError, UsageError

if TYPE_CHECKING:
    from postaloud.model.episode import Episode
    from postaloud.pipeline import Desk
    from postaloud.reading import Source
    from postaloud.workers import Workers

Maker = Callable[["Source", Settings, "Desk"], "Episode"]
"""Tells of the episode of one source, or writes its sound to standard output."""

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Files (HTML, Markdown, text), folders, patterns such as 'posts/*.md', web addresses, feeds, or -.",
    ),
]
Output = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        help="Where the episodes go; - for sound on standard output.",
        show_default="output",
    ),
]
Title = Annotated[str, typer.Option(metavar="TEXT", help="Title instead of the page's.")]
Author = Annotated[str, typer.Option(metavar="TEXT", help="Author instead of the page's.")]
Date = Annotated[str, typer.Option(metavar="DAY", help="Day of publication instead of the page's, as 2024-05-31.")]
Sample = Annotated[str, typer.Option(metavar="LENGTH", help="Only the beginning, at most this long, for example 60s.")]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Tell what would be made and how long it would last; make nothing.")
]
Jobs = Annotated[int, typer.Option(metavar="N", min=0, help="Processes at the same time.", show_default="one a core")]
CacheFolder = Annotated[
    Path | None, typer.Option("--cache", metavar="DIR", help="Where recordings are kept for the next run.")
]
CacheLimit = Annotated[
    int, typer.Option("--cache-limit", metavar="MB", min=0, help="Keep at most so much; the oldest goes first.")
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep no recordings for the next run.")]
Force = Annotated[bool, typer.Option("--force", help="Make everything again, also what has not changed.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress; only errors, and the report at the end.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the report at the end as JSON, for programs.")]


def narrate(
    context: typer.Context,
    sources: Sources,
    output: Output = "",
    lang: options.Lang = "",
    extractor: options.Extractor = "",
    title: Title = "",
    author: Author = "",
    date: Date = "",
    engine: options.Engine = "",
    voice: options.Voices = None,
    rate: options.Rate = 0,
    pitch: options.Pitch = 0,
    volume: options.Volume = 0,
    loudness: options.Loudness = None,
    library: options.Library = None,
    verbosity: options.Verbosity = "",
    images: options.Images = "",
    links: options.Links = "",
    code: options.CodeSamples = "",
    footnotes: options.Footnotes = "",
    tables: options.Tables = "",
    no_earcons: options.NoEarcons = False,
    lexicon: options.LexiconFile = None,
    format_: options.Format = "",
    quality: options.Quality = "",
    preset: options.Preset = "",
    split: options.Split = "",
    sections: options.Sections = "",
    select: options.Select = "",
    skip: options.Skip = "",
    entries: options.Entries = "",
    allow_private: options.AllowPrivate = False,
    sample: Sample = "",
    dry_run: DryRun = False,
    jobs: Jobs = 0,
    cache: CacheFolder = None,
    no_cache: NoCache = False,
    cache_limit: CacheLimit = 0,
    force: Force = False,
    quiet: Quiet = False,
    as_json: AsJson = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Turn articles into chapter-marked sound with captions and a transcript."""
    options.start_log(verbose=verbose)
    defaults = options.with_preset(options.with_voices(options.configured(config), voice), preset)
    settings = options.decided(
        defaults,
        {
            "lang": lang,
            "extractor": extractor,
            "title": title,
            "author": author,
            "date": date,
            "engine": engine,
            "rate_wpm": rate,
            "pitch_percent": pitch,
            "volume_percent": volume,
            "loudness_lufs": loudness,
            "library": str(library or ""),
            "verbosity": verbosity,
            "images": images,
            "links": links,
            "code": code,
            "footnotes": footnotes,
            "tables": tables,
            "format": format_,
            "quality": quality,
            "split": split,
            "sections": sections,
            "select": select,
            "skip": skip,
            "entries": entries,
            "allow_private": allow_private,
            "sample_ms": options.sample_ms(sample),
            "jobs": jobs,
            "cache": cache,
            "cache_limit_mb": cache_limit,
            "lexicons": options.lexicon_paths(lexicon, defaults),
        },
    )
    if no_earcons:
        settings = replace(settings, earcons=False)
    if no_cache:
        settings = replace(settings, cache=None)
    output = output or str(settings.output)
    if output == "-" and sys.stdout.isatty() and not dry_run:
        raise UsageError("Standard output is a terminal, and sound is not text: add > file.mp3, or use -o FOLDER.")
    if dry_run or output == "-":
        raise typer.Exit(_narrate_each(sources, settings, _maker_for(output, dry_run=dry_run), context.obj))
    report = Report(Path(output), is_quiet=quiet, as_json=as_json)
    raise typer.Exit(_narrate_all(sources, settings, report, context.obj, again=force))


def _maker_for(output: str, *, dry_run: bool) -> Maker:
    """Return what makes one article's episode, and prints where it lies."""
    from postaloud import pipeline

    def rehearse(source: "Source", settings: Settings, desk: pipeline.Desk) -> "Episode":
        episode = pipeline.rehearse(source, output, settings, desk, progress)
        result(f"{_length(episode)} It would go to {Path(output, episode.identity.slug)}; nothing was written.")
        return episode

    def to_stdout(source: "Source", settings: Settings, desk: pipeline.Desk) -> "Episode":
        episode = pipeline.narrate_to(sys.stdout.buffer, source, settings, desk, progress)
        progress(_length(episode))
        return episode

    return rehearse if dry_run else to_stdout


def _length(episode: "Episode") -> str:
    from postaloud.publishing import in_words

    return f"{episode.title}: {in_words(episode.recording.duration_ms)}."


def _narrate_each(sources: list[str], settings: Settings, make: Maker, workers: "Workers | None") -> int:
    """Rehearse, or write to standard output, one after the other."""
    from postaloud.pipeline import Desk
    from postaloud.pipeline.archive import name_of

    report = Report()
    with Desk(settings, workers) as desk:
        for source in _found(sources, settings, desk, report):
            try:
                report.heard(name_of(source), make(source, settings, desk))
            except PostaloudError as error:
                report.failed(name_of(source), error)
    return report.code


def _narrate_all(
    sources: list[str], settings: Settings, report: Report, workers: "Workers | None", *, again: bool
) -> int:
    from postaloud import shelf
    from postaloud.pipeline import Desk
    from postaloud.pipeline.archive import Archive, narrate_all

    with Desk(settings, workers) as desk:
        found = _found(sources, settings, desk, report)
        report.total = len(found) + len(report.failures)
        if found:
            with shelf.opened(report.output, report.wait):
                for outcome in narrate_all(found, Archive(report.output, settings, desk, report.tell, again)):
                    report.add(outcome)
    return report.close()


def _found(locations: list[str], settings: Settings, desk: "Desk", report: Report) -> "list[Source]":
    """Return what can be read at some locations; patterns such as "posts/*.md" that the shell left are expanded."""
    from postaloud import reading
    from postaloud.pipeline import find_sources

    found: list[Source] = []
    for location in locations:
        try:
            for place in reading.expand(location):
                found += find_sources(place, settings, desk.workers, report.tell)
        except PostaloudError as error:
            report.failed(reading.without_password(location), error)
    return found
