"""`postaloud voices`: what can speak here, and installing more."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import progress, result, results

if TYPE_CHECKING:
    from postaloud.speaking import Voice

Engine = Annotated[str, typer.Option(metavar="NAME", help="Only this engine's voices.")]
Lang = Annotated[str, typer.Option(metavar="TAG", help="Only voices for this language.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="A voice of the Piper catalogue, as en_US-lessac-medium.")]

voices = typer.Typer(rich_markup_mode=None)


@voices.callback(invoke_without_command=True)
def list_all(context: typer.Context, engine: Engine = "", lang: Lang = "", as_json: options.AsJson = False) -> None:
    """List the voices that can speak here, by engine, language and name; or install one more."""
    if context.invoked_subcommand:
        return
    from postaloud.speaking import list_voices

    found = [voice for voice in list_voices(engine) if _speaks(voice, lang)]
    if as_json:
        import json

        result(json.dumps([asdict(voice) for voice in found], ensure_ascii=False, indent=1))
        return
    results(_line(voice) for voice in found)
    if not found:
        progress("No such voice is here. To install a neural one: postaloud voices install NAME")


@voices.command()
def install(name: Name, config: options.ConfigFile = None) -> None:
    """Fetch a neural voice from the Piper catalogue; afterwards it speaks without the network."""
    settings = options.configured(config)
    from postaloud.speaking import install_voice

    path = install_voice(name, settings.catalogue, progress)
    result(f"Installed {name}: {path}")
    result(f"To use it: postaloud narrate SOURCE --engine piper --voice {name}")


def _speaks(voice: "Voice", lang: str) -> bool:
    wanted, tag = lang.lower().replace("_", "-"), voice.lang.lower()
    return not wanted or tag == wanted or tag.startswith(f"{wanted}-")


def _line(voice: "Voice") -> str:
    place = "installed" if voice.is_installed else "not installed"
    return f"{voice.engine}, {voice.lang or 'any language'}, {voice.name}, {voice.label}, {place}"
