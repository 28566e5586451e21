"""Episode folders: who an article is on the shelf, and files that appear there whole or not at all."""

import filecmp
import hashlib
import os
import re
import shutil
import tempfile
import unicodedata
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from postaloud import locks, publishing
from postaloud.config import Settings
from postaloud.errors import OutputError
from postaloud.model.episode import Identity

if TYPE_CHECKING:
    from postaloud.model.article import Article
    from postaloud.model.page import Page

RECORD = "episode.json"
STATE = ".postaloud"
"""The folder, inside that of the episodes, of what only saves time or is not whole yet; it may be deleted."""
STAGES = Path(STATE, "stages")
LONGEST_TITLE = 60
"""Characters of the title in a slug."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an article stands on the shelf, and what was decided for it by hand."""

    identity: Identity
    overrides: Mapping[str, object] = field(default_factory=dict)
    preview: str = ""
    """What part of the article stands there ("sections 2-3"), or "" for the whole."""

    def texts_for(self, settings: Settings) -> dict[str, str]:
        """Return the overridden texts by their field of an article; an option given now wins over them."""
        options = {"title": settings.title, "byline": settings.author, "lang": settings.lang, "description": ""}
        texts = {name: self.overrides.get(name) for name, option in options.items() if not option}
        return {name: text for name, text in texts.items() if isinstance(text, str) and text}


def find_place(article: "Article", page: "Page", output: Path, settings: Settings) -> Place:
    """Return the place that an earlier narration gave this article, or a new one; a preview stands beside the whole."""
    key = _key_of(article, page, settings.base)
    mark = hashlib.sha256(key.encode()).hexdigest()[:6]
    stored = (_stored(folder) for folder in sorted(output.glob(f"*-{mark}")))
    place = next((each for each in stored if each and each.identity.key == key), None)
    if place is None:
        slug = f"{slug_of(article.title)}-{mark}"
        date = article.date or _date_of(page)
        place = Place(Identity(key, str(uuid.uuid5(uuid.NAMESPACE_URL, key)), slug, date))
    return _with_settings(place, settings)


def _with_settings(place: Place, settings: Settings) -> Place:
    identity = replace(place.identity, date=_chosen_date(place, settings))
    if settings.sections or settings.sample_ms:
        parts = [f"sections {settings.sections}" if settings.sections else ""]
        parts += [f"at most {settings.sample_ms / 1000:g} seconds" if settings.sample_ms else ""]
        identity = replace(identity, slug=f"{identity.slug}-preview")
        return Place(identity, place.overrides, ", ".join(filter(None, parts)))
    return replace(place, identity=identity)


def _chosen_date(place: Place, settings: Settings) -> str:
    override = place.overrides.get("date")
    return settings.date or (override if isinstance(override, str) else "") or place.identity.date


def slug_of(title: str) -> str:
    """Return the title in lower-case ASCII letters, digits and single hyphens; "article" where nothing is left."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.sub(r"[^a-z0-9]+", "-", letters.replace("'", "")).strip("-")
    if len(words) > LONGEST_TITLE:
        words = words[: LONGEST_TITLE + 1].rpartition("-")[0] or words[:LONGEST_TITLE]
    return words or "article"


def _stored(folder: Path) -> Place | None:
    try:
        stored = publishing.read_stored((folder / RECORD).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if stored is None else Place(stored.identity, dict(stored.overrides))


def _key_of(article: "Article", page: "Page", base: Path | None) -> str:
    identity = page.entry.identity if page.entry is not None else ""
    if identity.startswith("#"):
        return _path_key(page, article, base) + identity
    return identity or article.address or _path_key(page, article, base)


def _path_key(page: "Page", article: "Article", base: Path | None) -> str:
    if page.location == "-":
        return f"stdin:{article.title}"
    path = Path(os.path.relpath(page.location, base or Path.cwd()))
    return path.as_posix()


def _date_of(page: "Page") -> str:
    """SOURCE_DATE_EPOCH (reproducible-builds.org), else when the file was changed, else now."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        moment = datetime.fromtimestamp(int(epoch), UTC)
    elif page.modified is not None:
        moment = datetime.fromtimestamp(page.modified, UTC)
    else:
        moment = datetime.now(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def check_writable(folder: Path) -> None:
    """Make the folder and write a byte into it; raises `OutputError` where that fails."""
    with writing(folder):
        made = [parent for parent in (folder, *folder.parents) if not parent.exists()]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"\0")
        except OSError:
            remove_if_empty(made)
            raise


def remove_if_empty(folders: list[Path]) -> None:
    """Remove folders that hold nothing, innermost first."""
    for folder in folders:
        try:
            folder.rmdir()
        except OSError:
            return


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failure to write below a folder into an `OutputError`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise OutputError(f"Cannot write to {folder}: {reason}. Make room or choose another folder with -o.") from error


@contextmanager
def opened(output: Path, tell: Callable[[str], None] = lambda _: None) -> Iterator[None]:
    """Be the only run that writes to an output folder; what a killed one left half is cleared away.

    Another run is waited for, after telling so. The folder is made where it is missing, and goes again where nothing
    was put into it. Raises `OutputError` where it cannot be had.
    """
    made = [parent for parent in (output, *output.parents) if not parent.exists()]
    with ExitStack() as stack:
        try:
            with writing(output):
                stack.enter_context(locks.held(output, tell))
                _clear_stages(output)
            yield
        finally:
            for folders in ([output / STAGES], [output / STATE], made):
                remove_if_empty(folders)


@contextmanager
def staged(folder: Path) -> Iterator[Path]:
    """Yield a folder to write in; its files replace those of `folder` when all are there, and else leave no trace."""
    with stage_beside(folder) as stage:
        yield stage
        folder.mkdir(exist_ok=True)
        for file in sorted(stage.iterdir(), key=lambda path: path.name == RECORD):
            file.replace(folder / file.name)


@contextmanager
def stage_beside(place: Path) -> Iterator[Path]:
    """Yield an empty folder on the same disk as `place`, and take it away again; for who has `opened` its parent."""
    stage = place.absolute().parent / STAGES / place.name
    shutil.rmtree(stage, ignore_errors=True)
    try:
        stage.mkdir(parents=True)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)
        remove_if_empty([stage.parent, stage.parent.parent])


def replace_changed(new: Path, old: Path) -> bool:
    """Put a file in the place of another, unless both are the same; tells whether it did."""
    if old.is_file() and filecmp.cmp(new, old, shallow=False):
        return False
    new.replace(old)
    return True


def _clear_stages(output: Path) -> None:
    shutil.rmtree(output / STAGES, ignore_errors=True)
    remove_if_empty([output / STATE])
