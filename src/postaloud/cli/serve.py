"""`postaloud serve`: a folder of episodes for podcast apps and browsers on this machine."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from postaloud.cli import options
from postaloud.cli.printing import progress, result
from postaloud.config import find_config, load_show
from postaloud.errors import SourceError, UsageError

if TYPE_CHECKING:
    from postaloud.listening.server import Server
    from postaloud.model.episode import Show

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
EVERYWHERE = frozenset({"0.0.0.0", "::"})  # noqa: S104 - only where the user asks for it, with a warning

Host = Annotated[
    str, typer.Option(metavar="ADDRESS", help="Listen on this address of your network; 0.0.0.0 for all of them.")
]
Port = Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")]


def serve(
    directory: options.EpisodeFolder = None,
    host: Host = "127.0.0.1",
    port: Port = 8000,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Let podcast apps and browsers on this machine subscribe and listen, until Ctrl-C."""
    options.start_log(verbose=verbose)
    folder = options.output_folder(directory, config)
    if not folder.is_dir():
        raise SourceError(f"There is no folder {folder}: name the one that `postaloud narrate` wrote to.")
    with _listening(host, port, folder, _show(config)) as server:
        names = _names(host)
        server.hosts = {f"{name}:{server.port}" for name in names} | (set(names) if server.port == 80 else set())
        if host not in LOOPBACK:
            progress(f"Warning: because of --host {host}, everyone in your network can hear what lies in {folder}.")
        base_url = f"http://{names[0]}:{server.port}/"
        server.find(base_url)  # now, so that the first client need not wait for it
        result(f"Page: {base_url}")
        result(f"Feed: {base_url}feed.xml")
        progress("Press Ctrl-C to stop.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            progress("Stopped.")


def _show(config: Path | None) -> "Show":
    from postaloud.model.episode import Show

    path = config or find_config(Path.cwd())
    return load_show(path) if path else Show()


def _listening(host: str, port: int, folder: Path, show: "Show") -> "Server":
    from postaloud.listening.server import Server
    from postaloud.station.library import Library

    try:
        return Server(host, port, folder, Library(folder, show).assets)
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else "") or "it is no address"
        raise UsageError(
            f"Cannot listen on {host}, port {port}: {reason}. Try another --port, or no --host."
        ) from error


def _names(host: str) -> list[str]:
    """Return the names of this machine under which it may be asked, the one to be told first."""
    loopback = ["127.0.0.1", "localhost", "[::1]"]
    if host in LOOPBACK:
        return sorted(loopback, key=lambda name: name.strip("[]") != host)
    if host not in EVERYWHERE:
        return [f"[{host}]" if ":" in host else host.lower()]
    import socket

    name = socket.gethostname().lower()
    return [_own_address(), name, f"{name}.local", *loopback]


def _own_address() -> str:
    """Return this machine's address in its network, as the system would choose it; nothing is sent."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address for examples (RFC 5737)
        except OSError:
            return "127.0.0.1"
        return str(probe.getsockname()[0])
