"""`postaloud remove`: takes an episode out of a folder and its podcast."""

from typing import Annotated

import typer

from postaloud import __version__
from postaloud.cli import options
from postaloud.cli.printing import progress, result
from postaloud.cli.publish import PageSize, opened, show_for, tell

Slug = Annotated[str, typer.Argument(metavar="SLUG", help="The name of the episode's folder.")]


def remove(
    slug: Slug,
    directory: options.EpisodeFolder = None,
    page_size: PageSize = 0,
    config: options.ConfigFile = None,
) -> None:
    """Take an episode out, and out of the feed if there is one; nothing else is touched."""
    from postaloud.publishing.feed import FEED
    from postaloud.station import release, removing
    from postaloud.station.index import find_entries

    folder = options.output_folder(directory, config)
    show = show_for(config) if (folder / FEED).is_file() else None
    with opened(folder):
        left = removing.remove(folder, slug)
        result(f"Removed {slug}.")
        if left:
            progress(f"Left in {folder / slug}, because postaloud did not make it: {', '.join(left)}.")
        if show is not None:
            found = find_entries(folder, show, __version__)
            tell(show, found, release.publish(show, found, page_size, __version__))
