"""`postaloud listen`: articles and episodes spoken now, with keys to move by."""

from dataclasses import replace
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.playing import Wishes, play_all
from postaloud.errors import UsageError

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE...",
        help="Articles (HTML, Markdown, text, web addresses, feeds, -), episode folders, or sound files of ours.",
    ),
]
Lines = Annotated[
    bool, typer.Option("--lines", help="Commands are words and Enter, for terminals or readers that take keys away.")
]
Follow = Annotated[bool, typer.Option("--follow", help="Print what is spoken.")]
PlayerName = Annotated[
    str, typer.Option("--player", metavar="NAME", help="mpv or miniaudio; auto takes mpv where it is there.")
]
Speed = Annotated[str, typer.Option(metavar="TIMES", help="Speed, 0.5 to 4; else the one remembered.")]
FromStart = Annotated[bool, typer.Option("--from-start", help="Begin at the beginning, not where you stopped.")]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Use and keep no recordings.")]


def listen(
    context: typer.Context,
    sources: Sources,
    lines: Lines = False,
    follow: Follow = False,
    player: PlayerName = "auto",
    speed: Speed = "",
    from_start: FromStart = False,
    lang: options.Lang = "",
    engine: options.Engine = "",
    voice: options.Voices = None,
    rate: options.Rate = 0,
    pitch: options.Pitch = 0,
    volume: options.Volume = 0,
    verbosity: options.Verbosity = "",
    sections: options.Sections = "",
    select: options.Select = "",
    skip: options.Skip = "",
    entries: options.Entries = "",
    allow_private: options.AllowPrivate = False,
    extractor: options.Extractor = "",
    lexicon: options.LexiconFile = None,
    no_cache: NoCache = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Listen now: sections, paragraphs and sentences are a key away. Press ? for the keys."""
    from postaloud.listening.player import PLAYERS

    options.start_log(verbose=verbose)
    if player not in PLAYERS:
        raise UsageError(f'"{player}" is no player: choose {" or ".join(PLAYERS)}.')
    defaults = options.with_voices(options.configured(config), voice)
    settings = options.decided(
        defaults,
        {
            "lang": lang,
            "engine": engine,
            "rate_wpm": rate,
            "pitch_percent": pitch,
            "volume_percent": volume,
            "verbosity": verbosity,
            "sections": sections,
            "select": select,
            "skip": skip,
            "entries": entries,
            "allow_private": allow_private,
            "extractor": extractor,
            "lexicons": options.lexicon_paths(lexicon, defaults),
        },
    )
    if no_cache:
        settings = replace(settings, cache=None)
    wishes = Wishes(settings, player, _percent(speed), from_start, follow, lines)
    raise typer.Exit(play_all(sources, wishes, context.obj))


def _percent(speed: str) -> int:
    from postaloud.listening.memory import FASTEST, SLOWEST
    from postaloud.listening.wording import percent_of

    percent = percent_of(speed) if speed else 0
    if percent is None or (percent and not SLOWEST <= percent <= FASTEST) or (speed and not percent):
        raise UsageError(f'"{speed}" is no speed: write a number from 0.5 to 4, for example 1.5.')
    return percent
