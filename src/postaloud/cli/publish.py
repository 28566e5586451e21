"""`postaloud publish`: a folder of episodes to a podcast."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from postaloud import __version__
from postaloud.cli import options
from postaloud.cli.printing import progress, result, results
from postaloud.config import FILE_NAME, find_config, load_show
from postaloud.errors import NothingToRead, UsageError

if TYPE_CHECKING:
    from postaloud.model.episode import Show
    from postaloud.station.finding import Found

DIFFERENT, DONE_IN_PART = 1, 3

PageSize = Annotated[
    int, typer.Option("--page-size", metavar="N", min=0, help="Episodes in the feed; older ones go to archives.")
]
Check = Annotated[bool, typer.Option("--check", help="Write nothing; tell what differs from the episodes.")]
Epub = Annotated[bool, typer.Option("--epub", help="Make an e-book with sound of each episode too.")]


def publish(
    directory: options.EpisodeFolder = None,
    page_size: PageSize = 0,
    epub: Epub = False,
    check: Check = False,
    config: options.ConfigFile = None,
    verbose: options.Verbose = False,
) -> None:
    """Make a podcast of the episodes in a folder: feed, page and cover, for any web space."""
    options.start_log(verbose=verbose)
    show, folder = show_for(config), options.output_folder(directory, config)
    if check:
        raise typer.Exit(_check(show, folder, page_size))
    from postaloud.station import release
    from postaloud.station.index import find_entries

    with opened(folder):
        if epub:
            _make_books(folder)
        found = find_entries(folder, show, __version__)
        _name_broken(found)
        tell(show, found, release.publish(show, found, page_size, __version__))
    raise typer.Exit(DONE_IN_PART if found.broken else 0)


def opened(folder: Path) -> AbstractContextManager[None]:
    """Be the only run that writes to a folder, if it is there."""
    from postaloud import shelf

    return shelf.opened(folder, progress) if folder.is_dir() else nullcontext()


def _make_books(folder: Path) -> None:
    from postaloud.station import books, finding

    results(f"E-book: {path}" for path in books.make_books(finding.find_listings(folder)))


def _name_broken(found: "Found[Any]") -> None:
    for name, reason in found.broken.items():
        progress(f"Not published: {name}, because {reason}. Narrate its article again.")
    if not found.broken and not found.episodes:
        raise NothingToRead(f"There is no episode in {found.folder}: narrate an article first, with -o {found.folder}.")


def show_for(config: Path | None) -> "Show":
    """Return the show of the configuration; raises `UsageError` where that does not say where it will be found."""
    path = config or find_config(Path.cwd())
    if path is None:
        raise UsageError(f"There is no {FILE_NAME} with a base_url here or above: postaloud init writes one.")
    show = load_show(path)
    if not show.base_url:
        raise UsageError(f"{path} has no base_url in [show]: write there where the folder will be on the web.")
    return show


def tell(show: "Show", found: "Found[Any]", changed: list[str]) -> None:
    """Say what was published, and where."""
    from postaloud.publishing import podcast_guid

    if not show.guid:
        guid = podcast_guid(show.base_url)
        progress(f'To keep subscribers when the address changes, write guid = "{guid}" into [show] now.')
    count = len(found.episodes)
    result(f"Published {count} {'episode' if count == 1 else 'episodes'} in {found.folder}.")
    result(f"Changed: {', '.join(changed)}." if changed else "Nothing changed.")
    result(f"Feed: {show.base_url}feed.xml")
    result(f"Page: {show.base_url}index.html")


def _check(show: "Show", folder: Path, page_size: int) -> int:
    from postaloud.station import finding, release

    found = finding.find_listings(folder)
    _name_broken(found)
    different = list(release.differences(show, found, page_size))
    results(different)
    if not different and not found.broken:
        result("Feed, pages and sounds are what the episodes say.")
    return DIFFERENT if different or found.broken else 0
