"""`postaloud narrate`: articles to chapter-marked sound."""

import sys
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import complain, progress, result, results
from postaloud.config import Settings
from postaloud.errors import PostaloudError, UsageError

if TYPE_CHECKING:
    from postaloud.model.episode import Episode
    from postaloud.model.recording import Recording
    from postaloud.pipeline import Desk
    from postaloud.reading import Source
    from postaloud.workers import Workers

Maker = Callable[["Source", Settings, "Desk"], "Episode"]
"""Makes the episode of one source."""
DONE_IN_PART = 3

Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE...", help="Files (HTML, Markdown, text), folders, web addresses, feeds, or -."),
]
Output = Annotated[
    str, typer.Option("--output", "-o", metavar="DIR", help="Where the episodes go; - for sound on standard output.")
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
NoCache = Annotated[bool, typer.Option("--no-cache", help="Keep no recordings for the next run.")]


@dataclass(slots=True)
class Report:
    """What became of the sources of one run."""

    done: int = 0
    codes: list[int] = field(default_factory=list)

    def failed(self, error: PostaloudError) -> None:
        """Say why a source was not done."""
        complain(error)
        self.codes.append(error.exit_code)

    def finished(self, location: str, episode: "Episode") -> None:
        """Name what the voice could not speak, with its sentence, chapter and file."""
        self.done += 1
        for loss in losses(location, episode.recording):
            progress(loss)
            self.codes.append(DONE_IN_PART)

    @property
    def exit_code(self) -> int:
        """0 for all done, 3 for done in part, else the lowest code."""
        if not self.codes:
            return 0
        return DONE_IN_PART if self.done else min(self.codes)


def losses(location: str, recording: "Recording") -> Iterator[str]:
    """Yield a sentence for each piece that the voice could not speak."""
    chapters = deque(recording.chapters)
    for cue in recording.cues:
        while len(chapters) > 1 and chapters[1].start_ms <= cue.start_ms:
            chapters.popleft()
        if cue.is_lost or cue.unspoken:
            piece = f'"{cue.unspoken}" of ' if cue.unspoken else ""
            place = f'chapter "{chapters[0].title}" of {location}'
            yield f'Not spoken, because the voice failed on it: {piece}the sentence "{cue.utterance.shown}", {place}.'


def narrate(
    context: typer.Context,
    sources: Sources,
    output: Output = "output",
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
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Turn articles into chapter-marked sound with captions and a transcript."""
    options.start_log(verbose=verbose)
    defaults = options.with_preset(options.with_voices(options.configured(config), voice), preset)
    settings = options.checked(
        replace(
            defaults,
            lang=lang,
            extractor=extractor or defaults.extractor,
            title=title,
            author=author,
            date=date,
            engine=engine or defaults.engine,
            rate_wpm=rate or defaults.rate_wpm,
            pitch_percent=pitch or defaults.pitch_percent,
            volume_percent=volume or defaults.volume_percent,
            library=str(library or defaults.library),
            verbosity=verbosity or defaults.verbosity,
            images=images or defaults.images,
            links=links or defaults.links,
            code=code or defaults.code,
            footnotes=footnotes or defaults.footnotes,
            tables=tables or defaults.tables,
            earcons=defaults.earcons and not no_earcons,
            lexicons=options.lexicon_paths(lexicon, defaults),
            format=format_ or defaults.format,
            quality=quality or defaults.quality,
            split=split or defaults.split,
            sections=sections,
            select=select or defaults.select,
            skip=skip or defaults.skip,
            entries=entries,
            allow_private=allow_private,
            sample_ms=options.length_ms(sample),
            jobs=jobs or defaults.jobs,
            cache=None if no_cache else cache or defaults.cache,
        )
    )
    if output == "-" and sys.stdout.isatty() and not dry_run:
        raise UsageError("Standard output is a terminal, and sound is not text: add > file.mp3, or use -o FOLDER.")
    raise typer.Exit(_narrate_all(sources, settings, _maker_for(output, dry_run=dry_run), context.obj))


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

    def to_folder(source: "Source", settings: Settings, desk: pipeline.Desk) -> "Episode":
        episode = pipeline.narrate(source, output, settings, desk=desk, tell=progress)
        results(_files(episode, Path(output, episode.identity.slug)))
        return episode

    return rehearse if dry_run else to_stdout if output == "-" else to_folder


def _length(episode: "Episode") -> str:
    from postaloud.publishing import in_words

    return f"{episode.title}: {in_words(episode.recording.duration_ms)}."


def _files(episode: "Episode", folder: Path) -> Iterator[str]:
    yield f"Done. {_length(episode)}"
    for what, name in (
        *(("Sound", each.name) for each in episode.enclosures if not each.chapter),
        *((f"Chapter {each.chapter}", each.name) for each in episode.enclosures if each.chapter),
        *((("Playlist", episode.playlist),) if episode.playlist else ()),
        ("Captions", f"{episode.identity.slug}.vtt"),
        ("Subtitles", f"{episode.identity.slug}.srt"),
        ("Chapters", "chapters.json"),
        ("Transcript", "transcript.html"),
        ("Record", "episode.json"),
    ):
        yield f"{what}: {folder / name}"


def _narrate_all(sources: list[str], settings: Settings, make: Maker, workers: "Workers | None") -> int:
    from postaloud.pipeline import Desk

    report = Report()
    with Desk(settings, workers) as desk:
        for source in _each_source(sources, settings, desk, report):
            try:
                name = source if isinstance(source, str) else source.name
                report.finished(name, make(source, settings, desk))
            except PostaloudError as error:
                report.failed(error)
    return report.exit_code


def _each_source(locations: list[str], settings: Settings, desk: "Desk", report: Report) -> Iterator["Source"]:
    from postaloud.pipeline import find_sources

    for location in locations:
        try:
            yield from find_sources(location, settings, desk.workers, progress)
        except PostaloudError as error:
            report.failed(error)
