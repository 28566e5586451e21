"""`postaloud voices`: what can speak here."""

from dataclasses import asdict
from typing import Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import result, results

Engine = Annotated[str, typer.Option(metavar="NAME", help="Only this engine's voices.")]
Lang = Annotated[str, typer.Option(metavar="TAG", help="Only voices for this language.")]


def voices(engine: Engine = "", lang: Lang = "", as_json: options.AsJson = False) -> None:
    """List the voices that can speak here, by engine, name and language."""
    from postaloud.speaking import list_voices

    wanted = lang.lower()
    found = [
        voice
        for voice in list_voices(engine)
        if not wanted or voice.lang.lower() == wanted or voice.lang.lower().startswith(f"{wanted}-")
    ]
    if as_json:
        import json

        result(json.dumps([asdict(voice) for voice in found], ensure_ascii=False, indent=1))
        return
    results(f"{voice.engine}, {voice.name}, {voice.lang}, {voice.label}" for voice in found)
